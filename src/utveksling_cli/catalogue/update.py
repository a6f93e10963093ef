"""Bring a copy of the last catalogue up to date: only the files that changed are read, and only their hosts written."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from utveksling_cli.catalogue.build import FAST, HOSTS_FILE, FileRow, file_rows, write_files
from utveksling_cli.catalogue.compile import write_facts
from utveksling_cli.catalogue.crosscheck import Hosts, crosscheck
from utveksling_cli.catalogue.files import ALL_FILES, is_part
from utveksling_cli.catalogue.fingerprint import changed_files, file_digest, file_stats, is_settled
from utveksling_cli.catalogue.folder import Folder, read_files
from utveksling_cli.catalogue.host_checks import Context, context_of
from utveksling_cli.catalogue.host_rows import NO_HOSTS, HostColumns, host_columns
from utveksling_cli.catalogue.host_tables import HostTables
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.workers import Tell, read_parts

# When more of the files have changed than this share, writing the whole catalogue anew takes less time.
_MOST = 0.3


class NotEnough(Exception):
    """What changed reaches further than its own file, so that only a look at all the files can tell what holds."""


def update(folder: Path, connection: sqlite3.Connection, tell: Tell | None = None) -> list[Problem]:
    """Change a copy of the folder's last catalogue into what `build` would make, or give the problems.

    Raises NotEnough, and then the copy is of no use.
    """
    connection.executescript(FAST)
    stats = file_stats(folder)
    changed = changed_files(connection, folder, stats)
    if len(changed) > max(1, len(stats) * _MOST) and len(changed) > len(ALL_FILES):
        raise NotEnough
    try:
        return _Update(folder, connection, stats).run(changed, tell)
    finally:
        if tell is not None:
            tell(1, 1)


class _Update:
    def __init__(self, folder: Path, connection: sqlite3.Connection, stats: dict[str, str]) -> None:
        self._folder = folder
        self._connection = connection
        self._stats = stats
        self._hosts = HostTables(connection, is_new=False)
        self._numbers: dict[str, int] = dict(connection.execute("SELECT name, number FROM file"))
        text = connection.execute("SELECT value FROM meta WHERE key = 'context'").fetchone()[0]
        self._context = Context.from_text(text)
        self._gone: dict[str, str] = {}

    def run(self, changed: list[str], tell: Tell | None) -> list[Problem]:
        others = [name for name in changed if not is_part(name)]
        digests = {name: file_digest(self._folder / name) for name in ALL_FILES if others}
        # The files outside the folder of parts belong together and are read again when one of them has changed.
        facts, sources, _ = read_files(self._folder) if others else Folder(None, {}, [])
        if others and (facts is None or context_of(facts) != self._context):
            raise NotEnough
        if facts is not None and HOSTS_FILE in others:
            self._replace(0, host_columns(facts.agreements.institutions, self._context))
        rows, problems = self._parts([name for name in changed if is_part(name)], tell)
        if problems:
            return problems
        emptied = self._hosts.finish()
        if facts is None:
            self._see_that_none_is_missed(emptied)
        else:
            problems = crosscheck(facts, sources, Hosts(self._hosts.country, self._hosts.in_town))
            write_facts(self._connection, facts)
            rows += file_rows(facts, self._stats, digests)
        self._note_touched(set(changed))
        write_files(self._connection, rows, self._context)
        return problems

    def _note_touched(self, changed: set[str]) -> None:
        """Files with new times and the same content are not to be read again before the next answer."""
        touched = [(stat, name) for name, stat in self._stats.items() if name not in changed and is_settled(stat)]
        self._connection.executemany("UPDATE file SET stat = ? WHERE name = ?", touched)

    def _parts(self, changed: list[str], tell: Tell | None) -> tuple[list[FileRow], list[Problem]]:
        gone = [name for name in changed if name not in self._stats]
        for name in gone:
            self._replace(self._numbers[name], NO_HOSTS)
            self._connection.execute("DELETE FROM file WHERE name = ?", (name,))
        there = [name for name in changed if name in self._stats]
        rows, problems, free = list[FileRow](), list[Problem](), max(self._numbers.values(), default=0)
        with closing(read_parts(self._folder, there, self._context, tell)) as found:
            for new, part in enumerate(found, free + 1):
                number = self._numbers.get(part.name, new)
                problems += part.problems
                self._replace(number, part.hosts or NO_HOSTS)
                rows.append((number, part.name, part.stat, part.digest, part.version))
        return rows, problems

    def _replace(self, number: int, hosts: HostColumns) -> None:
        self._gone |= self._hosts.remove(number)
        try:
            self._hosts.add(number, hosts)
        except sqlite3.IntegrityError:
            raise NotEnough from None

    def _see_that_none_is_missed(self, emptied: list[tuple[str, str]]) -> None:
        """Other files may speak of a host or a town that is no longer there."""
        run = self._connection.execute
        norms = run("SELECT value FROM meta WHERE key = 'credits'").fetchone()[0]
        for identifier, country in self._gone.items():
            if self._hosts.country(identifier) != country and (
                f'"{identifier}"' in norms
                or run("SELECT 1 FROM place WHERE id = ?", (identifier,)).fetchone()
                or run("SELECT 1 FROM decision WHERE institution = ?", (identifier,)).fetchone()
            ):
                raise NotEnough
        for country, city in emptied:
            (record,) = run("SELECT record FROM country WHERE code = ?", (country,)).fetchone()
            if json.dumps(city, ensure_ascii=False) in record:
                raise NotEnough
