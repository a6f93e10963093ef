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
    records: list[tuple[int, list[str]]] = []
    try:
        records.extend(_records(text[head.end() :]))
    except csv.Error:
        line = records[-1][0] + 1 if records else _HEAD_LINES + 1
        return None, [Problem(file, line, "kan ikke leses som CSV herfra; se etter et anførselstegn som ikke lukkes")]
    if not records or tuple(records[0][1]) != COLUMNS:
        return None, [Problem(file, _HEAD_LINES + 1, f"kolonnene skal være {','.join(COLUMNS)}")]
    problems = [Problem(file, line, fault) for line, cells in records[1:] for fault in _faults(cells, head[2])]
    if problems:
        return None, problems
    rows = tuple(DecisionRow(*cells) for _, cells in records[1:])
    return DecisionsFile(head[2], rows, tuple(line for line, _ in records[1:])), []


def _records(body: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line where it begins; only a line feed ends a row."""
    reader = csv.reader(StringIO(body, newline=""), strict=True)
    begins = _HEAD_LINES + 1
    for cells in reader:
        if cells:
            yield begins, cells
        begins = reader.line_num + _HEAD_LINES + 1


def _faults(cells: list[str], data_version: str) -> Iterator[str]:
    if len(cells) != len(COLUMNS):
        yield f"raden har {len(cells)} felter, ikke {len(COLUMNS)}"
        return
    row = DecisionRow(*cells)
    if not row.institution_id:
        yield "institution_id: mangler"
    if row.decision not in OUTCOMES:
        yield f"decision: «{shown(row.decision)}» er ikke lov; skal være {', '.join(OUTCOMES)}"
    if row.decided and not _in_calendar(row.decided):
        yield f"decided: «{shown(row.decided)}» er ikke et år, en måned eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD)"
    elif row.decided > data_version[: len(row.decided)]:
        yield f"decided: {row.decided} er etter filas data_version {data_version}"
    if not _URL.fullmatch(row.source_url):
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
