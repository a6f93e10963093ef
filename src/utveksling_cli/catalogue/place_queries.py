"""Read the climate and the towns of hosts, and of NTNU, out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from utveksling_cli.model.place import Climate, Ntnu, NtnuTerm, Place, Town


def places(catalogue: sqlite3.Connection, ids: tuple[str, ...]) -> dict[str, Place]:
    """What is known of the places of these hosts, by id; a host of which nothing is known is not there."""
    marks = ", ".join("?" * len(ids))
    rows = catalogue.execute(f"SELECT record FROM place WHERE id IN ({marks})", ids)
    return {place.id: place for place in (_place(json.loads(row[0])) for row in rows)}


def ntnu(catalogue: sqlite3.Connection) -> Ntnu:
    """NTNU's own town and semesters."""
    row = catalogue.execute("SELECT value FROM meta WHERE key = 'ntnu'").fetchone()
    climate, town, terms = json.loads(row[0])
    return Ntnu(Climate(*climate) if climate else None, Town(*town), tuple(NtnuTerm(*term) for term in terms))


def _place(row: list[Any]) -> Place:
    identifier, climate, town = row
    return Place(identifier, Climate(*climate) if climate else None, Town(*town) if town else None)
