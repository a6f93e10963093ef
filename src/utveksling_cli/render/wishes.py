"""The answer of `velg` and `fjern`: the hosts of the plan, those that are ranked first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.render import csv
from utveksling_cli.render.hosts import place
from utveksling_cli.render.layout import bold, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean

SCHEMA = "utveksling.hosts/1"
_CSV_HEADER = ("prioritet", "id", "navn", "sted")
_UNKNOWN = "ikke i dataene"
_FAVOURITE = "favoritt"


class View(NamedTuple):
    """`hosts` are ranked. `known` holds those of them, and of the favourites, that the facts know."""

    hosts: tuple[str, ...]
    favourites: tuple[str, ...]
    known: Mapping[str, Institution]
    path: str
    data_version: str
    names: dict[str, str]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "path": view.path,
        "count": len(view.hosts),
        "hosts": [{"priority": rank, **_host(view, host)} for rank, host in enumerate(view.hosts, 1)],
        "favourites": [_host(view, host) for host in view.favourites],
        "notices": [],
    }


def _host(view: View, host: str) -> dict[str, Any]:
    known = view.known.get(host)
    return {
        "id": host,
        "name": known.name if known else None,
        "country": known.country if known else None,
        "city": known.city if known else None,
    }


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, _rows(view))


def as_table(view: View, screen: Screen) -> str:
    """A line for each, since an id has to be whole to be typed again."""
    where = f"Ønskene i {view.path}:" if view.hosts else f"Ingen ønsker i {view.path}."
    lines = bold(where, screen)
    for rank, host, name, town in _rows(view):
        sign = "Favoritt" if rank == _FAVOURITE else f"{rank}."
        told = ", ".join(part for part in (name, town) if part)
        lines += wrap(clean(f"{sign} {told} ({host})"), screen.width, "  ", "     ")
    return "\n".join(lines) + "\n"


def _rows(view: View) -> list[tuple[str, ...]]:
    ranked = [(str(rank), host) for rank, host in enumerate(view.hosts, 1)]
    return [
        (rank, host, *_told(view, host)) for rank, host in (*ranked, *((_FAVOURITE, one) for one in view.favourites))
    ]


def _told(view: View, host: str) -> tuple[str, str]:
    known = view.known.get(host)
    return (known.name, place(known, view.names)) if known else (_UNKNOWN, "")
