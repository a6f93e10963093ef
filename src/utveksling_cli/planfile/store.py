"""Put the plan file in its place whole or not at all, for its owner alone, and one writer at a time."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from itertools import count
from pathlib import Path

from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.os_reasons import reason
from utveksling_cli.planfile import is_there

_ONLY_OWNER = 0o600
_WAIT_SECONDS = 10.0
# The names beside the file are made of its own, which may already be as long as a name can be.
_LONGEST = 50


@contextmanager
def one_writer(path: Path, real: Path, wait: float = _WAIT_SECONDS) -> Iterator[None]:
    """Others wait a while. `path` is the file as the user knows it, `real` the one that it leads to."""
    from filelock import FileLock, Timeout

    if not real.name:
        raise _unwritable(path, IsADirectoryError(EISDIR, os.strerror(EISDIR)))
    file = real.with_name(f"{_hidden(real)}.lock")
    lock = FileLock(file, timeout=wait, mode=_ONLY_OWNER)
    try:
        # FileLock itself would make the folder, and wait for one that cannot be written in.
        os.close(os.open(file, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), _ONLY_OWNER))
        lock.acquire()
    except Timeout:
        raise DataUnusable(
            "Planen er i bruk av en annen kommando.", where=str(path), hint="Prøv igjen når den er ferdig."
        ) from None
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None
    try:
        _tidy(real)
        yield
    finally:
        lock.release()


def put(path: Path, real: Path, content: bytes) -> None:
    """Raises DataUnusable, and leaves what was there, when it cannot be written."""
    try:
        _replace(real, content)
    except OSError as error:
        raise _unwritable(path, error) from None


def keep_copy(path: Path, real: Path, version: int) -> None:
    """`utveksling.yaml.v1.bak` beside it: the file before it was brought to a newer schema."""
    content = real.read_bytes()
    for number in count(1):
        copy = real.with_name(f"{real.name}.v{version}{f'.{number}' if number > 1 else ''}.bak")
        if not is_there(copy):
            put(path, copy, content)
            return
        if copy.read_bytes() == content:
            return


def _replace(real: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=real.parent, prefix=f"{_hidden(real)}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_ONLY_OWNER)
        temporary.replace(real)
    finally:
        temporary.unlink(missing_ok=True)
    # The folder has to remember the new name too. Windows has no such thing.
    with suppress(OSError):
        folder = os.open(real.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _tidy(real: Path) -> None:
    """Remove what writers left behind who were ended in the middle; nobody else writes now."""
    left = re.compile(re.escape(f"{_hidden(real)}.") + r"[a-z0-9_]{8}\.tmp")
    with suppress(OSError):
        for file in [entry for entry in real.parent.iterdir() if left.fullmatch(entry.name)]:
            file.unlink()


def _hidden(real: Path) -> str:
    return f".{real.name[:_LONGEST]}"


def _unwritable(path: Path, error: Exception) -> DataUnusable:
    return DataUnusable(
        f"Kan ikke skrive planen ({reason(error)}).",
        where=str(path),
        hint="Det som sto der, er ikke endret. Velg et annet sted med --plan.",
    )
