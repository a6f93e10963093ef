"""Lånekassen's support for tuition: first tier part grant, the rest loan, never more than the tuition."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from utveksling_cli.model import rate_ids
from utveksling_cli.model.budget import GRANT, LOAN
from utveksling_cli.model.money import NOK, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import AUTUMN
from utveksling_cli.planning.funding.lanekassen import payout_month
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing, of_rate
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

TUITION, EXTRA_LOAN = "lanekassen.skolepenger", "lanekassen.tilleggslan"
TUITION_SUPPORT = frozenset({TUITION, EXTRA_LOAN})


class _Tiers(NamedTuple):
    """How one semester's tuition in NOK falls on the tiers; whole tuition = the sum of all five."""

    first: Decimal
    ordinary: Decimal
    extended: Decimal
    extra: Decimal
    uncovered: Decimal


def tuition_support(part: Part, stay: Stay, tuition: Decimal, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Support for `tuition` NOK in the semester; `tuition` is unrounded. In the Nordics all of it is loan."""
    if stay.region == rate_ids.NORDIC_REGION:
        yield from _nordic(part, stay, tuition, book, exchange)
    else:
        yield from _outside_nordics(part, stay, tuition, book, exchange)


def _nordic(part: Part, stay: Stay, tuition: Decimal, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    day = rate_day(part.semester)
    most, half = book.find(rate_ids.TUITION_NORDIC_MAX, day), book.find(rate_ids.TUITION_SEMESTER_SHARE, day)
    if most is None or half is None:
        yield missing(rate_ids.TUITION_NORDIC_MAX)
        return
    covered = min(tuition, most.value * half.value)
    payment = Payment(TUITION, payout_month(part, stay, book), LOAN)
    yield exchange.line(payment, (count("tuition_in_tier", covered, "NOK"),), NOK, Ground((most, half)))
    yield from _uncovered(tuition - covered)


def _outside_nordics(part: Part, stay: Stay, tuition: Decimal, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    day = rate_day(part.semester)
    first, share = book.find(rate_ids.TUITION_FIRST_TIER, day), book.find(rate_ids.TUITION_GRANT_SHARE, day)
    ordinary, total = book.find(rate_ids.TUITION_ORDINARY_MAX, day), book.find(rate_ids.TUITION_TOTAL_MAX, day)
    half = book.find(rate_ids.TUITION_SEMESTER_SHARE, day)
    if first is None or share is None or total is None or half is None:
        yield missing(rate_ids.TUITION_FIRST_TIER)
        return
    top = _semester_total(total, half, part)
    # Where the ordinary maximum is unknown, all above the first tier is one.
    middle = top if ordinary is None else min(ordinary.value * half.value, top)
    extended = book.find(rate_ids.TUITION_EXTENDED_MAX, day) if stay.choices.extended_grant else None
    if stay.choices.extended_grant and (extended is None or ordinary is None):
        yield Notice("unknown", "budget.extended_grant_unknown")
        extended = None
    free = Decimal(0) if extended is None else extended.value * half.value
    bottom = min(first.value * half.value, middle)
    tiers = _fill(tuition, (bottom, middle - bottom, free, top - middle))
    month = payout_month(part, stay, book)
    grant = (count("tuition_in_tier", tiers.first, "NOK"), of_rate(share))
    loan = (count("tuition_in_tier", tiers.first, "NOK"), count("loan_share", 1 - share.value, "share"))
    yield exchange.line(Payment(TUITION, month, GRANT), grant, NOK, Ground((first, half, share)))
    yield exchange.line(Payment(TUITION, month, LOAN), loan, NOK, Ground((first, half, share)))
    if tiers.ordinary:
        rest = (count("tuition_above_tier", tiers.ordinary, "NOK"),)
        yield exchange.line(Payment(TUITION, month, LOAN), rest, NOK, Ground((ordinary or total, half)))
        if ordinary is None:
            yield Notice("unknown", "budget.ordinary_max_unknown")
    if tiers.extended and extended is not None:
        yield Notice("assumption", "budget.extended_grant_conditions")
        given = (count("tuition_extended", tiers.extended, "NOK"),)
        yield exchange.line(Payment(TUITION, month, GRANT), given, NOK, Ground((extended, half)))
    if tiers.extra:
        beyond = (count("tuition_above_ordinary_max", tiers.extra, "NOK"),)
        yield exchange.line(Payment(EXTRA_LOAN, month, LOAN), beyond, NOK, Ground((total, half)))
    yield from _uncovered(tiers.uncovered)


def _fill(tuition: Decimal, sizes: tuple[Decimal, Decimal, Decimal, Decimal]) -> _Tiers:
    """Fill the tiers from below: part grant, loan, the extended grant, and the extra loan; the rest is uncovered."""
    filled: list[Decimal] = []
    for size in sizes:
        filled.append(min(tuition - sum(filled, Decimal(0)), size))
    return _Tiers._make((*filled, tuition - sum(filled, Decimal(0))))


def _semester_total(total: UsedRate, half: UsedRate, part: Part) -> Decimal:
    """The semester's share of a study year's maximum in whole kroner; the spring has the odd krone of two halves."""
    odd_krone = ROUND_FLOOR if part.semester.season == AUTUMN else ROUND_CEILING
    return (total.value * half.value).to_integral_value(odd_krone)


def _uncovered(amount: Decimal) -> Iterator[Entry]:
    rounded = Money(amount).rounded().amount
    if rounded:
        yield Notice("warning", "budget.tuition_uncovered", {"amount": str(rounded)})
