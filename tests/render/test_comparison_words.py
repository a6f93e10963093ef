"""The facts of a comparison in Norwegian, and a word for every code that the data can hold."""

import re
from itertools import product

import pytest

from utveksling_cli.catalogue.schema.places import Climate
from utveksling_cli.catalogue.store import shipped_folder
from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.comparison import CULTURE, DEPENDS, QUESTIONS, UNKNOWN, Fact, Value
from utveksling_cli.render import comparison_words
from utveksling_cli.render.climate import climate
from utveksling_cli.render.comparison_words import FACTS, RULES, mark, plain_words
from utveksling_cli.render.wording import LANGUAGES

LETTERS = ("ABCDE", "fmswSWTF", ["", *"abcdhk"])
LABEL_WIDTH = 15


def classes() -> list[str]:
    """Every class that the schema allows."""
    pattern = next(entry.pattern for entry in Climate.model_fields["koppen"].metadata if hasattr(entry, "pattern"))
    return [koppen for letters in product(*LETTERS) if re.fullmatch(pattern, koppen := "".join(letters))]


def test_every_class_has_words_and_no_two_the_same() -> None:
    assert len(classes()) == 4 + 4 + 9 + 12 + 2
    told = {climate(koppen) for koppen in classes()}
    assert len({words.rpartition(" (")[0] for words in told}) == len(classes())


@pytest.mark.parametrize(
    ("koppen", "words"),
    [
        ("Af", "tropisk, nedbør hele året (Af)"),
        ("BSk", "kjølig steppe (BSk)"),
        ("Csa", "temperert med mild vinter, varm, tørr sommer (Csa)"),
        ("Dfc", "temperert med kald vinter, nedbør hele året, kort, kjølig sommer (Dfc)"),
        ("Dsd", "temperert med kald vinter, tørr sommer, svært kald vinter (Dsd)"),
        ("ET", "tundra (ET)"),
    ],
)
def test_a_class_is_told_letter_by_letter(koppen: str, words: str) -> None:
    assert climate(koppen) == words


def test_every_official_language_has_a_norwegian_name() -> None:
    countries = read_yaml((shipped_folder() / "countries.yaml").read_text(encoding="utf-8"))["countries"]
    used = {code for country in countries for code in country["official_languages"]["codes"]}
    assert used - set(LANGUAGES) == set()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("official_languages", ("nl", "fr", "de"), "nederlandsk, fransk og tysk"),
        ("language_minimum", ("en IELTS 6.5", "de B2"), "engelsk IELTS 6,5; tysk B2"),
        ("language_minimum", ("en",), "engelsk (se utveksling vis)"),
        ("lowest_month", "2027-12", "desember 2027"),
        ("tuition_free", "inferred", "fritak, antatt"),
        ("programme_reports", 0, "0 rapporter"),
        ("programme_reports", 1, "1 rapport"),
        ("reports", 1234, "1 234"),
        ("population", 834, "ca. 830"),
        ("population", 34_567, "ca. 35 000"),
        ("population", 999_999, "ca. 1 000 000"),
        ("population", 3_426_354, "ca. 3,4 mill."),
        ("overlap_months", 0, "nei"),
        ("overlap_months", 1, "ja, 1 måned"),
        ("overlap_months", 2, "ja, 2 måneder"),
        ("climate", ("Cfb",), "temperert med mild vinter, nedbør hele året, mild sommer (Cfb)"),
        ("climate", ("Af", "Am", "Aw"), "vanligst tropisk, nedbør hele året (Af); også Am og Aw"),
        ("minutes_ahead", (0,), "som i Trondheim"),
        ("minutes_ahead", (60,), "1 time foran Trondheim"),
        ("minutes_ahead", (270,), "4,5 timer foran Trondheim"),
        ("minutes_ahead", (-540, -360), "6–9 timer etter Trondheim"),
        ("minutes_ahead", (-60, 0, 60), "som i Trondheim og 1 time etter Trondheim og 1 time foran Trondheim"),
    ],
)
def test_a_fact_is_said_as_a_norwegian_says_it(name: str, value: Value, words: str) -> None:
    assert plain_words(Fact(name, value)) == words


def test_what_is_not_known_is_never_a_number() -> None:
    assert [plain_words(Fact("reports", None, state)) for state in (UNKNOWN, DEPENDS)] == [
        "ukjent",
        "avhenger av lærestedet",
    ]


def test_a_term_that_was_read_at_one_host_says_which() -> None:
    assert plain_words(Fact("term_ends", "2027-12", note="DTU")) == "desember 2027 (lest hos DTU)"


def test_a_boundary_nearby_is_told_after_the_climate() -> None:
    near = Fact("climate", ("ET",), note="Grensa til Dfc går tett ved.")
    assert plain_words(near) == "tundra (ET). Grensa til Dfc går tett ved."


def test_marks_are_those_of_a_budget() -> None:
    told = {
        status: mark(Fact("loan", 1, status=status)) for status in ("official", "estimate", "carried_forward", None)
    }
    assert told == {"official": "", "estimate": "~", "carried_forward": ">", None: ""}


def test_every_question_has_a_name_and_all_but_culture_a_rule() -> None:
    assert tuple(comparison_words.QUESTIONS) == QUESTIONS
    assert set(QUESTIONS) - set(RULES) == {CULTURE}


def test_a_label_fits_beside_its_value() -> None:
    assert [label for label in FACTS.values() if len(label) > LABEL_WIDTH] == []
