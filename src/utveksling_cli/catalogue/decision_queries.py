"""Read earlier decisions on host courses out of the catalogue."""

from __future__ import annotations

import json
import sqlite3

from utveksling_cli.model.course_decision import CourseDecision


def course_decisions(
    catalogue: sqlite3.Connection, *, institution: str | None = None, ntnu_codes: tuple[str, ...] = ()
) -> list[CourseDecision]:
    """Decisions in the order of the file, of one host or on some NTNU courses when that is asked for."""
    wanted: list[str] = []
    values: list[str] = []
    if institution is not None:
        wanted.append("institution = ?")
        values.append(institution)
    if ntnu_codes:
        wanted.append(f"ntnu_code IN ({', '.join('?' * len(ntnu_codes))})")
        values += ntnu_codes
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    rows = catalogue.execute(f"SELECT id, record FROM decision{where} ORDER BY position", values)
    return [CourseDecision(identifier, *json.loads(record)) for identifier, record in rows]


def course_decision(catalogue: sqlite3.Connection, identifier: str) -> CourseDecision | None:
    """The one with this id; None when there is none."""
    row = catalogue.execute("SELECT id, record FROM decision WHERE id = ?", (identifier,)).fetchone()
    return CourseDecision(row[0], *json.loads(row[1])) if row else None


def ntnu_course_codes(catalogue: sqlite3.Connection) -> list[str]:
    """The codes of NTNU courses that some decision is about."""
    rows = catalogue.execute("SELECT DISTINCT ntnu_code FROM decision WHERE ntnu_code <> '' ORDER BY ntnu_code")
    return [row[0] for row in rows]


def hosts_with_names(catalogue: sqlite3.Connection, ids: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Host id to (name, country code); a host that the facts do not know is left out."""
    marks = ", ".join("?" * len(ids))
    rows = catalogue.execute(
        f"SELECT id, json_extract(record, '$[1]'), country FROM institution WHERE id IN ({marks})", sorted(ids)
    )
    return {identifier: (name, country) for identifier, name, country in rows}


def host_id_list(catalogue: sqlite3.Connection) -> frozenset[str]:
    """Every host's id."""
    return frozenset(row[0] for row in catalogue.execute("SELECT id FROM institution"))
