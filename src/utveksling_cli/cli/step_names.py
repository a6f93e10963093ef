"""From what people call a step of the application to its id, or an error that helps."""

from __future__ import annotations

from utveksling_cli.cli.titles import Titles, most_alike
from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.words import fold

_MAX_NEAR = 3
_ALIKE = 0.6


def find_step(titles: Titles, text: str, option: str | None = None) -> str:
    """The id of the step with this id or title; raises NotFound with the nearest."""
    names = {fold(name): identifier for identifier, title in titles for name in (title, identifier)}
    wanted = fold(text)
    if wanted in names:
        return names[wanted]
    details = most_alike(titles, text, _MAX_NEAR, _ALIKE)
    message = f"{option}: steget «{text}» finnes ikke." if option else f"Steget «{text}» finnes ikke."
    raise NotFound(message, details=details, hint="Se alle: utveksling søknad")
