"""Split a stay on semesters and tell what Lånekassen's and NTNU's calendars make of it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from utveksling_cli.model.budget import Factor
from utveksling_cli.model.country import AT_LEAST, AT_MOST, LESS_THAN, MORE_THAN, StayLength
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.rate_ids import BASISLAN_MONTHS_AUTUMN, BASISLAN_MONTHS_SPRING, TRAVEL_ONE_TRIP_MONTHS
from utveksling_cli.model.stay import Part, Stay, days_of, moved
from utveksling_cli.model.time import AUTUMN, Month, Semester
from utveksling_cli.planning.ledger import count
from utveksling_cli.planning.rates import RateBook


def parts(stay: Stay, book: RateBook) -> tuple[Part, ...]:
    """One semester for a stay that gives one return trip by Lånekassen's rule, or is over by then; else the next too.

    As many months as Lånekassen counts in the semester belong to it, the rest to the next one; all to the first where
    that is unknown. The fees of the next are due when the country's own begins, in the south two months later.
    """
    one_trip = book.find(TRAVEL_ONE_TRIP_MONTHS, rate_day(stay.semester))
    months = stay.calendar_months
    counted = semester_months(stay.semester, book)
    split = int(counted.value) if counted else 0
    if one_trip is None or stay.months <= one_trip.value or not 0 < split < len(months):
        return (Part(stay.semester, months, months[0]),)
    due = stay.second_month if stay.second_month in months else months[split]
    return (Part(stay.semester, months[:split], months[0]), Part(stay.semester.next(), months[split:], due))


def semester_months(semester: Semester, book: RateBook) -> UsedRate | None:
    """How many months, and so monthly rates of the basislån, Lånekassen counts in the semester."""
    autumn = semester.season == AUTUMN
    return book.find(BASISLAN_MONTHS_AUTUMN if autumn else BASISLAN_MONTHS_SPRING, rate_day(semester))


def part_of_month(stay: Stay, month: Month) -> tuple[Factor, ...]:
    """The days of a month that is not wholly spent abroad, as steps of a product; nothing for a whole month."""
    days, whole = stay.days_in(month), days_of(month)
    if days == whole:
        return ()
    return (count("days", days, "days"), count("month_of_days", 1 / Decimal(whole), "one over days in a month"))


def rate_day(semester: Semester) -> date:
    """The day whose rates hold for the semester: the study year's first, or 1 January in the spring."""
    return semester.first_month.first_day


def has_length(stay: Stay, length: StayLength) -> bool:
    """Both the first and the last day count: 1 January to 30 June are six months, and no more than six."""
    limit, after = moved(stay.begins, **{length.unit: length.number}), stay.ends + timedelta(days=1)
    holds = {
        MORE_THAN: after > limit,
        AT_LEAST: after >= limit,
        LESS_THAN: after < limit,
        AT_MOST: after <= limit,
    }
    return holds[length.rule]
