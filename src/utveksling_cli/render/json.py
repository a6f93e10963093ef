"""JSON as other programs read it: one object, English keys, ISO dates, amounts as text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Month, Semester


def dump(value: Any, *, ascii_only: bool) -> str:
    """Indented JSON and a line break; `ascii_only` for a stream that cannot carry every letter."""
    return json.dumps(value, ensure_ascii=ascii_only, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Records as objects, amounts, dates, months and semesters as text, unknown as null."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | Month | Semester):
        return str(value)
    fields = value._asdict() if hasattr(value, "_asdict") else value
    if isinstance(fields, dict):
        return {name: plain(inner) for name, inner in fields.items()}
    if isinstance(fields, list | tuple | frozenset):
        return [plain(inner) for inner in (sorted(fields) if isinstance(fields, frozenset) else fields)]
    return fields


def notices(found: Iterable[Notice]) -> list[dict[str, Any]]:
    """Each with its code for programs and its Norwegian sentence for people."""
    from utveksling_cli.render.notices import sentence

    return [
        {"kind": notice.kind, "code": notice.code, "values": dict(notice.values), "text": sentence(notice)}
        for notice in found
    ]
