"""Write hosts into the catalogue, a file of them at a time, and take the hosts of a file out again."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import chain, islice

from utveksling_cli.catalogue.host_rows import HostColumns, terms_of
from utveksling_cli.catalogue.lookup import HOST_NUMBERS, SHELVES, shelf_of
from utveksling_cli.catalogue.workers import Tell

_TABLES = """
CREATE TABLE institution (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, country TEXT NOT NULL, sort TEXT NOT NULL,
    names TEXT NOT NULL, places TEXT NOT NULL, record TEXT NOT NULL
);
CREATE TABLE institution_key (key INTEGER PRIMARY KEY);
CREATE TABLE town (country TEXT, city TEXT, hosts INTEGER NOT NULL, PRIMARY KEY (country, city)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    names, places, content = 'institution', content_rowid = 'number', tokenize = 'unicode61', prefix = '2 3'
);
INSERT INTO words (words, rank) VALUES ('hashsize', 25165824);
CREATE TABLE term (term TEXT PRIMARY KEY, hosts INTEGER NOT NULL) WITHOUT ROWID;
"""
# Made when all is in: sorting once is several times as fast as finding the place of each row.
_INDEXES = (
    "CREATE UNIQUE INDEX institution_id ON institution (id)",
    "CREATE INDEX institution_country ON institution (country, sort, id)",
    # A word that was misspelt has its beginning, its end or its middle as it should be: see `typos`. The words
    # themselves are in order by their beginnings.
    "CREATE INDEX term_end ON term (substr(term, -2), length(term))",
    "CREATE INDEX term_middle ON term (substr(term, 4, 2), length(term))",
)
# Three times as many hosts as there is room for in the largest file.
_PER_FILE = 1 << 20
_NEW_KEY = "INSERT OR IGNORE INTO institution_key VALUES (?)"
_MANY = 500
_MANY_NEW_KEYS = _NEW_KEY + ", (?)" * (_MANY - 1)
_DRAWERS = 256
_DRAWER = SHELVES * HOST_NUMBERS // _DRAWERS


class HostTables:
    """The hosts in a database that is being made, or in a copy of a catalogue that is to be brought up to date."""

    def __init__(self, connection: sqlite3.Connection, *, is_new: bool) -> None:
        self._connection = connection
        self._is_new = is_new
        self._terms: Counter[str] = Counter()
        self._towns: Counter[tuple[str, str]] = Counter()
        self._drawers = [array("Q") for _ in range(_DRAWERS)]
        if is_new:
            connection.executescript(_TABLES)

    def add(self, file: int, hosts: HostColumns) -> None:
        """Raises sqlite3.IntegrityError for an id that another host has, if the catalogue is not a new one."""
        first = file * _PER_FILE
        numbers = range(first, first + len(hosts.ids))
        many = self._connection.executemany
        many(
            "INSERT INTO institution VALUES (?, ?, ?, ?, ?, ?, ?)",
            zip(
                numbers, hosts.ids, hosts.countries, hosts.sorts, hosts.names, hosts.places, hosts.records, strict=True
            ),
        )
        many(
            "INSERT INTO words (rowid, names, places) VALUES (?, ?, ?)",
            zip(numbers, hosts.names, hosts.places, strict=True),
        )
        shelves = zip(numbers, hosts.shelves, strict=True)
        keys = (shelf * HOST_NUMBERS + number for number, of_host in shelves for shelf in of_host)
        if self._is_new:
            self._put_aside(keys)
        else:
            many(_NEW_KEY, zip(keys))
        self._terms.update(hosts.terms)
        self._towns.update(zip(hosts.countries, hosts.cities, strict=True))

    def _put_aside(self, keys: Iterable[int]) -> None:
        """Roughly in order: what is then sorted drawer by drawer goes into the table in a third of the time."""
        for key in keys:
            self._drawers[key // _DRAWER].append(key)

    def _take_out(self) -> None:
        """A statement for many keys takes half the time that one for each would take."""
        keys = chain.from_iterable(map(sorted, self._drawers))
        while some := list(islice(keys, _MANY)):
            if len(some) == _MANY:
                self._connection.execute(_MANY_NEW_KEYS, some)
            else:
                self._connection.executemany(_NEW_KEY, zip(some))

    def remove(self, file: int) -> dict[str, str]:
        """Take out all that the file held; gives the ids and countries of its hosts."""
        span = (file * _PER_FILE, (file + 1) * _PER_FILE - 1)
        run = self._connection.execute
        of_file = "BETWEEN ? AND ?"
        columns = "number, id, country, json_extract(record, '$[5]'), names, places"
        rows = run(f"SELECT {columns} FROM institution WHERE number {of_file}", span).fetchall()
        self._terms.subtract(terms_of(text for *_, names, places in rows for text in (names, places)))
        self._towns.subtract((country, city) for _, _, country, city, *_ in rows)
        keys = (shelf_of(name) * HOST_NUMBERS + row[0] for row in rows for name in row[4].split("\n"))
        self._connection.executemany("DELETE FROM institution_key WHERE key = ?", zip(keys))
        # The words of a host are found by its row, and so go first.
        run(f"DELETE FROM words WHERE rowid {of_file}", span)
        run(f"DELETE FROM institution WHERE number {of_file}", span)
        return {identifier: country for _, identifier, country, *_ in rows}

    def finish(self, tell: Tell | None = None) -> list[tuple[str, str]]:
        """Write what was counted, and make a new catalogue ready to be asked; gives the towns that have lost all."""
        many = self._connection.executemany
        more = "ON CONFLICT DO UPDATE SET hosts = hosts + excluded.hosts"
        many(f"INSERT INTO term VALUES (?, ?) {more}", sorted(self._terms.items()))
        towns = sorted((country, city, hosts) for (country, city), hosts in self._towns.items())
        many(f"INSERT INTO town VALUES (?, ?, ?) {more}", towns)
        self._take_out()
        self._connection.execute("DELETE FROM term WHERE hosts = 0")
        emptied = self._connection.execute("DELETE FROM town WHERE hosts = 0 RETURNING country, city").fetchall()
        if self._is_new:
            for done, statement in enumerate(_INDEXES):
                self._connection.execute(statement)
                if tell is not None:
                    tell(4 * len(_INDEXES) + done, 5 * len(_INDEXES))
        return emptied

    def country(self, identifier: str) -> str | None:
        """The country of a host; None for no host's id. Slow before `finish`."""
        row = self._connection.execute("SELECT country FROM institution WHERE id = ?", (identifier,)).fetchone()
        return str(row[0]) if row else None

    def in_town(self, country: str, city: str) -> bool:
        query = "SELECT 1 FROM town WHERE country = ? AND city = ?"
        return self._connection.execute(query, (country, city)).fetchone() is not None

    def ids_used_twice(self) -> list[tuple[str, int, int, int]]:
        """The id, the file and place of a host that is not the first with it, and the file of the first."""
        rows = self._connection.execute(
            "SELECT id, number, first FROM institution JOIN (SELECT id, min(number) AS first, count(*) AS hosts"
            " FROM institution GROUP BY id) USING (id) WHERE hosts > 1 AND number > first ORDER BY number"
        )
        return [
            (identifier, number // _PER_FILE, number % _PER_FILE, first // _PER_FILE)
            for identifier, number, first in rows
        ]
