"""From what people call a rate or a country set to the ids that the facts know, or an error that helps."""

from __future__ import annotations

from utveksling_cli.cli.titles import Titles, most_alike
from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.words import fold

_MAX_NEAR = 5
_ALIKE = 0.75


def find_rates(titles: Titles, text: str, option: str = "--vis") -> frozenset[str]:
    """The one with this id, else all below it, else those with this title; raises NotFound with the nearest."""
    wanted = text.strip().casefold().rstrip(".")
    if any(identifier == wanted for identifier, _ in titles):
        return frozenset({wanted})
    below = frozenset(identifier for identifier, _ in titles if identifier.startswith(f"{wanted}."))
    named = frozenset(identifier for identifier, title in titles if fold(title) == fold(text))
    if below or named:
        return below or named
    details = most_alike(titles, text, _MAX_NEAR, _ALIKE)
    raise NotFound(
        f"{option}: satsen «{text}» finnes ikke i dataene.", details=details, hint="Se alle: utveksling satser"
    )


def ids_below(titles: Titles, shown: frozenset[str]) -> tuple[str, ...]:
    """Ids below those that are shown, in the order of the data."""
    found = (identifier for identifier, _ in titles if any(identifier.startswith(f"{name}.") for name in shown))
    return tuple(identifier for identifier in dict.fromkeys(found) if identifier not in shown)
