"""What the shell offers when the tabulator key is pressed; says nothing when the facts cannot be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress

from utveksling_cli.model.errors import UtvekslingError
from utveksling_cli.model.words import fold, sort_key

# More hosts than this are not offered: the next letter makes them few.
_MOST = 2_000


def complete_one_of(words: Sequence[str]) -> Callable[[str], list[str]]:
    """For an option or argument that takes one of a few words."""
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


def complete_country(incomplete: str) -> list[str]:
    """Norwegian country names; `New-Zealand`, since a space would need quotes in the shell."""
    from utveksling_cli.catalogue.queries import country_names

    with suppress(UtvekslingError):
        names = sorted(country_names(_catalogue()).values(), key=sort_key)
        return [
            _begun_as(incomplete, name).replace(" ", "-") for name in names if fold(name).startswith(fold(incomplete))
        ]
    return []


def complete_host(incomplete: str) -> list[tuple[str, str]]:
    """Ids of hosts, with the name beside."""
    from utveksling_cli.catalogue.queries import institution_names

    with suppress(UtvekslingError):
        # Ids are ASCII. A part of too many would make the shell complete to what the part has in common.
        hosts = institution_names(_catalogue(), incomplete, _MOST + 1) if incomplete.isascii() else []
        return [(host, _beside(name)) for host, name in hosts] if len(hosts) <= _MOST else []
    return []


def complete_rate(incomplete: str) -> list[tuple[str, str]]:
    """Ids of rates and country sets, with the title beside."""
    from utveksling_cli.catalogue.funding_queries import rate_titles

    with suppress(UtvekslingError):
        titles = dict(rate_titles(_catalogue()))
        return [(name, _beside(title)) for name, title in titles.items() if name.startswith(incomplete)]
    return []


def complete_step(incomplete: str) -> list[tuple[str, str]]:
    """Ids of steps of the application, with the title beside."""
    from utveksling_cli.catalogue.process_queries import step_titles

    with suppress(UtvekslingError):
        titles = step_titles(_catalogue())
        return [(step, _beside(title)) for step, title in titles if step.startswith(incomplete)]
    return []


def _begun_as(typed: str, name: str) -> str:
    """The shell keeps only what begins as typed: `tysk` is offered `tyskland`, `faer` is offered `faeroyene`."""
    return name if name.startswith(typed) else typed + fold(name)[len(fold(typed)) :]


def _beside(name: str) -> str:
    """A name to show beside a word; shells and Typer would read some signs in it as their own."""
    return "".join(letter if letter.isalnum() or letter in " -–,." else " " for letter in name)


def _catalogue() -> sqlite3.Connection:
    from utveksling_cli.catalogue.store import open_catalogue
    from utveksling_cli.cli.session import data_folder

    return open_catalogue(data_folder(None))
