"""Countries and hosts by what people type."""

from __future__ import annotations

from contextlib import closing
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.catalogue.lookup import (
    TextHits,
    country_code,
    host_ids,
    near_countries,
    near_hosts,
    search_hosts,
)
from utveksling_cli.catalogue.store import open_catalogue

MUNICH, FRENCH, AAS, BERLIN = (
    "probehochschule-munchen",
    "ecole-de-l-essai",
    "aas-hogskole",
    "second-trial-university",
)


@pytest.mark.parametrize(
    "text", ["Tyskland", "tyskland", "TYSKLAND", " Tyskland ", "Germany", "germany", "DE", "de", "Deutschland"]
)
def test_germany_by_any_of_its_names(catalogue, text: str) -> None:
    assert country_code(catalogue, text) == "DE"


@pytest.mark.parametrize(
    ("text", "code"), [("NO", "NO"), ("no", "NO"), ("vest tyskland", "DE"), ("vest-tyskland", "DE")]
)
def test_a_code_and_a_name_of_two_words(catalogue, text: str, code: str) -> None:
    assert country_code(catalogue, text) == code


@pytest.mark.parametrize("text", ["", "  ", "Tysk", "Tysklandd", "XX", "%", "*", "' OR 1=1 --", "DE FR"])
def test_what_is_no_country_is_none(catalogue, text: str) -> None:
    assert country_code(catalogue, text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [("Tyskalnd", ("Tyskland",)), ("Frankerike", ("Frankrike",)), ("Germny", ("Tyskland",)), ("Qwxz", ()), ("", ())],
)
def test_a_misspelt_country_suggests_the_nearest(catalogue, text: str, names: tuple[str, ...]) -> None:
    assert near_countries(catalogue, text) == names


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("probehochschule-munchen", (MUNICH,)),
        ("Probehochschule für Technik", (MUNICH,)),
        ("probehochschule fuer technik", (MUNICH,)),
        ("Bayerische Probehochschule", (MUNICH,)),
        ("pht", (MUNICH,)),
        ("pht.example.de", (MUNICH,)),
        ("https://pht.example.de", (MUNICH,)),
        ("HTTP://www.pht.example.de/studium?a=1", (MUNICH,)),
        ("ftp://pht.example.de", ()),
        ("D MUNCHEN99", (MUNICH,)),
        ("aas hoegskole for aeresord", (AAS,)),
        ("as høgskole for æresord", (AAS,)),
        ("EE", (FRENCH, AAS)),
        ("Probehochschule", ()),
        ("", ()),
        ("%", ()),
    ],
)
def test_a_host_by_its_whole_name_alias_domain_or_code(catalogue, text: str, ids: tuple[str, ...]) -> None:
    assert sorted(host_ids(catalogue, text)) == sorted(ids)


@pytest.mark.usefixtures("cache")
def test_a_host_is_not_found_by_a_name_that_only_has_the_number_of_its_own(data) -> None:
    assert crc32(b"plumless") == crc32(b"buckeroo")
    data.edit("agreements.yaml", "name: Second Trial University", "name: Plumless ←")
    with closing(open_catalogue(data.path)) as catalogue:
        assert host_ids(catalogue, "Plumless") == (BERLIN,)
        assert host_ids(catalogue, "Buckeroo") == ()


SEARCHES = {
    "a city with its letters": ("München", (MUNICH,)),
    "without dots": ("munchen", (MUNICH,)),
    "with ue": ("muenchen", (MUNICH,)),
    "in capitals": ("MÜNCHEN", (MUNICH,)),
    "as a Mac types it": ("Mu\u0308nchen", (MUNICH,)),
    "the beginning of a word": ("mün", (MUNICH,)),
    "one letter": ("b", (MUNICH, BERLIN)),
    "words in any order, from name and city": ("berlin trial", (BERLIN,)),
    "every word must fit": ("berlin technik", ()),
    "a name with an apostrophe": ("l'essai", (FRENCH,)),
    "a hyphen": ("saint-etienne", (FRENCH,)),
    "letters of Norwegian": ("ås", (AAS,)),
    "spelled with aa": ("aas", (AAS,)),
    "an alias": ("trial university of technology", (MUNICH,)),
    "the same word again and again": ("berlin " * 400, (BERLIN,)),
}


@pytest.mark.parametrize(("text", "ids"), SEARCHES.values(), ids=SEARCHES)
def test_search_finds_hosts_by_beginnings_of_words(catalogue, text: str, ids: tuple[str, ...]) -> None:
    hits = search_hosts(catalogue, text)
    assert (sorted(hits.ids), hits.corrected) == (sorted(ids), None)


@pytest.mark.usefixtures("cache")
def test_a_hit_in_the_name_comes_before_one_in_the_city(data) -> None:
    data.edit("agreements.yaml", "city: Saint-Étienne", "city: Technik")
    with closing(open_catalogue(data.path)) as catalogue:
        assert search_hosts(catalogue, "technik").ids == (MUNICH, FRENCH)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("munchn", TextHits((MUNICH,), "munchen")),
        ("Münhcen", TextHits((MUNICH,), "munchen")),
        ("berlni trial", TextHits((BERLIN,), "berlin trial")),
        ("probehochshcule", TextHits((MUNICH,), "probehochschule")),
        ("brln", TextHits((), None)),
        ("bxr", TextHits((), None)),
        ("qwertyuiop", TextHits((), None)),
    ],
)
def test_a_slip_of_the_finger_is_read_as_the_nearest_word(catalogue, text: str, hits: TextHits) -> None:
    assert search_hosts(catalogue, text) == hits


SYNTAX = ['"', "*", "'", '""', "-", "^", "(", "NEAR(", "NEAR(berlin trial, 2)", "names:berlin", "berlin*", "{names}:x"]


@pytest.mark.parametrize("text", [*SYNTAX, "AND", "OR", "NOT berlin", "berlin OR technik", "\0", "\ud800", "\u0301"])
def test_the_search_language_of_sqlite_is_text_like_any_other(catalogue, text: str) -> None:
    assert set(search_hosts(catalogue, text).ids) <= {BERLIN}


def test_or_is_a_word_and_not_a_command(catalogue) -> None:
    assert search_hosts(catalogue, "berlin OR technik") == TextHits((), None)


def test_near_hosts_are_those_that_look_most_alike(catalogue) -> None:
    assert near_hosts(catalogue, "Secnd Trail University")[0] == (BERLIN, "Second Trial University")
    assert near_hosts(catalogue, "") == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text(st.sampled_from("aeüé \"*():^-+'{}ANDOR\0\ud800ℌ²٣𞤀"))))
def test_no_text_makes_a_lookup_fail(catalogue, text: str) -> None:
    known = {MUNICH, FRENCH, AAS, BERLIN}
    assert {*search_hosts(catalogue, text).ids, *host_ids(catalogue, text)} <= known
    assert {identifier for identifier, _ in near_hosts(catalogue, text)} <= known
    assert {*near_countries(catalogue, text)} <= {"Tyskland", "Frankrike", "Norge"}
    assert country_code(catalogue, text) in {"DE", "FR", "NO", None}


def test_a_very_long_text_is_no_trouble(catalogue) -> None:
    words = " ".join(f"ord{number}" for number in range(3000))
    assert search_hosts(catalogue, words) == TextHits((), None)
    assert search_hosts(catalogue, "x" * 100_000) == TextHits((), None)
