"""Put a budget together: every grant, loan and cost of a stay, month by month, and what to have before leaving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from utveksling_cli.model.budget import (
    EXPENSE,
    GRANT,
    LOAN,
    Assumptions,
    Budget,
    Line,
    MonthSum,
    Totals,
)
from utveksling_cli.model.country import Country
from utveksling_cli.model.money import NOK, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import Month
from utveksling_cli.planning import costs
from utveksling_cli.planning.funding.exchange_grants import exchange_grants
from utveksling_cli.planning.funding.lanekassen import basislan, may_become_grant, recruitment, travel
from utveksling_cli.planning.funding.tuition import tuition_support
from utveksling_cli.planning.ledger import Entry, Exchange
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import parts

_NOTHING = Decimal(0)
_KIND_ORDER = (GRANT, LOAN, EXPENSE)


def make_budget(
    stay: Stay, country: Country, book: RateBook, exchange: Exchange, known: Iterable[Notice] = ()
) -> Budget:
    """The budget of one stay; `known` are notices about how the stay was read.

    A figure that is unknown gives a notice and no line: it is never counted as zero without a word.
    A payment that rounds to nothing is none.
    """
    entries = list(_entries(stay, country, book, exchange))
    lines = tuple(sorted((entry for entry in entries if isinstance(entry, Line) and entry.amount), key=_order))
    months = month_sums(lines, stay)
    notices = [*known, *(entry for entry in entries if isinstance(entry, Notice)), *_general(lines)]
    return Budget(
        _assumptions(stay, country, exchange),
        lines,
        months,
        _totals(lines, months, may_become_grant(lines, stay, book)),
        _once(notices),
    )


def _entries(stay: Stay, country: Country, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    semesters = parts(stay, book)
    for part in semesters:
        yield from basislan(part, stay, book, exchange)
    yield from travel(semesters, stay, book, exchange)
    yield from recruitment(semesters, stay, book, exchange)
    yield from _tuition_support(semesters, stay, book, exchange)
    yield from exchange_grants(stay, book, exchange)
    yield from costs.living(stay, country, exchange)
    yield from costs.tuition(semesters, stay, exchange)
    yield from costs.one_off(semesters, stay, country, exchange)


def _tuition_support(semesters: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Nothing to support where there is no tuition, or where its currency has no known rate (the cost tells that)."""
    if stay.tuition is None or not stay.tuition.amount:
        return
    rate = None if stay.tuition.currency == NOK else exchange.rate(stay.tuition.currency)
    if stay.tuition.currency != NOK and rate is None:
        return
    in_nok = stay.tuition if rate is None else rate.to_nok(stay.tuition)
    for part in semesters:
        yield from tuition_support(part, stay, in_nok.amount / len(semesters), book, exchange)


def month_sums(lines: Iterable[Line], stay: Stay) -> tuple[MonthSum, ...]:
    """Every month from the first payment or the departure to the last, with the running balance from zero."""
    lines = tuple(lines)
    used = [line.month for line in lines] + [stay.first_month, stay.last_month]
    sums: list[MonthSum] = []
    balance = _NOTHING
    for index in range(max(used) - min(used) + 1):
        month = min(used) + index
        grant, loan, expense = (_sum(lines, kind, month) for kind in _KIND_ORDER)
        balance += grant + loan - expense
        sums.append(MonthSum(month, grant, loan, expense, balance))
    return tuple(sums)


def _sum(lines: Iterable[Line], kind: str, month: Month | None = None) -> Decimal:
    return sum((line.amount for line in lines if line.kind == kind and month in {None, line.month}), _NOTHING)


def _totals(lines: tuple[Line, ...], months: tuple[MonthSum, ...], convertible: Decimal | None) -> Totals:
    lowest = min(months, key=lambda entry: entry.balance)
    grant, loan, expense = (_sum(lines, kind) for kind in _KIND_ORDER)
    buffer = max(-lowest.balance, _NOTHING)
    return Totals(grant, loan, expense, convertible, lowest.month, lowest.balance, buffer)


def _once(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Each notice the first time it was given."""
    found: list[Notice] = []
    for notice in notices:
        if notice not in found:
            found.append(notice)
    return tuple(found)


def _general(lines: tuple[Line, ...]) -> Iterator[Notice]:
    """What holds for the whole budget because of what is in it."""
    statuses = {line.status for line in lines}
    if "carried_forward" in statuses:
        yield Notice("carried_forward", "budget.carried_forward")
    if any(line.source is None and not line.rates and line.status == "estimate" for line in lines):
        yield Notice("estimate", "budget.without_source")
    if any(line.exchange is not None for line in lines):
        yield Notice("assumption", "budget.exchange_today")
    if any(line.id in costs.BEFORE_DEPARTURE for line in lines):
        yield Notice("assumption", "budget.paid_before_departure")
    yield Notice("assumption", "budget.payout")
    yield Notice("information", "budget.not_included")


def _assumptions(stay: Stay, country: Country, exchange: Exchange) -> Assumptions:
    planned = country.planning_month
    living = stay.living_cost
    if living is None and planned is not None and planned.amount is not None and planned.currency is not None:
        living = Money(Decimal(planned.amount), planned.currency)
    return Assumptions(
        stay.country,
        stay.institution,
        stay.semester,
        stay.months,
        stay.first_month,
        stay.last_month,
        stay.tuition,
        living,
        exchange.used,
    )


def _order(line: Line) -> tuple[int, str, Month]:
    return _KIND_ORDER.index(line.kind), line.id, line.month
