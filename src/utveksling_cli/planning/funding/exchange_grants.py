"""Grants for the exchange itself: Erasmus+, SEMP in Switzerland, and NTNU-stipend outside Europe."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from utveksling_cli.model import rate_ids
from utveksling_cli.model.budget import GRANT
from utveksling_cli.model.money import NOK
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Month
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing, of_rate
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

ERASMUS, SEMP, NTNU = "erasmus.opphold", "semp.opphold", "ntnu.stipend"
_ERASMUS_AGREEMENTS = frozenset({"erasmus", "enhance", "unknown"})
_DAYS_PER_WEEK = 7


def exchange_grants(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """The one grant that the stay can give: only one is paid for each stay."""
    day = _study_day(stay.first_month, stay)
    if stay.country in book.countries(rate_ids.SEMP_COUNTRIES, day):
        yield from _semp(stay, book, exchange)
    elif not any(stay.country in book.countries(group, day) for group in rate_ids.ERASMUS_SETS):
        yield from _ntnu(stay, book, exchange)
    elif stay.agreements and not stay.agreements & _ERASMUS_AGREEMENTS:
        yield Notice("unknown", "budget.grant_of_agreement_unknown", {"agreements": ", ".join(sorted(stay.agreements))})
    else:
        yield from _erasmus(stay, book, exchange)


def _study_day(month: Month, stay: Stay) -> date:
    """A month before the study year's first still belongs to that year when the stay begins early."""
    return max(month.first_day, rate_day(stay.semester))


def _erasmus(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Each month at its own rate; a first share when arrival is confirmed, the rest after the stay."""
    rates = Counter(_erasmus_rate(month, stay, book) for month in stay.calendar_months)
    terms = [
        book.find(identifier, rate_day(stay.semester))
        for identifier in (
            rate_ids.ERASMUS_FIRST_SHARE,
            rate_ids.ERASMUS_PAYOUT_WEEKS,
            rate_ids.ERASMUS_DAYS_PER_MONTH,
            rate_ids.ERASMUS_MIN_DAYS,
        )
    ]
    share, weeks, days_per_month, min_days = terms
    if None in rates or share is None or weeks is None or days_per_month is None or min_days is None:
        yield missing(ERASMUS)
        return
    if stay.months * days_per_month.value < min_days.value:
        yield Notice("warning", "budget.erasmus_too_short", {"days": str(min_days.value)})
        return
    if stay.agreements is None:
        yield Notice("assumption", "budget.erasmus_assumed")
    first = _weeks_after(stay.first_month.first_day, weeks)
    last = _weeks_after(_last_day(stay.last_month), weeks)
    for rate, months in rates.items():
        assert rate is not None
        product = (of_rate(rate), count("months", months, "months"))
        ground = Ground((rate, share))
        yield exchange.line(Payment(ERASMUS, first, GRANT), (*product, of_rate(share)), "EUR", ground)
        rest = count("last_share", 1 - share.value, "share")
        yield exchange.line(Payment(ERASMUS, last, GRANT), (*product, rest), "EUR", ground)


def _erasmus_rate(month: Month, stay: Stay, book: RateBook) -> UsedRate | None:
    day = _study_day(month, stay)
    high = stay.country in book.countries(rate_ids.ERASMUS_SETS[0], day)
    return book.find(rate_ids.ERASMUS_GROUP_1 if high else rate_ids.ERASMUS_GROUPS_2_3, day)


def _semp(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Paid by the Swiss host, month by month; the host decides the amount."""
    yield Notice("assumption", "budget.semp_by_host")
    for month in stay.calendar_months:
        rate = book.find(rate_ids.SEMP_GRANT, _study_day(month, stay))
        if rate is None:
            yield missing(rate_ids.SEMP_GRANT)
            return
        yield exchange.line(Payment(SEMP, month, GRANT), (of_rate(rate),), "CHF", Ground((rate,)))


def _ntnu(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """One payment about the middle of the stay's first semester."""
    rate = book.find(rate_ids.NTNU_GRANT, rate_day(stay.semester))
    if rate is None:
        yield missing(rate_ids.NTNU_GRANT)
        return
    yield Notice("assumption", "budget.ntnu_grant_not_certain")
    middle = stay.first_month + (min(stay.months, _FIRST_SEMESTER_MONTHS) // 2)
    yield exchange.line(Payment(NTNU, middle, GRANT), (of_rate(rate),), NOK, Ground((rate,)))


_FIRST_SEMESTER_MONTHS = 5


def _weeks_after(day: date, weeks: UsedRate) -> Month:
    later = day + timedelta(days=int(weeks.value * Decimal(_DAYS_PER_WEEK)))
    return Month(later.year, later.month)


def _last_day(month: Month) -> date:
    return date(month.year, month.month, monthrange(month.year, month.month)[1])
