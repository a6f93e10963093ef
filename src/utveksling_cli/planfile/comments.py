"""Where ruamel.yaml keeps comments, so that those below an entry outlive it.

Ruamel hangs a comment on the entry before it: what stands at the end of an entry's line, and all lines from there to
the next entry, are one token. Here the two are told apart: the first belongs to the entry, the rest to the place.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import CommentMark
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString
from ruamel.yaml.tokens import CommentToken

Container = CommentedMap | CommentedSeq
# Of the four places for comments around an entry; the two others are for what comes after it.
_ABOVE, _INSIDE = 1, 3


class After(NamedTuple):
    """`beside` is the comment on the entry's own line, at `column`; `below` are the lines under it."""

    beside: str
    column: int
    below: tuple[str, ...]


class Leaf(NamedTuple):
    """The entry of a map or list that holds no further lines."""

    container: Container
    key: str | int


def last_leaf(container: Container, key: str | int) -> Leaf:
    """The last line's entry within the one at `key`."""
    value = container[key]
    while is_block(value) and len(value):
        container, key = value, (list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
        value = container[key]
    return Leaf(container, key)


def is_block(value: object) -> bool:
    """Whether it is a map or list whose entries stand on lines of their own."""
    return isinstance(value, CommentedMap | CommentedSeq) and value.fa.flow_style() is not True


def comments_after(leaf: Leaf) -> After:
    token = _slots(leaf)[_place(leaf)]
    if token is None:
        return After("", 0, ())
    lines = token.value.removesuffix("\n").split("\n")
    column: int = token.start_mark.column
    if _ends_its_line(leaf):
        return After("", 0, (" " * column + lines[0], *lines[1:]))
    return After(lines[0], column, tuple(lines[1:]))


def put_after(leaf: Leaf, after: After) -> None:
    """Set what stands beside and below; nothing takes away what is there."""
    lines = after.below if _ends_its_line(leaf) else (after.beside, *after.below)
    text = "\n".join(lines)
    token = CommentToken(f"{text}\n", CommentMark(after.column), None) if text or after.below else None
    _slots(leaf)[_place(leaf)] = token


def own_lines(container: Container, key: str | int) -> tuple[str, ...]:
    """Every comment from the entry to the next that has a line of its own, as lines; empty lines only at the end."""
    slots = _slots(Leaf(container, key))
    value = container[key]
    lines = _lines_of(slots[_ABOVE]) + comments_after(Leaf(container, key)).below
    if is_block(value):
        lines += _lines_of(slots[_INSIDE])
        for inner in value if isinstance(value, CommentedMap) else range(len(value)):
            lines = tuple(line for line in lines if line.strip()) + own_lines(value, inner)
    return lines


def put_before(container: Container, key: str | int, lines: tuple[str, ...]) -> None:
    """Set lines above an entry, before those that are there."""
    slots = _slots(Leaf(container, key))
    fresh = [CommentToken(f"{line.lstrip()}\n", CommentMark(len(line) - len(line.lstrip())), None) for line in lines]
    slots[_ABOVE] = [*fresh, *(slots[_ABOVE] or [])]


def _lines_of(tokens: list[CommentToken] | None) -> tuple[str, ...]:
    return tuple(
        " " * token.start_mark.column + line
        for token in tokens or ()
        for line in token.value.removesuffix("\n").split("\n")
    )


def _ends_its_line(leaf: Leaf) -> bool:
    """A block of text ends with a line break of its own, and nothing can stand beside it."""
    return isinstance(leaf.container[leaf.key], LiteralScalarString | FoldedScalarString)


def _place(leaf: Leaf) -> int:
    return 2 if isinstance(leaf.container, CommentedMap) else 0


def _slots(leaf: Leaf) -> list[Any]:
    """The four places that ruamel has for comments around an entry: tokens, and one list of them."""
    slots: list[Any] = leaf.container.ca.items.setdefault(leaf.key, [])
    slots += [None] * (4 - len(slots))
    return slots
