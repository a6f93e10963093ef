"""A checksum inside a catalogue file, so that a torn or altered cache is never believed.

It stands in the header's `user_version`, four bytes that SQLite leaves to the application.
"""

from __future__ import annotations

import os
from pathlib import Path
from zlib import crc32

_BEGIN, _END = 60, 64


# A larger file is looked at in places, always the same: reading all of it would take longer than any question to it.
_ALL_OF_IT = 1 << 24
_PLACES = 64
_PLACE = 1 << 16


def seal(path: Path) -> None:
    """Write the checksum of the file into it; after this, nothing may change."""
    checksum = _checksum(path)
    with path.open("r+b") as file:
        file.seek(_BEGIN)
        file.write(checksum)


def is_whole(path: Path) -> bool:
    """Whether the file is what it was when it was sealed; raises OSError when it cannot be read."""
    with path.open("rb") as file:
        file.seek(_BEGIN)
        found = file.read(_END - _BEGIN)
    return found == _checksum(path)


def _checksum(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        checksum = crc32(bytes(_END - _BEGIN), crc32(file.read(_BEGIN), size))
        file.seek(_END)
        if size <= _ALL_OF_IT:
            checksum = crc32(file.read(), checksum)
        else:
            for place in range(_PLACES):
                checksum = crc32(file.read(_PLACE), checksum)
                file.seek((size - _PLACE) * (place + 1) // _PLACES)
            checksum = crc32(file.read(), checksum)
    return checksum.to_bytes(_END - _BEGIN, "big")
