"""What the shell offers when the tabulator key is pressed; says nothing when the facts cannot be read."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from utveksling_cli.model.errors import UtvekslingError
from utveksling_cli.model.words import fold

Completions = list[tuple[str, str]]
FORMATS = ("tabell", "json", "csv")


def complete_format(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def complete_country(incomplete: str) -> Completions:
    """Norwegian country names; a name that needs quotes in the shell is offered as its code."""
    from utveksling_cli.catalogue.queries import country_names

    found: Completions = []
    with suppress(UtvekslingError):
        for code, name in sorted(country_names(_catalogue()).items(), key=lambda pair: pair[1]):
            if fold(name).startswith(fold(incomplete)):
                word = name if name.isalpha() else code
                found.append((word if word.startswith(incomplete) else _like(word, incomplete), name))
    return found


def complete_host(incomplete: str) -> Completions:
    """Ids of hosts, with the name beside."""
    from utveksling_cli.catalogue.queries import institution_names

    with suppress(UtvekslingError):
        return [(host, name) for host, name in institution_names(_catalogue()) if host.startswith(incomplete)]
    return []


def _like(word: str, typed: str) -> str:
    """The shell keeps only what begins as typed, so `tysk` must be offered `tyskland`."""
    return typed + word[len(typed) :]


def _catalogue() -> sqlite3.Connection:
    from utveksling_cli.catalogue.store import open_catalogue
    from utveksling_cli.cli.session import data_folder

    return open_catalogue(data_folder(None))
