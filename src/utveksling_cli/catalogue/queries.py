"""Read facts out of the catalogue as the records of `model`; the other half of `compile.py`."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from utveksling_cli.model.institution import (
    Agreement,
    ApplicationWindow,
    CreditsMinimum,
    Decisions,
    GradeMinimum,
    HostDay,
    Institution,
    LanguageRequirement,
    ProgrammeReports,
    Reports,
    StudyLevel,
    SubjectArea,
    Tuition,
    TuitionPrice,
)

if TYPE_CHECKING:
    # Only a budget and a host's card ask for these.
    from utveksling_cli.model.home import HomeCost, HomeTown
    from utveksling_cli.model.link import Link

# The fields of an institution up to `verified_on` are text or lists of text.
_PLAIN_FIELDS = 18


def data_version(catalogue: sqlite3.Connection) -> str:
    """The newest data version of the files that the catalogue was compiled from."""
    return str(catalogue.execute("SELECT value FROM meta WHERE key = 'data_version'").fetchone()[0])


def file_versions(catalogue: sqlite3.Connection) -> dict[str, tuple[str, str]]:
    """Each data file's schema and data version."""
    row = catalogue.execute("SELECT value FROM meta WHERE key = 'files'").fetchone()
    return {name: (schema, version) for name, (schema, version) in json.loads(row[0]).items()}


def links(catalogue: sqlite3.Connection) -> tuple[Link, ...]:
    """The pages that every host's card points on to."""
    from utveksling_cli.model.link import Link

    return tuple(Link(*entry) for entry in _listed(catalogue, "links"))


def home_towns(catalogue: sqlite3.Connection) -> tuple[HomeTown, ...]:
    """The towns where NTNU is, in the order of the file; `model.home.DEFAULT_TOWN` is one of them."""
    from utveksling_cli.model.home import HomeTown

    return tuple(HomeTown(*entry) for entry in _listed(catalogue, "home_towns"))


def home_costs(catalogue: sqlite3.Connection) -> tuple[HomeCost, ...]:
    """What a student pays in Norway for the time abroad, in the order of the file."""
    from utveksling_cli.model.home import HomeCost

    return tuple(HomeCost(*entry) for entry in _listed(catalogue, "home_costs"))


def _listed(catalogue: sqlite3.Connection, key: str) -> list[list[Any]]:
    row = catalogue.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    found: list[list[Any]] = json.loads(row[0])
    return found


def institution_names(catalogue: sqlite3.Connection, beginning: str, most: int) -> list[tuple[str, str]]:
    """(id, name) of the hosts whose ids begin so, in the order of the ids, and no more than wanted."""
    return catalogue.execute(
        "SELECT id, json_extract(record, '$[1]') FROM institution WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        (beginning, f"{beginning}\U0010ffff", most),
    ).fetchall()


def country_names(catalogue: sqlite3.Connection) -> dict[str, str]:
    """ISO code to Norwegian name, for every country in the facts."""
    return dict(catalogue.execute("SELECT code, json_extract(record, '$[1]') FROM country").fetchall())


def fields_of_study(catalogue: sqlite3.Connection) -> dict[str, str]:
    """ISCED-F code to Norwegian name."""
    return dict(catalogue.execute("SELECT code, name FROM field").fetchall())


_HOST = "SELECT record, (SELECT record FROM decision_count WHERE id = institution.id) FROM institution"


def institutions(
    catalogue: sqlite3.Connection, countries: tuple[str, ...] = (), ids: tuple[str, ...] | None = None
) -> list[Institution]:
    """All hosts, or those in the countries, or of those the ones with these ids, in Norwegian order."""
    # The plus keeps SQLite from going through a country when the ids say where to look.
    where = f"+country IN ({', '.join('?' * len(countries))})" if countries else "TRUE"
    if ids is None:
        rows = catalogue.execute(f"{_HOST} WHERE {where.lstrip('+')} ORDER BY sort, id", countries)
    else:
        listed = "id IN (SELECT value FROM json_each(?))"
        rows = catalogue.execute(f"{_HOST} WHERE {listed} AND {where} ORDER BY sort, id", (json.dumps(ids), *countries))
    return [_institution(*row) for row in rows]


def institutions_by_id(catalogue: sqlite3.Connection, ids: tuple[str, ...]) -> list[Institution]:
    """The hosts with these ids, by country and name in Norwegian order."""
    return institutions(catalogue, (), ids)


def _institution(record: str, decisions: str | None) -> Institution:
    row = json.loads(record)
    head = row[:_PLAIN_FIELDS]
    agreements, areas, levels, languages, requirements, *rest = row[_PLAIN_FIELDS:]
    tuition, grade, limits, places, notes, reports, _, letter, least, windows = rest
    head[3] = tuple(head[3])
    head[13] = tuple(head[13])
    nested = (
        tuple(Agreement(*entry) for entry in agreements),
        tuple(SubjectArea(*entry) for entry in areas),
        tuple(StudyLevel(*entry) for entry in levels),
        tuple(languages),
        tuple(LanguageRequirement(*entry) for entry in requirements),
        _tuition(tuition),
    )
    tail = (
        grade,
        limits,
        places,
        tuple(notes),
        _reports(reports),
        Decisions(*json.loads(decisions)) if decisions else None,
    )
    demands = (
        GradeMinimum(*letter) if letter else None,
        CreditsMinimum(*least) if least else None,
        tuple(_window(window) for window in windows),
    )
    return Institution._make((*head, *nested, *tail, *demands))


def _window(row: list[Any]) -> ApplicationWindow:
    season, nomination, application, *standing = row
    return ApplicationWindow(season, _host_day(nomination), _host_day(application), *standing)


def _host_day(row: list[int] | None) -> HostDay | None:
    return HostDay(*row) if row else None


def _tuition(row: list[Any] | None) -> Tuition | None:
    if row is None:
        return None
    waived, note, source, price = row
    return Tuition(waived, note, source, TuitionPrice(*price) if price else None)


def _reports(row: list[Any] | None) -> Reports | None:
    if row is None:
        return None
    total, latest_year, latest_id, programmes = row
    return Reports(total, latest_year, latest_id, tuple(ProgrammeReports(*entry) for entry in programmes))
