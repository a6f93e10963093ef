"""A stay abroad: where, when and how long, and how it falls on NTNU's semesters."""

from __future__ import annotations

from typing import NamedTuple

from utveksling_cli.model.money import Money
from utveksling_cli.model.time import Month, Semester


class Stay(NamedTuple):
    """`agreements` are the stated or deduced kinds of the chosen host; None when no host is chosen.

    `tuition` is for the whole stay and `living_cost` for a month, as the student gave them; None is not given.
    """

    country: str
    region: str
    semester: Semester
    months: int
    first_month: Month
    institution: str | None = None
    agreements: frozenset[str] | None = None
    tuition: Money | None = None
    living_cost: Money | None = None

    @property
    def calendar_months(self) -> tuple[Month, ...]:
        return tuple(self.first_month + index for index in range(self.months))

    @property
    def last_month(self) -> Month:
        return self.first_month + (self.months - 1)


class Part(NamedTuple):
    """The months of a stay that count towards one semester."""

    semester: Semester
    months: tuple[Month, ...]
