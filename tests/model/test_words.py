"""Text folds to what a search compares, and sorts as a Norwegian reads."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.words import fold, sort_key, spellings


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Universität für Musik", "universitat fur musik"),
        ("  ÅS,  (NMBU) ", "as nmbu"),
        ("Øst-Ærlig", "ost aerlig"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Yıldız", "yildiz"),
        ("Straße", "strasse"),
        ("Ǿre", "ore"),
        ("Ǽrlig", "aerlig"),
        ("ﬁ ℡ ½", "fi tel 1 2"),
        ("Fróðskaparsetur", "frodskaparsetur"),
        ("D  BERLIN02", "d berlin02"),
        ("東京大学", "東京大学"),
    ],
)
def test_folding_leaves_plain_words(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["", " ", "+", "%", '"', "🙂", "\u0301", "\x00", "–", "«»"])
def test_text_without_letters_or_numbers_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_is_lower_case_words_with_one_space_between(text: str) -> None:
    folded = fold(text)
    assert folded == folded.casefold() == " ".join(folded.split())
    assert all(character.isalnum() or character == " " for character in folded)


@given(st.text(alphabet="aeouåäöüæøÅÄÖÜÆØ é-"))
def test_text_typed_on_a_mac_folds_and_sorts_as_other_text(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert spellings(apart) == spellings(text)
    assert sort_key(apart) == sort_key(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("München", ("munchen", "muenchen")),
        ("MÜNCHEN", ("munchen", "muenchen")),
        ("Østersund", ("ostersund", "oestersund")),
        ("Århus", ("arhus", "aarhus")),
        ("Göteborg", ("goteborg", "goeteborg")),
        ("Jyväskylä", ("jyvaskyla", "jyvaeskylae")),
        ("Ærø", ("aero", "aeroe")),
        ("Berlin", ("berlin",)),
    ],
)
def test_a_word_has_the_spellings_that_people_type_without_its_letters(text: str, expected: tuple[str, ...]) -> None:
    assert spellings(text) == expected


def test_norwegian_letters_sort_last_in_their_own_order() -> None:
    words = ["Åbo", "Ørebro", "Ærlig", "Zürich", "Ålborg", "Aalto", "Örebro", "Älmhult", "Østlandet"]
    assert sorted(words, key=sort_key) == [
        "Aalto",
        "Zürich",
        "Älmhult",
        "Ærlig",
        "Ørebro",
        "Örebro",
        "Østlandet",
        "Åbo",
        "Ålborg",
    ]


def test_double_a_stands_under_a_since_nothing_tells_aachen_from_aarhus() -> None:
    assert sorted(["Åbo", "Aarhus", "Abo", "Aachen"], key=sort_key) == ["Aachen", "Aarhus", "Abo", "Åbo"]


def test_letters_of_other_languages_sort_by_the_letter_they_look_like() -> None:
    words = ["Warszawa", "Łódź", "Lund", "École", "Évora", "Esbjerg", "Yale", "Yıldız", "Zagreb"]
    assert sorted(words, key=sort_key) == [
        "École",
        "Esbjerg",
        "Évora",
        "Łódź",
        "Lund",
        "Warszawa",
        "Yale",
        "Yıldız",
        "Zagreb",
    ]


def test_capitals_do_not_count_when_sorting() -> None:
    assert sort_key("ÆRLIG") == sort_key("ærlig")
