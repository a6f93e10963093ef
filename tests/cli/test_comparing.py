"""What `sammenlign` is given: weights, places by whatever they are called, and clocks that may not be known."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from sqlite3 import Connection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.cli.clocks import minutes_ahead
from utveksling_cli.cli.compared import find_all
from utveksling_cli.cli.weights import parse_weights
from utveksling_cli.model.errors import UsageProblem, UtvekslingError

NEARLY = st.text("klimøoa=,.0123456789 -", max_size=20)


@pytest.fixture(scope="module")
def facts(command_cache) -> Iterator[Connection]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(command_cache))
        connection = open_catalogue()
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("typed", "weights"),
    [
        (["klima=2,økonomi=3"], {"climate": "2", "economy": "3"}),
        (["klima=2", "okonomi=3"], {"climate": "2", "economy": "3"}),
        (["Språk=0.5, SPRAK2=1"], None),
        ([" språk = 0.5 , sosialt=1"], {"language": "0.5", "social": "1"}),
        (["sprak=1,faglig=0"], {"language": "1", "academic": "0"}),
        (["semesterlengde=1,kultur=2"], {"semester_length": "1", "culture": "2"}),
    ],
)
def test_weights_are_read_with_or_without_norwegian_letters(typed: list[str], weights: dict[str, str] | None) -> None:
    if weights is None:
        with pytest.raises(UsageProblem, match="spørsmålet «SPRAK2» finnes ikke"):
            parse_weights(typed)
    else:
        assert parse_weights(typed) == {question: Decimal(weight) for question, weight in weights.items()}


@given(st.lists(st.text() | NEARLY, min_size=1, max_size=3))
def test_any_weights_are_a_wish_above_zero_or_a_usage_problem_that_helps(typed: list[str]) -> None:
    weights, problem = read(typed)
    assert (problem is None) == any(weights.values())
    assert all(weight >= 0 for weight in weights.values())
    assert problem is None or (problem.message.startswith("--vekt: ") and problem.hint)


def read(typed: list[str]) -> tuple[dict[str, Decimal], UsageProblem | None]:
    try:
        return parse_weights(typed), None
    except UsageProblem as problem:
        return {}, problem


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param(["Tyskland", "usa"], ["DE", "US"], id="countries by name and code"),
        pytest.param(["ETH", "kth"], ["eth-zurich", "kth"], id="a host before a country's longer code"),
        pytest.param(["Singapore", "NUS"], ["SG", "national-university-of-singapore"], id="a country and its host"),
        pytest.param(["Australia", "Japan"], ["AU", "JP"], id="a country before hosts with the word in their name"),
        pytest.param(["politecnico milano", "DK"], ["politecnico-di-milano", "DK"], id="words that fit one host"),
    ],
)
def test_a_place_is_a_host_of_that_name_else_a_country_else_the_host_that_the_words_fit(
    facts: Connection, typed: list[str], found: list[str]
) -> None:
    assert [place.host.id if place.host else place.country for place in find_all(facts, typed)] == found


@pytest.mark.parametrize("typed", [["AU", "kth"], ["RU", "kth"], ["kth", "KTH"], ["DE", "Germany"], ["aau", "kth"]])
def test_what_can_be_two_places_or_is_the_same_one_is_refused(facts: Connection, typed: list[str]) -> None:
    with pytest.raises(UsageProblem):
        find_all(facts, typed)


@given(st.lists(st.sampled_from(["kth", "dtu", "DE", "JP", "eth-zurich", "tu-berlin", "SG", "FI"]), unique=True))
def test_two_to_six_places_can_be_compared(facts: Connection, typed: list[str]) -> None:
    if 2 <= len(typed) <= 6:
        assert len(find_all(facts, typed)) == len(typed)
    else:
        with pytest.raises(UtvekslingError, match=f"ikke {len(typed)}"):
            find_all(facts, typed)


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        pytest.param("Asia/Tokyo", date(2027, 8, 1), 420, id="UTC+9 - UTC+2"),
        pytest.param("Asia/Tokyo", date(2028, 1, 1), 480, id="UTC+9 - UTC+1"),
        pytest.param("Asia/Kolkata", date(2028, 1, 1), 270, id="UTC+5:30 - UTC+1"),
        pytest.param("America/Los_Angeles", date(2027, 8, 1), -540, id="UTC-7 - UTC+2"),
        pytest.param("Atlantic/Reykjavik", date(2027, 8, 1), -120, id="UTC - UTC+2"),
        pytest.param("Europe/Nowhere", date(2027, 8, 1), None, id="a zone that nobody has"),
        pytest.param("../etc/passwd", date(2027, 8, 1), None, id="a zone that is a path"),
    ],
)
def test_clocks_are_compared_on_the_day(zone: str, day: date, minutes: int | None) -> None:
    assert minutes_ahead(zone, "Europe/Oslo", day) == minutes
