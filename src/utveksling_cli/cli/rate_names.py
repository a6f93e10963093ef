"""From what people call a rate or a country set to the ids that the facts know, or an error that helps."""

from __future__ import annotations

from collections.abc import Sequence

from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.words import fold

Titles = Sequence[tuple[str, str]]
_MAX_NEAR = 5


def find_rates(titles: Titles, text: str, option: str = "--vis") -> frozenset[str]:
    """The one with this id, else all below it, else those with this title; raises NotFound with the nearest."""
    wanted = text.strip().casefold().rstrip(".")
    if any(identifier == wanted for identifier, _ in titles):
        return frozenset({wanted})
    below = frozenset(identifier for identifier, _ in titles if identifier.startswith(f"{wanted}."))
    named = frozenset(identifier for identifier, title in titles if fold(title) == fold(text))
    if below or named:
        return below or named
    near = _near(dict(titles), text)
    details = ("Ligner mest:", *(f"  {identifier}: {title}" for identifier, title in near)) if near else ()
    raise NotFound(
        f"{option}: satsen «{text}» finnes ikke i dataene.", details=details, hint="Se alle: utveksling satser"
    )


def ids_below(titles: Titles, shown: frozenset[str]) -> tuple[str, ...]:
    """Ids below those that are shown, in the order of the data."""
    found = (identifier for identifier, _ in titles if any(identifier.startswith(f"{name}.") for name in shown))
    return tuple(identifier for identifier in dict.fromkeys(found) if identifier not in shown)


def _near(titles: dict[str, str], text: str) -> list[tuple[str, str]]:
    """Those that have the text in the id or the title, then those with an id or a title much like it."""
    from difflib import get_close_matches

    wanted = fold(text)
    ids = [identifier for identifier, title in titles.items() if wanted and wanted in fold(f"{identifier} {title}")]
    names = {fold(name): identifier for identifier, title in titles.items() for name in (title, identifier)}
    ids += [names[name] for name in get_close_matches(wanted, names, n=_MAX_NEAR, cutoff=0.75)]
    return [(identifier, titles[identifier]) for identifier in dict.fromkeys(ids)][:_MAX_NEAR]
