"""Which catalogue a command gets: ready-made, cached or new; a damaged one is never believed."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from utveksling_cli.catalogue import folder as folder_module
from utveksling_cli.catalogue.fingerprint import FORMAT
from utveksling_cli.catalogue.store import READY_MADE, open_catalogue, write_ready_made

HOUR = 3600.0
pytestmark = pytest.mark.usefixtures("cache")


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were read from their YAML, which is what a cache should save."""
    read: list[Path] = []
    original = folder_module.read_files

    def noted(path: Path) -> object:
        read.append(path)
        return original(path)

    for module in ("build", "update"):
        monkeypatch.setattr(f"utveksling_cli.catalogue.{module}.read_files", noted)
    return read


@pytest.fixture
def ready_made(data) -> Path:
    path = data.path / READY_MADE
    write_ready_made(data.path, path)
    return Path(path)


def name_of_france(data) -> str:
    with closing(open_catalogue(data.path)) as catalogue:
        return str(
            catalogue.execute("SELECT json_extract(record, '$[1]') FROM country WHERE code = 'FR'").fetchone()[0]
        )


def file_of(data) -> str:
    """The catalogue's file; empty when it lives in memory."""
    with closing(open_catalogue(data.path)) as catalogue:
        return str(catalogue.execute("PRAGMA database_list").fetchone()[2])


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def age_all(data, seconds: float) -> None:
    for path in data.path.iterdir():
        age(path, seconds)


def test_the_ready_made_catalogue_is_used_as_it_is(data, ready_made, cache, compilations) -> None:
    compilations.clear()
    assert file_of(data) == str(ready_made)
    assert (compilations, cache.exists()) == ([], False)


def test_an_edit_that_changes_the_size_is_seen_at_once_beside_a_ready_made_catalogue(data, ready_made) -> None:
    data.edit("countries.yaml", "nb: Frankrike", "nb: Frankerike")
    assert name_of_france(data) == "Frankerike"


def test_a_later_edit_of_the_same_size_is_seen_beside_a_ready_made_catalogue(data, ready_made) -> None:
    data.edit("countries.yaml", "nb: Frankrike", "nb: Fronkrike")
    age(ready_made, HOUR)
    assert name_of_france(data) == "Fronkrike"


def test_installed_files_may_be_newer_than_their_ready_made_catalogue(data, ready_made, compilations) -> None:
    compilations.clear()
    age(ready_made, HOUR)
    assert file_of(data) == str(ready_made)
    assert compilations == []


def test_the_second_command_finds_the_catalogue_in_the_cache(data, cache, compilations) -> None:
    first, second = file_of(data), file_of(data)
    assert first == second
    assert Path(first).parent == cache
    assert compilations == [data.path]


def test_old_files_are_known_by_size_and_time_alone(data, compilations, monkeypatch) -> None:
    age_all(data, HOUR)
    file_of(data)
    monkeypatch.setattr(
        "utveksling_cli.catalogue.fingerprint.file_digest", lambda path: pytest.fail("read a file again")
    )
    assert name_of_france(data) == "Frankrike"
    assert compilations == [data.path]


def test_an_edit_is_seen_at_once_even_when_size_and_time_are_the_same(data) -> None:
    assert name_of_france(data) == "Frankrike"
    before = (data.path / "countries.yaml").stat()
    data.edit("countries.yaml", "nb: Frankrike", "nb: Fronkrike")
    os.utime(data.path / "countries.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert name_of_france(data) == "Fronkrike"


def test_an_old_file_replaced_by_one_of_the_same_size_and_time_is_seen(data) -> None:
    age_all(data, HOUR)
    assert name_of_france(data) == "Frankrike"
    before = (data.path / "countries.yaml").stat()
    data.edit("countries.yaml", "nb: Frankrike", "nb: Fronkrike")
    os.utime(data.path / "countries.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert name_of_france(data) == "Fronkrike"


def test_touching_the_files_does_not_compile_them_again(data, compilations) -> None:
    file_of(data)
    age_all(data, HOUR)
    file_of(data)
    assert compilations == [data.path]


def test_each_folder_has_a_cache_of_its_own(data, tmp_path) -> None:
    other = type(data)(tmp_path / "other")
    other.path.mkdir()
    for path in data.path.iterdir():
        (other.path / path.name).write_bytes(path.read_bytes())
    other.edit("countries.yaml", "nb: Frankrike", "nb: Gallia")
    assert [name_of_france(folder) for folder in (data, other, data)] == ["Frankrike", "Gallia", "Frankrike"]


def test_a_new_release_compiles_anew(data, compilations, monkeypatch) -> None:
    file_of(data)
    for module in ("fingerprint", "store", "compile"):
        monkeypatch.setattr(f"utveksling_cli.catalogue.{module}.FORMAT", "2 99.0")
    file_of(data)
    assert compilations == [data.path, data.path]


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        database.execute("INSERT INTO meta VALUES ('format', ?)", (FORMAT,))
        database.commit()


def other_format(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
        database.commit()


def flip(place: float) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[int(len(content) * place)] ^= 0x40
        path.write_bytes(content)

    return change


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("not a database, but long enough to have a header " * 9),
    "cut short": lambda path: os.truncate(path, path.stat().st_size - 4096),
    "cut within the header": lambda path: os.truncate(path, 50),
    "grown": lambda path: path.write_bytes(path.read_bytes() + bytes(4096)),
    "a bit flipped in the middle": flip(0.5),
    "a bit flipped near the end": flip(0.9),
    "zeros where the disk lost a page": lambda path: path.write_bytes(path.read_bytes()[:-8192] + bytes(8192)),
    "another program's database": foreign,
    "the format of another version": other_format,
    "a folder": lambda path: (path.unlink(), path.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_cache_is_made_anew(data, damage) -> None:
    path = Path(file_of(data))
    damage(path)
    assert name_of_france(data) == "Frankrike"
    assert [found for found in path.parent.iterdir() if found.suffix == ".tmp"] == []


@pytest.mark.parametrize(
    "name", ["empty", "text", "cut short", "cut within the header", "the format of another version", "a folder"]
)
def test_a_ready_made_catalogue_that_is_none_is_passed_by(data, ready_made, name) -> None:
    DAMAGE[name](ready_made)
    assert name_of_france(data) == "Frankrike"


def test_without_room_for_a_file_of_its_own_either_it_is_kept_in_memory(data, cache, monkeypatch) -> None:
    cache.write_text("a file where the folder should be")
    places: list[object] = []
    connect = sqlite3.connect

    def full_disk(place: object, **options: object) -> sqlite3.Connection:
        places.append(place)
        if place == "":
            raise sqlite3.OperationalError("database or disk is full")
        return connect(place, **options)

    monkeypatch.setattr("utveksling_cli.catalogue.store.sqlite3.connect", full_disk)
    assert name_of_france(data) == "Frankrike"
    assert places == ["", ":memory:"]


def test_without_a_place_for_a_cache_the_catalogue_lives_in_memory(data, cache) -> None:
    cache.write_text("a file where the folder should be")
    assert file_of(data) == ""
    assert name_of_france(data) == "Frankrike"


def test_a_cache_that_may_not_be_written_is_done_without(data, monkeypatch) -> None:
    def refuse(*names: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    assert file_of(data) == ""


@pytest.mark.parametrize("place", [Path("~/.cache/utveksling"), Path("relative")])
def test_no_folder_named_tilde_is_made_when_there_is_no_home(data, monkeypatch, tmp_path, place) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *names, **options: place)
    assert file_of(data) == ""
    assert not (tmp_path / place.parts[0]).exists()


def test_a_home_that_cannot_be_found_is_done_without(data, monkeypatch) -> None:
    def fail(*names: object, **options: object) -> None:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_cache_path", fail)
    assert name_of_france(data) == "Frankrike"


@pytest.mark.parametrize("name", ["med mellomrom", "hva?#100%25", "æøå 東京", "a'b\"c"])
def test_any_folder_name_will_do(data, tmp_path, name) -> None:
    data.path = data.path.rename(tmp_path / name)
    assert name_of_france(data) == "Frankrike"
    write_ready_made(data.path, data.path / READY_MADE)
    assert file_of(data) == str(data.path / READY_MADE)


@pytest.mark.usefixtures("ready_made")
def test_nobody_writes_to_the_catalogue(data) -> None:
    with closing(open_catalogue(data.path)) as catalogue, pytest.raises(sqlite3.OperationalError):
        catalogue.execute("DELETE FROM institution")
