"""A question costs what its answer is, not what there is to search in: counted in steps of SQLite, never in seconds."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from utveksling_cli.catalogue.build import build
from utveksling_cli.catalogue.lookup import host_ids, search_hosts
from utveksling_cli.catalogue.queries import institutions, institutions_by_id

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import scale
from generate import invented

HOSTS = 5_000
QUESTIONS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "country": lambda catalogue: institutions(catalogue, ("MT",)),
    "beginning of a word": lambda catalogue: search_hosts(catalogue, "kvitv").ids,
    "id": lambda catalogue: institutions_by_id(catalogue, ("alene-7",)),
    "name": lambda catalogue: host_ids(catalogue, "Kvitvassbotn 7 University"),
}


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """The shipped hosts, and the same among 5,000 more; the ten that are asked for are in both."""
    place = tmp_path_factory.mktemp("scale")
    with closing(sqlite3.connect(":memory:")) as few, closing(sqlite3.connect(":memory:")) as many:
        for size, catalogue in ((0, few), (HOSTS, many)):
            assert build(scale.make_folder(place, size), catalogue) == []
        yield few, many


def steps(catalogue: sqlite3.Connection, question: Callable[[sqlite3.Connection], object]) -> int:
    """How many instructions SQLite's machine ran, to the nearest ten."""
    passed = 0

    def count() -> int:
        nonlocal passed
        passed += 1
        return 0

    catalogue.set_progress_handler(count, 10)
    try:
        question(catalogue)
    finally:
        catalogue.set_progress_handler(None, 0)
    return passed * 10


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_takes_as_many_steps_among_many_hosts_as_among_few(catalogues, name: str) -> None:
    few, many = catalogues
    assert few.execute("SELECT count(*) FROM institution").fetchone()[0] < 900
    assert many.execute("SELECT count(*) FROM institution").fetchone()[0] > HOSTS
    question = QUESTIONS[name]
    assert question(few) == question(many) != ()
    assert steps(many, question) <= 1.5 * steps(few, question) + 100


def test_a_misspelt_word_is_compared_with_few_of_the_words(catalogues) -> None:
    _, many = catalogues
    answers = [search_hosts(catalogue, "kvitvasbtn") for catalogue in catalogues]
    assert (len(answers[0].ids), answers[0].corrected) == (10, "kvitvassbotn")
    assert answers[0] == answers[1]
    (words,) = many.execute("SELECT count(*) FROM term").fetchone()
    assert steps(many, lambda catalogue: search_hosts(catalogue, "kvitvasbtn")) < words


def test_all_hosts_in_a_country_are_found_without_reading_the_others(catalogues) -> None:
    few, many = catalogues
    found = {catalogue: len(institutions(catalogue, ("FR",))) for catalogue in catalogues}
    each = [steps(catalogue, lambda c: institutions(c, ("FR",))) / found[catalogue] for catalogue in (few, many)]
    assert found[many] > 3 * found[few]
    assert each[1] <= 1.2 * each[0]


def test_the_same_seed_gives_the_same_hosts() -> None:
    first, second, other = list(invented(50)), list(invented(50)), list(invented(50, seed=2))
    assert first == second != other
    assert len({record.split("\n")[0] for record in first}) == 50
