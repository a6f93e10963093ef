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
    found = wrap(f"Kilder, kontrollert {_checked(read)}:", screen.width)
    for url, told in titles.items():
        found += [*wrap(clean(listed(list(dict.fromkeys(told)))), screen.width, "  "), f"    {clean(url)}"]
    return found


def _checked(read: list[Read]) -> str:
    """The oldest day, so that no fact seems newer than it is."""
    days = {one.verified_on for one in read}
    later = " eller senere" if len(days) > 1 else ""
    return f"{day(date.fromisoformat(min(days)))}{later}"
