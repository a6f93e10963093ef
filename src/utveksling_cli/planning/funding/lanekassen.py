"""Lånekassen: basislån, travel support, recruitment and language grant.

Abroad all of it is paid as one sum when each semester begins; the basislån can be paid monthly, as in Norway.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model import rate_ids
from utveksling_cli.model.budget import GRANT, LOAN, Factor, Line
from utveksling_cli.model.choices import MONTHLY
from utveksling_cli.model.money import NOK, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import AUTUMN, AcademicYear, Month
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing, of_rate
from utveksling_cli.planning.rates import CARRIED_FORWARD, RateBook
from utveksling_cli.planning.stays import parts, rate_day, semester_months

BASISLAN, TRAVEL, RECRUITMENT = "lanekassen.basislan", "lanekassen.reise", "lanekassen.rekrutteringsstipend"
LANGUAGE = "lanekassen.sprakstipend"
_DAYS_PER_WEEK = 7


def payout_month(part: Part, stay: Stay, book: RateBook) -> Month:
    """The earliest month in which the semester's support is paid to a student abroad.

    Earlier in countries whose autumn begins early; January in the spring. A semester whose rule is
    unknown is paid in its first month abroad.
    """
    day = rate_day(part.semester)
    if part.semester.season != AUTUMN:
        identifier = rate_ids.PAYOUT_SPRING
    elif stay.country in book.codes(rate_ids.EARLY_PAYOUT_COUNTRIES, day):
        identifier = rate_ids.PAYOUT_AUTUMN_EARLY
    else:
        identifier = rate_ids.PAYOUT_AUTUMN
    used = book.find(identifier, day)
    return part.months[0] if used is None else Month(part.semester.year, int(used.value))


def basislan(part: Part, stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """The semester's monthly rates, whatever the length of the stay in it. All of it loan."""
    day = rate_day(part.semester)
    rate, months = book.find(rate_ids.BASISLAN, day), semester_months(part.semester, book)
    if rate is None or months is None:
        yield missing(rate_ids.BASISLAN)
        return
    if len(part.months) != months.value:
        yield Notice("assumption", "budget.whole_semesters")
    if stay.choices.payout == MONTHLY:
        start, ordinary = book.find(rate_ids.MONTHLY_START, day), book.find(rate_ids.MONTHLY_ORDINARY, day)
        if start is not None and ordinary is not None:
            yield from _monthly(part, (rate, months, start, ordinary), exchange)
            return
        yield Notice("unknown", "budget.months_unknown")
    payment = Payment(BASISLAN, payout_month(part, stay, book), LOAN)
    yield exchange.line(payment, (of_rate(rate), of_rate(months)), NOK, Ground((rate, months)))


def _monthly(part: Part, rates: tuple[UsedRate, UsedRate, UsedRate, UsedRate], exchange: Exchange) -> Iterator[Entry]:
    """As in Norway: more when the semester begins, less in an ordinary month, and what is left in the last one.

    A semester's months add up to its monthly rates; in the spring June takes what the others leave.
    """
    rate, months, start, ordinary = rates
    left = months.value
    ground = Ground(rates)
    for index in range(int(months.value)):
        last = index == int(months.value) - 1
        share = left if last else min(left, ordinary.value if index else start.value)
        left -= share
        payment = Payment(BASISLAN, part.semester.first_month + index, LOAN)
        yield exchange.line(payment, (of_rate(rate), count("monthly_rates", share)), NOK, ground)


def may_become_grant(lines: tuple[Line, ...], stay: Stay, book: RateBook) -> Decimal | None:
    """The most of the basislån that can be turned into grant the year after; None when the share is unknown.

    The share is that of the stay's last semester: in the first the loan may have been older than any known share.
    Nothing is turned into grant for the time with one's parents.
    """
    if stay.choices.with_parents:
        return Decimal(0)
    share = book.find(rate_ids.CONVERTIBLE_SHARE, rate_day(parts(stay, book)[-1].semester))
    if share is None:
        return None
    total = sum((line.amount for line in lines if line.id == BASISLAN), Decimal(0))
    return Money(total * share.value).rounded().amount


def travel(stay_parts: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """One return trip for a stay in one semester, two for a longer one; each its share of the rate for both.

    None in the Nordics, and none to one's parents.
    """
    if stay.choices.with_parents:
        return
    if stay.region == rate_ids.NORDIC_REGION:
        yield Notice("information", "budget.no_travel_in_nordics")
        return
    long_stay = len(stay_parts) > 1
    seen: set[AcademicYear] = set()
    for part in stay_parts:
        year = part.semester.academic_year
        trip = _Trip(long_stay, second=year in seen)
        seen.add(year)
        yield from _one_trip(trip, part, stay, book, exchange)


class _Trip(NamedTuple):
    """`second` is the other trip of the same study year: it takes what the first one left of the year's kroner."""

    long_stay: bool
    second: bool

    def factors(self, rate: UsedRate, one: UsedRate, share: Factor) -> tuple[Factor, ...]:
        if not self.second:
            return (of_rate(rate), count("one_of_two_trips", one.value), share)
        first = Money(rate.value * one.value * share.value).rounded().amount
        return (count("rest_of_two_trips", Money(rate.value * share.value).rounded().amount - first, "NOK"),)


def _one_trip(trip: _Trip, part: Part, stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    day = rate_day(part.semester)
    rate, one = book.find(rate_ids.TRAVEL_BY_REGION[stay.region], day), book.find(rate_ids.TRAVEL_TRIP_SHARE, day)
    if rate is None or one is None:
        yield missing(rate_ids.TRAVEL_BY_REGION[stay.region])
        return
    share = book.find(rate_ids.TRAVEL_GRANT_SHARE_LONG if trip.long_stay else rate_ids.TRAVEL_GRANT_SHARE, day)
    month = payout_month(part, stay, book)
    if share is None:
        yield Notice("unknown", "budget.travel_share_unknown")
        all_of_it = (of_rate(rate), count("one_of_two_trips", one.value))
        yield exchange.line(Payment(TRAVEL, month, LOAN), all_of_it, NOK, Ground((rate, one)))
        return
    ground = Ground((rate, one, share))
    yield exchange.line(Payment(TRAVEL, month, GRANT), trip.factors(rate, one, of_rate(share)), NOK, ground)
    rest = count("loan_share", 1 - share.value, "share")
    yield exchange.line(Payment(TRAVEL, month, LOAN), trip.factors(rate, one, rest), NOK, ground)


def recruitment(stay_parts: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """A monthly grant in the countries on Lånekassen's list, paid once a semester, with a most for each study year.

    The days in a month that is only begun at both ends of the stay make one month, not two.
    """
    left: dict[int, int] = {}
    abroad = stay.months
    for part in stay_parts:
        day = rate_day(part.semester)
        months = min(len(part.months), abroad)
        abroad -= months
        if stay.country not in book.codes(rate_ids.RECRUITMENT_COUNTRIES, day):
            continue
        rate, most = book.find(rate_ids.RECRUITMENT_GRANT, day), book.find(rate_ids.RECRUITMENT_MAX_MONTHS, day)
        if rate is None or most is None:
            yield missing(rate_ids.RECRUITMENT_GRANT)
            continue
        year = part.semester.academic_year.start
        months = min(months, left.get(year, int(most.value)))
        left[year] = left.get(year, int(most.value)) - months
        if months:
            payment = Payment(RECRUITMENT, payout_month(part, stay, book), GRANT)
            yield exchange.line(payment, (of_rate(rate), count("months", months, "months")), NOK, Ground((rate, most)))


def language_grant(first: Part, stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Once, for a preparatory course that is long enough, when teaching is in no language that Norwegians know.

    Not in the countries whose own language they know.
    """
    weeks = stay.choices.language_weeks
    if weeks is None:
        return
    day = rate_day(first.semester)
    rate, least = book.find(rate_ids.LANGUAGE_GRANT, day), book.find(rate_ids.LANGUAGE_MIN_WEEKS, day)
    if rate is None or least is None:
        yield missing(rate_ids.LANGUAGE_GRANT)
    elif weeks < least.value:
        yield Notice("warning", "budget.language_course_too_short", {"weeks": str(least.value)})
    elif _language_is_known(stay, book, day):
        yield Notice("warning", "budget.language_grant_not_here")
    else:
        yield Notice("assumption", "budget.language_grant_conditions")
        payment = Payment(LANGUAGE, payout_month(first, stay, book), GRANT)
        yield exchange.line(payment, (of_rate(rate),), NOK, Ground((rate, least)))


def _language_is_known(stay: Stay, book: RateBook, day: date) -> bool:
    if stay.country in book.codes(rate_ids.NO_LANGUAGE_GRANT_COUNTRIES, day):
        return True
    return bool(stay.teaching_languages) and stay.teaching_languages <= book.codes(rate_ids.KNOWN_LANGUAGES, day)


def income_limit(stay: Stay, book: RateBook) -> Iterator[Notice]:
    """What the student may earn in each calendar year before less of the basislån becomes grant.

    The newest that is known, and said to be no more, where a year has none of its own.
    """
    for year in sorted({month.year for month in stay.calendar_months}):
        limit = book.find(rate_ids.INCOME_LIMIT, date(year, 1, 1))
        if limit is not None:
            code = "budget.income_limit_old" if limit.status == CARRIED_FORWARD else "budget.income_limit"
            yield Notice("information", code, {"amount": str(limit.value), "year": limit.from_date[:4]})


def no_support(stay: Stay, book: RateBook) -> Notice | None:
    """Why Lånekassen gives the stay nothing: the country, or that it is too short (which only exact days can tell)."""
    day = rate_day(stay.semester)
    if stay.country in book.codes(rate_ids.UNSUPPORTED_COUNTRIES, day):
        return Notice("warning", "budget.lanekassen_not_here")
    least = book.find(rate_ids.MIN_STAY_WEEKS, day)
    days = (stay.ends - stay.begins).days + 1
    if least is None or stay.first_day is None or days >= least.value * _DAYS_PER_WEEK:
        return None
    return Notice("warning", "budget.lanekassen_too_short", {"weeks": str(least.value)})
