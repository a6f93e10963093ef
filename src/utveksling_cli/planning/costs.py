"""What a stay costs beside living: tuition, the payments that the facts know of, and what the student puts in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.budget import EXPENSE, INCOME
from utveksling_cli.model.country import Cost, Country
from utveksling_cli.model.home import HomeCost
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate_ids import DEPOSIT_BACK_MONTHS, PAID_AHEAD_MONTHS
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import Month
from utveksling_cli.planning.ledger import Entry, Exchange, Ground, Payment, count, missing
from utveksling_cli.planning.living import figure, ground_of, monthly_costs
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import has_length, part_of_month, rate_day

TUITION, DEPOSIT, WORK = "cost.tuition", "cost.deposit", "income.work"
OTHER, SEMESTER_FEE = "cost.other", "cost.semester_fee"
_IDS = {
    "flight_return": "cost.flight",
    "visa": "cost.visa",
    "residence_permit": "cost.visa",
    "health_insurance": "cost.insurance",
    "semester_fee": SEMESTER_FEE,
    "host_fee": SEMESTER_FEE,
    "other": OTHER,
}
BEFORE_DEPARTURE = frozenset({"cost.flight", "cost.visa"})
_MONTHLY = "month"
_EACH_SEMESTER = frozenset({"semester", "half_year"})


class Timing(NamedTuple):
    """Months from a flight's or a visa's payment to the stay, and from the stay to a deposit's return; None unknown."""

    ahead: int | None
    back: int | None


def timing(stay: Stay, book: RateBook) -> Timing:
    day = rate_day(stay.semester)
    ahead, back = book.find(PAID_AHEAD_MONTHS, day), book.find(DEPOSIT_BACK_MONTHS, day)
    return Timing(int(ahead.value) if ahead else None, int(back.value) if back else None)


def work(stay: Stay, exchange: Exchange) -> Iterator[Entry]:
    """What the student earns in each month abroad, after tax, by the student's own word; by its days in a part."""
    earned = stay.choices.work
    if earned is None:
        return
    for month in stay.calendar_months:
        factors = (count("monthly_income", earned.amount, earned.currency), *part_of_month(stay, month))
        yield exchange.line(Payment(WORK, month, INCOME), factors, earned.currency, Ground(status="user"))


def monthly_cost(stay: Stay, country: Country) -> Money | None:
    """All of a month's living when its parts are in one currency; None when it is unknown."""
    parts = monthly_costs(stay, country)
    currencies = {part.amount.currency for part in parts}
    if len(currencies) != 1:
        return None
    return Money(sum((part.amount.amount for part in parts), Decimal(0)), currencies.pop())


def at_home(
    stay_parts: tuple[Part, ...], stay: Stay, home_costs: Iterable[HomeCost], exchange: Exchange
) -> Iterator[Entry]:
    """What is paid in Norway for the time abroad, when each semester begins."""
    if any(cost.id == SEMESTER_FEE for cost in stay.choices.costs):
        return
    for cost in home_costs:
        if cost.amount is None or cost.currency is None:
            yield Notice("unknown", "budget.home_cost_unknown", {"title": cost.title})
            continue
        ground = Ground(status=cost.status, source=cost.source, note=cost.title)
        for part in stay_parts if cost.per == "semester" else stay_parts[:1]:
            factors = (count("home_cost", Decimal(cost.amount), cost.currency),)
            yield exchange.line(Payment(SEMESTER_FEE, part.due, EXPENSE), factors, cost.currency, ground)


def own(stay: Stay, when: Timing, exchange: Exchange) -> Iterator[Entry]:
    """The student's own costs; a deposit comes back some time after the stay."""
    for cost in stay.choices.costs:
        if cost.monthly:
            continue
        month = cost.month or _usual_month(cost.id, stay, when)
        if month is None:
            yield missing(PAID_AHEAD_MONTHS)
            continue
        factors = (count("own_cost", cost.amount.amount, cost.amount.currency),)
        ground = Ground(status="user", note=cost.title)
        payment = Payment(cost.id, month, EXPENSE)
        yield exchange.line(payment, factors, cost.amount.currency, ground)
        if cost.id == DEPOSIT and when.back is None:
            yield missing(DEPOSIT_BACK_MONTHS)
        elif cost.id == DEPOSIT and when.back is not None:
            yield Notice("assumption", "budget.deposit_returns", {"span": str(when.back)})
            back = (*factors, count("comes_back", -1))
            later = payment._replace(month=stay.last_month + when.back)
            yield exchange.line(later, back, cost.amount.currency, ground)


def _usual_month(identifier: str, stay: Stay, when: Timing) -> Month | None:
    if identifier not in BEFORE_DEPARTURE:
        return stay.first_month
    return None if when.ahead is None else stay.first_month + -when.ahead


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
        payment = Payment(TUITION, part.due, EXPENSE)
        yield exchange.line(payment, factors, stay.tuition.currency, Ground(status="user"))


def one_off(
    stay_parts: tuple[Part, ...], stay: Stay, country: Country, when: Timing, exchange: Exchange
) -> Iterator[Entry]:
    """Flight, visa, insurance and fees. What holds only on a condition is told, not counted.

    A condition on the length of the stay is known to hold or not. What the student puts in stands in for all known
    costs of its kind.
    """
    put_in = {cost.id for cost in stay.choices.costs}
    for cost in country.one_off_costs:
        if _IDS[cost.kind] in put_in and _IDS[cost.kind] != OTHER:
            continue
        length = cost.stay_length
        if length is not None and not has_length(stay, length):
            continue
        unsure = cost.condition is not None and length is None
        if unsure or cost.per not in {"once", _MONTHLY, "year", *_EACH_SEMESTER}:
            if figure(cost) != 0:
                yield Notice("information", "budget.conditional_cost", _told(cost))
        elif figure(cost) is None or cost.currency is None:
            yield Notice("unknown", "budget.cost_unknown", {"title": cost.scope})
        else:
            yield from _payments(cost, stay_parts, stay, when, exchange)


def _payments(
    cost: Cost, stay_parts: tuple[Part, ...], stay: Stay, when: Timing, exchange: Exchange
) -> Iterator[Entry]:
    amount, currency = figure(cost), cost.currency
    assert amount is not None
    assert currency is not None
    if amount == 0:
        return
    identifier = _IDS[cost.kind]
    ground = ground_of(cost, stay, cost.scope)
    if cost.per == _MONTHLY:
        months = list(stay.calendar_months)
    elif cost.per in _EACH_SEMESTER:
        months = [part.due for part in stay_parts]
    else:
        usual = _usual_month(identifier, stay, when)
        if usual is None:
            yield missing(PAID_AHEAD_MONTHS)
            return
        months = [usual]
    for month in months:
        factors = (count(cost.kind, amount, currency),)
        yield exchange.line(Payment(identifier, month, EXPENSE), factors, currency, ground)


def _told(cost: Cost) -> dict[str, str]:
    amount = figure(cost)
    known = {"amount": str(amount), "currency": cost.currency or ""} if amount is not None else {}
    return {"title": cost.scope, "condition": cost.condition or "", "per": cost.per, **known}
