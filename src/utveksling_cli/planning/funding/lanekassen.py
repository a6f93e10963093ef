"""Lånekassen: basislån, travel support and recruitment grant, paid as one sum when each semester begins."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from utveksling_cli.model import rate_ids
from utveksling_cli.model.budget import GRANT, LOAN, Line
from utveksling_cli.model.money import NOK, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import AUTUMN, Month
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing, of_rate
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import parts, rate_day

BASISLAN, TRAVEL, RECRUITMENT = "lanekassen.basislan", "lanekassen.reise", "lanekassen.rekrutteringsstipend"
_HALF = Decimal("0.5")


def payout_month(part: Part, stay: Stay, book: RateBook) -> Month:
    """The earliest month in which the semester's support is paid to a student abroad.

    Earlier in countries whose autumn begins early; January in the spring. A semester whose rule is
    unknown is paid in its first month abroad.
    """
    day = rate_day(part.semester)
    if part.semester.season != AUTUMN:
        identifier = rate_ids.PAYOUT_SPRING
    elif stay.country in book.countries(rate_ids.EARLY_PAYOUT_COUNTRIES, day):
        identifier = rate_ids.PAYOUT_AUTUMN_EARLY
    else:
        identifier = rate_ids.PAYOUT_AUTUMN
    used = book.find(identifier, day)
    return part.months[0] if used is None else Month(part.semester.year, int(used.value))


def basislan(part: Part, stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Five monthly rates for an autumn and six for a spring, whatever the length of the stay in it. All of it loan."""
    day = rate_day(part.semester)
    season = rate_ids.BASISLAN_MONTHS_AUTUMN if part.semester.season == AUTUMN else rate_ids.BASISLAN_MONTHS_SPRING
    rate, months = book.find(rate_ids.BASISLAN, day), book.find(season, day)
    if rate is None or months is None:
        yield missing(rate_ids.BASISLAN)
        return
    if len(part.months) != months.value:
        yield Notice("assumption", "budget.whole_semesters")
    payment = Payment(BASISLAN, payout_month(part, stay, book), LOAN)
    yield exchange.line(payment, (of_rate(rate), of_rate(months)), NOK, Ground((rate, months)))


def may_become_grant(lines: tuple[Line, ...], stay: Stay, book: RateBook) -> Decimal | None:
    """The most of the basislån that can be turned into grant the year after; None when the share is unknown.

    The share is that of the stay's last semester: in the first the loan may have been older than any known share.
    """
    share = book.find(rate_ids.CONVERTIBLE_SHARE, rate_day(parts(stay, book)[-1].semester))
    if share is None:
        return None
    total = sum((line.amount for line in lines if line.id == BASISLAN), Decimal(0))
    return Money(total * share.value).rounded().amount


def travel(stay_parts: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """One return trip for a stay in one semester, two for a longer one; half of the rate each. None in the Nordics."""
    if stay.region == rate_ids.NORDIC_REGION:
        yield Notice("information", "budget.no_travel_in_nordics")
        return
    long_stay = len(stay_parts) > 1
    for part in stay_parts:
        yield from _one_trip(part, stay, book, exchange, long_stay=long_stay)


def _one_trip(part: Part, stay: Stay, book: RateBook, exchange: Exchange, *, long_stay: bool) -> Iterator[Entry]:
    day = rate_day(part.semester)
    rate = book.find(rate_ids.TRAVEL_BY_REGION[stay.region], day)
    if rate is None:
        yield missing(rate_ids.TRAVEL_BY_REGION[stay.region])
        return
    share = book.find(rate_ids.TRAVEL_GRANT_SHARE_LONG if long_stay else rate_ids.TRAVEL_GRANT_SHARE, day)
    month = payout_month(part, stay, book)
    trip = (of_rate(rate), count("one_of_two_trips", _HALF))
    if share is None:
        yield Notice("unknown", "budget.travel_share_unknown")
        yield exchange.line(Payment(TRAVEL, month, LOAN), trip, NOK, Ground((rate,)))
        return
    ground = Ground((rate, share))
    yield exchange.line(Payment(TRAVEL, month, GRANT), (*trip, of_rate(share)), NOK, ground)
    yield exchange.line(
        Payment(TRAVEL, month, LOAN), (*trip, count("loan_share", 1 - share.value, "share")), NOK, ground
    )


def recruitment(stay_parts: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """A monthly grant in the countries on Lånekassen's list, paid once a semester, with a most for each study year."""
    left: dict[int, int] = {}
    for part in stay_parts:
        day = rate_day(part.semester)
        if stay.country not in book.countries(rate_ids.RECRUITMENT_COUNTRIES, day):
            continue
        rate, most = book.find(rate_ids.RECRUITMENT_GRANT, day), book.find(rate_ids.RECRUITMENT_MAX_MONTHS, day)
        if rate is None or most is None:
            yield missing(rate_ids.RECRUITMENT_GRANT)
            continue
        year = part.semester.academic_year.start
        months = min(len(part.months), left.get(year, int(most.value)))
        left[year] = left.get(year, int(most.value)) - months
        if months:
            payment = Payment(RECRUITMENT, payout_month(part, stay, book), GRANT)
            yield exchange.line(payment, (of_rate(rate), count("months", months, "months")), NOK, Ground((rate, most)))
