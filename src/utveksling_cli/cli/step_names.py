"""From what people call a step of the application to its id, or an error that helps."""

from __future__ import annotations

from collections.abc import Sequence

from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.words import fold

Titles = Sequence[tuple[str, str]]
_MAX_NEAR = 3
_ALIKE = 0.6


def find_step(titles: Titles, text: str, option: str | None = None) -> str:
    """The id of the step with this id or title; raises NotFound with the nearest."""
    names = {fold(name): identifier for identifier, title in titles for name in (title, identifier)}
    wanted = fold(text)
    if wanted in names:
        return names[wanted]
    near = _near(titles, names, wanted)
    details = ("Ligner mest:", *(f"  {identifier}: {title}" for identifier, title in near)) if near else ()
    message = f"{option}: steget «{text}» finnes ikke." if option else f"Steget «{text}» finnes ikke."
    raise NotFound(message, details=details, hint="Se alle: utveksling søknad")


def _near(titles: Titles, names: dict[str, str], wanted: str) -> list[tuple[str, str]]:
    """Those that have the text in the id or the title, then those that look like it."""
    from difflib import get_close_matches

    ids = [identifier for identifier, title in titles if wanted and wanted in fold(f"{identifier} {title}")]
    ids += [names[name] for name in get_close_matches(wanted, names, n=_MAX_NEAR, cutoff=_ALIKE)]
    known = dict(titles)
    return [(identifier, known[identifier]) for identifier in dict.fromkeys(ids)][:_MAX_NEAR]
