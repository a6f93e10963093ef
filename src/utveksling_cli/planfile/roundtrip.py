"""A YAML text as ruamel.yaml keeps it, comments and all, with every scalar as the text that it is written with.

Two things it does not keep: a comment inside square brackets and braces, which `lost_comment` finds beforehand, and the
place of a comment below a value that is left empty. So nothing is empty in here: a sign that no file can hold stands
where nothing does.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any, NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError as RuamelError
from ruamel.yaml.resolver import VersionedResolver

from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.catalogue.yaml_reader import LOADER, read_yaml

NOTHING = "\N{REPLACEMENT CHARACTER}"

_NULL = ("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)\Z"))
_FIRST_INNER_KEY = re.compile(r"^( +)[^ #-]", re.MULTILINE)
_FIRST_ITEM = re.compile(r"^( *)[^ #\n-][^\n]*: *(?:#[^\n]*)?\n(?: *(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
_COMMENT = re.compile(r"#[^\n]*")
_FILLED = re.compile(f" ?{NOTHING}(?=[ \n]|$)|{NOTHING}")
_NEVER_FOLD = 2**31


class Comment(NamedTuple):
    line: int
    text: str


class _TextOnly(VersionedResolver):
    """Knows of no numbers, dates and booleans: `012` and `yes` go in and out as they stand."""

    @property
    def versioned_resolver(self) -> Any:
        return {first: [_NULL] for first in ("", "~", "n")}


def parse(text: str) -> CommentedMap:
    """A text that the strict reader has accepted, and that holds a map."""
    document = _settings(text).load(_filled(text))
    assert isinstance(document, CommentedMap)
    return document


def dumped(document: CommentedMap, like: str) -> str:
    """The text, indented as `like` is."""
    stream = io.StringIO()
    _settings(like).dump(document, stream)
    return _FILLED.sub("", stream.getvalue())


def survives(text: str) -> bool:
    """Whether the text says the same when it has been through here; with rare ways to write a key it does not."""
    try:
        return bool(read_yaml(dumped(parse(text), text)) == read_yaml(text))
    except (YamlError, yaml.YAMLError, RuamelError):
        return False


def lost_comment(text: str) -> Comment | None:
    """The first comment that would not come through a change of something else."""
    kept = Counter(comment.text for comment in comments_in(dumped(parse(text), text)))
    for comment in comments_in(text):
        if not kept[comment.text]:
            return comment
        kept[comment.text] -= 1
    return None


def comments_in(text: str) -> list[Comment]:
    """Whatever stands between the tokens of YAML."""
    found: list[Comment] = []
    end = 0
    for token in yaml.scan(text, Loader=LOADER):
        start = int(token.start_mark.index)
        for match in _COMMENT.finditer(text, end, max(start, end)):
            found.append(Comment(text.count("\n", 0, match.start()) + 1, match[0].rstrip()))
        end = max(end, int(token.end_mark.index))
    return found


def _filled(text: str) -> str:
    """With the sign for nothing where a value is left empty, or is `null` or `~`, on a line of its own."""
    parts: list[str] = []
    end = 0
    in_brackets = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            in_brackets += bool(event.flow_style or in_brackets)
        elif isinstance(event, yaml.CollectionEndEvent):
            in_brackets -= bool(in_brackets)
        elif isinstance(event, yaml.ScalarEvent) and not event.style and not in_brackets:
            assert event.start_mark is not None
            place = int(event.start_mark.index)
            if event.value == "":
                parts += (text[end:place], f" {NOTHING}")
                end = place
            elif event.value in ("null", "~"):
                parts += (text[end:place], NOTHING)
                end = place
    return "".join([*parts, text[end:]])


def _settings(text: str) -> YAML:
    settings = YAML()
    settings.Resolver = _TextOnly
    settings.preserve_quotes = True
    settings.width = _NEVER_FOLD
    inner, item = _FIRST_INNER_KEY.search(text), _FIRST_ITEM.search(text)
    offset = len(item[2]) - len(item[1]) if item else 2
    settings.indent(mapping=len(inner[1]) if inner else 2, sequence=offset + 2, offset=offset)
    return settings
