"""What the dates of any plan rest on: NTNU's semesters, how long things take, and who may live where without asking."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.model.stay import moved

if TYPE_CHECKING:
    from utveksling_cli.model.place import NtnuTerm

WEEKS, MONTHS = "weeks", "months"
ESTIMATE = "estimate"


class Statement(NamedTuple):
    """What a page says, in our own words."""

    text: str
    status: str
    source: str | None
    verified_on: str
    note: str | None


class LeadTime(NamedTuple):
    """How long something takes or is done ahead: `longest` weeks or months, and at least `shortest` where that is told.

    `text` is what the time is, where the program has nothing better to go by.
    """

    shortest: int | None
    longest: int
    unit: str
    text: str | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None

    def after(self, day: date) -> date:
        """The day on which the longest time is over."""
        return moved(day, **{self.unit: self.longest})

    def before(self, day: date) -> date:
        """The last day on which there is still time enough."""
        return moved(day, **{self.unit: -self.longest})

    @property
    def assumed(self) -> bool:
        return self.status == ESTIMATE

    @property
    def values(self) -> dict[str, str]:
        """What a sentence about it is made of."""
        shortest = {} if self.shortest is None else {"shortest": str(self.shortest)}
        return {**shortest, "longest": str(self.longest), "unit": self.unit}


class FreeMovement(NamedTuple):
    """The countries where these citizens may live and study without a visa or a permit."""

    citizens: frozenset[str]
    countries: frozenset[str]
    status: str
    source: str | None
    verified_on: str
    note: str | None


class PlanFacts(NamedTuple):
    """`reply` is NTNU's on the application; `visa` stands in where nothing is known of the country."""

    ntnu_terms: tuple[NtnuTerm, ...]
    pre_approval: Statement
    reply: LeadTime
    passport: LeadTime
    visa: LeadTime
    free_movement: tuple[FreeMovement, ...]
