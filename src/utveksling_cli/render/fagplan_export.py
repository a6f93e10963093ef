"""A plan of courses to hand in: in the order of the form for pre-approval, or as a learning agreement's components.

It is a draft in every format: nobody has signed anything.
"""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.model.course import AUTUMN, PHD, Course
from utveksling_cli.model.credits import Size
from utveksling_cli.render.course_columns import TITLES, WORTH, cell
from utveksling_cli.render.fagplan import FORM, View, as_csv
from utveksling_cli.render.fagplan_words import LEVELS, SEMESTERS, STATUSES, size_words, sp
from utveksling_cli.render.text import clean

__all__ = ["as_csv", "as_html", "as_json", "as_markdown", "as_xlsx"]

SCHEMA = "utveksling.fagplan.eksport/1"
_DRAFT = "Utkast. Ikke signert av student, NTNU eller lærested."
_HEADS = (
    "Emne",
    "Kode",
    "Emnebeskrivelse",
    "Omfang",
    "Studiepoeng",
    "Erstatter ved NTNU",
    "Nivå",
    "Semester",
    "Status",
)
# What breaks out of a cell or becomes markup in any of the common readers.
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&@:=$^'\"])")
_WIDTHS = {"title": 40, "link": 40, "alternatives": 25, "history": 40}
_EQF = {"bachelor": 6, "first_year": 6, "master": 7, PHD: 8}


def _heading(view: View) -> str:
    return f"Fagplan: {view.host[1] if view.host else 'lærested ikke valgt'}, {view.semester}"


def _rows(view: View) -> list[list[str]]:
    """Only what counts is asked for."""
    return [_row(course, view.found.sizes[course.id]) for course in view.found.courses if course.counts]


def _row(course: Course, size: Size) -> list[str]:
    return [
        course.title or "",
        course.code or "",
        course.link or "",
        size.said.text.replace(".", ","),
        "ukjent" if size.sp is None else sp(size.sp),
        ", ".join(course.replaces),
        LEVELS[course.level] if course.level else "",
        SEMESTERS[course.semester] if course.semester else "",
        STATUSES[course.status],
    ]


def _sum(view: View) -> str:
    unsure = " (minst; noe er ukjent)" if view.found.unknown else ""
    return f"Sum: {sp(view.found.total)} studiepoeng{unsure}"


def _arithmetic(view: View) -> list[str]:
    return [f"{one.name}: {size_words(view.found.sizes[one.id])}" for one in view.found.courses if one.counts]


def as_markdown(view: View) -> str:
    lines = [f"# {_md(_heading(view))}", "", _md(_DRAFT), ""]
    lines += [f"| {' | '.join(_HEADS)} |", f"|{'---|' * len(_HEADS)}"]
    lines += [f"| {' | '.join(map(_md, row))} |" for row in _rows(view)]
    lines += ["", _md(_sum(view)), "", *(f"- {_md(text)}" for text in _arithmetic(view)), "", f"<{FORM}>"]
    return "\n".join(lines) + "\n"


def _md(text: str) -> str:
    return _MARKUP.sub(r"\\\1", clean(text))


def as_html(view: View) -> str:
    """One page that stands alone; addresses are text, so nothing in it can be run or followed by mistake."""
    heads = "".join(f"<th>{_html(head)}</th>" for head in _HEADS)
    rows = "".join(f"<tr>{''.join(f'<td>{_html(value)}</td>' for value in row)}</tr>\n" for row in _rows(view))
    sums = "".join(f"<li>{_html(text)}</li>\n" for text in _arithmetic(view))
    title = _html(_heading(view))
    return (
        f'<!DOCTYPE html>\n<html lang="nb">\n<head><meta charset="utf-8"><title>{title}</title>\n'
        "<style>body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid #777;padding:.3em;"
        "text-align:left;vertical-align:top;overflow-wrap:anywhere}</style></head>\n"
        f"<body>\n<h1>{title}</h1>\n<p>{_html(_DRAFT)}</p>\n<table>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n<p>{_html(_sum(view))}</p>\n<ul>\n{sums}</ul>\n"
        f'<p><a href="{FORM}">NTNUs skjema for forhåndsgodkjenning</a></p>\n</body>\n</html>\n'
    )


def _html(text: str) -> str:
    return html.escape(clean(text))


def as_xlsx(view: View) -> bytes:
    """One sheet that can be read back, with numbers as numbers."""
    from utveksling_cli.render.xlsx import Workbook

    book = Workbook(_heading(view), date.fromisoformat(view.today))
    sheet = book.sheet("Fagplan", [_WIDTHS.get(field, 14) for field in TITLES])
    numbers = [place for place, field in enumerate(TITLES) if field in {"credits", WORTH}]
    sheet.header(0, list(TITLES.values()), numbers)
    for row, course in enumerate(view.found.courses, start=1):
        for column, field in enumerate(TITLES):
            value = cell(course, field, view.found.sizes[course.id])
            if isinstance(value, Decimal):
                sheet.number(row, column, value, "rate")
            else:
                sheet.text(row, column, value)
    sheet.filter(0, len(view.found.courses), len(TITLES))
    return book.content()


def as_json(view: View) -> dict[str, Any]:
    """Components as in the learning agreement of Erasmus Without Paper: table A at the host, table B at NTNU."""
    found = view.found
    counted = [course for course in found.courses if course.counts]
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today,
        "draft": True,
        "signatures": [],
        "receiving_institution": view.host[0] if view.host else None,
        "semester": view.semester,
        "count": len(counted),
        "components_studied": [_studied(course, found.sizes[course.id]) for course in counted],
        "components_recognized": [
            {"title": None, "code": replaced, "replaced_by": course.id}
            for course in counted
            for replaced in course.replaces
        ],
        "changes": [
            {"course": course.id, "date": str(one.day), "change": one.change, "reason_code": one.reason}
            for course in found.courses
            for one in course.history
        ],
        "notices": [],
    }


def _studied(course: Course, size: Size) -> dict[str, Any]:
    term = None if course.semester is None else {"term_number": 1 if course.semester == AUTUMN else 2, "total_terms": 2}
    worth = None if size.sp is None else f"{size.sp.quantize(Decimal('0.01')):f}"
    credit = [{"scheme": "ects", "value": worth}] if worth is not None else []
    if course.credits is not None and course.unit is not None and course.unit.casefold() != "ects":
        credit.append({"scheme": course.unit, "value": f"{course.credits:f}"})
    return {
        "id": course.id,
        "title": course.title,
        "code": course.code,
        "credit": credit,
        "term": term,
        "eqf_level": _EQF.get(course.level or ""),
        "language": course.language,
        "short_description_url": course.link,
        "status": course.status,
    }
