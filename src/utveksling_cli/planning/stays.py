"""Split a stay on semesters and tell what Lånekassen's and NTNU's calendars make of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from utveksling_cli.model.budget import Factor
from utveksling_cli.model.rate_ids import TRAVEL_ONE_TRIP_MONTHS
from utveksling_cli.model.stay import Part, Stay, days_of
from utveksling_cli.model.time import AUTUMN, SPRING, Month, Semester
from utveksling_cli.planning.ledger import count
from utveksling_cli.planning.rates import RateBook

# How many months of a long stay belong to the semester that it begins in; a rate's own count may be unknown that year.
_SEMESTER_MONTHS = {AUTUMN: 5, SPRING: 6}


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
