"""Read what is known of host credits, first-year courses and replaced NTNU courses out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from utveksling_cli.model.credits import CreditFacts, FirstYearCourses, Norm, ReplacedCourse


def credit_facts(catalogue: sqlite3.Connection) -> CreditFacts:
    """Every norm in the order of the file."""
    row = catalogue.execute("SELECT value FROM meta WHERE key = 'credits'").fetchone()
    norms, replaced, first_year = json.loads(row[0])
    return CreditFacts(
        tuple(map(_norm, norms)),
        {entry[0]: ReplacedCourse(*entry) for entry in replaced},
        {entry[0]: FirstYearCourses(*entry) for entry in first_year},
    )


def _norm(row: list[Any]) -> Norm:
    identifier, institution, host, countries, *rest = row
    return Norm(identifier, institution, host, tuple(countries), *rest)
