"""Erasmus+: the grant by days, the supplement for fewer opportunities, travel by distance, and green travel.

Everything follows the rates of the study year in which the stay begins, however long the stay is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from utveksling_cli.model import rate_ids
from utveksling_cli.model.budget import GRANT, Factor
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.stay import Stay, counted_days
from utveksling_cli.model.time import Month
from utveksling_cli.planning.distance import Place, great_circle_km
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing, of_rate
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

STAY, TOP_UP, TRAVEL, TRAVEL_DAYS = "erasmus.opphold", "erasmus.tillegg", "erasmus.reise", "erasmus.reisedager"
EURO = "EUR"
_DAYS_PER_WEEK = 7


def erasmus(stay: Stay, home: Place | None, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """All that Erasmus+ gives for the stay; `home` is where the journey begins, in degrees."""
    day = rate_day(stay.semester)
    rate = book.find(_stay_rate(stay, book, day), day)
    share, weeks = book.find(rate_ids.ERASMUS_FIRST_SHARE, day), book.find(rate_ids.ERASMUS_PAYOUT_WEEKS, day)
    in_month, least = book.find(rate_ids.ERASMUS_DAYS_PER_MONTH, day), book.find(rate_ids.ERASMUS_MIN_DAYS, day)
    if rate is None or share is None or weeks is None or in_month is None or least is None:
        yield missing(STAY)
        return
    days = Decimal(_days(stay, in_month))
    if days < least.value:
        yield Notice("warning", "budget.erasmus_too_short", {"days": str(least.value)})
        return
    yield Notice("assumption", "budget.erasmus_assumed")
    most = book.find(rate_ids.ERASMUS_MAX_MONTHS, day)
    if most is not None and days > most.value * in_month.value:
        yield Notice("warning", "budget.erasmus_too_long", {"months": str(most.value)})
        days = most.value * in_month.value
    length = _length(days, in_month)
    payouts = _Payouts(stay, weeks, (share,) if len(length) == 1 else (share, in_month))
    yield from payouts.lines(STAY, rate, length, exchange)
    if stay.choices.fewer_opportunities:
        yield from _top_up(payouts, length, day, book, exchange)
    yield from _travel(payouts, home, book, exchange)
    if stay.choices.green:
        yield from _travel_days(payouts, rate, in_month, book, exchange)


def _stay_rate(stay: Stay, book: RateBook, day: date) -> str:
    high = stay.country in book.codes(rate_ids.ERASMUS_SETS[0], day)
    if stay.choices.traineeship:
        return rate_ids.ERASMUS_TRAINEE_1 if high else rate_ids.ERASMUS_TRAINEE_2_3
    return rate_ids.ERASMUS_GROUP_1 if high else rate_ids.ERASMUS_GROUPS_2_3


def _days(stay: Stay, in_month: UsedRate) -> int:
    if stay.first_day is None:
        return stay.months * int(in_month.value)
    return counted_days(stay.begins, stay.ends)


def _length(days: Decimal, in_month: UsedRate) -> tuple[Factor, ...]:
    """Whole months as months; else days, each a thirtieth of a month."""
    months, rest = divmod(days, in_month.value)
    if not rest:
        return (count("months", months, "months"),)
    return (count("days", days, "days"), count("month_of_days", 1 / in_month.value, "one over days in a month"))


class _Payouts:
    """When the two instalments come: some weeks after arrival and after the stay, and how much is in the first."""

    def __init__(self, stay: Stay, weeks: UsedRate, rules: tuple[UsedRate, ...]) -> None:
        """`rules` are the share of the first instalment, and what a month is where single days are paid."""
        self.stay = stay
        self._rules = rules
        self._first = _weeks_after(stay.begins, weeks)
        self.last = _weeks_after(stay.ends, weeks)

    def lines(self, identifier: str, rate: UsedRate, length: Iterable[Factor], exchange: Exchange) -> Iterator[Entry]:
        product = (of_rate(rate), *length)
        share = self._rules[0]
        ground = Ground((rate, *self._rules))
        rest = count("last_share", 1 - share.value, "share")
        first = Payment(identifier, self._first, GRANT)
        yield exchange.line(first, (*product, of_rate(share)), EURO, ground)
        yield exchange.line(Payment(identifier, self.last, GRANT), (*product, rest), EURO, ground)


def _top_up(
    payouts: _Payouts, length: tuple[Factor, ...], day: date, book: RateBook, exchange: Exchange
) -> Iterator[Entry]:
    rate = book.find(rate_ids.ERASMUS_TOP_UP, day)
    if rate is None:
        yield missing(rate_ids.ERASMUS_TOP_UP)
        return
    yield Notice("assumption", "budget.erasmus_top_up")
    yield from payouts.lines(TOP_UP, rate, length, exchange)


def _travel(payouts: _Payouts, home: Place | None, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """One sum for the journey there and back, by the distance one way; paid with the last instalment."""
    stay = payouts.stay
    if home is None or stay.place is None:
        yield Notice("unknown", "budget.erasmus_travel_needs_host")
        return
    km = great_circle_km(home, stay.place)
    band = max((lower for lower in rate_ids.ERASMUS_BANDS if lower <= km), default=None)
    if band is None:
        return
    standard, green = rate_ids.ERASMUS_TRAVEL[band]
    identifier = green if stay.choices.green else standard
    day = rate_day(stay.semester)
    rate, near = book.find(identifier, day), book.find(rate_ids.ERASMUS_NEAR_BAND, day)
    if rate is None:
        yield missing(identifier)
        return
    yield Notice("assumption", "budget.erasmus_travel", {"km": str(round(km))})
    if near is not None and any(abs(km - edge) < near.value for edge in rate_ids.ERASMUS_BANDS):
        yield Notice("warning", "budget.erasmus_band_near")
    yield exchange.line(Payment(TRAVEL, payouts.last, GRANT), (of_rate(rate),), EURO, Ground((rate,)))


def _travel_days(
    payouts: _Payouts, rate: UsedRate, in_month: UsedRate, book: RateBook, exchange: Exchange
) -> Iterator[Entry]:
    """Extra days on a green journey, each a day of the grant; the most that can be given, so an assumption."""
    day = rate_day(payouts.stay.semester)
    most, least = book.find(rate_ids.ERASMUS_GREEN_DAYS, day), book.find(rate_ids.ERASMUS_GREEN_SHARE, day)
    if most is None or least is None:
        yield missing(rate_ids.ERASMUS_GREEN_DAYS)
        return
    yield Notice("assumption", "budget.erasmus_green", {"share": str(least.value), "days": str(most.value)})
    factors = (of_rate(rate), of_rate(most), count("month_of_days", 1 / in_month.value, "one over days in a month"))
    ground = Ground((rate, most), status="assumption")
    yield exchange.line(Payment(TRAVEL_DAYS, payouts.last, GRANT), factors, EURO, ground)


def _weeks_after(day: date, weeks: UsedRate) -> Month:
    later = day + timedelta(days=int(weeks.value * _DAYS_PER_WEEK))
    return Month(later.year, later.month)
