"""What a stay costs: living, tuition, and the payments once for each stay that the facts know of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from utveksling_cli.model.budget import EXPENSE
from utveksling_cli.model.country import Cost, Country
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count

LIVING, TUITION = "cost.living", "cost.tuition"
_IDS = {
    "flight_return": "cost.flight",
    "visa": "cost.visa",
    "residence_permit": "cost.visa",
    "health_insurance": "cost.insurance",
    "semester_fee": "cost.semester_fee",
    "host_fee": "cost.semester_fee",
    "other": "cost.other",
}
BEFORE_DEPARTURE = frozenset({"cost.flight", "cost.visa"})
_MONTHLY = "month"
_EACH_SEMESTER = frozenset({"semester", "half_year"})


def living(stay: Stay, country: Country, exchange: Exchange) -> Iterator[Entry]:
    """The country's planning figure, or the student's own, in each month abroad."""
    known = country.planning_month
    if stay.living_cost is not None:
        monthly, ground = stay.living_cost, Ground(status="user")
    elif known is not None and known.amount is not None and known.currency is not None:
        monthly = Money(Decimal(known.amount), known.currency)
        ground = Ground(status=known.status, source=known.source, note=known.note)
    else:
        yield Notice("unknown", "budget.living_unknown", {"country": country.name})
        return
    for month in stay.calendar_months:
        factors = (count("monthly_cost", monthly.amount, monthly.currency),)
        yield exchange.line(Payment(LIVING, month, EXPENSE), factors, monthly.currency, ground)


def tuition(stay_parts: tuple[Part, ...], stay: Stay, exchange: Exchange) -> Iterator[Entry]:
    """The student's figure for the whole stay, in equal parts when each semester begins."""
    if stay.tuition is None:
        yield Notice("unknown", "budget.tuition_not_given")
        return
    share = Decimal(1) / len(stay_parts)
    for part in stay_parts:
        factors = (
            count("tuition", stay.tuition.amount, stay.tuition.currency),
            count("semester_share", share, "share"),
        )
        payment = Payment(TUITION, part.months[0], EXPENSE)
        yield exchange.line(payment, factors, stay.tuition.currency, Ground(status="user"))


def one_off(stay_parts: tuple[Part, ...], stay: Stay, country: Country, exchange: Exchange) -> Iterator[Entry]:
    """Flight, visa, insurance and fees. What holds only on a condition is told, not counted."""
    for cost in country.one_off_costs:
        if cost.condition is not None or cost.per not in {"once", _MONTHLY, "year", *_EACH_SEMESTER}:
            if _amount(cost) != 0:
                yield Notice("information", "budget.conditional_cost", _told(cost))
        elif _amount(cost) is None or cost.currency is None:
            yield Notice("unknown", "budget.cost_unknown", {"title": cost.scope})
        else:
            yield from _payments(cost, stay_parts, stay, exchange)


def _payments(cost: Cost, stay_parts: tuple[Part, ...], stay: Stay, exchange: Exchange) -> Iterator[Entry]:
    amount, currency = _amount(cost), cost.currency
    assert amount is not None
    assert currency is not None
    if amount == 0:
        return
    identifier = _IDS[cost.kind]
    ground = Ground(status=cost.status, source=cost.source, note=cost.scope)
    if cost.per == _MONTHLY:
        months = list(stay.calendar_months)
    elif cost.per in _EACH_SEMESTER:
        months = [part.months[0] for part in stay_parts]
    else:
        months = [stay.first_month + (-1 if identifier in BEFORE_DEPARTURE else 0)]
    for month in months:
        factors = (count(cost.kind, amount, currency),)
        yield exchange.line(Payment(identifier, month, EXPENSE), factors, currency, ground)


def _amount(cost: Cost) -> Decimal | None:
    """The figure, or the middle of the range; None when neither is known."""
    if cost.amount is not None:
        return Decimal(cost.amount)
    if cost.low is not None and cost.high is not None:
        return (Decimal(cost.low) + Decimal(cost.high)) / 2
    return None


def _told(cost: Cost) -> dict[str, str]:
    amount = _amount(cost)
    known = {"amount": str(amount), "currency": cost.currency or ""} if amount is not None else {}
    return {"title": cost.scope, "condition": cost.condition or "", "per": cost.per, **known}
