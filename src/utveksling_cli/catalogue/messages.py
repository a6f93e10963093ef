"""Pydantic's findings as Norwegian sentences about a place in a data file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from utveksling_cli.catalogue.problems import KeyPath

_BOUNDS = {
    "greater_than": ("gt", "skal være større enn"),
    "greater_than_equal": ("ge", "skal være minst"),
    "less_than": ("lt", "skal være mindre enn"),
    "less_than_equal": ("le", "skal være høyst"),
}
_KINDS = {
    "list_type": "skal være en liste",
    "model_type": "skal være et oppslag med nøkler",
    "dict_type": "skal være et oppslag med nøkler",
    "model_attributes_type": "skal være et oppslag med nøkler",
    "string_type": "skal være tekst",
    "too_short": "kan ikke være tom",
}


def describe(error: ErrorDetails, known_keys: Callable[[KeyPath], Sequence[str]]) -> str:
    """`id: mangler`, `kilde: ukjent nøkkel; mente du source?` and the like.

    `known_keys` gives the keys that the schema allows in the map at a path.
    """
    path = tuple(error["loc"])
    place = _place(path)
    return f"{place}: {_reason(error, path, known_keys)}" if place else _reason(error, path, known_keys)


def _place(path: KeyPath) -> str:
    parts = [str(step + 1) if isinstance(step, int) else step for step in path]
    return " → ".join(parts)


def _reason(error: ErrorDetails, path: KeyPath, known_keys: Callable[[KeyPath], Sequence[str]]) -> str:
    kind = error["type"]
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "missing":
        return "mangler"
    if kind == "extra_forbidden":
        return _unknown_key(str(path[-1]), known_keys(path[:-1]))
    if kind == "literal_error":
        return f"«{error['input']}» er ikke lov; skal være {_either(str(context['expected']))}"
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return f"{words} {context[key]}, ikke {error['input']}"
    return _KINDS.get(kind, error["msg"])


def _unknown_key(key: str, allowed: Sequence[str]) -> str:
    near = get_close_matches(key, allowed, n=1)
    if near:
        return f"ukjent nøkkel; mente du {near[0]}?"
    return f"ukjent nøkkel; lov er {', '.join(allowed)}" if allowed else "ukjent nøkkel"


def _either(expected: str) -> str:
    return expected.replace("'", "").replace(" or ", " eller ")
