"""Read earlier decisions on host courses out of the catalogue."""

from __future__ import annotations

import json
import sqlite3

from utveksling_cli.model.course_decision import CourseDecision

_LONGEST_NUMBER = 9


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
    rows = catalogue.execute(f"SELECT position, id, record FROM decision{where} ORDER BY position", values)
    return [_decision(*row) for row in rows]


def course_decision(catalogue: sqlite3.Connection, name: str) -> CourseDecision | None:
    """The one with this id or number; None when there is none."""
    place = int(name) - 1 if name.isascii() and name.isdigit() and len(name) <= _LONGEST_NUMBER else None
    found = catalogue.execute(
        "SELECT position, id, record FROM decision WHERE id = ? OR position = ?", (name, place)
    ).fetchone()
    return _decision(*found) if found else None


def decision_count(catalogue: sqlite3.Connection) -> int:
    return int(catalogue.execute("SELECT count(*) FROM decision").fetchone()[0])


def _decision(position: int, identifier: str, record: str) -> CourseDecision:
    return CourseDecision(identifier, *json.loads(record))._replace(number=position + 1)


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


def is_host(catalogue: sqlite3.Connection, identifier: str) -> bool:
    """Whether a host has the id."""
    return catalogue.execute("SELECT 1 FROM institution WHERE id = ?", (identifier,)).fetchone() is not None
