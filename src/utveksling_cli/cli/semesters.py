"""Which semester a command is about when none was named."""

from __future__ import annotations

import sqlite3
from datetime import date

from utveksling_cli.catalogue.calendar_queries import deadline_rules
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.deadlines import next_open_semester


def open_semester(catalogue: sqlite3.Connection, today: date, country: str | None) -> Semester:
    """The next semester that can still be applied for at NTNU, for a stay in the country if one is named."""
    rules = (deadline_rules(catalogue, "autumn"), deadline_rules(catalogue, "spring"))
    return next_open_semester(*rules, today, country)
