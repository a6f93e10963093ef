"""What a student chooses or knows about the money of a stay; every field has the answer that asks nothing of it."""

from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.money import Money
from utveksling_cli.model.time import Month

SEMESTER, MONTHLY = "semester", "monthly"


class OwnCost(NamedTuple):
    """A cost that the student puts in. `id` is a known cost that it stands in for, or `cost.other`.

    Without `month` it is paid when the stay begins; `monthly` ones in each month abroad.
    """

    id: str
    title: str
    amount: Money
    month: Month | None
    monthly: bool = False


class Choices(NamedTuple):
    """`payout` is SEMESTER or MONTHLY. `language_weeks` is the length of a preparatory language course.

    `home` is the id of the NTNU town that the journey begins in. `work` is what the student earns in a month,
    `savings` what stands in the account before the first payment, in NOK.
    `scheme` is the grant scheme that the student says holds, else the rules choose one.
    """

    payout: str = SEMESTER
    with_parents: bool = False
    without_loan: bool = False
    extended_grant: bool = False
    language_weeks: int | None = None
    traineeship: bool = False
    fewer_opportunities: bool = False
    green: bool = False
    home: str = "trondheim"
    scheme: str | None = None
    savings: Decimal = Decimal(0)
    work: Money | None = None
    costs: tuple[OwnCost, ...] = ()
