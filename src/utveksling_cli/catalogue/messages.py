"""Pydantic's findings as Norwegian sentences about a place in a data file."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from utveksling_cli.catalogue.characters import shown
from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.schema_keys import keys_at

_BOUNDS = {
    "greater_than": ("gt", "skal være større enn"),
    "greater_than_equal": ("ge", "skal være minst"),
    "less_than_equal": ("le", "skal være høyst"),
}
_MAP_WANTED = "skal være et oppslag med nøkler"
_NO_SUCH_DAY = "{given} finnes ikke i kalenderen"
_KINDS = {
    "list_type": "skal være en liste",
    "model_type": _MAP_WANTED,
    "too_short": "kan ikke være tom",
    "date_parsing": _NO_SUCH_DAY,
    "date_from_datetime_parsing": _NO_SUCH_DAY,
}


def describe(error: ErrorDetails, model: type[BaseModel]) -> str:
    """`id: mangler`, `kilde: ukjent nøkkel; mente du source?` and the like, for a file with this schema."""
    path = tuple(error["loc"])
    place = " → ".join(str(step + 1) if isinstance(step, int) else shown(step) for step in path)
    reason = _reason(error, path, model)
    return f"{place}: {reason}" if place else reason


def _reason(error: ErrorDetails, path: KeyPath, model: type[BaseModel]) -> str:
    kind = error["type"]
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "missing":
        return "mangler"
    if kind == "extra_forbidden":
        return _unknown_key(shown(path[-1]), keys_at(model, path[:-1]))
    if error["input"] is None:
        return "mangler verdi"
    if kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", " eller ")
        return f"«{shown(error['input'])}» er ikke lov; skal være {allowed}"
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return f"{words} {context[key]}, ikke {shown(error['input'])}"
    known = _KINDS.get(kind)
    return error["msg"] if known is None else known.format(given=shown(error["input"]))


@lru_cache
def _unknown_key(key: str, allowed: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, allowed, n=1)
    if near:
        return f"ukjent nøkkel; mente du {near[0]}?"
    return f"ukjent nøkkel; lov er {', '.join(allowed)}" if allowed else "ukjent nøkkel"
