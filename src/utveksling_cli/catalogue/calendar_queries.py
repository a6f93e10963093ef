"""Read deadlines and public holidays out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from utveksling_cli.model.deadline import DayRule, DeadlineRule


def deadline_rules(catalogue: sqlite3.Connection, season: str) -> list[DeadlineRule]:
    """The deadline rules for `autumn` or `spring`, in the order of the data file."""
    rows = catalogue.execute("SELECT record FROM deadline WHERE season = ? ORDER BY position", (season,))
    return [_deadline_rule(json.loads(row[0])) for row in rows]


def _deadline_rule(row: list[Any]) -> DeadlineRule:
    identifier, title, kind, season, applies_to, named, some, excepted, approximate, values = row
    days = tuple(DayRule._make((*day, frozenset(excepted_then))) for *day, excepted_then in values)
    sets = (frozenset(named), frozenset(some), frozenset(excepted))
    return DeadlineRule(identifier, title, kind, season, applies_to, *sets, approximate, days)


def holidays(catalogue: sqlite3.Connection) -> dict[str, str]:
    """ISO date to the Norwegian name of the public holiday."""
    return dict(catalogue.execute("SELECT day, name FROM holiday").fetchall())
