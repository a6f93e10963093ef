"""Which word, or which host, somebody meant who misspelt it: found among few, however many there are.

A word with one slip has its first or its last two letters as they should be, and a longer one with two slips
has those or the letters between them. Only words with one of these are compared letter by letter.
"""

from __future__ import annotations

import sqlite3

_SHORT_WORD = 4
_LONG_WORD = 8
# Of 100; found with misspelt names of hosts in the data.
_ALIKE = 68
# Hosts to compare with at most, and words of a text that are looked up one by one.
_COMPARED = 4_000
_WORDS = 20
_ALL_NAMES = "SELECT names, id FROM institution LIMIT ?"
_SHARED_NAMES = (
    "SELECT institution.names, id FROM words JOIN institution ON number = words.rowid WHERE words MATCH ? LIMIT ?"
)


def nearest_term(catalogue: sqlite3.Connection, word: str) -> str | None:
    """The word of a host with fewest changed letters (one, or two in a long word); of equals the most used one."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < _SHORT_WORD:
        return None
    allowed = 2 if len(word) >= _LONG_WORD else 1
    best = process.extractOne(word, _candidates(catalogue, word, allowed), scorer=OSA.distance, score_cutoff=allowed)
    return str(best[0]) if best else None


def _candidates(catalogue: sqlite3.Connection, word: str, allowed: int) -> list[str]:
    """Words that may be within the distance: never one too few, and the most used first."""
    span = f"AND length(term) BETWEEN {len(word) - allowed} AND {len(word) + allowed}"
    found: dict[str, int] = {}

    def look(condition: str, *values: str) -> None:
        found.update(catalogue.execute(f"SELECT term, hosts FROM term WHERE {condition} {span}", values))

    look("term >= ? AND term < ?", word[:2], word[0] + chr(ord(word[1]) + 1))
    look("substr(term, -2) = ?", word[-2:])
    if len(word) == _SHORT_WORD:
        # The two letters in the middle may have changed places, and so spoiled both.
        look("term = ?", word[0] + word[2] + word[1] + word[3])
    if allowed > 1:
        # One slip is in the first letters and one in the last: the middle stands where it did, or one place off.
        for shift in (-1, 0, 1):
            look("substr(term, 4, 2) = ?", word[3 - shift : 5 - shift])
        if len(word) == _LONG_WORD:
            # Then even the second of those two letters may be spoiled.
            first = word[4]
            look("substr(term, 4, 2) >= ? AND substr(term, 4, 2) < ?", first, chr(ord(first) + 1))
    return sorted(found, key=lambda term: (-found[term], term))


def alike(catalogue: sqlite3.Connection, text: str) -> list[str]:
    """Ids of the hosts whose names look most like a folded text."""
    from rapidfuzz import fuzz, process

    names: dict[str, str] = {}
    for key, identifier in _names(catalogue, text):
        names.setdefault(key, identifier)
    hits = process.extract(text, names.keys(), scorer=fuzz.WRatio, limit=None, score_cutoff=_ALIKE)
    # WRatio also finds the text inside a name, and so a short name in nearly any text; alike is what both find alike.
    scores = {key: (score + fuzz.ratio(text, key)) / 2 for key, score, _ in hits}
    best = sorted((key for key in scores if scores[key] >= _ALIKE), key=lambda key: -scores[key])
    return list(dict.fromkeys(names[key] for key in best))


def _names(catalogue: sqlite3.Connection, text: str) -> list[tuple[str, str]]:
    """Folded names with their hosts: all of them while they are few, else those of hosts that share a rare word."""
    found = catalogue.execute(_ALL_NAMES, (_COMPARED + 1,)).fetchall()
    if len(found) > _COMPARED:
        found = catalogue.execute(_SHARED_NAMES, (_shared_words(catalogue, text), _COMPARED)).fetchall()
    return sorted((name, identifier) for names, identifier in found for name in names.split("\n"))


def _shared_words(catalogue: sqlite3.Connection, text: str) -> str:
    words = list(dict.fromkeys(nearest_term(catalogue, word) or word for word in text.split()[:_WORDS]))
    marks = ", ".join("?" * len(words))
    counts = dict(catalogue.execute(f"SELECT term, hosts FROM term WHERE term IN ({marks})", words))
    rare = [word for word in words if counts.get(word, 0) <= _COMPARED]
    return " OR ".join(f'"{word}"' for word in rare) or " AND ".join(f'"{word}"' for word in words) or '""'
