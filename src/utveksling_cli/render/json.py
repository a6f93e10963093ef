"""JSON as other programs read it: one object, English keys, ISO dates, amounts as text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from utveksling_cli.model.notice import Notice
from utveksling_cli.render.text import UNSAFE


def dump(value: dict[str, Any], *, ascii_only: bool) -> str:
    """One key on a line, and in a list of objects one object on a line, for people, `grep` and `diff` alike.

    Python's own indented form is written letter by letter and takes ten times as long. `ascii_only` is
    for a stream that cannot carry every letter.
    """
    encode = json.JSONEncoder(ensure_ascii=True).encode if ascii_only else _readable
    lines = (f"  {encode(key)}: {_block(inner, encode)}" for key, inner in value.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _block(value: Any, encode: Callable[[Any], str]) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n    " + ",\n    ".join(map(encode, value)) + "\n  ]"
    return encode(value)


_UNSAFE = re.compile(f"[{UNSAFE}]")
_WITH_LETTERS = json.JSONEncoder(ensure_ascii=False)


def _readable(value: Any) -> str:
    """Letters as they are, but nothing that could steer a terminal: bidi marks and the like are escaped too."""
    return _UNSAFE.sub(lambda sign: json.dumps(sign[0])[1:-1], _WITH_LETTERS.encode(value))


# Made once: written as `str | int | None` it would be put together anew for each of thousands of values.
_AS_THEY_ARE = (str, int, type(None))


def plain(value: Any) -> Any:
    """Records as objects; amounts, dates, months and semesters as text; unknown as null."""
    if isinstance(value, _AS_THEY_ARE):
        return value
    if hasattr(value, "_fields"):
        return {name: plain(inner) for name, inner in zip(value._fields, value, strict=True)}
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [plain(inner) for inner in (sorted(value) if isinstance(value, frozenset) else value)]
    return _text(value)


def _text(value: object) -> str:
    from decimal import Decimal

    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def notices(found: Iterable[Notice]) -> list[dict[str, Any]]:
    """Each with its code for programs and its Norwegian sentence for people."""
    from utveksling_cli.render.notices import sentence

    return [
        {"kind": notice.kind, "code": notice.code, "values": dict(notice.values), "text": sentence(notice)}
        for notice in found
    ]
