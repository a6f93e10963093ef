"""A rate: the dated values of one parameter, and the one that was used.

Periods are half-open [from_date, until_date); dates are ISO text, which sorts as time does.
"""

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
    """What a lookup gave. `status` is the value's own, `carried_forward` outside its period, or `user` for one put in.

    `rule` says in a sentence what the rate is for.
    """

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
    rule: str = ""


class RateOnDay(NamedTuple):
    """A rate as it stands on a day. `current` is the newest period that has begun, None before the first.

    `status` is `unknown` when nothing is known for the day, else as in `UsedRate`.
    """

    rate: Rate
    current: RateValue | None
    status: str


class CountrySet(NamedTuple):
    """The countries that a rule names in one period."""

    id: str
    title: str
    rule: str
    from_date: str
    until_date: str | None
    countries: frozenset[str]
    status: str
    source: str | None
    verified_on: str
    note: str | None


class SetOnDay(NamedTuple):
    """A country set as it stands on a day; see `RateOnDay`. `periods` are all that are known, oldest first."""

    id: str
    title: str
    rule: str
    periods: tuple[CountrySet, ...]
    current: CountrySet | None
    status: str
