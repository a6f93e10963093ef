"""Workbooks for Excel and LibreOffice: what is text stays text, and each formula carries the value that it has.

Rows and columns count from 0; `cell` names one as formulas do.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from utveksling_cli.render.layout import wrap
from utveksling_cli.render.text import clean

# The locale makes LibreOffice write numbers as Norwegians do; Excel does as the computer is set up.
_NB = "[$-414]"
_KRONER = f'{_NB}#,##0\\ "kr";[Red]{_NB}-#,##0\\ "kr"'
_MOST_LETTERS = 32_767
_LONGEST_ADDRESS = 2_079
_A4 = 9
_LINE_HEIGHT, _TITLE_HEIGHT = 15, 21
# The width of a column counts in digits, and letters are on the whole narrower.
_LETTERS_IN_A_DIGIT = 1.15
_INDENTED = {"align": "left", "indent": 1}
_BLUE, _YELLOW = "#DCE6F1", "#FFF2CC"
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "header": {"bold": True, "bottom": 1, "bg_color": _BLUE, "text_wrap": True, **_INDENTED},
    "header right": {"bold": True, "bottom": 1, "bg_color": _BLUE, "text_wrap": True, "align": "right"},
    "label": {"bold": True, "text_wrap": True},
    "text": {"text_wrap": True, **_INDENTED},
    "link": {"font_color": "#0563C1", "underline": 1, **_INDENTED},
    "kroner": {"num_format": _KRONER},
    "kroner or nothing": {"num_format": f"{_KRONER};"},
    "sum": {"num_format": _KRONER, "bold": True, "top": 1},
    "sum label": {"bold": True, "top": 1},
    "input": {"num_format": _KRONER, "bg_color": _YELLOW, "border": 1},
    "input rate": {"num_format": f"{_NB}0.00####", "bg_color": _YELLOW, "border": 1},
    "amount": {"num_format": f"{_NB}#,##0.00"},
    "rate": {"num_format": f"{_NB}0.00####"},
    "month": {"num_format": f"{_NB}mmm\\ yyyy", **_INDENTED},
    "day": {"num_format": f"{_NB}d.\\ mmmm\\ yyyy", **_INDENTED},
}


class Workbook:
    """One file in memory; it says `created` and not what time it is, so that the same facts give the same bytes."""

    def __init__(self, title: str, created: date) -> None:
        self._buffer = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        when = datetime(created.year, created.month, created.day)
        self._book.set_properties({"title": clean(title), "created": when})
        self._styles = {name: self._book.add_format({"valign": "top", **style}) for name, style in _STYLES.items()}

    def sheet(self, name: str, widths: Sequence[int]) -> Sheet:
        """A new last sheet; each width is in letters."""
        inner = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            inner.set_column(column, column, width)
        inner.set_landscape()
        inner.set_paper(_A4)
        inner.fit_to_pages(1, 0)
        return Sheet(inner, self._styles, widths)

    def content(self) -> bytes:
        self._book.close()
        return self._buffer.getvalue()


class Sheet:
    def __init__(self, inner: Any, styles: dict[str, Any], widths: Sequence[int]) -> None:
        self._inner = inner
        self._styles = styles
        self._widths = widths
        self._heights: dict[int, int] = {}

    def header(self, row: int, titles: Sequence[str], numbers: Collection[int] = ()) -> None:
        """The titles of the columns, which stay in view and on each printed page; those of numbers to the right."""
        for column, title in enumerate(titles):
            self.text(row, column, title, "header right" if column in numbers else "header")
        self._inner.freeze_panes(row + 1, 1)
        self._inner.repeat_rows(row)

    def filter(self, row: int, last_row: int, columns: int) -> None:
        """Let the reader filter the rows below a header."""
        self._inner.autofilter(row, 0, max(last_row, row), columns - 1)

    def print_columns(self, last_row: int, columns: int) -> None:
        """Leave what is to the right of these columns out of the print."""
        self._inner.print_area(0, 0, last_row, columns - 1)

    def text(self, row: int, column: int, value: str | None, style: str = "text") -> None:
        """Never a formula, whatever it begins with; the row is made high enough for all of it."""
        if value:
            shown = clean(value)[:_MOST_LETTERS]
            self._inner.write_string(row, column, shown, self._styles[style])
            if style == "title":
                self._inner.set_row(row, _TITLE_HEIGHT)
            if "text_wrap" in _STYLES[style]:
                self._make_room(row, len(wrap(shown, int(self._widths[column] * _LETTERS_IN_A_DIGIT))))

    def _make_room(self, row: int, lines: int) -> None:
        """Excel would find the height of a row itself, but not every other program does."""
        if lines > self._heights.get(row, 1):
            self._heights[row] = lines
            self._inner.set_row(row, lines * _LINE_HEIGHT)

    def link(self, row: int, column: int, address: str) -> None:
        """An address that can be followed; anything but a web page is only text."""
        if address.startswith(("https://", "http://")) and len(address) <= _LONGEST_ADDRESS:
            self._inner.write_url(row, column, clean(address), self._styles["link"], clean(address))
        else:
            self.text(row, column, address)

    def number(self, row: int, column: int, value: Decimal, style: str) -> None:
        self._inner.write_number(row, column, _plain(value), self._styles[style])

    def formula(self, row: int, column: int, formula: str, value: Decimal, style: str) -> None:
        """`value` is what programs that do not calculate will show."""
        self._inner.write_formula(row, column, formula, self._styles[style], _plain(value))

    def day(self, row: int, column: int, value: date, style: str) -> None:
        self._inner.write_number(row, column, _serial(value), self._styles[style])

    def day_formula(self, row: int, column: int, formula: str, value: date, style: str) -> None:
        self._inner.write_formula(row, column, formula, self._styles[style], _serial(value))


def cell(row: int, column: int, fixed: bool = False) -> str:
    """`B2`, or `$B$2` when `fixed`."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _serial(value: date) -> int:
    """Days as spreadsheets count them."""
    return (value - date(1899, 12, 30)).days
