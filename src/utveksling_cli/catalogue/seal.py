"""A checksum inside a catalogue file, so that a torn or altered cache is never believed.

It stands in the header's `user_version`, four bytes that SQLite leaves to the application.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

_BEGIN, _END = 60, 64


def seal(path: Path) -> None:
    """Write the checksum of the file into it; after this, nothing may change."""
    checksum = _checksum(path.read_bytes())
    with path.open("r+b") as file:
        file.seek(_BEGIN)
        file.write(checksum)


def is_whole(path: Path) -> bool:
    """Whether the file is what it was when it was sealed; raises OSError when it cannot be read."""
    content = path.read_bytes()
    return content[_BEGIN:_END] == _checksum(content)


def _checksum(content: bytes) -> bytes:
    head = crc32(bytes(_END - _BEGIN), crc32(content[:_BEGIN]))
    return crc32(memoryview(content)[_END:], head).to_bytes(_END - _BEGIN, "big")
