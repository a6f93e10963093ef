"""Money: a decimal amount in one currency; two currencies never mix without a dated rate.

Nothing is rounded inside a calculation. A budget line is rounded once, by `rounded`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

NOK = "NOK"
_ONE_KRONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in an ISO 4217 currency; NaN and infinity are a ValueError."""

    amount: Decimal
    currency: str = NOK

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise ValueError(f"{self.amount} is not an amount")

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same_currency(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same_currency(other), self.currency)

    def __mul__(self, factor: Decimal | int) -> Money:
        return Money(self.amount * factor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same_currency(other)

    def rounded(self) -> Money:
        """Whole units, half away from zero and never minus zero: the rule of every printed budget line."""
        return Money(self.amount.quantize(_ONE_KRONE, ROUND_HALF_UP) + 0, self.currency)

    def _same_currency(self, other: Money) -> Decimal:
        if other.currency != self.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")
        return other.amount


class Swing(NamedTuple):
    """The lowest and the highest daily rate in NOK in [from_date, until_date), and the first day of each."""

    from_date: str
    until_date: str
    low: Decimal
    low_on: str
    high: Decimal
    high_on: str


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How many NOK one unit of `currency` cost on `on` (ISO date), who says so, and how far that has swung.

    `status` is `official` for a central bank's series and `user` for a rate from the command line,
    which has neither date nor source. `swing` is None where no series of daily rates is known.
    """

    currency: str
    nok: Decimal
    on: str | None
    status: str
    source: str | None
    swing: Swing | None = None

    def to_nok(self, money: Money) -> Money:
        """The amount in NOK, unrounded; raises ValueError for another currency."""
        if money.currency != self.currency:
            raise ValueError(f"rate is for {self.currency}, not {money.currency}")
        return Money(money.amount * self.nok, NOK)
