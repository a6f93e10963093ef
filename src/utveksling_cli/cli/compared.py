"""The places that `sammenlign` is given: hosts and countries, each by what it is called."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from utveksling_cli.catalogue.lookup import country_code, host_ids, near_countries
from utveksling_cli.catalogue.queries import country_names, institutions_by_id
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.model.errors import NotFound, UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.render.text import listed

FEWEST, MOST = 2, 6


class Named(NamedTuple):
    """The country's code, and the host when it is one that was named."""

    country: str
    host: Institution | None


def find_all(catalogue: sqlite3.Connection, texts: list[str]) -> list[Named]:
    """Raises UsageProblem for too few, too many, or the same place twice."""
    if not FEWEST <= len(texts) <= MOST:
        raise UsageProblem(
            f"Du kan sammenligne {FEWEST} til {MOST} steder, ikke {len(texts)}.",
            hint="For eksempel: utveksling sammenlign tu-berlin eth-zurich Australia",
        )
    found: dict[str, str] = {}
    named = [_find(catalogue, text) for text in texts]
    for text, place in zip(texts, named, strict=True):
        key = place.host.id if place.host else place.country
        if key in found:
            raise UsageProblem(f"«{found[key]}» og «{text}» er samme sted.", hint="Skriv hvert sted én gang.")
        found[key] = text
    return named


def _find(catalogue: sqlite3.Connection, text: str) -> Named:
    """A host that is called this, else a country, else the host that the words fit.

    A host's abbreviation that is also the code of a country is refused: `AU` is Aarhus and Australia.
    """
    ids, code = host_ids(catalogue, text), country_code(catalogue, text)
    if ids and code == text.strip().upper():
        raise _either(catalogue, text, ids, code)
    if code is not None and not ids:
        return Named(code, None)
    try:
        host = find_host(catalogue, text, "STED")
    except NotFound as error:
        near = near_countries(catalogue, text)
        hint = f"Eller mente du {listed(list(near), 'eller')}?" if near else error.hint
        raise NotFound(
            f"«{text}» er verken et lærested eller et land i dataene.", details=error.details, hint=hint
        ) from None
    return Named(host.country, host)


def _either(catalogue: sqlite3.Connection, text: str, ids: tuple[str, ...], code: str) -> UsageProblem:
    name = country_names(catalogue)[code]
    hosts = [f"{host.id}: {host.name}, {host.city}" for host in institutions_by_id(catalogue, ids)]
    return UsageProblem(
        f"«{text}» kan være både et lærested og et land.",
        details=(*hosts, f"{name}: landet"),
        hint="Bruk det som står først på linja.",
    )
