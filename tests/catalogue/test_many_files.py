"""Hosts in files of their own: read like the others, and compiled again one by one."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.catalogue import parts as parts_module
from utveksling_cli.catalogue.build import build
from utveksling_cli.catalogue.lookup import HOST_NUMBERS, search_hosts
from utveksling_cli.catalogue.queries import data_version, institutions
from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.model.errors import DataUnusable

pytestmark = pytest.mark.usefixtures("cache")
HEAD = "schema: utveksling.institutions/1\ndata_version: {version}\n\ninstitutions:\n"
HOST = """\
  - id: {id}
    name: {name}
    country: {country}
    city: {city}
    location: {{lat: 1.5, lon: 2.5, basis: town_centre}}
    evidence: historical
    confidence: low
    verified_on: 2026-11-01
"""
JOINED = f"JOIN institution ON number = key & {HOST_NUMBERS - 1}"
TABLES = {
    "institution": "SELECT id, country, sort, names, places, record FROM institution ORDER BY id",
    "keys": f"SELECT key / {HOST_NUMBERS}, id FROM institution_key {JOINED} ORDER BY 1, 2",
    "terms": "SELECT term, hosts FROM term ORDER BY term",
    "towns": "SELECT country, city, hosts FROM town ORDER BY country, city",
    "files": "SELECT name, digest, version FROM file ORDER BY name",
    "meta": "SELECT key, value FROM meta ORDER BY key",
    "countries": "SELECT code, record FROM country ORDER BY code",
    "decisions": "SELECT id, record FROM decision_count ORDER BY id",
}


def write_part(data, name: str, *hosts: str, version: str = "2026-11-02") -> None:
    (data.path / "agreements").mkdir(exist_ok=True)
    text = HEAD.format(version=version) + "\n".join(hosts)
    text = text if hosts else text.replace("institutions:", "institutions: []")
    (data.path / "agreements" / f"{name}.yaml").write_text(text, encoding="utf-8")


def host(identifier: str, name: str = "Ny skole", country: str = "DE", city: str = "Berlin") -> str:
    return HOST.format(id=identifier, name=name, country=country, city=city)


def content(catalogue: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a question can meet, without the numbers that only the catalogue itself uses."""
    found = {name: catalogue.execute(query).fetchall() for name, query in TABLES.items()}
    for word in ("ny", "skole", "berlin", "b", "trial"):
        found[f"search {word}"] = [search_hosts(catalogue, word).ids]
    return found


def built(data) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(":memory:")) as database:
        assert build(data.path, database) == []
        return content(database)


def opened(data) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_catalogue(data.path)) as catalogue:
        return content(catalogue)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, by name."""
    names: list[str] = []
    original = parts_module.check_text

    def noted(name: str, source: object) -> object:
        names.append(name)
        return original(name, source)

    for module in ("parts", "folder"):
        monkeypatch.setattr(f"utveksling_cli.catalogue.{module}.check_text", noted)
    return names


def test_hosts_of_all_files_are_found_together_in_norwegian_order(data) -> None:
    write_part(data, "nord", host("ny-a", "Å-skolen"), host("ny-b", "Aa-skolen"))
    write_part(data, "sør", host("ny-c", "Z-skolen"))
    with closing(open_catalogue(data.path)) as catalogue:
        german = [one.id for one in institutions(catalogue, ("DE",)) if one.id.startswith("ny-")]
    assert german == ["ny-b", "ny-c", "ny-a"]


def test_the_newest_version_may_be_that_of_a_part(data) -> None:
    write_part(data, "nord", host("ny-a"), version="2030-01-02")
    with closing(open_catalogue(data.path)) as catalogue:
        assert data_version(catalogue) == "2030-01-02"


def test_one_changed_part_is_the_only_file_that_is_read(data, read) -> None:
    for number in range(9):
        write_part(data, f"del-{number}", host(f"ny-{number}"))
    opened(data)
    read.clear()
    write_part(data, "del-4", host("ny-4", "Helt annet navn"), host("ny-40"))
    found = opened(data)
    assert read == ["agreements/del-4.yaml"]
    assert found == built(data)


def test_the_register_of_words_fits_the_hosts_when_some_of_them_have_been_replaced(data, cache) -> None:
    write_part(data, "nord", host("ny-a", "Første navn"), host("ny-b"))
    opened(data)
    write_part(data, "nord", host("ny-a", "Andre navn"), host("ny-c"))
    opened(data)
    (path,) = cache.glob("*.sqlite")
    with closing(sqlite3.connect(path)) as catalogue:
        catalogue.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")


def test_files_that_were_only_touched_are_known_again_after_the_next_change(data, monkeypatch) -> None:
    for number in range(9):
        write_part(data, f"del-{number}", host(f"ny-{number}"))
    opened(data)
    write_part(data, "del-4", host("ny-4", "Helt annet navn"))
    then = time.time() - 3600
    for path in data.path.rglob("*"):
        os.utime(path, (then, then))
    opened(data)
    monkeypatch.setattr("utveksling_cli.catalogue.fingerprint.file_digest", lambda path: pytest.fail(f"read {path}"))
    assert opened(data) == built(data)


def test_nothing_is_read_when_nothing_has_changed(data, read) -> None:
    write_part(data, "nord", host("ny-a"))
    opened(data)
    read.clear()
    opened(data)
    assert read == []


def test_a_changed_file_beside_the_parts_leaves_them_unread(data, read) -> None:
    write_part(data, "nord", host("ny-a"))
    opened(data)
    read.clear()
    data.edit("countries.yaml", "aliases: [Deutschland", "aliases: [Tysken, Deutschland")
    assert opened(data) == built(data)
    assert [name for name in read if name.startswith("agreements/")][:-1] == []


def test_the_name_of_a_country_puts_its_hosts_elsewhere(data) -> None:
    write_part(data, "nord", host("ny-a"))
    opened(data)
    data.edit("countries.yaml", "nb: Tyskland", "nb: Atyskland")
    assert opened(data) == built(data)


ROW = st.tuples(
    st.integers(0, 5),
    st.sampled_from(["Ny skole", "Åpen skole", "Trial"]),
    st.sampled_from(["DE", "FR"]),
    st.sampled_from(["Berlin", "Ås", "Nyby"]),
)
CHANGE = st.tuples(st.integers(0, 3), st.none() | st.lists(ROW, max_size=3, unique_by=lambda row: row[0]))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CHANGE, max_size=3), min_size=1, max_size=4))
def test_a_catalogue_brought_up_to_date_is_as_if_made_anew(data, changes) -> None:
    for number in range(20):
        write_part(data, f"fast-{number:02}", host(f"fast-{number}"))
    for step in changes:
        for file, rows in step:
            if rows is None:
                (data.path / "agreements" / f"del-{file}.yaml").unlink(missing_ok=True)
            else:
                hosts = [host(f"ny-{file}-{one}", name, country, city) for one, name, country, city in rows]
                write_part(data, f"del-{file}", *hosts)
        assert opened(data) == built(data)


FAULTS: dict[str, tuple[str, str]] = {
    "a wrong key": (host("ny-a").replace("city:", "by:"), "agreements/nord.yaml:5: institutions → 1 → city: mangler"),
    "no such country": (host("ny-a", country="XX"), "agreements/nord.yaml:7: landet XX mangler i countries.yaml"),
    "an id of another file": (
        host("second-trial-university"),
        "agreements/nord.yaml:5: id «second-trial-university» er brukt før, i agreements.yaml",
    ),
    "an id used twice": (
        host("ny-a") + host("ny-a"), "agreements/nord.yaml:13: id «ny-a» er brukt før",
    ),
    "no YAML": (
        host("ny-a").replace("city: Berlin", 'city: "Berlin'),
        "agreements/nord.yaml:8: anførselstegnet som åpnes her, lukkes aldri",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_each_fault_is_told_with_file_and_line(data, fault: str, known: bool) -> None:
    text, message = FAULTS[fault]
    if known:
        write_part(data, "nord", host("ny-x"))
        opened(data)
    write_part(data, "nord", text)
    assert message in data.problems()
    with pytest.raises(DataUnusable) as caught:
        open_catalogue(data.path)
    assert f"{data.path}/{message}" in caught.value.details


def test_faults_of_all_files_are_told_together(data) -> None:
    write_part(data, "a", host("ny-a", country="XX"))
    write_part(data, "b", host("ny-b").replace("city:", "by:"))
    data.edit("countries.yaml", "nb: Tyskland", "nb: 'Tyskland\n")
    assert {line.partition(":")[0] for line in data.problems()} == {"countries.yaml", "agreements/b.yaml"}


def test_a_host_that_others_speak_of_may_not_go(data) -> None:
    place = host("ny-a")
    write_part(data, "nord", place)
    data.edit("places.yaml", "id: ecole-de-l-essai", "id: ny-a")
    opened(data)
    write_part(data, "nord", host("ny-b"))
    assert any("«ny-a» mangler i agreements.yaml" in line for line in data.problems())
    with pytest.raises(DataUnusable):
        open_catalogue(data.path)


def test_a_file_that_does_not_end_as_it_should_is_not_passed_by(data) -> None:
    write_part(data, "nord", host("ny-a"))
    (data.path / "agreements" / "nord.yaml").rename(data.path / "agreements" / "nord.yml")
    assert data.problems() == ["agreements/nord.yml: filnavnet skal slutte på .yaml"]


def broken_off(task: Callable[[], object], at: int | None) -> int:
    """Do the task with a Ctrl-C at the nth call of a function, whichever that is; gives how many calls there were."""
    calls = 0

    def hear(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        if event == "call":
            calls += 1
            if calls == at:
                raise KeyboardInterrupt

    sys.setprofile(hear)
    try:
        task()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_an_interrupt_at_any_point_leaves_the_old_catalogue_or_the_new_one(data, cache, known: bool) -> None:
    for number in range(3):
        write_part(data, f"del-{number}", host(f"ny-{number}"))
    old = opened(data) if known else None
    kept = {path: path.read_bytes() for path in cache.glob("*")}
    write_part(data, "del-1", host("ny-1", "Nytt navn"))

    def start_again() -> None:
        for path in cache.glob("*"):
            path.unlink()
        for path, before in kept.items():
            path.write_bytes(before)

    calls = broken_off(lambda: open_catalogue(data.path).close(), None)
    new = built(data)
    for tenth in range(1, 30):
        start_again()
        with suppress(KeyboardInterrupt):
            broken_off(lambda: open_catalogue(data.path).close(), calls * tenth // 30)
        left = list(cache.glob("*"))
        assert [path for path in left if path.suffix == ".tmp"] == []
        for path in left:
            with closing(sqlite3.connect(path)) as catalogue:
                assert content(catalogue) in (old, new)
        assert len(left) >= len(kept)
