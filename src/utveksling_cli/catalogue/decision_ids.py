"""A short id for each earlier decision, made from what the row is about and not from where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

from utveksling_cli.catalogue.decisions import DecisionRow

_BETWEEN = "\x1f"


def with_ids(rows: Iterable[DecisionRow], letter: str = "v") -> Iterator[tuple[str, DecisionRow]]:
    """`v1a2b3c4d`; rows about the same thing get `-2`, `-3` and so on, the oldest decision first."""
    numbered = sorted(enumerate(rows), key=lambda pair: (pair[1].decided, pair[0]))
    seen: dict[str, int] = {}
    ids: dict[int, tuple[str, DecisionRow]] = {}
    for position, row in numbered:
        about = (row.institution_id, row.host_code, row.host_title, row.ntnu_code, row.ntnu_title, row.source_url)
        key = f"{letter}{crc32(_BETWEEN.join(about).encode()):08x}"
        seen[key] = seen.get(key, 0) + 1
        ids[position] = (key if seen[key] == 1 else f"{key}-{seen[key]}", row)
    return (ids[position] for position in sorted(ids))
