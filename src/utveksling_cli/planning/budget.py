"""Put a budget together: every grant, loan and cost of a stay, month by month, and what to have before leaving."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.budget import (
    EXPENSE,
    GRANT,
    INCOME,
    LOAN,
    Assumptions,
    Budget,
    Line,
    MonthSum,
    Totals,
)
from utveksling_cli.model.country import Country
from utveksling_cli.model.home import HomeCost
from utveksling_cli.model.money import NOK, ExchangeRate
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate_ids import NORDIC_REGION, TUITION_CURRENCY_LIMIT
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import Month
from utveksling_cli.planning import costs
from utveksling_cli.planning.currency import Support, currency_effects
from utveksling_cli.planning.distance import Place
from utveksling_cli.planning.funding.erasmus import TRAVEL as ERASMUS_TRAVEL
from utveksling_cli.planning.funding.exchange_grants import NORDPLUS_TRAVEL, exchange_grants
from utveksling_cli.planning.funding.lanekassen import (
    TRAVEL,
    basislan,
    income_limit,
    language_grant,
    may_become_grant,
    no_support,
    recruitment,
    travel,
)
from utveksling_cli.planning.funding.tuition import TUITION_SUPPORT, tuition_support
from utveksling_cli.planning.ledger import Entry, Exchange
from utveksling_cli.planning.living import living
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import parts, rate_day

_NOTHING = Decimal(0)
_KIND_ORDER = (GRANT, LOAN, INCOME, EXPENSE)
# What a notice says of the loan is not for a student who wants none.
_OF_LOANS = frozenset({"budget.whole_semesters", "budget.ordinary_max_unknown"})


class Facts(NamedTuple):
    """What a budget is made from: the country, the rates, the exchange rates, and where the journey begins."""

    country: Country
    book: RateBook
    exchange: Exchange
    home: Place | None = None
    home_costs: tuple[HomeCost, ...] = ()


def make_budget(stay: Stay, facts: Facts, known: Iterable[Notice] = ()) -> Budget:
    """The budget of one stay; `known` are notices about how the stay was read.

    A figure that is unknown gives a notice and no line: it is never counted as zero without a word.
    A payment that rounds to nothing is none.
    """
    entries = list(_entries(stay, facts))
    lines = tuple(sorted((entry for entry in entries if isinstance(entry, Line) and entry.amount), key=_order))
    months = month_sums(lines, stay)
    notices = [*known, *(entry for entry in entries if isinstance(entry, Notice)), *_general(lines, stay, facts.book)]
    return Budget(
        _assumptions(stay, facts),
        lines,
        months,
        _totals(lines, months, stay, may_become_grant(lines, stay, facts.book)),
        currency_effects(lines, _tuition_support_at(stay, facts)),
        _once(notices),
    )


def _entries(stay: Stay, facts: Facts) -> Iterator[Entry]:
    book, exchange = facts.book, facts.exchange
    semesters = parts(stay, book)
    grants = list(exchange_grants(stay, facts.home, book, exchange))
    lanekassen = list(_from_lanekassen(semesters, stay, book, exchange))
    yield from _with_one_travel_grant(lanekassen, grants)
    yield from grants
    yield from costs.work(stay, exchange)
    yield from living(stay, facts.country, exchange)
    yield from costs.tuition(semesters, stay, exchange)
    when = costs.timing(stay, book)
    yield from costs.one_off(semesters, stay, facts.country, when, exchange)
    yield from costs.at_home(semesters, stay, facts.home_costs, exchange)
    yield from costs.own(stay, when, exchange)


def _with_one_travel_grant(lanekassen: list[Entry], grants: list[Entry]) -> Iterator[Entry]:
    """Lånekassen pays no journey that others pay; whether Erasmus+ counts as such since it pays them is unknown."""
    paid = {entry.id for entry in grants if isinstance(entry, Line)}
    supported = any(isinstance(entry, Line) and entry.id == TRAVEL for entry in lanekassen)
    if supported and NORDPLUS_TRAVEL in paid:
        lanekassen = [entry for entry in lanekassen if not _is_travel(entry)]
        yield Notice("information", "budget.travel_paid_by_others")
    elif supported and ERASMUS_TRAVEL in paid:
        yield Notice("unknown", "budget.two_travel_grants")
    yield from lanekassen


def _is_travel(entry: Entry) -> bool:
    return entry.id == TRAVEL if isinstance(entry, Line) else entry.code == "budget.travel_share_unknown"


def _from_lanekassen(semesters: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Everything that Lånekassen gives; only the grants for a student who wants no loan."""
    reason = no_support(stay, book)
    if reason is not None:
        yield reason
        return
    for entry in _support(semesters, stay, book, exchange):
        of_loan = entry.kind == LOAN if isinstance(entry, Line) else entry.code in _OF_LOANS
        if not (stay.choices.without_loan and of_loan):
            yield entry
    if stay.choices.without_loan:
        yield Notice("information", "budget.without_loan")
    if stay.choices.with_parents:
        yield Notice("information", "budget.with_parents")
    if not (stay.choices.without_loan or stay.choices.with_parents):
        yield from income_limit(stay, book)


def _support(semesters: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    for part in semesters:
        yield from basislan(part, stay, book, exchange)
    yield from travel(semesters, stay, book, exchange)
    yield from recruitment(semesters, stay, book, exchange)
    yield from language_grant(semesters[0], stay, book, exchange)
    yield from _tuition_support(semesters, stay, book, exchange)


def _tuition_support(semesters: tuple[Part, ...], stay: Stay, book: RateBook, exchange: Exchange) -> Iterator[Entry]:
    """Nothing to support where there is no tuition, or where its currency has no known rate (the cost tells that)."""
    in_nordics = stay.region == NORDIC_REGION
    if stay.choices.extended_grant and (in_nordics or stay.tuition is None or not stay.tuition.amount):
        yield Notice("warning", "budget.extended_grant_not_here")
    if stay.tuition is None or not stay.tuition.amount:
        return
    rate = None if stay.tuition.currency == NOK else exchange.rate(stay.tuition.currency)
    if stay.tuition.currency != NOK and rate is None:
        return
    in_nok = stay.tuition if rate is None else rate.to_nok(stay.tuition)
    for part in semesters:
        yield from tuition_support(part, stay, in_nok.amount / len(semesters), book, exchange)
    least = book.find(TUITION_CURRENCY_LIMIT, rate_day(stay.semester))
    if rate is not None and least is not None:
        yield Notice("information", "budget.support_follows_currency", {"share": str(least.value)})


def month_sums(lines: Iterable[Line], stay: Stay) -> tuple[MonthSum, ...]:
    """Every month from the first payment or the departure to the last, with the running balance from the savings."""
    lines = tuple(lines)
    used = [line.month for line in lines] + [stay.first_month, stay.last_month]
    sums: list[MonthSum] = []
    balance = stay.choices.savings
    for index in range(max(used) - min(used) + 1):
        month = min(used) + index
        grant, loan, income, expense = (_sum(lines, kind, month) for kind in _KIND_ORDER)
        balance += grant + loan + income - expense
        sums.append(MonthSum(month, grant, loan, income, expense, balance))
    return tuple(sums)


def _sum(lines: Iterable[Line], kind: str, month: Month | None = None) -> Decimal:
    return sum((line.amount for line in lines if line.kind == kind and month in {None, line.month}), _NOTHING)


def _totals(lines: tuple[Line, ...], months: tuple[MonthSum, ...], stay: Stay, convertible: Decimal | None) -> Totals:
    lowest = min(months, key=lambda entry: entry.balance)
    grant, loan, income, expense = (_sum(lines, kind) for kind in _KIND_ORDER)
    buffer = max(-lowest.balance, _NOTHING)
    opening = stay.choices.savings
    return Totals(grant, loan, income, expense, opening, convertible, lowest.month, lowest.balance, buffer)


def _tuition_support_at(stay: Stay, facts: Facts) -> Support:
    """What Lånekassen gives towards the tuition when its currency has another rate."""

    def support(rate: ExchangeRate) -> Decimal:
        if stay.tuition is None or stay.tuition.currency != rate.currency:
            return _NOTHING
        exchange = Exchange({rate.currency: rate})
        entries = _from_lanekassen(parts(stay, facts.book), stay, facts.book, exchange)
        found = (entry for entry in entries if isinstance(entry, Line) and entry.id in TUITION_SUPPORT)
        return sum((line.amount for line in found), _NOTHING)

    return support


def _once(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Each notice the first time it was given."""
    found: list[Notice] = []
    for notice in notices:
        if notice not in found:
            found.append(notice)
    return tuple(found)


def _general(lines: tuple[Line, ...], stay: Stay, book: RateBook) -> Iterator[Notice]:
    """What holds for the whole budget because of what is in it."""
    statuses = {line.status for line in lines}
    if "carried_forward" in statuses:
        yield Notice("carried_forward", "budget.carried_forward")
    if any(line.source is None and not line.rates and line.status == "estimate" for line in lines):
        yield Notice("estimate", "budget.without_source")
    if any(line.exchange is not None for line in lines):
        yield Notice("assumption", "budget.exchange_today")
    if stay.choices.green and any(line.id == "cost.flight" and line.status != "user" for line in lines):
        yield Notice("assumption", "budget.flight_though_green")
    ahead = costs.timing(stay, book).ahead
    early = any(line.id in costs.BEFORE_DEPARTURE and line.month < stay.first_month for line in lines)
    if early and ahead is not None:
        yield Notice("assumption", "budget.paid_before_departure", {"span": str(ahead)})
    if any(line.id.startswith("lanekassen.") for line in lines):
        monthly = any(factor.name == "monthly_rates" for line in lines for factor in line.factors)
        yield Notice("assumption", "budget.payout_monthly" if monthly else "budget.payout")
    only_erasmus = stay.choices.traineeship or stay.choices.fewer_opportunities or stay.choices.green
    if only_erasmus and not any(line.id.startswith("erasmus.") for line in lines):
        yield Notice("warning", "budget.erasmus_choices_unused")
    yield Notice("information", "budget.not_included")


def _assumptions(stay: Stay, facts: Facts) -> Assumptions:
    return Assumptions(
        stay.country,
        stay.institution,
        stay.semester,
        stay.months,
        stay.first_month,
        stay.last_month,
        stay.first_day,
        stay.last_day,
        stay.tuition,
        costs.monthly_cost(stay, facts.country),
        facts.exchange.used,
        stay.choices,
    )


def _order(line: Line) -> tuple[int, str, Month]:
    return _KIND_ORDER.index(line.kind), line.id, line.month
