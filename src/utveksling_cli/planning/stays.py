"""Split a stay on semesters and tell what Lånekassen's and NTNU's calendars make of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from utveksling_cli.model.budget import Factor
from utveksling_cli.model.country import Term
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate_ids import TRAVEL_ONE_TRIP_MONTHS
from utveksling_cli.model.stay import Part, Stay, days_of
from utveksling_cli.model.time import AUTUMN, SPRING, Month, Semester
from utveksling_cli.planning.ledger import count
from utveksling_cli.planning.rates import RateBook

_SEASONS = {"H": "autumn", "V": "spring"}
# How many months of a long stay belong to the semester that it begins in; a rate's own count may be unknown that year.
_SEMESTER_MONTHS = {AUTUMN: 5, SPRING: 6}
_USUAL_SEMESTER, _USUAL_YEAR, _CALENDAR_YEAR = 5, 10, 12


def first_month(terms: Iterable[Term], semester: Semester) -> tuple[Month, tuple[Notice, ...]]:
    """When the host country's semester begins; NTNU's own first month when that is unknown.

    A term that is known from one host only is used, and told.
    """
    typical = [term for term in terms if term.typical and term.season == _SEASONS[semester.season]]
    if not typical:
        month = semester.first_month
        return month, (Notice("assumption", "budget.term_unknown", {"month": str(month)}),)
    term = typical[0]
    month = Month(semester.year, term.start_month)
    values = {"month": str(month), "scope": term.scope or ""}
    code = "budget.term_of_one_host" if term.scope else "budget.term"
    return month, (Notice("assumption", code, values),)


def second_month(terms: Iterable[Term], first: Month, semester: Semester) -> Month | None:
    """When the country's semester after `semester` begins; None when that is unknown, or not after the first."""
    known, notices = first_month(terms, semester.next())
    unknown = any(notice.code == "budget.term_unknown" for notice in notices)
    return None if unknown or known <= first else known


def study_year_months(terms: Iterable[Term], autumn: Semester) -> int:
    """How long a study year is when nobody says it: from the first semester's start and five months into the second."""
    terms = tuple(terms)
    first, _ = first_month(terms, autumn)
    second = second_month(terms, first, autumn)
    return _USUAL_YEAR if second is None else min(max(second - first + _USUAL_SEMESTER, _USUAL_YEAR), _CALENDAR_YEAR)


def parts(stay: Stay, book: RateBook) -> tuple[Part, ...]:
    """One semester for a stay that gives one return trip by Lånekassen's rule, or is over by then; else the next too.

    Lånekassen counts five months in an autumn and six in a spring; the rest belongs to the next semester. Its fees are
    due when the country's next semester begins, which in the southern hemisphere is two months later.
    """
    one_trip = book.find(TRAVEL_ONE_TRIP_MONTHS, rate_day(stay.semester))
    months = stay.calendar_months
    split = _SEMESTER_MONTHS[stay.semester.season]
    if one_trip is None or stay.months <= one_trip.value or len(months) <= split:
        return (Part(stay.semester, months, months[0]),)
    due = stay.second_month if stay.second_month in months else months[split]
    return (Part(stay.semester, months[:split], months[0]), Part(stay.semester.next(), months[split:], due))


def part_of_month(stay: Stay, month: Month) -> tuple[Factor, ...]:
    """The days of a month that is not wholly spent abroad, as steps of a product; nothing for a whole month."""
    days, whole = stay.days_in(month), days_of(month)
    if days == whole:
        return ()
    return (count("days", days, "days"), count("month_of_days", 1 / Decimal(whole), "one over days in a month"))


def rate_day(semester: Semester) -> date:
    """The day whose rates hold for the semester: the study year's first, or 1 January in the spring."""
    return semester.first_month.first_day
