"""Read YAML that is written the plain way, five times as fast as `yaml_reader`; what is not is left to that one.

Nearly all data is keys, lists and text on lines of their own. A text is either read here to exactly what
`read_yaml` makes of it or not at all: whatever could mean something else, or is an error, raises Unsure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from utveksling_cli.catalogue.characters import unseen_at

_KEY = r"[a-z][a-z0-9_]{0,60}"
_LINE = re.compile(rf"^( *)(- )?(?:({_KEY}):(?: |$))?(.*)$", re.MULTILINE)
# Quoted text over several lines, and what stands before it on its first line.
_BROKEN = re.compile(r" '(?:[^'\n]|'')*+(?:\n +(?! )(?:[^'\n]|'')++)++'$", re.MULTILINE)
_BEFORE = re.compile(rf" *(?:-|(?:- )?{_KEY}:)")
_FOLD = re.compile(r" *\n +")
_SINGLE = re.compile(r"'((?:[^']|'')+)'")
_DOUBLE = re.compile(r'"([^"\\]+)"')
_FLOW = re.compile(r"\[([^:#\[\]{}]+)\]")
# A text may not begin with these, or with anything else that is neither a letter nor a number.
_ALSO_BEGIN = frozenset("(«/.$§–+")
_NEVER_GOES_ON = frozenset("'\"[")
_CHUNK = 1 << 18
_MAX_DEPTH = 20


class Unsure(Exception):
    """The text is not of the plain kind."""


def read_plain(text: str) -> Any:
    """What `read_yaml` gives; raises Unsure for a text that it may refuse or read in another way."""
    text = text.rstrip("\n") + "\n"
    if unseen_at(text) is not None or " \n" in text:
        raise Unsure
    if "'" in text:
        text = _BROKEN.sub(_joined, text)
    return _Reading().read(text)


def _joined(found: re.Match[str]) -> str:
    begins = found.string.rfind("\n", 0, found.start()) + 1
    if not _BEFORE.fullmatch(found.string, begins, found.start()):
        raise Unsure
    return _FOLD.sub(" ", found[0])


def _lines(text: str) -> Iterator[tuple[str, str, str, str]]:
    """A few thousand lines at a time, so that a large file does not become a larger list."""
    start, length = 0, len(text) - 1
    while start < length:
        end = text.find("\n", start + _CHUNK)
        end = length if end < 0 else end
        yield from _LINE.findall(text, start, end)
        start = end + 1


class _Reading:
    """The maps and lists that are open, from the outermost, each with the column that its entries stand in."""

    def __init__(self) -> None:
        self._root: Any = None
        self._open: list[tuple[int, Any]] = []
        # How often `: `, `:` at the end and ` #` stand where they were read, or where they are no signs of YAML's.
        self._pairs = self._ends = self._hashes = 0

    def read(self, text: str) -> Any:
        into: Any = None
        place: Any = None
        column = -1
        # Whether the value at `place` waits for a deeper block, or is a text that may go on in the next line.
        waits = goes_on = False
        for indent, dash, key, value in _lines(text):
            if dash or not key or len(indent) != column or into.__class__ is list:
                if not dash and not key:
                    self._hashes += indent != "" and value[:1] == "#"
                    self._go_on(into, place, value, goes_on and len(indent) > column)
                    goes_on = goes_on and value != "" and value[0] != "#"
                    continue
                into, column = self._step((into, place, column) if waits else None, len(indent), dash)
                if not key:
                    into.append(self._value(value))
                    place, waits, goes_on = len(into) - 1, False, value[0] not in _NEVER_GOES_ON
                    continue
                if dash:
                    column += 2
                    into.append({})
                    into = self._opened(column, into[-1])
            if key in into:
                raise Unsure
            place = key
            if value:
                self._pairs += 1
                into[key] = value if value[0].isalnum() and value != "null" else self._value(value)
                waits, goes_on = False, value[0] not in _NEVER_GOES_ON
            else:
                self._ends += 1
                into[key] = None
                waits, goes_on = True, False
        # A sign that was not counted stands in the middle of a text, where it means something else.
        if (self._pairs, self._ends, self._hashes) != (text.count(": "), text.count(":\n"), text.count(" #")):
            raise Unsure
        return self._root

    def _step(self, waiting: tuple[Any, Any, int] | None, column: int, dash: str) -> tuple[Any, int]:
        """The map, or with a dash the list, that stands in this column."""
        kind = list if dash else dict
        if waiting is not None and (column > waiting[2] or (dash and column == waiting[2])):
            made: Any = kind()
            waiting[0][waiting[1]] = made
            return self._opened(column, made), column
        opened = self._open
        # A list may stand in the column of the key that holds it; a key there ends it.
        while opened and (opened[-1][0] > column or (kind is dict and opened[-1][1].__class__ is list)):
            opened.pop()
        if not opened and self._root is None and not column and not dash:
            self._root = {}
            opened.append((0, self._root))
        if not opened or opened[-1][0] != column or opened[-1][1].__class__ is not kind:
            raise Unsure
        return opened[-1][1], column

    def _opened(self, column: int, made: Any) -> Any:
        if len(self._open) >= _MAX_DEPTH:
            raise Unsure
        self._open.append((column, made))
        return made

    def _value(self, text: str) -> Any:
        """The value that stands on the line of its key or dash."""
        begin = text[:1]
        if begin.isalnum() or begin in _ALSO_BEGIN or (begin == "-" and text[1:2].isdecimal()):
            return None if text == "null" else text
        found = _SINGLE.fullmatch(text) or _DOUBLE.fullmatch(text)
        if found is not None:
            self._pairs += text.count(": ")
            self._hashes += text.count(" #")
            return found[1].replace("''", "'") if begin == "'" else found[1]
        found = _FLOW.fullmatch(text)
        if found is None:
            raise Unsure
        parts = found[1].split(", ")
        if not all(part[:1].isalnum() and "," not in part and part[-1] != " " for part in parts):
            raise Unsure
        return [None if part == "null" else part for part in parts]

    def _go_on(self, into: Any, place: Any, value: str, goes_on: bool) -> None:
        """A line without key and dash: nothing, a comment, or more of the text above it."""
        if not value or value[0] == "#":
            self._pairs += value.count(": ")
            self._ends += value.endswith(":")
            self._hashes += value.count(" #")
        elif not goes_on or into[place] is None:
            raise Unsure
        else:
            into[place] += " " + value
