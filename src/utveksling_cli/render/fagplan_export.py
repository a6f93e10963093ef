"""A plan of courses to hand in, as text, page, document or workbook; `fagplan_form` says what stands in it.

It is a draft in every format: nobody has signed anything.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.course_outlook import LanguageSkill
from utveksling_cli.model.notice import Notice
from utveksling_cli.render import fagplan
from utveksling_cli.render.course_columns import TITLES, WORTH, cell
from utveksling_cli.render.fagplan_form import form_of
from utveksling_cli.render.fagplan_vis import PlanView

_SIZES, _PAGES = "Slik er studiepoengene regnet", "Frist, skjema og kontakt"
# An address, which stands as one; what becomes markup anywhere; and what does at the beginning of a line.
_ADDRESS = re.compile(r"""(https?://[^\s<>|\\`"]+)""")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$^@])")
_BEGINNING = re.compile(r"^([0-9]*)([-+=:.)])")
_STYLE = """@page { size: A4 landscape; margin: 15mm }
body { font-family: sans-serif; font-size: 10pt; line-height: 1.35; margin: 1.5em }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid #777; padding: .3em .4em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #dce6f1; hyphens: auto }
li { overflow-wrap: anywhere }
@media print { body { font-size: 9pt; margin: 0 } table { font-size: 8pt } }
"""
_WIDTHS = {"title": 40, "link": 40, "reading_list": 40, "alternatives": 25, "history": 40}


class ExportView(NamedTuple):
    """`hei_id` is the host's domain, `isced_f` the code of the student's field, `level` that of the student's studies.

    `two_terms` is whether the host's year is surely taken to have an autumn and a spring term, as in Erasmus+.
    """

    plan: PlanView
    hei_id: str | None = None
    isced_f: str | None = None
    level: str | None = None
    skill: LanguageSkill | None = None
    two_terms: bool = False
    notices: tuple[Notice, ...] = ()


def as_csv(view: ExportView) -> str:
    return fagplan.as_csv(view.plan.checked)


def as_json(view: ExportView) -> dict[str, Any]:
    from utveksling_cli.render.fagplan_agreement import as_json as components

    return components(view)


def as_docx(view: ExportView) -> bytes:
    from utveksling_cli.render.fagplan_docx import document

    return document(form_of(view.plan), (_SIZES, _PAGES), date.fromisoformat(view.plan.checked.today))


def as_markdown(view: ExportView) -> str:
    form = form_of(view.plan)
    lines = [f"# {_md(form.title)}", "", _md(form.draft), ""]
    lines += [_md_row(form.heads), f"|{'---|' * len(form.heads)}", *map(_md_row, form.rows)]
    for text in form.total:
        lines += ["", _md(text)]
    for title, told in ((_SIZES, form.sizes), (_PAGES, form.pages)):
        if told:
            lines += ["", f"## {title}", "", *(f"- {_md(text)}" for text in told)]
    return "\n".join(lines) + "\n"


def _md_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_md, cells))} |"


def _md(text: str) -> str:
    parts = enumerate(_ADDRESS.split(text))
    shown = "".join(f"<{part}>" if place % 2 else _MARKUP.sub(r"\\\1", part) for place, part in parts)
    return _BEGINNING.sub(r"\1\\\2", shown)


def as_html(view: ExportView) -> str:
    """One page that stands alone; addresses are text, so nothing in it can be run or followed by mistake."""
    form = form_of(view.plan)
    title, share = html.escape(form.title), 100 / sum(form.widths)
    heads = "".join(f'<th scope="col">{html.escape(head)}</th>' for head in form.heads)
    columns = "".join(f'<col style="width:{width * share:.1f}%">' for width in form.widths)
    rows = "\n".join(f"<tr>{''.join(f'<td>{html.escape(value)}</td>' for value in row)}</tr>" for row in form.rows)
    lists = [_list(head, told) for head, told in ((_SIZES, form.sizes), (_PAGES, form.pages)) if told]
    return "\n".join(
        (
            f'<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>',
            f"<style>\n{_STYLE}</style>\n</head>",
            f"<body>\n<h1>{title}</h1>\n<p><strong>{html.escape(form.draft)}</strong></p>",
            f"<table>\n<colgroup>{columns}</colgroup>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>",
            *(f"<p>{html.escape(text)}</p>" for text in form.total),
            *lists,
            "</body>\n</html>\n",
        )
    )


def _list(head: str, told: Iterable[str]) -> str:
    items = "\n".join(f"<li>{html.escape(text)}</li>" for text in told)
    return f"<h2>{head}</h2>\n<ul>\n{items}\n</ul>"


def as_xlsx(view: ExportView) -> bytes:
    """One sheet that can be read back, with numbers as numbers and every course of the plan."""
    from utveksling_cli.render.xlsx import Workbook

    checked = view.plan.checked
    book = Workbook(form_of(view.plan).title, date.fromisoformat(checked.today))
    sheet = book.sheet("Fagplan", [_WIDTHS.get(field, 14) for field in TITLES])
    numbers = [place for place, field in enumerate(TITLES) if field in {"credits", WORTH}]
    sheet.header(0, list(TITLES.values()), numbers)
    for row, course in enumerate(checked.found.courses, start=1):
        for column, field in enumerate(TITLES):
            value = cell(course, field, checked.found.sizes[course.id])
            if isinstance(value, Decimal):
                sheet.number(row, column, value, "rate")
            else:
                sheet.text(row, column, value)
    sheet.filter(0, len(checked.found.courses), len(TITLES))
    return book.content()
