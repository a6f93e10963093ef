"""Make a whole data folder into a catalogue, or bring a copy of the last one up to date with the files that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from utveksling_cli.catalogue.compile import write_facts
from utveksling_cli.catalogue.crosscheck import Hosts, crosscheck
from utveksling_cli.catalogue.files import ALL_FILES, parts
from utveksling_cli.catalogue.fingerprint import file_digest, file_stats, is_settled
from utveksling_cli.catalogue.folder import Facts, Folder, read_files
from utveksling_cli.catalogue.host_checks import Context, context_of
from utveksling_cli.catalogue.host_rows import NO_HOSTS, host_columns
from utveksling_cli.catalogue.host_tables import HostTables
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.source import read_text
from utveksling_cli.catalogue.workers import Tell, read_parts

# The catalogue is written beside its place and thrown away when anything fails, so it needs no journal. Most hosts are
# a fifth of a page of SQLite's own choice; twice that leaves less of it empty and is written in half as many goes.
FAST = "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -24576;"
_TABLE = """
CREATE TABLE file (
    number INTEGER PRIMARY KEY,
    name TEXT UNIQUE NOT NULL,
    stat TEXT NOT NULL,
    digest TEXT NOT NULL,
    version TEXT NOT NULL
);
"""
# Hosts in `agreements.yaml` have the number 0; other files without hosts have none that a host could have.
HOSTS_FILE = ALL_FILES[0]
FileRow = tuple[int, str, str, str, str]


def build(folder: Path, connection: sqlite3.Connection, tell: Tell | None = None) -> list[Problem]:
    """Fill an empty database; with problems, all of them by file and line, it is not one to be used.

    Raises sqlite3.Error, for example when the disk is full. `tell` hears that all is done also when it was broken off.
    """
    try:
        return _build(folder, connection, tell)
    finally:
        if tell is not None:
            tell(1, 1)


def _build(folder: Path, connection: sqlite3.Connection, tell: Tell | None) -> list[Problem]:
    connection.executescript(FAST + _TABLE)
    stats = file_stats(folder)
    digests = {name: file_digest(folder / name) for name in ALL_FILES}
    read = read_files(folder)
    context = context_of(read.facts) if read.facts else None
    hosts = HostTables(connection, is_new=True)
    if read.facts and context:
        hosts.add(0, host_columns(read.facts.agreements.institutions, context))
    names = parts(folder)
    rows, problems, usable = list[FileRow](), list[Problem](), read.facts is not None
    with closing(read_parts(folder, names, context, tell)) as found:
        for number, part in enumerate(found, 1):
            problems += part.problems
            usable = usable and part.hosts is not None
            hosts.add(number, part.hosts or NO_HOSTS)
            rows.append((number, part.name, part.stat, part.digest, part.version))
    if read.facts is None or context is None or not usable:
        return read.problems + problems
    problems = _together(folder, hosts, read, tell) + problems
    if not problems:
        write_facts(connection, read.facts)
        write_files(connection, [*file_rows(read.facts, stats, digests), *rows], context)
    return problems


def _together(folder: Path, hosts: HostTables, read: Folder, tell: Tell | None) -> list[Problem]:
    try:
        hosts.finish(tell)
    except sqlite3.IntegrityError:
        return _used_twice(folder, hosts.ids_used_twice())
    assert read.facts is not None
    return crosscheck(read.facts, read.sources, Hosts(hosts.country, hosts.in_town))


def _used_twice(folder: Path, twice: Iterable[tuple[str, int, int, int]]) -> list[Problem]:
    names = (HOSTS_FILE, *parts(folder))
    found = []
    for identifier, file, place, first in twice:
        source, _ = read_text(folder / names[file])
        if source is not None:
            message = f"id «{identifier}» er brukt før, i {names[first]}"
            found.append(source.problem(("institutions", place, "id"), message))
    return found


def file_rows(facts: Facts, stats: dict[str, str], digests: dict[str, str]) -> list[FileRow]:
    """What is remembered of the files outside the folder of parts."""
    versions = [str(getattr(content, "data_version", "")) for content in facts]
    return [
        (-index, name, stats.get(name, ""), digests[name], version)
        for index, (name, version) in enumerate(zip(ALL_FILES, versions, strict=True))
    ]


def write_files(connection: sqlite3.Connection, rows: Iterable[FileRow], context: Context) -> None:
    """Remember the files, and what their hosts were held against."""
    kept = [
        (number, name, stat if stat and is_settled(stat) else "", digest, version)
        for number, name, stat, digest, version in rows
    ]
    connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)", kept)
    newest = connection.execute("SELECT max(version) FROM file").fetchone()[0]
    values = {"context": context.as_text(), "data_version": newest}
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())
