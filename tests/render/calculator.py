"""Calculate a workbook anew from its formulas, as a spreadsheet does, without any value that stands in it.

It knows no more than what the program writes: SUMIFS, SUM, MIN, MAX, ROUND, INDEX, MATCH, + - * and references.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|\"(?P<text>[^\"]*)\"|(?P<call>[A-Z]+)\("
    r"|(?P<ref>(?:[A-Za-z]+!)?\$?[A-Z]{1,2}\$?[0-9]*(?::\$?[A-Z]{1,2}\$?[0-9]*)?)|(?P<sign>[-+*,)]))"
)
Token = tuple[str, str]


class Calculator:
    """`changes` are what the reader writes in cells, such as `Kurser!B2`."""

    def __init__(self, book: Workbook, changes: dict[str, float] | None = None) -> None:
        self._book = book
        self._values: dict[str, Any] = dict(changes or {})

    def value(self, sheet: str, cell: str) -> Any:
        """Numbers as floats, days as numbers, text as text, an empty cell as nothing."""
        place = f"{sheet}!{cell}"
        if place not in self._values:
            found = self._book[sheet][cell].value
            if isinstance(found, str) and found.startswith("=") and self._book[sheet][cell].data_type == "f":
                found = _Formula(found[1:], sheet, self).result()
            self._values[place] = to_excel(found) if isinstance(found, datetime) else found
        return self._values[place]

    def cells(self, sheet: str, reference: str) -> list[Any]:
        """One cell, a part of a column (`B2:B9`) or a whole one (`B:B`)."""
        first, _, last = reference.replace("$", "").partition(":")
        if not last:
            return [self.value(sheet, first)]
        column = first.rstrip("0123456789")
        assert column == last.rstrip("0123456789"), "the program writes no range of several columns"
        begins = int(first[len(column) :] or 1)
        ends = int(last[len(column) :] or self._book[sheet].max_row)
        return [self.value(sheet, f"{column}{row}") for row in range(begins, ends + 1)]

    def row(self, sheet: str, number: int) -> list[Any]:
        return [
            self.value(sheet, f"{get_column_letter(column)}{number}")
            for column in range(1, self._book[sheet].max_column + 1)
        ]


class _Formula:
    def __init__(self, text: str, sheet: str, calculator: Calculator) -> None:
        self._tokens = _tokens(text)
        self._sheet = sheet
        self._calculator = calculator

    def result(self) -> Any:
        value = _single(self._sum())
        assert not self._tokens, self._tokens
        return value

    def _sum(self) -> list[Any]:
        total = self._product()
        while self._tokens and self._tokens[0] in {("sign", "+"), ("sign", "-")}:
            sign = -1 if self._tokens.pop(0)[1] == "-" else 1
            total = [_number(_single(total)) + sign * _number(_single(self._product()))]
        return total

    def _product(self) -> list[Any]:
        value = self._part()
        while self._tokens and self._tokens[0] == ("sign", "*"):
            self._tokens.pop(0)
            value = [_number(_single(value)) * _number(_single(self._part()))]
        return value

    def _part(self) -> list[Any]:
        kind, text = self._tokens.pop(0)
        if kind == "number":
            return [float(text)]
        if kind == "text":
            return [text]
        if kind == "ref":
            sheet, _, reference = text.rpartition("!")
            return self._calculator.cells(sheet or self._sheet, reference)
        if kind == "call":
            return [_FUNCTIONS[text](*self._arguments())]
        assert (kind, text) == ("sign", "-")
        return [-_number(_single(self._part()))]

    def _arguments(self) -> list[list[Any]]:
        found = [self._sum()]
        while self._tokens.pop(0) == ("sign", ","):
            found.append(self._sum())
        return found


def _tokens(text: str) -> list[Token]:
    found, place = [], 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        assert match is not None, text[place:]
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
        place = match.end()
    return found


def _single(values: list[Any]) -> Any:
    (value,) = values
    return value


def _number(value: Any) -> float:
    return 0.0 if value is None else float(value)


def _numbers(values: list[Any]) -> list[float]:
    return [float(value) for value in values if isinstance(value, int | float)]


def _sumifs(amounts: list[Any], *conditions: list[Any]) -> float:
    wanted = [(conditions[i], _single(conditions[i + 1])) for i in range(0, len(conditions), 2)]
    rows = range(len(amounts))
    return sum(_numbers([amounts[row] for row in rows if all(column[row] == value for column, value in wanted)]))


def _round(value: list[Any], digits: list[Any]) -> float:
    """Half away from zero, by the fifteen digits that a spreadsheet trusts."""
    assert _single(digits) == 0
    return float(Decimal(f"{_number(_single(value)):.15g}").quantize(Decimal(1), ROUND_HALF_UP))


def _match(wanted: list[Any], values: list[Any], kind: list[Any]) -> float:
    assert _single(kind) == 0
    return float(values.index(_single(wanted)) + 1)


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "SUM": lambda values: sum(_numbers(values)),
    "MIN": lambda values: min(_numbers(values)),
    "MAX": lambda *arguments: max(_number(_single(values)) for values in arguments),
    "INDEX": lambda values, place: values[int(_single(place)) - 1],
    "SUMIFS": _sumifs,
    "ROUND": _round,
    "MATCH": _match,
}
