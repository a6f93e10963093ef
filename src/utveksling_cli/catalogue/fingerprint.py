"""Tell whether a data folder is the one that a catalogue was compiled from."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from utveksling_cli import __version__
from utveksling_cli.catalogue.files import names, read_regular

# Clocks of file systems are coarse: a file written this close to its reading may have changed since.
_RACY_SECONDS = 2.0
# The layout of the catalogue; one of another layout or another release of the program is compiled anew.
FORMAT = f"13 {__version__}"


def content_fingerprint(folder: Path) -> str:
    """A digest of every data file's name and bytes; a missing file counts as missing, not as an error."""
    # OpenSSL's part of hashlib takes 3 ms to load, and an installed catalogue needs no digest.
    from hashlib import blake2b

    digest = blake2b(FORMAT.encode(), digest_size=16)
    for name in names(folder):
        digest.update(f"\0{name}\0".encode())
        try:
            digest.update(read_regular(folder / name))
        except OSError:
            digest.update(b"\0missing")
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    """The digest of one file's bytes; empty for one that cannot be read."""
    try:
        return digest_of(read_regular(path))
    except OSError:
        return ""


def digest_of(content: bytes) -> str:
    from hashlib import blake2b

    return blake2b(content, digest_size=16).hexdigest()


def file_stat(path: Path | str) -> str | None:
    """Size and times of a file: quick to take, and equal only if nobody wrote to it since. None without a file."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - a large folder has thousands of files to look at before each answer
    except OSError:
        return None
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


def file_stats(folder: Path) -> dict[str, str]:
    """The same for every data file that exists."""
    found = ((name, file_stat(f"{folder}{os.sep}{name}")) for name in names(folder))
    return {name: stat for name, stat in found if stat is not None}


def changed_files(connection: sqlite3.Connection, folder: Path, stats: dict[str, str]) -> list[str]:
    """The files that are not what the catalogue was compiled from; one is read only if its size or time is new."""
    known = {name: (stat, digest) for name, stat, digest in connection.execute("SELECT name, stat, digest FROM file")}
    changed = [name for name in known if name not in stats]
    for name, stat in stats.items():
        before = known.get(name)
        if before is None or (stat != before[0] and file_digest(folder / name) != before[1]):
            changed.append(name)
    return sorted(changed)


def is_settled(stat: str) -> bool:
    """Whether the file was last written so long ago that a later change must give it another time."""
    return int(stat.split()[1]) < (time.time() - _RACY_SECONDS) * 1e9


def sizes(folder: Path) -> str:
    """Only the sizes: what survives the copying of an installed package."""
    found = []
    for name in names(folder):
        try:
            found.append(str((folder / name).stat().st_size))
        except OSError:
            found.append("missing")
    return " ".join(found)


def newest_change(folder: Path) -> float:
    """When the newest data file was written, in seconds since 1970; 0 when there is none."""
    times = []
    for name in names(folder):
        try:
            times.append((folder / name).stat().st_mtime)
        except OSError:
            continue
    return max(times, default=0.0)
