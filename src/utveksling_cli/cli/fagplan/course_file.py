"""Read a student's list of courses out of a CSV file or a workbook: headers by keyword, nothing dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from utveksling_cli.cli.fagplan.course_fields import checked_course, read_fields
from utveksling_cli.cli.fagplan.sheet import HINT, read_rows
from utveksling_cli.model.course import Course
from utveksling_cli.model.credits import ECTS
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.words import fold
from utveksling_cli.planning.course_changes import is_same
from utveksling_cli.render.course_columns import TITLES, WORTH

# Words that a header may have, for each field, the surest first; the first field that has one of them gets the column.
# A word of three letters or less stands alone in the header.
_KEYWORDS = {
    WORTH: ("studiepoeng ved ntnu", "ntnu credits", "ntnu sp"),
    "link": ("lenke", "link", "url", "beskrivelse", "description", "nettside", "website", "web"),
    "replaces": ("erstatter", "erstattes", "replaces", "ntnu", "equivalent", "tilsvarer"),
    "code": ("kode", "code", "emnenr", "emnenummer", "kursnr", "course no", "course number", "course id"),
    "language": ("sprak", "language", "taught in", "instruction"),
    "level": ("niva", "level", "cycle"),
    "semester": ("semester", "term", "autumn", "spring"),
    "title": ("tittel", "title", "navn", "name", "emne", "course", "subject", "module", "fag", "kurs"),
    "credits": ("omfang", "poeng", "credit", "ects", "units", "size", "sp", "stp", "cp"),
    "unit": ("enhet", "unit"),
    "group": ("gruppe", "group"),
    "alternatives": ("alternativ",),
    "status": ("status",),
    "decided": ("svar", "decided", "godkjent"),
}
_EXACT = {fold(title): field for field, title in TITLES.items()}
_ECTS = ("ects", "studiepoeng")
_LONGEST_WHOLE_WORD = 3
_ROWS_ABOVE = 10
_EXCEL_SEPARATOR = "sep="


def read_courses(path: Path) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    """The courses, and what there is to tell of the columns; raises DataUnusable with every row that is wrong."""
    rows = read_rows(path)
    top = _headers_at(rows)
    if not any(map(_is_filled, rows[top + 1 :])):
        raise DataUnusable("Fila har ingen emner.", where=str(path), hint=HINT)
    columns, unknown = match_headers(rows[top])
    if not {"title", "code"} & set(columns.values()):
        raise DataUnusable("Fant ingen kolonne med tittel eller kode.", where=str(path), hint=HINT)
    courses, problems = _courses(rows, top, columns)
    if problems:
        raise DataUnusable(
            "Emnene i fila kan ikke leses.",
            where=str(path),
            details=problems,
            hint="Rett opp fila. Planen er ikke endret.",
        )
    told = [f"Kolonne{'r' if len(unknown) > 1 else ''} som ikke ble brukt: {', '.join(unknown)}."] if unknown else []
    if WORTH in columns.values():
        told.append(f"Kolonnen «{TITLES[WORTH]}» regnes ut og ble ikke lest.")
    if any(_is_filled(row) and not _is_separator(row) for row in rows[:top]):
        told.append(f"Det som står over overskriftene på rad {top + 1}, ble ikke lest.")
    return tuple(courses), tuple(told)


def match_headers(headers: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
    """Column number to field, and the headers that no field is known for. A field is taken by its first column."""
    columns: dict[int, str] = {}
    for place, header in enumerate(headers):
        exact = _EXACT.get(fold(header))
        if exact is not None and exact not in columns.values():
            columns[place] = exact
    for field, words in _KEYWORDS.items():
        if field in columns.values():
            continue
        fitting = (p for word in words for p, header in enumerate(headers) if p not in columns and _has(header, word))
        first = next(fitting, None)
        if first is not None:
            columns[first] = field
    return columns, tuple(h.strip() for place, h in enumerate(headers) if h.strip() and place not in columns)


def _has(header: str, word: str) -> bool:
    text = fold(header)
    return word in (re.split(r"[^a-z0-9]+", text) if len(word) <= _LONGEST_WHOLE_WORD else text)


def _headers_at(rows: Sequence[Sequence[str]]) -> int:
    """The first row that reads as headers; a heading of the student's may stand above. Else the first with anything."""
    filled = [place for place, row in enumerate(rows) if _is_filled(row) and not _is_separator(row)]
    for place in filled[:_ROWS_ABOVE]:
        fields = set(match_headers(rows[place])[0].values())
        if len(fields) > 1 and fields & {"title", "code"}:
            return place
    return filled[0] if filled else 0


def _is_filled(row: Sequence[str]) -> bool:
    return any(cell.strip() for cell in row)


def _is_separator(row: Sequence[str]) -> bool:
    """The line that Excel writes first to say what the separator is."""
    return row[0].strip().casefold().startswith(_EXCEL_SEPARATOR) if row else False


def _courses(rows: Sequence[Sequence[str]], top: int, columns: dict[int, str]) -> tuple[list[Course], tuple[str, ...]]:
    courses: list[tuple[int, Course]] = []
    problems: list[str] = []
    sized = [rows[top][place] for place, field in columns.items() if field == "credits"]
    in_ects = any(_has(header, word) for header in sized for word in _ECTS)
    for number, row in enumerate(rows[top + 1 :], start=top + 2):
        said = {field: row[place] for place, field in columns.items() if place < len(row) and field != WORTH}
        if not any(text.strip() for text in said.values()):
            continue
        fields = read_fields(said)
        if in_ects and "credits" in fields:
            fields.setdefault("unit", ECTS)
        course, wrong = checked_course(fields)
        problems += [f"rad {number}: {text}" for text in wrong]
        if course is None:
            continue
        first = next((other for other, one in courses if not course.id and is_same(one, course)), None)
        if first is not None:
            what = "slå dem sammen, eller gi dem hvert sitt semester"
            problems.append(f"rad {number}: {course.name} står også på rad {first}; {what}")
        courses.append((number, course))
    return [course for _, course in courses], tuple(problems)
