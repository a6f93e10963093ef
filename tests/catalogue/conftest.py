"""A small invented data folder that loads without problems, and ways to break it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from utveksling_cli.catalogue.build import build
from utveksling_cli.catalogue.check import check_path
from utveksling_cli.model.rate_ids import COUNTRY_SETS, RATES

_SMALL = Path(__file__).parent / "small"
_RATE = """\
  - id: {id}
    title: Prøve
    unit: NOK
    rule: Prøve
    values: [{{from: 2020-01-01, value: 1, status: estimate, verified_on: 2026-11-01}}]
"""
_SET = """\
  - id: {id}
    title: Prøve
    rule: Prøve
    values: [{{from: 2020-01-01, countries: [SE], status: estimate, verified_on: 2026-11-01}}]
"""


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
    folder = tmp_path / "data"
    shutil.copytree(_SMALL, folder)
    _complete(folder / "funding_rates.yaml")
    return DataFolder(folder)


def _complete(path: Path) -> None:
    """Add the rates and country sets that the program asks for by name."""
    text = path.read_text(encoding="utf-8")
    head, section, tail = text.partition("\ncountry_sets:\n")
    rates = [_RATE.format(id=name) for name in sorted(RATES) if f"id: {name}\n" not in text]
    sets = [_SET.format(id=name) for name in sorted(COUNTRY_SETS) if f"id: {name}\n" not in text]
    path.write_text("".join([head, *rates, section, tail, *sets]), encoding="utf-8")


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
