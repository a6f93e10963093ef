"""Bring what changed between two trees into the document that the first of them was read from."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

from utveksling_cli.planfile.comments import (
    After,
    Container,
    Leaf,
    comments_after,
    last_leaf,
    own_lines,
    put_after,
    put_before,
)
from utveksling_cli.planfile.convert import Tree
from utveksling_cli.planfile.roundtrip import NOTHING

# Readers of YAML agree on what is not text that looks like this; most of them take these words for a yes or a no.
_PLAIN = re.compile(r"\w([\w .@=/+-]*\w)?")
_FLAGS = frozenset({"y", "n", "yes", "no", "on", "off"})
_NO_COMMENTS = After("", 0, ())


def merge(document: CommentedMap, old: Tree, new: Tree) -> None:
    """Only what differs is touched; a new part of the plan stands apart by an empty line."""
    _merge_map(document, old, new, apart=True)


def _merge_map(into: CommentedMap, old: Tree, new: Tree, *, apart: bool = False) -> None:
    """What is new is put in before the old is taken out: an empty map has no place for comments."""
    before: str | None = None
    for key, value in new.items():
        if key not in into:
            _insert_key(into, before, key, value, apart=apart)
        elif key not in old or old[key] != value:
            _merge_value(into, key, old.get(key), value)
        before = key
    for key in old:
        if key not in new and key in into:
            _remove(into, key, list(into).index(key))


def _merge_value(into: Container, key: str | int, old: Any, new: Any) -> None:
    value = into[key]
    if isinstance(value, CommentedMap) and isinstance(old, dict) and isinstance(new, dict):
        _merge_map(value, old, new)
    elif isinstance(value, CommentedSeq) and isinstance(old, list) and isinstance(new, list) and new:
        _merge_list(value, old, new)
    else:
        _replace(into, key, _fresh(new, like=value))


def _merge_list(into: CommentedSeq, old: list[Any], new: list[Any]) -> None:
    """What moves keeps its quotes and the comment on its line; what is new is put in first, here too.

    From the end, so that the places before stay as they are.
    """
    steps = SequenceMatcher(None, list(map(_mark, old)), list(map(_mark, new)), autojunk=False).get_opcodes()
    moved = {
        _mark(old[place]): (into[place], comments_after(last_leaf(into, place)))
        for kind, start, end, _, _ in steps
        for place in range(start, end)
        if kind != "equal" and isinstance(old[place], str)
    }
    for kind, start, end, first, last in reversed(steps):
        if kind == "equal":
            continue
        same = _in_step(old[start:end], new[first:last])
        for entry in reversed(new[first + same : last]):
            value, beside = moved.pop(_mark(entry), (_fresh(entry), _NO_COMMENTS))
            _insert_item(into, end, value, beside)
        for place in reversed(range(start + same, end)):
            _remove(into, place, place)
        for offset in range(same):
            _merge_value(into, start + offset, old[start + offset], new[first + offset])


def _in_step(old: list[Any], new: list[Any]) -> int:
    """How many entries from the start are the same thing, changed: maps that begin with the same value."""
    count = 0
    for was, now in zip(old, new, strict=False):
        if not (isinstance(was, dict) and isinstance(now, dict) and list(was.items())[:1] == list(now.items())[:1]):
            break
        count += 1
    return count


def _mark(entry: Any) -> str:
    return json.dumps(entry)


def _insert_key(into: CommentedMap, before: str | None, key: str, value: Any, *, apart: bool) -> None:
    place = 0 if before is None else list(into).index(before) + 1
    into.insert(place, key, _fresh(value))
    if before is not None:
        _pass_on_comments(Leaf(into, before), last_leaf(into, key), _NO_COMMENTS, apart=apart)


def _insert_item(into: CommentedSeq, place: int, value: Any, after: After) -> None:
    into.insert(place, value)
    if place > 0:
        _pass_on_comments(Leaf(into, place - 1), last_leaf(into, place), after)
    else:
        put_after(last_leaf(into, place), After(after.beside, after.column, ()))


def _pass_on_comments(before: Leaf, fresh: Leaf, after: After, *, apart: bool = False) -> None:
    """What stood below the entry before stands below the fresh one now."""
    leaf = last_leaf(before.container, before.key)
    was = comments_after(leaf)
    below = was.below
    if apart:
        put_after(leaf, After(was.beside, was.column, ("",)))
        below = below if not below or below[0] == "" else ("", *below)
    else:
        put_after(leaf, After(was.beside, was.column, ()))
    put_after(fresh, After(after.beside, after.column, below))


def _remove(container: Container, key: str | int, place: int) -> None:
    """With the comments beside it; those on lines of their own stay."""
    kept = own_lines(container, key)
    del container[key]
    if isinstance(container, CommentedMap):
        container.ca.items.pop(key, None)
    if not kept or not container:
        return
    keys: list[Any] = list(container) if isinstance(container, CommentedMap) else list(range(len(container)))
    if place > 0:
        _put_below(last_leaf(container, keys[place - 1]), kept)
    else:
        put_before(container, keys[0], kept)


def _put_below(leaf: Leaf, lines: tuple[str, ...]) -> None:
    was = comments_after(leaf)
    twice = was.below[-1:] == ("",) and lines[:1] == ("",)
    put_after(leaf, was._replace(below=was.below + (lines[1:] if twice else lines)))


def _replace(container: Container, key: str | int, value: Any) -> None:
    """Another value in the same place: the comment beside it stays, and those on lines of their own."""
    place = Leaf(container, key)
    beside, below = comments_after(place), own_lines(container, key)
    container.ca.items.pop(key, None)
    container[key] = value
    put_after(place, beside._replace(below=()))
    fresh = last_leaf(container, key)
    put_after(fresh, comments_after(fresh)._replace(below=below))


def _fresh(value: Any, like: Any = None) -> Any:
    """A value to put into a document, quoted as the one that it takes the place of."""
    if value is None:
        return NOTHING
    if isinstance(value, dict):
        return CommentedMap((key, _fresh(entry)) for key, entry in value.items())
    if isinstance(value, list):
        entries = CommentedSeq([_fresh(entry) for entry in value])
        if not value:
            # Below a comment beside its key, a list in lines would leave its brackets at the margin.
            entries.fa.set_flow_style()
        return entries
    if isinstance(value, str) and isinstance(like, DoubleQuotedScalarString | SingleQuotedScalarString):
        return type(like)(value)
    plain = _PLAIN.fullmatch(value) and value.lower() not in _FLAGS
    return value if plain else DoubleQuotedScalarString(value)
