"""Which hosts stand in the student's plan, for answers that mark them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class PlanMarks(NamedTuple):
    """`ranks` is a wished host's id to its place from 1; `favourites` are ids. `path` is the plan's file."""

    path: str
    ranks: Mapping[str, int]
    favourites: frozenset[str]

    def of(self, host: str) -> dict[str, Any] | None:
        """For other programs; None for a host that is not in the plan."""
        if host not in self.ranks and host not in self.favourites:
            return None
        return {"rank": self.ranks.get(host), "favourite": host in self.favourites}
