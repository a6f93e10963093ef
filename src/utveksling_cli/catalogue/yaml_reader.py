"""Read YAML strictly: every scalar is text, and what YAML 1.1 would guess or drop in silence is an error.

Builds on the events of PyYAML's C parser. `NO`, `0613`, `12:30` and `2026-02-31` stay text for the
schema to judge; a plain empty value or `null` is None. Errors: duplicate keys, keys that are not
text, anchors, aliases, tags, merge keys, tabs, characters that are not seen, and more than one document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from utveksling_cli.catalogue.characters import refusal, shown, unseen_at
from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.yaml_errors import TOO_DEEP, YamlError, from_parser

# The parser in C where PyYAML was built with it; the one in Python gives the same, forty times slower.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = {"", "null", "~"}
_MAX_DEPTH = 40


@dataclass
class _Frame:
    """An open map or list: its value so far, and in a map the key that waits for a value."""

    value: dict[str, Any] | list[Any]
    key: str | None = None
    lines: dict[str | int, int] = field(default_factory=dict)


def read_yaml(text: str) -> Any:
    """The document as dicts, lists, text and None; raises YamlError at the first thing not accepted."""
    return _Builder(text).build()


class LineMap:
    """The line of every value in a text that `read_yaml` accepts."""

    def __init__(self, text: str) -> None:
        builder = _Builder(text, keep_lines=True)
        builder.build()
        self._lines = builder.lines

    def line(self, path: KeyPath) -> int:
        """Where the value at `path` stands; where its nearest parent does when the path does not exist."""
        for length in range(len(path), -1, -1):
            line = self._lines.get(path[:length])
            if line is not None:
                return line
        return 1


class _Builder:
    """One pass over the parser's events."""

    def __init__(self, text: str, *, keep_lines: bool = False) -> None:
        self._text = text.removeprefix("\ufeff")
        self._stack: list[_Frame] = []
        self._path: list[str | int] = []
        self._root: Any = None
        self._documents = 0
        self._keep_lines = keep_lines
        self.lines: dict[KeyPath, int] = {}

    def build(self) -> Any:
        _refuse_unseen(self._text.replace("\r\n", "\n").replace("\r", "\n"), 1)
        try:
            for event in yaml.parse(self._text, Loader=LOADER):
                self._take(event)
        except yaml.YAMLError as error:
            raise from_parser(error, self._text) from None
        return self._root

    def _take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, MappingStartEvent):
            self._open({}, event)
        elif isinstance(event, SequenceStartEvent):
            self._open([], event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._stack.pop()
            if self._path:
                self._path.pop()
        elif isinstance(event, AliasEvent):
            raise YamlError(_line(event), "alias (*navn) er ikke lov; skriv verdien ut")
        elif isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise YamlError(_line(event), "bare ett YAML-dokument i hver fil")

    def _scalar(self, event: ScalarEvent) -> None:
        self._refuse_extras(event)
        if event.style == '"':
            _refuse_unseen(event.value, _line(event))
        plain = event.style is None or event.style == ""
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self._key(frame, frame.value, event)
            return
        self._put(None if plain and event.value in _NOTHING else event.value, event)
        if self._path:
            self._path.pop()

    def _key(self, frame: _Frame, value: dict[str, Any], event: ScalarEvent) -> None:
        key = event.value
        if key == "<<":
            raise YamlError(_line(event), "sammenslåing (<<) er ikke lov; skriv verdiene ut")
        if key in frame.lines:
            earlier = frame.lines[key]
            raise YamlError(_line(event), f"nøkkelen «{shown(key)}» står to ganger; den første er på linje {earlier}")
        frame.lines[key] = _line(event)
        frame.key = key

    def _open(self, value: dict[str, Any] | list[Any], event: MappingStartEvent | SequenceStartEvent) -> None:
        self._refuse_extras(event)
        if len(self._stack) >= _MAX_DEPTH:
            raise YamlError(_line(event), TOO_DEEP)
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            raise YamlError(_line(event), "en nøkkel skal være tekst, ikke en liste eller et nytt oppslag")
        self._put(value, event)
        self._stack.append(_Frame(value))

    def _put(self, value: Any, event: Event) -> None:
        """Hang the value on the open map or list, and step into its place in the path."""
        if not self._stack:
            self._root = value
            self._note(event)
            return
        frame = self._stack[-1]
        if isinstance(frame.value, dict):
            assert frame.key is not None
            frame.value[frame.key] = value
            self._path.append(frame.key)
            self._note_line(frame.lines[frame.key])
            frame.key = None
        else:
            self._path.append(len(frame.value))
            frame.value.append(value)
            self._note(event)

    def _note(self, event: Event) -> None:
        self._note_line(_line(event))

    def _note_line(self, line: int) -> None:
        if self._keep_lines:
            self.lines[tuple(self._path)] = line

    def _refuse_extras(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.anchor is not None:
            raise YamlError(_line(event), f"anker (&{shown(event.anchor)}) er ikke lov; skriv verdien ut")
        if event.tag is not None:
            raise YamlError(_line(event), f"merket {shown(event.tag)} er ikke lov")


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1


def _refuse_unseen(text: str, first_line: int) -> None:
    """Before the parser, which would stop with a message of its own; and after, for what `"\\u202e"` spelled out."""
    place = unseen_at(text)
    if place is not None:
        raise YamlError(first_line + text.count("\n", 0, place), refusal(text[place]))
