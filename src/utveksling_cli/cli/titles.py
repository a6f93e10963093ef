"""Ids with their titles, and those of them that look most like what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from utveksling_cli.model.words import fold

Titles = Sequence[tuple[str, str]]


def most_alike(titles: Titles, text: str, most: int, alike: float) -> tuple[str, ...]:
    """Lines below an error: what has the text in the id or the title, then what looks like it; none where none does."""
    from difflib import get_close_matches

    wanted, known = fold(text), dict(titles)
    names = {fold(name): identifier for identifier, title in known.items() for name in (title, identifier)}
    ids = [identifier for identifier, title in known.items() if wanted and wanted in fold(f"{identifier} {title}")]
    ids += [names[name] for name in get_close_matches(wanted, names, n=most, cutoff=alike)]
    near = list(dict.fromkeys(ids))[:most]
    return ("Ligner mest:", *(f"  {identifier}: {known[identifier]}" for identifier in near)) if near else ()
