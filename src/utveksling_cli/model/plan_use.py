"""Which of the plan's inputs an answer was made with."""

from __future__ import annotations

from typing import NamedTuple


class FirstChoice(NamedTuple):
    """The host that some inputs are about alone; `among` is whether it is a place that was answered for."""

    id: str
    name: str
    inputs: tuple[str, ...]
    among: bool


class PlanUse(NamedTuple):
    """`used` and a first choice's inputs are keys of the plan file, such as `budget.savings`; `path` is the file."""

    path: str
    used: tuple[str, ...]
    first: FirstChoice | None = None
