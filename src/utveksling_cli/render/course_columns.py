"""The columns of a plan of courses as a file, in the order in which NTNU's form for pre-approval asks.

What stands in a cell can be read back as it was.
"""

from __future__ import annotations

from decimal import Decimal

from utveksling_cli.model.course import Course
from utveksling_cli.model.credits import Size
from utveksling_cli.render.csv import decimal
from utveksling_cli.render.decision_words import hundredths
from utveksling_cli.render.fagplan_words import LEVELS, SEMESTERS, STATUSES

# The title of each column, by the field of a course; WORTH is worked out, and not read back.
WORTH = "sp"
TITLES = {
    "title": "Emnetittel",
    "code": "Emnekode",
    "link": "Emnebeskrivelse",
    "reading_list": "Pensumliste",
    "credits": "Omfang",
    "unit": "Enhet",
    WORTH: "Studiepoeng ved NTNU",
    "replaces": "Erstatter",
    "level": "Nivå",
    "semester": "Semester",
    "language": "Språk",
    "group": "Gruppe",
    "alternatives": "Alternativer",
    "status": "Status",
    "decided": "Svar fra NTNU",
    "host": "Lærested",
    "id": "Id",
    "history": "Historikk",
}
_NAMES = {"level": LEVELS, "semester": SEMESTERS, "status": STATUSES}
_TAKEN_FOR_A_MARK = "'"


def cell(course: Course, field: str, size: Size) -> str | Decimal | None:
    """Text, a number, or nothing."""
    if field == WORTH:
        return None if size.sp is None else hundredths(size.sp)
    value = getattr(course, field)
    if value is None or isinstance(value, Decimal):
        return value
    if field == "history":
        return "; ".join(" ".join(str(part) for part in change if part is not None) for change in value) or None
    if isinstance(value, tuple):
        return "; ".join(value) or None
    return _NAMES[field][value] if field in _NAMES else str(value)


def as_csv_cell(value: str | Decimal | None) -> str | None:
    """A decimal comma; an apostrophe of the student's own is doubled, since one in front marks what is no formula."""
    if isinstance(value, Decimal):
        return decimal(value)
    return f"'{value}" if value is not None and value.startswith(_TAKEN_FOR_A_MARK) else value
