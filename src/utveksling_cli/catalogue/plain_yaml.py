"""Read YAML that is written the plain way, five times as fast as `yaml_reader`; what is not is left to that one.

Nearly all data is keys, lists and text on lines of their own. A text is either read here to exactly what
`read_yaml` makes of it or not at all: whatever could mean something else, or is an error, raises Unsure.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from contextlib import closing
from functools import lru_cache
from typing import Any

from utveksling_cli.catalogue.characters import unseen_at

_KEY = r"[a-z][a-z0-9_]{0,60}"
_LINE = re.compile(rf"( *)(- )?(?:({_KEY}):(?: |$))?(.*)")
# Quoted text over several lines, and what stands before it on its first line.
_BROKEN = re.compile(r" '(?:[^'\n]|'')*+(?:\n +(?! )(?:[^'\n]|'')++)++'$", re.MULTILINE)
_BEFORE = re.compile(rf" *(?:-|(?:- )?{_KEY}:)")
_FOLD = re.compile(r" *\n +")
_SINGLE = re.compile(r"'((?:[^']|'')+)'")
_DOUBLE = re.compile(r'"([^"\\]+)"')
_FLOW = re.compile(r"\[([^:#\[\]{}]+)\]")
# A text may not begin with these, or with anything else that is neither a letter nor a number.
_ALSO_BEGIN = frozenset("(«/.$§–+")
# Nor does what begins with these go on in the next line.
_NEVER = "["
_NEVER_GOES_ON = frozenset("'\"[")
_CHUNK = 1 << 18
# The column, the dash if there is one, and the key.
_Head = tuple[int, str, str]
# Far more than any schema has keys, and little memory.
_MOST_HEADS = 2_000
_MAX_DEPTH = 20


class Unsure(Exception):
    """The text is not of the plain kind."""


def read_plain(text: str) -> Any:
    """What `read_yaml` gives; raises Unsure for a text that it may refuse or read in another way."""
    text = text.rstrip("\n") + "\n"
    if unseen_at(text) is not None or " \n" in text:
        raise Unsure
    text = _unbroken(text)
    # Else the lines would be closed by whoever tidies up, and a Ctrl-C just then would be lost.
    with closing(_lines(text)) as lines:
        return _Reading().read(text, lines)


def _unbroken(text: str) -> str:
    """Quoted text on one line each. Looking for the sign is ten times as fast as looking for the pattern."""
    parts, done = list[str](), 0
    at = text.find("'", 1)
    while at > 0:
        found = _BROKEN.match(text, at - 1)
        if found:
            parts += text[done : at - 1], _joined(found)
            done = found.end()
        at = text.find("'", max(at + 1, done))
    return "".join((*parts, text[done:])) if parts else text


def _joined(found: re.Match[str]) -> str:
    begins = found.string.rfind("\n", 0, found.start()) + 1
    if not _BEFORE.fullmatch(found.string, begins, found.start()):
        raise Unsure
    return _FOLD.sub(" ", found[0])


def _lines(text: str) -> Generator[str, None, None]:
    """A few thousand lines at a time, so that a large file does not become a larger list."""
    start, length = 0, len(text) - 1
    while start < length:
        end = text.find("\n", start + _CHUNK)
        end = length if end < 0 else end
        yield from text[start:end].split("\n")
        start = end + 1


def _apart(line: str) -> tuple[int, str, str, str]:
    found = _LINE.match(line)
    assert found is not None
    indent, dash, key, value = found.groups("")
    return len(indent), dash, key, value


@lru_cache(_MOST_HEADS)
def _flow(text: str) -> tuple[str | None, ...]:
    found = _FLOW.fullmatch(text)
    if found is None:
        raise Unsure
    parts: list[str | None] = []
    for part in found[1].split(", "):
        if not part[:1].isalnum() or part[-1] == " " or "," in part:
            raise Unsure
        parts.append(None if part == "null" else part)
    return tuple(parts)


class _Reading:
    """The maps and lists that are open, from the outermost, and the columns that their entries stand in."""

    def __init__(self) -> None:
        self._root: Any = None
        self._columns: list[int] = []
        self._blocks: list[Any] = []
        # How often `: `, `:` at the end and ` #` stand where they were read, or where they are no signs of YAML's.
        self._pairs = self._ends = self._hashes = 0

    def read(self, text: str, lines: Iterable[str]) -> Any:  # noqa: PLR0912 - a call for each line would cost as much as the line itself
        into: Any = None
        place: Any = None
        # The column of the open map; None in a list.
        margin: int | None = None
        # What stood after the last key or dash: nothing waits for a deeper block, and a text may go on.
        last, pairs, ends = _NEVER, 0, 0
        # The same few heads stand before the values of all records: each is taken apart once.
        with_value, without = dict[str, _Head](), dict[str, _Head]()
        columns = self._columns
        for line in lines:
            head, colon, value = line.partition(": ")
            heads = with_value if colon else without
            known = heads.get(head)
            if known is None:
                column, dash, key, value = _apart(line)
                if key and len(heads) < _MOST_HEADS:
                    heads[head] = (column, dash, key)
            else:
                column, dash, key = known
            if dash:
                if last or column < columns[-1]:
                    into = self._back(column, list)
                else:
                    into[place] = into = self._opened(column, [])
                if not key:
                    into.append(self._value(value))
                    place, margin, last = len(into) - 1, None, value
                    continue
                margin = column + len(dash)
                into.append(self._opened(margin, {}))
                into = into[-1]
            elif not key:
                last = self._between(into, place, column, value, last)
                continue
            elif column != margin:
                if last or column <= columns[-1]:
                    into = self._back(column, dict)
                else:
                    into[place] = into = self._opened(column, {})
                margin = column
            if key in into:
                raise Unsure
            place, last = key, value
            if value:
                pairs += 1
                into[key] = value if value[0].isalnum() and value != "null" else self._value(value)
            else:
                ends += 1
                into[key] = None
        # A sign that was not counted stands in the middle of a text, where it means something else.
        read = (self._pairs + pairs, self._ends + ends, self._hashes)
        if read != (text.count(": "), text.count(":\n"), text.count(" #") if "#" in text else 0):
            raise Unsure
        return self._root

    def _back(self, column: int, kind: type) -> Any:
        """The block in this column that is open already; a key ends the list that may stand in its own column."""
        columns, blocks = self._columns, self._blocks
        while columns and (columns[-1] > column or (kind is dict and blocks[-1].__class__ is list)):
            columns.pop()
            blocks.pop()
        if self._root is None and not column and kind is dict:
            self._root = self._opened(0, {})
        if not columns or columns[-1] != column or blocks[-1].__class__ is not kind:
            raise Unsure
        return blocks[-1]

    def _opened(self, column: int, block: Any) -> Any:
        if len(self._columns) >= _MAX_DEPTH:
            raise Unsure
        self._columns.append(column)
        self._blocks.append(block)
        return block

    def _value(self, text: str) -> Any:
        """The value that stands on the line of its key or dash."""
        begin = text[:1]
        if begin.isalnum() or begin in _ALSO_BEGIN or (begin == "-" and text[1:2].isdecimal()):
            return None if text == "null" else text
        if begin == "[":
            return list(_flow(text))
        found = (_SINGLE if begin == "'" else _DOUBLE).fullmatch(text)
        if found is None:
            raise Unsure
        self._pairs += text.count(": ")
        self._hashes += text.count(" #")
        return found[1].replace("''", "'") if begin == "'" else found[1]

    def _between(self, into: Any, place: Any, column: int, value: str, last: str) -> str:
        """A line without key and dash: nothing, a comment, or more of the text above it; gives what is last now."""
        if not value or value[0] == "#":
            self._pairs += value.count(": ")
            self._ends += value.endswith(":")
            self._hashes += value.count(" #") + (column > 0)
            return last and _NEVER
        if not last or last[0] in _NEVER_GOES_ON or into[place] is None or column <= self._columns[-1]:
            raise Unsure
        into[place] += " " + value
        return last
