"""A rate: the dated values of one parameter, and the one that was used; and the dated sets that rules name.

Periods are half-open [from_date, until_date); dates are ISO text, which sorts as time does.
"""

from decimal import Decimal
from typing import NamedTuple

# What the codes of a set are.
COUNTRIES, AGREEMENTS, LANGUAGES = "countries", "agreements", "languages"


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


class CodeSet(NamedTuple):
    """The countries, kinds of agreement or languages that a rule names in one period; `kind` tells which it is."""

    id: str
    kind: str
    title: str
    rule: str
    from_date: str
    until_date: str | None
    codes: frozenset[str]
    status: str
    source: str | None
    verified_on: str
    note: str | None


class SetOnDay(NamedTuple):
    """A set as it stands on a day; see `RateOnDay`. `periods` are all that are known, oldest first."""

    id: str
    kind: str
    title: str
    rule: str
    periods: tuple[CodeSet, ...]
    current: CodeSet | None
    status: str
