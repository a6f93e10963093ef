"""The form of `fagplan_form` as a document for Word and LibreOffice: one wide page with a table, and lists below it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from utveksling_cli.render.fagplan_form import Form

_LANGUAGE = "nb-NO"
_WIDTH, _HEIGHT, _MARGIN = Mm(297), Mm(210), Mm(15)
_TEXT, _CELL = Pt(10), Pt(9)
_FONT, _HEAD_FILL, _BLACK = "Arial", "DCE6F1", RGBColor(0, 0, 0)


def document(form: Form, list_titles: tuple[str, str], created: date) -> bytes:
    """It says `created` and not what time it is, so that the same facts give the same bytes."""
    book = Document()
    _set_up(book, form.title, created)
    book.add_heading(form.title, level=1)
    book.add_paragraph().add_run(form.draft).bold = True
    _table(book, form)
    for place, text in enumerate(form.total):
        book.add_paragraph(text).paragraph_format.space_before = _TEXT if place == 0 else None
    for title, told in zip(list_titles, (form.sizes, form.pages), strict=True):
        if told:
            book.add_heading(title, level=2)
        for text in told:
            book.add_paragraph(text, style="List Bullet")
    return _written(book)


def _set_up(book: Any, title: str, created: date) -> None:
    page = book.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    for name in ("Normal", "Heading 1", "Heading 2"):
        font = book.styles[name].font
        font.name, font.color.rgb = _FONT, _BLACK
        fonts = book.styles[name].element.rPr.rFonts
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
    book.styles["Normal"].font.size = _TEXT
    for language in book.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    about, day = book.core_properties, datetime(created.year, created.month, created.day)
    about.title, about.language, about.author, about.comments = title[:255], _LANGUAGE, "", ""
    about.created = about.modified = day


def _table(book: Any, form: Form) -> None:
    room, shares = _WIDTH - 2 * _MARGIN, sum(form.widths)
    table = book.add_table(rows=0, cols=len(form.heads), style="Table Grid")
    table.autofit = False
    widths = [Emu(room * share // shares) for share in form.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _row(table, form.heads, widths, head=True)
    for cells in form.rows:
        _row(table, cells, widths)


def _row(table: Any, cells: Sequence[str], widths: Sequence[int], *, head: bool = False) -> None:
    row = table.add_row()
    if head:
        # The row stands again on each page that the table goes on to.
        _add(row._tr.get_or_add_trPr(), "w:tblHeader", val="true")
    for cell, text, width in zip(row.cells, cells, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(text)
        run.font.size, run.bold = _CELL, head
        if head:
            _add(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_HEAD_FILL)


def _add(parent: Any, name: str, **attributes: str) -> None:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    parent.append(element)


def _written(book: Any) -> bytes:
    """The archive without the hours at which its parts were packed."""
    packed, clean = io.BytesIO(), io.BytesIO()
    book.save(packed)
    with ZipFile(packed) as old, ZipFile(clean, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(ZipInfo(part.filename), old.read(part), ZIP_DEFLATED)
    return clean.getvalue()
