"""Make budget lines: multiply, convert, round once, and mark each line as sure as its least sure part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import prod
from typing import NamedTuple

from utveksling_cli.model.budget import STATUS_ORDER, Factor, Line
from utveksling_cli.model.money import NOK, ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.time import Month

Entry = Line | Notice
# A thirtieth of a month has no end in decimals: what it lacks must not turn a half krone into less than a half.
_PRODUCT_DECIMALS, _EXACT_DECIMALS = 12, 6


class Payment(NamedTuple):
    """What a line is, before its amount: see `model.budget.Line`."""

    id: str
    month: Month
    kind: str


class Ground(NamedTuple):
    """What a line rests on: rates, and for a fact or an input of its own its status, source, note and year."""

    rates: tuple[UsedRate, ...] = ()
    status: str | None = None
    source: str | None = None
    note: str | None = None
    year: int | None = None


class Exchange:
    """Dated rates to NOK by currency, and a record of those that were used."""

    def __init__(self, rates: Mapping[str, ExchangeRate | None]) -> None:
        self._rates = rates
        self._used: dict[str, ExchangeRate] = {}

    @property
    def used(self) -> tuple[ExchangeRate, ...]:
        return tuple(self._used.values())

    def rate(self, currency: str) -> ExchangeRate | None:
        """None when no rate is known."""
        found = self._rates.get(currency)
        if found is not None:
            self._used[currency] = found
        return found

    def line(self, payment: Payment, factors: Iterable[Factor], currency: str, ground: Ground) -> Entry:
        """The product of the factors as a line in NOK, or the notice that its currency has no known rate."""
        factors = tuple(factors)
        product = prod((factor.value for factor in factors), start=Decimal(1))
        exact = Money(round(product, _PRODUCT_DECIMALS), currency)
        rate = None if currency == NOK else self.rate(currency)
        if currency != NOK and rate is None:
            return Notice("unknown", "budget.exchange_unknown", {"line": payment.id, "currency": currency})
        in_nok = exact if rate is None else rate.to_nok(exact)
        statuses = [used.status for used in ground.rates]
        statuses += [ground.status] if ground.status else []
        statuses += [rate.status] if rate else []
        return Line(
            payment.id,
            payment.month,
            payment.kind,
            Money(round(in_nok.amount, _EXACT_DECIMALS)).rounded().amount,
            exact if rate else None,
            least_sure(statuses),
            ground.rates,
            rate,
            factors,
            ground.source,
            ground.note,
            ground.year,
        )


def least_sure(statuses: Iterable[str]) -> str:
    return max(statuses, key=STATUS_ORDER.index)


def of_rate(used: UsedRate) -> Factor:
    """The rate itself as a factor."""
    return Factor(used.id, used.value, used.unit)


def count(name: str, number: int | Decimal, unit: str = "") -> Factor:
    return Factor(name, Decimal(number), unit)


def missing(identifier: str) -> Notice:
    """No value of the rate is known for the day."""
    return Notice("unknown", "budget.rate_unknown", {"rate": identifier})
