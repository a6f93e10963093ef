"""What another exchange rate would do to the balance at the end of a budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from utveksling_cli.model.budget import EXPENSE, CurrencyEffect, Line
from utveksling_cli.model.money import ExchangeRate, Money

Support = Callable[[ExchangeRate], Decimal]
_NOTHING = Decimal(0)
_DEARER, _CHEAPER = Decimal("1.10"), Decimal("0.90")


def currency_effects(lines: Iterable[Line], support: Support) -> tuple[CurrencyEffect, ...]:
    """For each foreign currency; `support` tells what is given towards the tuition at a rate, which follows it."""
    net: dict[str, Decimal] = {}
    rates: dict[str, ExchangeRate] = {}
    for line in lines:
        if line.original is not None and line.exchange is not None:
            sign = -1 if line.kind == EXPENSE else 1
            net[line.exchange.currency] = net.get(line.exchange.currency, _NOTHING) + sign * line.original.amount
            rates[line.exchange.currency] = line.exchange
    return tuple(_effect(rates[currency], amount, support) for currency, amount in sorted(net.items()))


def _effect(rate: ExchangeRate, net: Decimal, support: Support) -> CurrencyEffect:
    now = support(rate)

    def change(nok: Decimal) -> Decimal:
        other = ExchangeRate(rate.currency, nok, rate.on, rate.status, rate.source)
        return Money(net * (nok - rate.nok) + support(other) - now).rounded().amount

    swing = rate.swing
    return CurrencyEffect(
        rate,
        net,
        change(rate.nok * _DEARER),
        change(rate.nok * _CHEAPER),
        change(swing.low) if swing else None,
        change(swing.high) if swing else None,
    )
