"""Open the catalogue of a data folder: the ready-made one, the cached one, or one compiled now.

The catalogue is a cache of the YAML. It is trusted only while the YAML is what it was compiled from,
is written beside its place and moved there in one step, and lives in memory where nothing can be written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from utveksling_cli.catalogue.fingerprint import (
    FORMAT,
    content_fingerprint,
    newest_change,
    sizes,
    stat_fingerprint,
)
from utveksling_cli.model.errors import DataUnusable

READY_MADE = "catalogue.sqlite"
_PACKAGE = Path(__file__).resolve().parent.parent
# An installer writes the YAML and the catalogue in any order; only a later change counts as an edit.
_INSTALL_SECONDS = 120.0
# Clocks of file systems are coarse: a file written this close to the compilation may have changed since.
_RACY_SECONDS = 2.0


def shipped_folder() -> Path:
    """The data that came with the program: inside the installed package, or in the checkout."""
    packaged = _PACKAGE / "_data"
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / "data"


def open_catalogue(folder: Path | None = None) -> sqlite3.Connection:
    """A read-only connection to the facts of `folder` (None: the shipped ones).

    Raises DataUnusable with every problem when the folder cannot be used.
    """
    source = folder or shipped_folder()
    ready = _ready_made(source)
    return ready if ready is not None else _cached_or_compiled(source)


def _ready_made(folder: Path) -> sqlite3.Connection | None:
    """The catalogue that stands in the folder itself, if the YAML beside it has not been edited."""
    path = folder / READY_MADE
    if not path.is_file():
        return None
    connection = _connect(path)
    if connection is None or _meta(connection, "sizes") != sizes(folder):
        return None
    if newest_change(folder) > path.stat().st_mtime + _INSTALL_SECONDS:
        return connection if _meta(connection, "fingerprint") == content_fingerprint(folder) else None
    return connection


def _cached_or_compiled(folder: Path) -> sqlite3.Connection:
    if not folder.is_dir():
        raise DataUnusable(f"Datamappa «{folder}» finnes ikke.", hint="Sjekk --data og UTVEKSLING_DATA.")
    path = _cache_path(folder)
    stat = stat_fingerprint(folder)
    connection = _connect(path) if path is not None else None
    if connection is not None:
        if _meta(connection, "stat") == stat:
            return connection
        if _meta(connection, "fingerprint") == content_fingerprint(folder):
            return connection
        connection.close()
    return _compile(folder, stat, path)


def _compile(folder: Path, stat: str, path: Path | None) -> sqlite3.Connection:
    """Check and compile the folder into the cache, or into memory when the cache cannot be written."""
    import time

    from utveksling_cli.catalogue.compile import compile_catalogue
    from utveksling_cli.catalogue.folder import read_folder

    fingerprint = content_fingerprint(folder)
    facts, problems = read_folder(folder)
    if facts is None:
        count = "ett problem" if len(problems) == 1 else f"{len(problems)} problemer"
        raise DataUnusable(
            f"Datamappa «{folder}» har {count}.",
            details=tuple(f"{problem.where}: {problem.message}" for problem in problems),
            hint=f"Rett opp, og sjekk med: utveksling data sjekk {folder}",
        )
    racy = time.time() - newest_change(folder) < _RACY_SECONDS
    extra = {"stat": "" if racy else stat, "sizes": sizes(folder)}
    with suppress(OSError, sqlite3.Error):
        if path is not None:
            _write_atomically(path, lambda database: compile_catalogue(facts, fingerprint, database, extra))
            connection = _connect(path)
            if connection is not None:
                return connection
    connection = sqlite3.connect(":memory:")
    compile_catalogue(facts, fingerprint, connection, extra)
    return connection


def write_ready_made(folder: Path, target: Path) -> None:
    """Compile `folder` into `target` for shipping; raises DataUnusable when the folder has problems."""
    from utveksling_cli.catalogue.compile import compile_catalogue
    from utveksling_cli.catalogue.folder import read_folder

    facts, problems = read_folder(folder)
    if facts is None:
        details = tuple(f"{problem.where}: {problem.message}" for problem in problems)
        raise DataUnusable("Datamappa har feil.", details=details)
    extra = {"stat": "", "sizes": sizes(folder)}
    fingerprint = content_fingerprint(folder)
    _write_atomically(target, lambda database: compile_catalogue(facts, fingerprint, database, extra))


def _write_atomically(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".tmp")
    os.close(handle)
    temporary = Path(name)
    try:
        database = sqlite3.connect(temporary)
        try:
            fill(database)
        finally:
            database.close()
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _cache_path(folder: Path) -> Path | None:
    """One file for each data folder; None when there is no place for a cache."""
    from hashlib import blake2b

    from platformdirs import user_cache_path

    try:
        name = blake2b(str(folder.resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        return user_cache_path("utveksling", appauthor=False) / f"{name}.sqlite"
    except (OSError, RuntimeError):
        return None


def _connect(path: Path) -> sqlite3.Connection | None:
    """A read-only connection; None when the file is absent, cut short, foreign or of another format."""
    try:
        size = path.stat().st_size
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        pages = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
        whole = pages[0] == size
        return connection if whole and _meta(connection, "format") == FORMAT else None
    except (OSError, sqlite3.Error):
        return None


def _meta(connection: sqlite3.Connection, key: str) -> str | None:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    except sqlite3.Error:
        return None
    return row[0] if row else None
