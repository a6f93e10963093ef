"""CSV for Norwegian spreadsheets: UTF-8 with BOM, semicolon, decimal comma, and no cell that is a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from utveksling_cli.render.text import clean

if TYPE_CHECKING:
    from decimal import Decimal

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = set("0123456789,")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The whole file as text, its BOM first. Numbers are given as text with a comma, None is an empty cell."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _BOM + buffer.getvalue()


def decimal(value: Decimal) -> str:
    """A number with a decimal comma, and nothing between thousands."""
    return f"{value:f}".replace(".", ",")


def _cell(value: object) -> str:
    text = "" if value is None else clean(str(value))
    negative_number = text[:1] == "-" and set(text[1:]) <= _NUMBER and len(text) > 1
    return f"'{text}" if text.startswith(_FORMULA) and not negative_number else text
