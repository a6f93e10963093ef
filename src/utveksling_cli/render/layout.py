"""Lay out text in columns: words wrap, columns fall away on a narrow screen, and no figure or date is ever cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean

_GAP = "  "
_RECORDS_BELOW = 70
_NARROWEST_PROSE = 16
_LABEL_WIDTH = 15
_RULE = "─"
_WIDE_FROM = "\u1100"

Style = Callable[[str], str]
Row = Sequence[str]


class Column(NamedTuple):
    """`drop` is 0 for a column that always stays; among the others the highest number falls away first.

    `prose` is the width to which the column may be narrowed by wrapping between words; without it the
    cells keep to one line.
    """

    title: str
    right: bool = False
    prose: int = 0
    drop: int = 0


class Styled(NamedTuple):
    """How the cells of one row look; the text itself has no escape codes, so widths stay true."""

    cells: Row
    style: Style | None = None


def table(columns: Sequence[Column], rows: Sequence[Row | Styled], screen: Screen) -> str:
    """A table, or one record after the other when the screen is narrow or the table will not fit."""
    styled = [row if isinstance(row, Styled) else Styled(row) for row in rows]
    styled = [Styled([clean(cell) for cell in row.cells], row.style) for row in styled]
    kept = list(range(len(columns)))
    if screen.width < _RECORDS_BELOW and _natural_width(columns, styled) > screen.width:
        return _records(columns, styled, screen)
    while True:
        widths = _fitted(columns, kept, styled, screen.width)
        if widths is not None:
            return _lines(columns, kept, widths, styled, screen)
        droppable = [index for index in kept if columns[index].drop]
        if not droppable:
            return _records(columns, styled, screen)
        kept.remove(max(droppable, key=lambda index: columns[index].drop))


def width_of(text: str) -> int:
    """Columns on a terminal; letters of East Asia take two."""
    if text.isascii() or max(text) < _WIDE_FROM:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Clean lines of at most `width`, broken between words; a longer word stands whole on its own line."""
    hanging = indent if hanging is None else hanging
    lines: list[str] = []
    line = indent
    empty = True
    for word in clean(text).split(" "):
        if not empty and width_of(line) + 1 + width_of(word) > width:
            lines.append(line)
            line, empty = hanging, True
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line]


def bold(text: str, screen: Screen) -> list[str]:
    """A heading, on as many lines as it takes."""
    return [screen.bold(line) for line in wrap(clean(text), screen.width)]


def _natural_width(columns: Sequence[Column], rows: Sequence[Styled]) -> int:
    """The width of the table when nothing wraps and nothing falls away."""
    widths = [
        max(width_of(text) for text in (column.title, *(row.cells[i] for row in rows)))
        for i, column in enumerate(columns)
    ]
    return sum(widths) + len(_GAP) * (len(columns) - 1)


def _fitted(
    columns: Sequence[Column], kept: Sequence[int], rows: Sequence[Styled], width: int
) -> dict[int, int] | None:
    """The width of each kept column, prose narrowed as far as it goes; None when that is not enough."""
    cells = {i: [columns[i].title, *(row.cells[i] for row in rows)] for i in kept}
    widths = {i: max(map(width_of, cells[i])) for i in kept}
    floors = {i: max(columns[i].prose, *map(_longest_word, cells[i])) for i in kept if columns[i].prose}
    over = sum(widths.values()) + len(_GAP) * (len(kept) - 1) - width
    while over > 0:
        spare = [i for i in floors if widths[i] > floors[i]]
        if not spare:
            return None
        widths[max(spare, key=lambda i: widths[i])] -= 1
        over -= 1
    return widths


def _longest_word(text: str) -> int:
    return max(map(width_of, text.split(" ")))


def _lines(
    columns: Sequence[Column], kept: Sequence[int], widths: dict[int, int], rows: Sequence[Styled], screen: Screen
) -> str:
    def levels(texts: Row) -> Iterator[str]:
        cells = {i: wrap(texts[i], widths[i]) if columns[i].prose else [texts[i]] for i in kept}
        for level in range(max(len(cell) for cell in cells.values())):
            parts = [
                _padded(cells[i][level] if level < len(cells[i]) else "", widths[i], columns[i].right) for i in kept
            ]
            yield _GAP.join(parts).rstrip()

    lines = [screen.bold(line) for line in levels([column.title for column in columns])]
    lines.append(screen.dim(_GAP.join(_RULE * widths[i] for i in kept)))
    for row in rows:
        lines += [row.style(line) if row.style else line for line in levels(row.cells)]
    return "\n".join(lines) + "\n"


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if right else text + space


def _records(columns: Sequence[Column], rows: Sequence[Styled], screen: Screen) -> str:
    """Each row as a heading and `Title  value` lines; empty values are left out.

    A column without a title, such as one of marks, stands behind the value before it.
    """
    blocks = []
    for row in rows:
        lines = bold(row.cells[0], screen)
        values: list[tuple[str, str]] = []
        for column, cell in zip(columns[1:], row.cells[1:], strict=True):
            if column.title or not values:
                values.append((column.title, cell))
            elif cell:
                values[-1] = (values[-1][0], f"{values[-1][1]} {cell}")
        lines += [line for title, value in values if value for line in pair(title, value, screen)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def pair(label: str, value: str, screen: Screen) -> list[str]:
    """`  Label       value`, the value wrapped in a column of its own."""
    label, value = clean(label), clean(value)
    indent = " " * (_LABEL_WIDTH + 4)
    start = f"  {label:<{_LABEL_WIDTH}}  "
    if len(label) > _LABEL_WIDTH or screen.width < len(indent) + _NARROWEST_PROSE:
        return [f"  {label}", *wrap(value, screen.width, "    ")]
    first, *others = wrap(value, screen.width, start, indent)
    return [first, *others]
