"""A torn or altered catalogue is known by its seal, a large one by many places in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from utveksling_cli.catalogue.seal import is_whole, seal

SMALL, LARGE = 300_000, 40_000_000


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_was_sealed_is_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    assert not is_whole(path)
    seal(path)
    assert is_whole(path)


@pytest.mark.parametrize("change", ["cut", "longer", "first page", "last page", "a torn half"])
@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_what_was_changed_since_is_not(tmp_path: Path, size: int, change: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    seal(path)
    content = bytearray(path.read_bytes())
    if change == "cut":
        del content[-4096:]
    elif change == "longer":
        content += b"x" * 4096
    elif change == "first page":
        content[2000] ^= 1
    elif change == "last page":
        content[-1] ^= 1
    else:
        content[size // 2 :] = bytes(size - size // 2)
    path.write_bytes(content)
    assert not is_whole(path)
