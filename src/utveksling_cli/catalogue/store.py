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
from typing import TYPE_CHECKING

from utveksling_cli.catalogue.fingerprint import (
    FORMAT,
    changed_files,
    content_fingerprint,
    file_stats,
    newest_change,
    sizes,
)
from utveksling_cli.model.errors import DataUnusable

if TYPE_CHECKING:
    from utveksling_cli.catalogue.problems import Problem

# How far the reading of a large folder has come: bytes, of bytes in all.
Tell = Callable[[int, int], None]

READY_MADE = "catalogue.sqlite"
_PACKAGE = Path(__file__).resolve().parent.parent
# An installer writes the YAML and the catalogue in any order; only a later change counts as an edit.
_INSTALL_SECONDS = 120.0
_SHOWN_PROBLEMS = 100
_STEPS = 1_000_000


def shipped_folder() -> Path:
    """The data that came with the program: inside the installed package, or in the checkout."""
    packaged = _PACKAGE / "_data"
    return packaged if packaged.is_dir() else _PACKAGE.parent.parent / "data"


def open_catalogue(folder: Path | None = None, tell: Tell | None = None) -> sqlite3.Connection:
    """A read-only connection to the facts of `folder` (None: the shipped ones).

    `tell` hears how far it has come when there is much to read.
    Raises DataUnusable with every problem when the folder cannot be used.
    """
    source = folder or shipped_folder()
    ready = _ready_made(source)
    return ready if ready is not None else _cached_or_compiled(source, tell)


def _ready_made(folder: Path) -> sqlite3.Connection | None:
    """The catalogue that stands in the folder itself, if the YAML beside it has not been edited."""
    path = folder / READY_MADE
    connection = _connect(path)
    if connection is None:
        return None
    if _meta(connection, "sizes") == sizes(folder) and (
        newest_change(folder) <= path.stat().st_mtime + _INSTALL_SECONDS
        or _meta(connection, "fingerprint") == content_fingerprint(folder)
    ):
        return connection
    connection.close()
    return None


def _cached_or_compiled(folder: Path, tell: Tell | None) -> sqlite3.Connection:
    _require_folder(folder)
    path = _cache_path(folder)
    connection = _connect(path) if path is not None and _is_sealed(path) else None
    if connection is not None:
        if _is_current(connection, folder):
            return connection
        connection.close()
    return _compile(folder, path, connection is not None, tell)


def _is_current(connection: sqlite3.Connection, folder: Path) -> bool:
    stats = file_stats(folder)
    known = dict(connection.execute("SELECT name, stat FROM file").fetchall())
    return known == stats or not changed_files(connection, folder, stats)


def _require_folder(folder: Path) -> None:
    hint = "Sjekk --data og UTVEKSLING_DATA."
    try:
        if folder.is_dir():
            return
        exists = folder.exists()
    except (OSError, ValueError):
        raise DataUnusable(f"Datamappa «{folder}» kan ikke leses.", hint=hint) from None
    wrong = "er en fil, ikke en mappe" if exists else "finnes ikke"
    raise DataUnusable(f"Datamappa «{folder}» {wrong}.", hint=hint)


def _compile(folder: Path, path: Path | None, is_known: bool, tell: Tell | None) -> sqlite3.Connection:
    """Check and compile the folder into the cache, or for this once when the cache cannot be written."""
    from utveksling_cli.catalogue.build import build
    from utveksling_cli.catalogue.update import NotEnough, update

    with suppress(OSError, sqlite3.Error):
        if path is not None:
            try:
                if not is_known:
                    raise NotEnough
                _write_atomically(path, lambda copy: _refuse(folder, update(folder, copy, tell)), copy_of=path)
            except (NotEnough, OSError, sqlite3.Error):
                _write_atomically(path, lambda database: _refuse(folder, build(folder, database, tell)))
            connection = _connect(path)
            if connection is not None:
                return connection
    try:
        return _compiled_in("", folder, tell)
    except sqlite3.Error:
        return _compiled_in(":memory:", folder, tell)


def _compiled_in(place: str, folder: Path, tell: Tell | None) -> sqlite3.Connection:
    """A catalogue that goes when it is closed: in "" SQLite keeps a small one in memory, and a large one in a file."""
    from utveksling_cli.catalogue.build import build

    connection = sqlite3.connect(place)
    try:
        _refuse(folder, build(folder, connection, tell))
    except BaseException:
        connection.close()
        raise
    return connection


def write_ready_made(folder: Path, target: Path) -> None:
    """Compile `folder` into `target` for shipping; raises DataUnusable when the folder has problems."""
    from utveksling_cli.catalogue.build import build

    extra = {"fingerprint": content_fingerprint(folder), "sizes": sizes(folder)}

    def fill(database: sqlite3.Connection) -> None:
        _refuse(folder, build(folder, database))
        database.executemany("INSERT INTO meta VALUES (?, ?)", extra.items())
        # The times of the files are those of this machine; without them the same files give the same catalogue.
        database.execute("UPDATE file SET stat = ''")

    _write_atomically(target, fill)


def _refuse(folder: Path, problems: list[Problem]) -> None:
    """Raises DataUnusable with the problems, or the first hundred of them, if there are any."""
    if not problems:
        return
    details = [f"{problem.where}: {problem.message}" for problem in problems[:_SHOWN_PROBLEMS]]
    if len(problems) > _SHOWN_PROBLEMS:
        details.append(f"… og {len(problems) - _SHOWN_PROBLEMS} til")
    raise DataUnusable(
        f"Datamappa «{folder}» har {'ett problem' if len(problems) == 1 else f'{len(problems)} problemer'}.",
        details=tuple(details),
        hint=f"Rett opp, og sjekk med: utveksling data sjekk {folder}",
    )


def _write_atomically(path: Path, fill: Callable[[sqlite3.Connection], None], copy_of: Path | None = None) -> None:
    import shutil
    import tempfile

    from utveksling_cli.catalogue.leftovers import SUFFIX, sweep
    from utveksling_cli.catalogue.seal import seal

    path.parent.mkdir(parents=True, exist_ok=True)
    sweep(path.parent, f"{path.name}.")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=SUFFIX)
    os.close(handle)
    temporary = Path(name)
    try:
        if copy_of is not None:
            shutil.copyfile(copy_of, temporary)
        database = sqlite3.connect(temporary)
        try:
            # Without this a long statement of SQLite's would not let Ctrl-C through until it is done.
            database.set_progress_handler(lambda: 0, _STEPS)
            fill(database)
            database.commit()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise KeyboardInterrupt from None
            raise
        finally:
            database.close()
        seal(temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _cache_path(folder: Path) -> Path | None:
    """One file for each data folder; None when there is no place for a cache."""
    from hashlib import blake2b

    from platformdirs import user_cache_path

    try:
        name = blake2b(str(folder.resolve()).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        path = user_cache_path("utveksling", appauthor=False) / f"{name}.sqlite"
    except (OSError, RuntimeError):
        return None
    # Without a home, platformdirs gives a path below a folder named ~ in the current one.
    return path if path.is_absolute() else None


def _is_sealed(path: Path) -> bool:
    from utveksling_cli.catalogue.seal import is_whole

    try:
        return is_whole(path)
    except OSError:
        return False


def _connect(path: Path) -> sqlite3.Connection | None:
    """A read-only connection; None when the file is absent, cut short, foreign or of another format."""
    try:
        size = path.stat().st_size
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, ValueError, sqlite3.Error):
        return None
    with suppress(sqlite3.Error):
        pages = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
        if pages[0] == size and _meta(connection, "format") == FORMAT:
            return connection
    connection.close()
    return None


def _meta(connection: sqlite3.Connection, key: str) -> str | None:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    except sqlite3.Error:
        return None
    return row[0] if row else None
