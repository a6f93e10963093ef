"""Find countries and hosts by what people type: names, aliases, codes, words, and near misses."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple
from zlib import crc32

from utveksling_cli.model.words import fold, spellings

_SUGGESTIONS = 4
SHELVES = 1 << 23
HOST_NUMBERS = 1 << 40
_BY_KEY = f"""
SELECT names, id FROM institution_key JOIN institution ON number = key & {HOST_NUMBERS - 1}
WHERE key BETWEEN ?1 * {HOST_NUMBERS} AND ?1 * {HOST_NUMBERS} + {HOST_NUMBERS - 1} ORDER BY id
"""


class TextHits(NamedTuple):
    """Ids of hosts that fit a text, best first; `corrected` is what it was read as when nothing fitted as typed."""

    ids: tuple[str, ...]
    corrected: str | None


def country_code(catalogue: sqlite3.Connection, text: str) -> str | None:
    """The ISO code of a country by its Norwegian or English name, alias or code, folded."""
    for key in spellings(text):
        row = catalogue.execute("SELECT code FROM country_key WHERE key = ?", (key,)).fetchone()
        if row:
            return str(row[0])
    return None


def near_countries(catalogue: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """Norwegian names of the countries that look most like the text."""
    from difflib import get_close_matches

    names: dict[str, str] = dict(
        catalogue.execute(
            "SELECT key, json_extract(record, '$[1]') FROM country_key JOIN country USING (code) WHERE length(key) > 3"
        ).fetchall()
    )
    near = next(
        (found for cutoff in (0.8, 0.7) if (found := get_close_matches(fold(text), names, _SUGGESTIONS * 2, cutoff))),
        [],
    )
    return tuple(dict.fromkeys(names[key] for key in near))[:_SUGGESTIONS]


def host_ids(catalogue: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """Ids of the hosts whose id, name, alias, domain or Erasmus code is the text; short aliases can be shared."""
    found: list[str] = []
    for name in spellings(_domain_in(text)):
        rows = catalogue.execute(_BY_KEY, (shelf_of(name),))
        found += [identifier for names, identifier in rows if name in names.split("\n")]
    return tuple(dict.fromkeys(found))


def _domain_in(text: str) -> str:
    """`tu-berlin.de` in `https://www.tu-berlin.de/studium`, which is how `vis` shows it; any other text as it is."""
    scheme, is_address, rest = text.strip().casefold().partition("://")
    return rest.partition("/")[0].removeprefix("www.") if is_address and scheme in {"https", "http"} else text


def shelf_of(name: str) -> int:
    """Where a folded name is found in the index: it has numbers, in half the time and room that texts would take.

    Two names may have the same. With the number of a host behind it, it is a whole number that SQLite can hold.
    """
    return crc32(name.encode()) % SHELVES


def search_hosts(catalogue: sqlite3.Connection, text: str) -> TextHits:
    """Hosts where every word of the text begins a word of a name, an alias or the city.

    When no host fits, each word that nobody has is read as the nearest one that somebody has.
    """
    for phrase in spellings(text):
        ids = _match(catalogue, phrase.split())
        if ids:
            return TextHits(ids, None)
    words = fold(text).split()
    corrected = [_nearest_word(catalogue, word) for word in words]
    if not words or None in corrected or corrected == words:
        return TextHits((), None)
    phrase_words = [word for word in corrected if word is not None]
    return TextHits(_match(catalogue, phrase_words), " ".join(phrase_words))


def near_hosts(catalogue: sqlite3.Connection, text: str) -> tuple[tuple[str, str], ...]:
    """(id, name) of the hosts that look most like the text."""
    from utveksling_cli.catalogue.typos import alike

    ids = alike(catalogue, fold(text))[:_SUGGESTIONS]
    return tuple((identifier, _name(catalogue, identifier)) for identifier in ids)


def _name(catalogue: sqlite3.Connection, identifier: str) -> str:
    query = "SELECT json_extract(record, '$[1]') FROM institution WHERE id = ?"
    return str(catalogue.execute(query, (identifier,)).fetchone()[0])


def _match(catalogue: sqlite3.Connection, words: list[str]) -> tuple[str, ...]:
    """Every word is a prefix; a hit in a name weighs more than one in the place."""
    if not words:
        return ()
    query = " AND ".join(f'"{word}"*' for word in words)
    rows = catalogue.execute(
        "SELECT id FROM words JOIN institution ON number = words.rowid WHERE words MATCH ?"
        " ORDER BY bm25(words, 4.0, 2.0), sort, id",
        (query,),
    )
    return tuple(row[0] for row in rows)


def _nearest_word(catalogue: sqlite3.Connection, word: str) -> str | None:
    """The word itself if a host has it, else the one with fewest changed letters."""
    if catalogue.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (f'"{word}"*',)).fetchone():
        return word
    from utveksling_cli.catalogue.typos import nearest_term

    return nearest_term(catalogue, word)
