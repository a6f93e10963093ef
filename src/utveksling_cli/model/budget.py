"""A budget: what comes in and what goes out, in which month, and what each figure rests on.

Amounts of lines are whole NOK as Decimal; every total is a sum of such lines, so columns add up.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.choices import Choices
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.time import Month, Semester

GRANT, LOAN, INCOME, EXPENSE = "grant", "loan", "income", "expense"

# From what is surest to what is least sure; a line is as sure as its least sure part.
STATUS_ORDER = ("official", "reported", "user", "estimate", "carried_forward", "assumption")


class Factor(NamedTuple):
    """One step of a product: a rate by its id, or a count by its name in English (`months`, `share`)."""

    name: str
    value: Decimal
    unit: str


class Line(NamedTuple):
    """One payment in one month. `kind` tells which way the money goes; only a deposit that comes back is negative.

    `original` is the foreign amount when one was converted. `factors` multiply to the amount before
    conversion and rounding. `source` is the fact's own where no rate stands behind the line, and
    `year` the one that it was stated for.
    """

    id: str
    month: Month
    kind: str
    amount: Decimal
    original: Money | None
    status: str
    rates: tuple[UsedRate, ...]
    exchange: ExchangeRate | None
    factors: tuple[Factor, ...]
    source: str | None
    note: str | None
    year: int | None = None

    @property
    def has_estimate(self) -> bool:
        """Whether any part is an estimate, a rate that is carried forward included."""
        return self.status == "estimate" or any(rate.own_status == "estimate" for rate in self.rates)


class MonthSum(NamedTuple):
    """Sums of one month and the balance at its end."""

    month: Month
    grant: Decimal
    loan: Decimal
    income: Decimal
    expense: Decimal
    balance: Decimal


class Totals(NamedTuple):
    """`may_become_grant` is never counted as income; `buffer_needed` is what it takes to stay at zero or above.

    `opening_balance` is the savings that the account begins with.
    """

    grant: Decimal
    loan: Decimal
    income: Decimal
    expense: Decimal
    opening_balance: Decimal
    may_become_grant: Decimal | None
    lowest_month: Month
    lowest_balance: Decimal
    buffer_needed: Decimal


class Assumptions(NamedTuple):
    """What the budget was made for. `tuition` is for the whole stay, `living_cost` for one month; None is unknown."""

    country: str
    institution: str | None
    semester: Semester
    months: int
    first_month: Month
    last_month: Month
    first_day: date | None
    last_day: date | None
    tuition: Money | None
    living_cost: Money | None
    exchange_rates: tuple[ExchangeRate, ...]
    choices: Choices


class CurrencyEffect(NamedTuple):
    """What a currency does to the balance at the end, in NOK.

    `net` is all that comes in minus all that goes out in the currency, in its own units. `ten_percent` is the
    effect of a currency 10 % dearer, `ten_percent_cheaper` of one 10 % cheaper; `at_low` and `at_high` that of its
    extremes in the series, None without one. Support for tuition follows the rate, up to its maximum, and is counted.
    """

    exchange: ExchangeRate
    net: Decimal
    ten_percent: Decimal
    ten_percent_cheaper: Decimal
    at_low: Decimal | None
    at_high: Decimal | None


class Budget(NamedTuple):
    assumptions: Assumptions
    lines: tuple[Line, ...]
    months: tuple[MonthSum, ...]
    totals: Totals
    currencies: tuple[CurrencyEffect, ...]
    notices: tuple[Notice, ...]
