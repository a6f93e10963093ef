"""Where facts were read: one address on a line, with what was read there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from utveksling_cli.render.layout import wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, day, listed


class Read(NamedTuple):
    """`verified_on` is an ISO date."""

    title: str
    source: str
    verified_on: str


def lines(read: Iterable[Read], screen: Screen) -> list[str]:
    """Below a table; nothing when nothing has a source."""
    read = list(read)
    if not read:
        return []
    titles: dict[str, list[str]] = {}
    for one in read:
        titles.setdefault(one.source, []).append(one.title)
    checked = max(one.verified_on for one in read)
    found = wrap(f"Kilder, kontrollert {day(date.fromisoformat(checked))}:", screen.width)
    for url, told in titles.items():
        found += [*wrap(clean(listed(list(dict.fromkeys(told)))), screen.width, "  "), f"    {clean(url)}"]
    return found
