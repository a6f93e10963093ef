"""What a month of living costs: the student's own figure, the town's, or the country's; split where the source does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.budget import EXPENSE
from utveksling_cli.model.choices import OwnCost
from utveksling_cli.model.country import Cost, CostPart, Country
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.words import fold
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count
from utveksling_cli.planning.stays import part_of_month

LIVING, RENT = "cost.living", "cost.rent"
_PARTS = {"rent": RENT, "food": "cost.food", "transport": "cost.transport"}
_OTHER = "cost.living_other"


class Monthly(NamedTuple):
    """One part of a month's living, or all of it; `id` is the line's."""

    id: str
    amount: Money
    ground: Ground


def figure(cost: Cost | CostPart) -> Decimal | None:
    """The amount, or the middle of the range; None when neither is known."""
    if cost.amount is not None:
        return Decimal(cost.amount)
    if cost.low is not None and cost.high is not None:
        return (Decimal(cost.low) + Decimal(cost.high)) / 2
    return None


def ground_of(cost: Cost, stay: Stay, note: str | None) -> Ground:
    """What stands behind a cost; one that was stated for an earlier year is carried forward, an estimate stays one."""
    old = cost.year is not None and cost.year < stay.semester.academic_year.start
    status = "carried_forward" if old and cost.status != "estimate" else cost.status
    return Ground(status=status, source=cost.source, note=note, year=cost.year)


def known_cost(stay: Stay, country: Country) -> Cost | None:
    """The figure of the host's town when there is one, else the country's planning figure; None when unknown."""
    if stay.city is not None:
        wanted = fold(stay.city)
        for cost in country.living_costs:
            if wanted in map(fold, cost.cities) and figure(cost) is not None:
                return cost
    return country.planning_month


def monthly_costs(stay: Stay, country: Country) -> tuple[Monthly, ...]:
    """The parts of a month; empty when nothing is known and the student gave no figure."""
    own = [cost for cost in stay.choices.costs if cost.monthly]
    put_in = {cost.id for cost in own}
    kept = tuple(part for part in _without_own(stay, country) if part.id not in put_in)
    return kept + tuple(Monthly(cost.id, cost.amount, Ground(status="user", note=cost.title)) for cost in own)


def _without_own(stay: Stay, country: Country) -> tuple[Monthly, ...]:
    """What the student's one figure, or else the facts, say of a month."""
    if stay.living_cost is not None:
        return (Monthly(LIVING, stay.living_cost, Ground(status="user")),)
    known = known_cost(stay, country)
    return () if known is None else _parts(known, stay)


def counted_twice(stay: Stay, country: Country) -> tuple[OwnCost, ...]:
    """The student's own rent, food or transport where the known figure has it in and does not say how much of it.

    With a figure of the student's own for the rest of the month there is nothing to count twice.
    """
    known = _without_own(stay, country)
    if stay.living_cost is not None or not known:
        return ()
    separate = {part.id for part in known}
    own = [cost for cost in stay.choices.costs if cost.monthly and cost.id in _PARTS.values()]
    return tuple(cost for cost in own if cost.id not in separate)


def living(stay: Stay, country: Country, exchange: Exchange) -> Iterator[Entry]:
    """Each part in each month abroad; with exact days a month that is only begun costs its share of days."""
    parts = monthly_costs(stay, country)
    if not _without_own(stay, country):
        yield Notice("unknown", "budget.living_unknown", {"country": country.name})
    if stay.living_cost is not None and any(part.id in _PARTS.values() for part in parts):
        yield Notice("assumption", "budget.living_and_parts")
    known = known_cost(stay, country)
    if stay.living_cost is None and known is not None and known is not country.planning_month:
        includes = f" ({known.condition})" if known.condition else ""
        yield Notice("information", "budget.living_of_town", {"scope": f"{known.scope}{includes}"})
    if any(part_of_month(stay, month) for month in stay.calendar_months):
        yield Notice("assumption", "budget.days_of_month")
    for month in stay.calendar_months:
        for part in parts:
            factors = (count("monthly_cost", part.amount.amount, part.amount.currency), *part_of_month(stay, month))
            yield exchange.line(Payment(part.id, month, EXPENSE), factors, part.amount.currency, part.ground)


def _parts(cost: Cost, stay: Stay) -> tuple[Monthly, ...]:
    """Rent, food, transport and the rest where the source has them and they do not exceed the figure, else one sum."""
    total, currency = figure(cost), cost.currency
    if total is None or currency is None:
        return ()
    ground = ground_of(cost, stay, cost.note)
    amounts = {part.kind: figure(part) for part in cost.parts}
    named = {_PARTS[kind]: amount for kind, amount in amounts.items() if kind in _PARTS and amount is not None}
    rest = total - sum(named.values(), Decimal(0))
    if RENT not in named or rest < 0:
        return (Monthly(LIVING, Money(total, currency), ground),)
    split = named | ({_OTHER: rest} if rest else {})
    return tuple(Monthly(identifier, Money(amount, currency), ground) for identifier, amount in split.items())
