"""Read `course_decisions.csv`: earlier decisions on host courses, one row each.

Two comment lines stand first: `# schema: utveksling.course_decisions/1` and `# data_version: 2026-11-23`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import NamedTuple

from utveksling_cli.catalogue.characters import refusal, shown, unseen_at
from utveksling_cli.catalogue.files import DECISIONS_FILE, SCHEMAS
from utveksling_cli.catalogue.problems import Problem

SCHEMA = SCHEMAS[DECISIONS_FILE]
OUTCOMES = ("approved", "conditional", "rejected", "unknown")
COLUMNS = (
    "institution_id",
    "host_code",
    "host_title",
    "host_credits",
    "ntnu_code",
    "ntnu_title",
    "decision",
    "decided",
    "source_url",
)
_HEAD = re.compile(r"# schema: (\S+)\n# data_version: ([0-9]{4}-[0-9]{2}-[0-9]{2})\n")
_DECIDED = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_URL = re.compile(r'https?://[^\s<>"]+')
_HEAD_LINES = 2


class DecisionRow(NamedTuple):
    """`decided` is a year, a month or a day in ISO form, or empty when the source gives no date."""

    institution_id: str
    host_code: str
    host_title: str
    host_credits: str
    ntnu_code: str
    ntnu_title: str
    decision: str
    decided: str
    source_url: str


class DecisionsFile(NamedTuple):
    data_version: str
    rows: tuple[DecisionRow, ...]
    lines: tuple[int, ...]


def read_decisions(text: str, file: str) -> tuple[DecisionsFile | None, list[Problem]]:
    """The rows with the lines they stand on, and every problem found."""
    place = unseen_at(text)
    if place is not None:
        return None, [Problem(file, text.count("\n", 0, place) + 1, refusal(text[place]))]
    head = _HEAD.match(text)
    if head is None or head[1] != SCHEMA or not _in_calendar(head[2]):
        wanted = f"de to første linjene skal være «# schema: {SCHEMA}» og «# data_version: ÅÅÅÅ-MM-DD»"
        return None, [Problem(file, 1, wanted)]
    rows, lines, problems = _rows(text[head.end() :], file, _Reading(_HEAD_LINES + 1, head[2]))
    return (None, problems) if problems else (DecisionsFile(head[2], rows, lines), [])


def read_own_decisions(text: str, file: str, today: str) -> tuple[DecisionsFile | None, list[Problem]]:
    """The same of a student's own file: the two lines and the sources may be missing, and semicolons will do."""
    place = unseen_at(text)
    if place is not None:
        return None, [Problem(file, text.count("\n", 0, place) + 1, refusal(text[place]))]
    head = _HEAD.match(text)
    body, first = (text[head.end() :], _HEAD_LINES + 1) if head else (text, 1)
    delimiter = ";" if ";" in body.split("\n", 1)[0] else ","
    rows, lines, problems = _rows(body, file, _Reading(first, today, delimiter, needs_source=False))
    return (None, problems) if problems else (DecisionsFile(today, rows, lines), [])


class _Reading(NamedTuple):
    """Where the columns' names stand, the last day that something can have been decided, and what may be left out."""

    first_line: int
    latest: str
    delimiter: str = ","
    needs_source: bool = True


def _rows(body: str, file: str, reading: _Reading) -> tuple[tuple[DecisionRow, ...], tuple[int, ...], list[Problem]]:
    """The rows below the columns' names, the lines they stand on, and every problem found."""
    records: list[tuple[int, list[str]]] = []
    try:
        records.extend(_records(body, reading))
    except csv.Error:
        line = records[-1][0] + 1 if records else reading.first_line
        return (), (), [Problem(file, line, "kan ikke leses som CSV herfra; se etter et anførselstegn som ikke lukkes")]
    if not records or tuple(records[0][1]) != COLUMNS:
        return (), (), [Problem(file, reading.first_line, f"kolonnene skal være {reading.delimiter.join(COLUMNS)}")]
    problems = [Problem(file, line, fault) for line, cells in records[1:] for fault in _faults(cells, reading)]
    if problems:
        return (), (), problems
    rows = tuple(DecisionRow(*cells) for _, cells in records[1:])
    return rows, tuple(line for line, _ in records[1:]), []


def _records(body: str, reading: _Reading) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line where it begins; only a line feed ends a row."""
    reader = csv.reader(StringIO(body, newline=""), strict=True, delimiter=reading.delimiter)
    begins = reading.first_line
    for cells in reader:
        if cells:
            yield begins, cells
        begins = reader.line_num + reading.first_line


def _faults(cells: list[str], reading: _Reading) -> Iterator[str]:
    if len(cells) != len(COLUMNS):
        yield f"raden har {len(cells)} felt, ikke {len(COLUMNS)}"
        return
    row = DecisionRow(*cells)
    if not row.institution_id:
        yield "institution_id: mangler"
    if row.decision not in OUTCOMES:
        yield f"decision: «{shown(row.decision)}» er ikke lov; skal være {', '.join(OUTCOMES)}"
    if row.decided and not _in_calendar(row.decided):
        yield f"decided: «{shown(row.decided)}» er ikke et år, en måned eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD)"
    elif row.decided > reading.latest[: len(row.decided)]:
        until = f"filas data_version {reading.latest}" if reading.needs_source else f"dagen i dag, {reading.latest}"
        yield f"decided: {row.decided} er etter {until}"
    if (row.source_url or reading.needs_source) and not _URL.fullmatch(row.source_url):
        yield "source_url: skal være en nettadresse som begynner med https:// eller http://"


def _in_calendar(day: str) -> bool:
    """Whether a year, a month or a day in ISO form exists."""
    if not _DECIDED.fullmatch(day):
        return False
    try:
        date.fromisoformat(day + "-01-01"[len(day) - len("2026") :])
    except ValueError:
        return False
    return True
