"""A rate: the dated values of one parameter, and the one that was used.

Periods are half-open [from_date, until_date); dates are ISO text, which sorts as time does.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class RateValue(NamedTuple):
    """`value` None says that the value is known to have changed and the new one was not found."""

    from_date: str
    until_date: str | None
    value: Decimal | None
    status: str
    source: str | None
    verified_on: str
    note: str | None


class Rate(NamedTuple):
    id: str
    title: str
    unit: str
    rule: str
    values: tuple[RateValue, ...]


class UsedRate(NamedTuple):
    """What a lookup gave. `status` is the value's own, or `carried_forward` outside its period."""

    id: str
    title: str
    unit: str
    value: Decimal
    status: str
    own_status: str
    from_date: str
    until_date: str | None
    source: str | None
    verified_on: str
    note: str | None


class CountrySet(NamedTuple):
    """The countries that a rule names in one period."""

    id: str
    from_date: str
    until_date: str | None
    countries: frozenset[str]
    status: str
    source: str | None
