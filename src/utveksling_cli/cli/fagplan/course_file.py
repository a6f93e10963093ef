"""Read a student's list of courses out of a CSV file or a workbook: headers by keyword, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from utveksling_cli.cli.fagplan.course_fields import checked_course, read_fields
from utveksling_cli.cli.fagplan.sheet import HINT, read_rows
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.words import fold
from utveksling_cli.render.course_columns import TITLES, WORTH

# Words that a header may have, for each field; the first field that has one of them gets the column.
_KEYWORDS = {
    WORTH: ("studiepoeng ved ntnu",),
    "link": ("lenke", "link", "url", "beskrivelse", "description", "nettside"),
    "replaces": ("erstatter", "replaces", "ntnu"),
    "code": ("kode", "code"),
    "title": ("tittel", "title", "emnenavn", "course name", "navn", "name", "emne", "course"),
    "credits": ("omfang", "poeng", "credit", "ects", "units", "size"),
    "unit": ("enhet", "unit"),
    "level": ("niva", "level"),
    "semester": ("semester", "term"),
    "language": ("sprak", "language"),
    "group": ("gruppe", "group"),
    "alternatives": ("alternativ",),
    "status": ("status",),
    "decided": ("svar", "decided", "godkjent"),
}
_EXACT = {fold(title): field for field, title in TITLES.items()}
_ECTS = ("ects", "studiepoeng")


def read_courses(path: Path) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    """The courses, and what there is to tell of the columns; raises DataUnusable with every row that is wrong."""
    rows = read_rows(path)
    if len(rows) < 2:
        raise DataUnusable("Fila har ingen emner.", where=str(path), hint=HINT)
    columns, unknown = match_headers(rows[0])
    if not {"title", "code"} & set(columns.values()):
        raise DataUnusable("Fant ingen kolonne med tittel eller kode.", where=str(path), hint=HINT)
    courses, problems = _courses(rows, columns)
    if problems:
        raise DataUnusable(
            "Emnene i fila kan ikke leses.",
            where=str(path),
            details=problems,
            hint="Rett opp fila. Planen er ikke endret.",
        )
    told = [f"Kolonne som ikke ble brukt: {name}." for name in unknown]
    if WORTH in columns.values():
        told.append(f"Kolonnen «{TITLES[WORTH]}» regnes ut og ble ikke lest.")
    return tuple(courses), tuple(told)


def match_headers(headers: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Column number to field, and the headers that no field is known for. A field is taken by its first column."""
    columns = {place: _EXACT[fold(header)] for place, header in enumerate(headers) if fold(header) in _EXACT}
    for field, words in _KEYWORDS.items():
        for place, header in enumerate(headers):
            if place in columns or field in columns.values():
                continue
            if any(word in fold(header) for word in words):
                columns[place] = field
    return columns, tuple(h for place, h in enumerate(headers) if h.strip() and place not in columns)


def _courses(rows: Sequence[Sequence[str]], columns: dict[int, str]) -> tuple[list[Course], tuple[str, ...]]:
    courses: list[Course] = []
    problems: list[str] = []
    in_ects = any(
        field == "credits" and any(word in fold(rows[0][place]) for word in _ECTS) for place, field in columns.items()
    )
    for number, row in enumerate(rows[1:], start=2):
        said = {field: row[place] for place, field in columns.items() if place < len(row) and field != WORTH}
        if not any(text.strip() for text in said.values()):
            continue
        fields = read_fields(said)
        if in_ects and "credits" in fields:
            fields.setdefault("unit", "ECTS")
        course, wrong = checked_course(fields)
        problems += [f"rad {number}: {text}" for text in wrong]
        if course is not None:
            courses.append(course)
    return courses, tuple(problems)
