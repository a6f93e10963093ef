"""A small invented data folder that loads without problems, and ways to break it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from utveksling_cli.catalogue.build import build
from utveksling_cli.catalogue.check import check_path

from .small_folder import make


class DataFolder:
    """A data folder in a temporary place. In text, ` ←` marks the line where a problem is expected."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def edit(self, name: str, old: str, new: str) -> int:
        """Replace what stands once in a file; the marked line's number, or 0 without a mark."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        return self.write(name, text.replace(old, new))

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> int:
        before, mark, after = text.partition(" ←")
        (self.path / name).write_text(before + after, encoding="utf-8", newline="")
        return before.count("\n") + 1 if mark else 0

    def problems(self) -> list[str]:
        """What the check of the folder says, as `file:line: message`."""
        found = check_path(self.path).problems
        return [f"{problem.where}: {problem.message}".removeprefix(f"{self.path}/") for problem in found]


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(make(tmp_path / "data"))


@pytest.fixture
def catalogue(data: DataFolder) -> Iterator[sqlite3.Connection]:
    """The small folder, compiled."""
    connection = sqlite3.connect(":memory:")
    assert build(data.path, connection) == []
    yield connection
    connection.close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache, in a temporary place."""
    place = tmp_path / "cache"
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *names, **options: place)
    return place
