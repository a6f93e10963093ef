"""A ranking is arithmetic that anyone can do again: one rule for each question, and a weighted mean."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.comparison import (
    ACADEMIC,
    CLIMATE,
    COUNTRY,
    CULTURE,
    ECONOMY,
    HOST,
    LANGUAGE,
    QUESTIONS,
    SOCIAL,
    TERM,
    UNKNOWN,
    Fact,
    LeftOut,
    Side,
    Value,
)
from utveksling_cli.planning.weighing import rank

NAMES = {
    LANGUAGE: "official_languages",
    ECONOMY: "net_per_month",
    ACADEMIC: "approved_decisions",
    SOCIAL: "reports",
    TERM: "overlap_months",
    CLIMATE: "climate",
    CULTURE: "minutes_ahead",
}
VALUES: dict[str, st.SearchStrategy[Value]] = {
    LANGUAGE: st.lists(st.sampled_from(["en", "de", "sv", "fr"]), min_size=1).map(tuple),
    ECONOMY: st.integers(-(10**6), 10**6).map(Decimal),
    ACADEMIC: st.integers(0, 300),
    SOCIAL: st.integers(0, 300),
    TERM: st.integers(0, 6),
    CLIMATE: st.lists(st.sampled_from(["Af", "BSk", "BWh", "Cfa", "Csb", "Dfb", "ET"]), min_size=1).map(tuple),
    CULTURE: st.just((0,)),
}
KNOWN = st.fixed_dictionaries({question: st.none() | values for question, values in VALUES.items()})
PLACES = st.lists(KNOWN, min_size=2, max_size=6)
WEIGHTS = st.dictionaries(st.sampled_from(QUESTIONS), st.integers(0, 9).map(Decimal), min_size=1).filter(
    lambda weights: any(weights.values())
)


def place(identifier: str, kind: str = HOST, **values: Value) -> Side:
    """A place with the deciding fact of each question; unknown where none is given."""
    facts = {
        question: (Fact(name, values[question]) if values.get(question) is not None else Fact(name, None, UNKNOWN),)
        for question, name in NAMES.items()
    }
    return Side(identifier, kind, identifier, "XX", None, None, facts)


def scores(question: str, *values: Value) -> list[str]:
    """The scores of places that differ in nothing else, in their own order."""
    sides = [place(str(index), **{question: value}) for index, value in enumerate(values)]
    found = {row.id: row.parts[0].score for row in rank(sides, {question: Decimal(1)}).places}
    return [str(found[side.id]) for side in sides]


def test_a_language_that_norwegians_know_is_one_point_wherever_it_stands() -> None:
    assert scores(LANGUAGE, ("en",), ("fi", "sv"), ("de",), ("da",)) == ["1.00", "1.00", "0.00", "1.00"]


def test_a_thousand_kroner_less_in_a_month_is_a_tenth_less_and_ten_thousand_is_nothing() -> None:
    assert scores(ECONOMY, Decimal(5000), Decimal(4000), Decimal(-5000), Decimal(-9000)) == [
        "1.00",
        "0.90",
        "0.00",
        "0.00",
    ]
    assert scores(ECONOMY, Decimal(-100), Decimal(-4655)) == ["1.00", "0.54"]


def test_counts_are_shares_of_the_highest() -> None:
    """1/3 = 0.333… and 2/3 = 0.666…"""
    for question in (ACADEMIC, SOCIAL):
        assert scores(question, 3, 1, 2, 0) == ["1.00", "0.33", "0.67", "0.00"]


def test_a_half_hundredth_of_a_score_is_rounded_up() -> None:
    """1/8 = 0.125 and 3/8 = 0.375; to the nearest even hundredth the first would be 0.12."""
    assert scores(SOCIAL, 8, 1, 3) == ["1.00", "0.13", "0.38"]


def test_the_programme_decides_when_it_was_asked_for() -> None:
    both = [
        place("a")._replace(
            facts=place("a").facts
            | {ACADEMIC: (Fact("programme_reports", count), Fact("approved_decisions", 9 - count))}
        )
        for count in (2, 4)
    ]
    assert [part.score for row in rank(both, {ACADEMIC: Decimal(1)}).places for part in row.parts] == [
        1,
        Decimal("0.50"),
    ]


def test_any_overlap_with_ntnu_is_no_point() -> None:
    assert scores(TERM, 0, 1, 4) == ["1.00", "0.00", "0.00"]


def test_warmer_is_better_by_the_letters_of_the_class() -> None:
    ladder = {
        "Af": "1.00", "Aw": "1.00", "BWh": "1.00", "BSh": "1.00", "Cfa": "0.75", "Csa": "0.75", "Cfb": "0.50",
        "Csc": "0.50", "BSk": "0.50", "BWk": "0.50", "Dfa": "0.25", "Dfc": "0.25", "ET": "0.00", "EF": "0.00",
    }  # fmt: skip
    assert dict(zip(ladder, scores(CLIMATE, *((koppen,) for koppen in ladder)), strict=True)) == ladder


def test_a_country_has_the_climate_of_most_of_its_hosts() -> None:
    assert scores(CLIMATE, ("Dfb", "Cfa", "Af"), ("Cfb",)) == ["0.25", "0.50"]


def test_the_total_is_the_weighted_mean_and_equal_totals_share_a_rank() -> None:
    """(2 x 1 + 1 x 0) / 3 = 0.67, (2 x 0.5 + 1 x 1) / 3 = 0.67, (2 x 0.25 + 1 x 0) / 3 = 0.17."""
    sides = [
        place("cold", climate=("Dfb",), language=("fr",)),
        place("warm", climate=("Af",), language=("fr",)),
        place("mild", climate=("Cfb",), language=("en",)),
    ]
    found = rank(sides, {CLIMATE: Decimal(2), LANGUAGE: Decimal(1)})
    assert [(row.rank, row.id, str(row.total)) for row in found.places] == [
        (1, "warm", "0.67"),
        (1, "mild", "0.67"),
        (3, "cold", "0.17"),
    ]
    assert [(part.question, str(part.share)) for part in found.places[0].parts] == [
        (CLIMATE, "0.6667"),
        (LANGUAGE, "0.3333"),
    ]


@pytest.mark.parametrize(
    ("sides", "question", "reason", "missing"),
    [
        pytest.param([place("a"), place("b")], CULTURE, "no_rule", (), id="culture"),
        pytest.param([place("a", climate=("Af",)), place("b")], CLIMATE, "unknown", ("b",), id="one is unknown"),
        pytest.param([place("a", social=0), place("b", social=0)], SOCIAL, "nothing", (), id="none has any"),
        pytest.param([place("a", social=3), place("XX", COUNTRY, social=9)], SOCIAL, "mixed", (), id="a country"),
    ],
)
def test_a_question_that_cannot_be_counted_is_named_and_the_rest_counts(
    sides: list[Side], question: str, reason: str, missing: tuple[str, ...]
) -> None:
    alone = rank(sides, {question: Decimal(5)})
    assert (alone.places, alone.left_out) == ((), (LeftOut(question, reason, missing),))
    spoken = [side._replace(facts=side.facts | {LANGUAGE: (Fact(NAMES[LANGUAGE], ("en",)),)}) for side in sides]
    rest = rank(spoken, {question: Decimal(5), LANGUAGE: Decimal(1)})
    assert [row.total for row in rest.places] == [1, 1]
    assert rest.left_out == alone.left_out


def test_a_weight_of_nothing_adds_nothing_and_alone_ranks_nothing() -> None:
    sides = [place("a", language=("en",), climate=("Dfb",)), place("b", language=("de",), climate=("Af",))]
    found = rank(sides, {LANGUAGE: Decimal(1), CLIMATE: Decimal(0)})
    assert [(row.id, str(row.total)) for row in found.places] == [("a", "1.00"), ("b", "0.00")]
    assert rank(sides, {CLIMATE: Decimal(0), CULTURE: Decimal(1)}).places == ()


@given(PLACES, WEIGHTS)
def test_totals_are_the_weighted_mean_of_the_shown_scores(
    known: list[dict[str, Value]], weights: dict[str, Decimal]
) -> None:
    sides = [place(str(index), **values) for index, values in enumerate(known)]
    for row in rank(sides, weights).places:
        assert all(0 <= part.score <= 1 for part in row.parts)
        exact = sum(Fraction(part.score) * Fraction(part.weight) for part in row.parts) / sum(
            Fraction(part.weight) for part in row.parts
        )
        assert abs(Fraction(row.total) - exact) <= Fraction(1, 200)


@given(PLACES, WEIGHTS, st.integers(2, 50))
def test_only_the_proportion_of_the_weights_counts(
    known: list[dict[str, Value]], weights: dict[str, Decimal], times: int
) -> None:
    sides = [place(str(index), **values) for index, values in enumerate(known)]
    one, many = rank(sides, weights), rank(sides, {name: weight * times for name, weight in weights.items()})
    assert [(row.id, row.rank, row.total) for row in one.places] == [
        (row.id, row.rank, row.total) for row in many.places
    ]


@given(PLACES, WEIGHTS)
def test_the_order_in_which_places_are_named_does_not_decide(
    known: list[dict[str, Value]], weights: dict[str, Decimal]
) -> None:
    sides = [place(str(index), **values) for index, values in enumerate(known)]
    one, other = rank(sides, weights), rank(sides[::-1], weights)
    assert {row.id: (row.rank, row.total) for row in one.places} == {
        row.id: (row.rank, row.total) for row in other.places
    }


@given(PLACES, WEIGHTS)
def test_every_weighted_question_is_counted_for_all_or_named_as_left_out(
    known: list[dict[str, Value]], weights: dict[str, Decimal]
) -> None:
    sides = [place(str(index), **values) for index, values in enumerate(known)]
    found = rank(sides, weights)
    left = {entry.question for entry in found.left_out}
    for row in found.places:
        assert {part.question for part in row.parts} == set(weights) - left
    assert CULTURE not in weights or CULTURE in left
