"""Whether a requirement is met, as far as the facts tell; nothing here promises a place."""

from __future__ import annotations

from collections.abc import Iterable

# PROBABLY rests on a conversion or on something deduced. The order is from worst to best.
NOT_MET, UNKNOWN, PROBABLY, MET = "not_met", "unknown", "probably_met", "met"
ORDER = (NOT_MET, UNKNOWN, PROBABLY, MET)
ENOUGH = frozenset({PROBABLY, MET})


def worst(answers: Iterable[str]) -> str:
    """When all must be met; MET for none."""
    return min(answers, key=ORDER.index, default=MET)


def best(answers: Iterable[str]) -> str:
    """When one is enough; NOT_MET for none."""
    return max(answers, key=ORDER.index, default=NOT_MET)
