"""Tell whether a data folder is the one that a catalogue was compiled from."""

from __future__ import annotations

from pathlib import Path

from utveksling_cli import __version__
from utveksling_cli.catalogue.files import ALL_FILES, read_regular

# The layout of the catalogue; one of another layout or another release of the program is compiled anew.
FORMAT = f"8 {__version__}"


def content_fingerprint(folder: Path) -> str:
    """A digest of every data file's name and bytes; a missing file counts as missing, not as an error."""
    # OpenSSL's part of hashlib takes 3 ms to load, and an installed catalogue needs no digest.
    from hashlib import blake2b

    digest = blake2b(FORMAT.encode(), digest_size=16)
    for name in ALL_FILES:
        digest.update(f"\0{name}\0".encode())
        try:
            digest.update(read_regular(folder / name))
        except OSError:
            digest.update(b"\0missing")
    return digest.hexdigest()


def stat_fingerprint(folder: Path) -> str:
    """Sizes and times of the data files: quick to take, and equal only if nobody wrote to them since."""
    parts = []
    for name in ALL_FILES:
        try:
            stat = (folder / name).stat()
        except OSError:
            parts.append(f"{name} missing")
        else:
            parts.append(f"{name} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}")
    return "; ".join(parts)


def sizes(folder: Path) -> str:
    """Only the sizes: what survives the copying of an installed package."""
    parts = []
    for name in ALL_FILES:
        try:
            parts.append(str((folder / name).stat().st_size))
        except OSError:
            parts.append("missing")
    return " ".join(parts)


def newest_change(folder: Path) -> float:
    """When the newest data file was written, in seconds since 1970; 0 when there is none."""
    times = []
    for name in ALL_FILES:
        try:
            times.append((folder / name).stat().st_mtime)
        except OSError:
            continue
    return max(times, default=0.0)
