"""A host as the rows that it is in the catalogue; nothing in them depends on any other host."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic_core import to_json

from utveksling_cli.catalogue.host_checks import Context
from utveksling_cli.catalogue.records import institution_record
from utveksling_cli.catalogue.schema.agreements import Institution
from utveksling_cli.model.words import sort_key, spellings

_SHORTEST_WORD = 3


class HostRow(NamedTuple):
    """`sort` puts hosts by country and name in Norwegian order; `keys` are the names, folded; the rest is for words."""

    id: str
    country: str
    city: str
    sort: str
    record: str
    names: str
    places: str
    keys: tuple[str, ...]


def host_row(host: Institution, context: Context) -> HostRow:
    names = (host.id, host.name, host.local_name, host.domain, host.erasmus_code, *host.aliases)
    keys = keys_of(names)
    sort = f"{context.countries.get(host.country, '')}\n{sort_key(host.name)}"
    record = to_json(institution_record(host)).decode()
    places = " ".join(spellings(host.city))
    return HostRow(host.id, host.country, host.city, sort, record, " ".join(keys), places, keys)


def keys_of(names: Iterable[str | None]) -> tuple[str, ...]:
    """What a host can be called, folded, each once."""
    keys: list[str] = []
    for name in names:
        if name:
            keys += spellings(name)
    return tuple(dict.fromkeys(filter(None, keys)))


def keys_of_record(record: str) -> tuple[str, ...]:
    """The same, from the host's record."""
    fields: list[Any] = json.loads(record)
    return keys_of([fields[0], fields[1], fields[2], fields[9], fields[10], *fields[3]])


def terms_of(folded: Iterable[str]) -> list[str]:
    """Words that a slip of the finger can be read as. One with a digit is a code, and the next code is another host."""
    words = " ".join(folded).split()
    return [word for word in words if len(word) >= _SHORTEST_WORD and word.isalpha()]
