"""Grants for the exchange itself: Erasmus+, SEMP in Switzerland, and NTNU-stipend outside Europe.

A grant follows the rates of the study year in which the stay begins, however long the stay is.
"""

from __future__ import annotations

from calendar import monthrange
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
_SEMP_AGREEMENTS = frozenset({"swiss_semp", "unknown"})
# Networks whose grant, if any, is for the network to give; NTNU gives one grant for each stay.
_NORDIC_NETWORKS = frozenset({"nordplus", "nordlys", "nordtek"})
_EUROPE = frozenset({"europa", rate_ids.NORDIC_REGION})
_DAYS_PER_WEEK = 7


def exchange_grants(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """The one grant that the stay can give: only one is paid for each stay."""
    day = rate_day(stay.semester)
    if any(stay.country in book.countries(group, day) for group in rate_ids.ERASMUS_SETS):
        yield from _in_programme(stay, book, exchange)
        return
    if stay.country in book.countries(rate_ids.ERASMUS_PLANNED, day):
        yield Notice("unknown", "budget.erasmus_planned")
    if stay.country in book.countries(rate_ids.SEMP_COUNTRIES, day) and _allows(stay, _SEMP_AGREEMENTS):
        yield from _semp(stay, book, exchange)
    elif stay.region in _EUROPE and book.find(rate_ids.ERASMUS_GROUP_1, day) is None:
        # Before the oldest list: whether the country was in the programme that year is not known.
        yield missing(ERASMUS)
    elif stay.agreements and stay.agreements & _NORDIC_NETWORKS:
        yield _grant_of_agreement_unknown(stay.agreements & _NORDIC_NETWORKS)
    else:
        yield from _ntnu(stay, book, exchange)


def _allows(stay: Stay, agreements: frozenset[str]) -> bool:
    """Nothing known of the host's agreements stands in the way of one of these."""
    return not stay.agreements or bool(stay.agreements & agreements)


def _grant_of_agreement_unknown(agreements: frozenset[str]) -> Notice:
    return Notice("unknown", "budget.grant_of_agreement_unknown", {"agreements": ", ".join(sorted(agreements))})


def _in_programme(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    if stay.agreements and not _allows(stay, _ERASMUS_AGREEMENTS):
        yield _grant_of_agreement_unknown(stay.agreements)
    else:
        yield from _erasmus(stay, book, exchange)


def _erasmus(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """A first share when arrival is confirmed, the rest after the stay."""
    day = rate_day(stay.semester)
    high = stay.country in book.countries(rate_ids.ERASMUS_SETS[0], day)
    rate = book.find(rate_ids.ERASMUS_GROUP_1 if high else rate_ids.ERASMUS_GROUPS_2_3, day)
    share, weeks = book.find(rate_ids.ERASMUS_FIRST_SHARE, day), book.find(rate_ids.ERASMUS_PAYOUT_WEEKS, day)
    in_month, least = book.find(rate_ids.ERASMUS_DAYS_PER_MONTH, day), book.find(rate_ids.ERASMUS_MIN_DAYS, day)
    if rate is None or share is None or weeks is None or in_month is None or least is None:
        yield missing(ERASMUS)
        return
    if stay.months * in_month.value < least.value:
        yield Notice("warning", "budget.erasmus_too_short", {"days": str(least.value)})
        return
    yield Notice("assumption", "budget.erasmus_assumed")
    product = (of_rate(rate), count("months", stay.months, "months"))
    ground = Ground((rate, share))
    first = Payment(ERASMUS, _weeks_after(stay.first_month.first_day, weeks), GRANT)
    yield exchange.line(first, (*product, of_rate(share)), "EUR", ground)
    last = Payment(ERASMUS, _weeks_after(_last_day(stay.last_month), weeks), GRANT)
    yield exchange.line(last, (*product, count("last_share", 1 - share.value, "share")), "EUR", ground)


def _semp(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Paid by the Swiss host, month by month; the host decides the amount."""
    day = rate_day(stay.semester)
    rate, least = book.find(rate_ids.SEMP_GRANT, day), book.find(rate_ids.SEMP_MIN_MONTHS, day)
    if rate is None or least is None:
        yield missing(SEMP)
        return
    if stay.months < least.value:
        yield Notice("warning", "budget.semp_too_short", {"months": str(least.value)})
        return
    yield Notice("assumption", "budget.semp_by_host")
    for month in stay.calendar_months:
        yield exchange.line(Payment(SEMP, month, GRANT), (of_rate(rate),), "CHF", Ground((rate,)))


def _ntnu(stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """One payment about the middle of the stay's first semester."""
    day = rate_day(stay.semester)
    rate = book.find(rate_ids.NTNU_GRANT, day)
    if rate is None:
        yield missing(NTNU)
        return
    yield Notice("assumption", "budget.ntnu_grant_not_certain")
    if stay.country in book.countries(rate_ids.RECRUITMENT_COUNTRIES, day):
        yield Notice("unknown", "budget.ntnu_grant_with_recruitment")
    middle = stay.first_month + (min(stay.months, _FIRST_SEMESTER_MONTHS) // 2)
    yield exchange.line(Payment(NTNU, middle, GRANT), (of_rate(rate),), NOK, Ground((rate,)))


_FIRST_SEMESTER_MONTHS = 5


def _weeks_after(day: date, weeks: UsedRate) -> Month:
    later = day + timedelta(days=int(weeks.value * Decimal(_DAYS_PER_WEEK)))
    return Month(later.year, later.month)


def _last_day(month: Month) -> date:
    return date(month.year, month.month, monthrange(month.year, month.month)[1])
