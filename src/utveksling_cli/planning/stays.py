"""Split a stay on semesters and tell what Lånekassen's and NTNU's calendars make of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from utveksling_cli.model.country import Term
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate_ids import TRAVEL_ONE_TRIP_MONTHS
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import AUTUMN, SPRING, Month, Semester
from utveksling_cli.planning.rates import RateBook

_SEASONS = {"H": "autumn", "V": "spring"}
# How many months of a long stay belong to the semester that it begins in; a rate's own count may be unknown that year.
_SEMESTER_MONTHS = {AUTUMN: 5, SPRING: 6}


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


def parts(stay: Stay, book: RateBook) -> tuple[Part, ...]:
    """One semester for a stay that gives one return trip by Lånekassen's rule, else this semester and the next.

    Lånekassen counts five months in an autumn and six in a spring; the rest belongs to the next semester.
    """
    one_trip = book.find(TRAVEL_ONE_TRIP_MONTHS, rate_day(stay.semester))
    months = stay.calendar_months
    if one_trip is None or stay.months <= one_trip.value:
        return (Part(stay.semester, months),)
    split = _SEMESTER_MONTHS[stay.semester.season]
    return (Part(stay.semester, months[:split]), Part(stay.semester.next(), months[split:]))


def rate_day(semester: Semester) -> date:
    """The day whose rates hold for the semester: the study year's first, or 1 January in the spring."""
    return semester.first_month.first_day
