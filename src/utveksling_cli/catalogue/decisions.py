"""Read `course_decisions.csv`: earlier decisions on host courses, one row each.

Two comment lines stand first: `# schema: utveksling.course_decisions/1` and `# data_version: 2026-11-23`.
"""

from __future__ import annotations

import csv
import re
from typing import NamedTuple

from utveksling_cli.catalogue.problems import Problem

SCHEMA = "utveksling.course_decisions/1"
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
_HEAD = re.compile(r"# schema: (\S+)\n# data_version: (\d{4}-\d{2}-\d{2})\n")
_DECIDED = re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?")
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
    head = _HEAD.match(text)
    if head is None or head[1] != SCHEMA:
        wanted = f"de to første linjene skal være «# schema: {SCHEMA}» og «# data_version: ÅÅÅÅ-MM-DD»"
        return None, [Problem(file, 1, wanted)]
    reader = csv.reader(text[head.end() :].splitlines(keepends=True), strict=True)
    try:
        records = [(reader.line_num + _HEAD_LINES, cells) for cells in reader if cells]
    except csv.Error as error:
        return None, [Problem(file, reader.line_num + _HEAD_LINES, f"kan ikke leses som CSV ({error})")]
    if not records or tuple(records[0][1]) != COLUMNS:
        return None, [Problem(file, _HEAD_LINES + 1, f"kolonnene skal være {', '.join(COLUMNS)}")]
    problems = [Problem(file, line, fault) for line, cells in records[1:] for fault in _faults(cells)]
    if problems:
        return None, problems
    rows = tuple(DecisionRow(*cells) for _, cells in records[1:])
    return DecisionsFile(head[2], rows, tuple(line for line, _ in records[1:])), []


def _faults(cells: list[str]) -> list[str]:
    if len(cells) != len(COLUMNS):
        return [f"raden har {len(cells)} felter, ikke {len(COLUMNS)}"]
    row = DecisionRow(*cells)
    faults = []
    if not row.institution_id:
        faults.append("institution_id: mangler")
    if row.decision not in OUTCOMES:
        faults.append(f"decision: «{row.decision}» er ikke lov; skal være {', '.join(OUTCOMES)}")
    if not _DECIDED.fullmatch(row.decided):
        faults.append(f"decided: «{row.decided}» er ikke et år, en måned eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD)")
    if not row.source_url.startswith(("https://", "http://")):
        faults.append("source_url: skal være en nettadresse")
    return faults
