"""A rate is found by its id, by the beginning of ids, or by its title, and else the nearest are named."""

import pytest

from utveksling_cli.cli.complete import complete_rate
from utveksling_cli.cli.rate_names import find_rates, ids_below
from utveksling_cli.model.errors import NotFound

TITLES = [
    ("lanekassen.basislan", "Basislån"),
    ("lanekassen.basislan.omgjoring", "Andel som kan bli stipend"),
    ("lanekassen.reise.europa", "Reisestøtte til Europa"),
    ("lanekassen.reise.asia", "Reisestøtte til Asia"),
    ("nordplus.reise.gronland", "Nordplus-reisestipend: Grønland"),
    # A rate and a country set may share an id, and two titles may be the same.
    ("nordplus.reise.gronland", "Nordplus: reise til Grønland"),
    ("semp.reise.asia", "Reisestøtte til Asia"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("lanekassen.basislan", {"lanekassen.basislan"}, id="an id, and not what is below it"),
        pytest.param(" Lanekassen.BASISLAN. ", {"lanekassen.basislan"}, id="however it is typed"),
        pytest.param("lanekassen.reise", {"lanekassen.reise.europa", "lanekassen.reise.asia"}, id="all below"),
        pytest.param("basislån", {"lanekassen.basislan"}, id="a title"),
        pytest.param("basislan", {"lanekassen.basislan"}, id="a title without its letters"),
        pytest.param("Reisestøtte til Asia", {"lanekassen.reise.asia", "semp.reise.asia"}, id="a title of two"),
        pytest.param("nordplus", {"nordplus.reise.gronland"}, id="a shared id"),
    ],
)
def test_what_people_call_a_rate(text: str, expected: set[str]) -> None:
    assert expected == find_rates(TITLES, text)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        pytest.param("lanekassen.rei", "lanekassen.reise.europa: Reisestøtte til Europa", id="half a word of an id"),
        pytest.param("grønland", "nordplus.reise.gronland: Nordplus: reise til Grønland", id="a word of a title"),
        pytest.param("basislånn", "lanekassen.basislan: Basislån", id="a misspelling"),
    ],
)
def test_an_unknown_rate_brings_the_nearest(text: str, nearest: str) -> None:
    with pytest.raises(NotFound) as raised:
        find_rates(TITLES, text)
    assert raised.value.exit_code == 3
    assert f"  {nearest}" == raised.value.details[1]


@pytest.mark.parametrize("text", ["", ".", "qqqq"])
def test_nothing_near_is_named_when_nothing_is(text: str) -> None:
    with pytest.raises(NotFound) as raised:
        find_rates(TITLES, text)
    assert raised.value.details == ()


def test_what_lies_below_is_named_once_and_not_when_it_is_shown() -> None:
    assert ids_below(TITLES, frozenset({"lanekassen.basislan"})) == ("lanekassen.basislan.omgjoring",)
    assert ids_below(TITLES, frozenset({"lanekassen.basislan", "lanekassen.basislan.omgjoring"})) == ()
    assert ids_below(TITLES, frozenset()) == ()


def test_ids_of_rates_and_country_sets_are_completed(monkeypatch: pytest.MonkeyPatch, command_cache: object) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(command_cache))
    offered = dict(complete_rate("erasmus.gr"))
    assert offered["erasmus.gruppe1"] == "Erasmus -landgruppe 1"
    assert {name.partition(".")[0] for name, _ in complete_rate("")} == {
        "lanekassen", "erasmus", "ntnu", "nordplus", "semp", "budsjett",
    }  # fmt: skip
    assert complete_rate("finnes.ikke") == []


def test_nothing_is_completed_without_facts(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("UTVEKSLING_DATA", f"{tmp_path}/finnes-ikke")
    assert complete_rate("erasmus") == []
