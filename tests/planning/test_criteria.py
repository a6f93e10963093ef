"""Each criterion says yes, inferred, no or unknown, and keeps the four apart."""

from typing import Any

import pytest

from utveksling_cli.model.institution import Agreement, Institution
from utveksling_cli.model.search import INFERRED, NO, UNKNOWN, YES, Criteria
from utveksling_cli.planning.criteria import fits_words
from utveksling_cli.planning.search import explain

from .factory import FIELDS, agreement, area, host, level, reports, tuition

HARMLESS = ["", " ", "\t\n", "+", "%", '"', "'", "*", "_", "-", "()", "\\", "\x00", "🙂", "\u0301", "../"]


def answer(asked: Institution, **criteria: Any) -> str:
    return explain(asked, Criteria(**criteria), FIELDS)[0].answer


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("criterion", ["city", "field", "programme", "text"])
def test_text_without_letters_or_numbers_asks_for_something_that_no_host_is(criterion: str, text: str) -> None:
    known = host(city="München", subject_areas=(area("0613"), area(None, "informatikk")), reports=reports(Fysikk=1))
    assert answer(known, **{criterion: text}) in {NO, UNKNOWN}


@pytest.mark.parametrize("criterion", ["city", "field", "programme"])
@pytest.mark.parametrize("text", ["x" * 10_000, "ab " * 3_334, "🙂" * 10_000, "9" * 10_000])
def test_ten_thousand_characters_are_only_a_long_text(criterion: str, text: str) -> None:
    known = host(subject_areas=(area("0613"),), reports=reports(Fysikk=1))
    assert answer(known, **{criterion: text}) == NO


def test_nothing_asked_is_no_criterion() -> None:
    assert explain(host(), Criteria(), FIELDS) == ()


def test_a_country_is_one_of_those_asked_for() -> None:
    assert answer(host(country="DE"), countries=("FR", "DE")) == YES
    assert answer(host(country="DE"), countries=("FR",)) == NO


@pytest.mark.parametrize("typed", ["München", "munchen", "MUENCHEN", "mün", "  münchen  ", "Mu\u0308nchen"])
def test_a_city_is_found_however_its_letters_are_typed(typed: str) -> None:
    assert answer(host(city="München"), city=typed) == YES


def test_every_word_must_begin_a_word() -> None:
    assert fits_words("york new", "New York")
    assert not fits_words("york old", "New York")
    assert not fits_words("ork", "New York")


def test_text_is_the_catalogues_word() -> None:
    assert answer(host("a"), text="x", text_ids=("b", "a")) == YES
    assert answer(host("c"), text="x", text_ids=("b", "a")) == NO


@pytest.mark.parametrize(
    ("asked", "known", "expected"),
    [
        pytest.param("06", "0613", YES, id="a branch holds its fields"),
        pytest.param("0613", "0613", YES, id="the field itself"),
        pytest.param("0", "0613", YES, id="the beginning of a code"),
        pytest.param(" 0613 ", "0613", YES, id="spaces around it"),
        pytest.param("0613", "06", UNKNOWN, id="a host known by the branch alone may have the field"),
        pytest.param("0613", "0611", NO, id="a neighbouring field"),
        pytest.param("06", "0714", NO, id="another branch"),
        pytest.param("0311", "0310", UNKNOWN, id="0310 says no more than 031"),
        pytest.param("0310", "0311", YES, id="and asks for all of 031"),
        pytest.param("0600", "0613", YES, id="and 0600 for all of 06"),
        pytest.param("10", "1014", YES, id="10 is a branch of its own"),
        pytest.param("1014", "0114", NO, id="and not short for 1"),
        pytest.param("00", "0613", NO, id="general programmes are not all programmes"),
        pytest.param("0613", "00", NO, id="nor is one that is known for them"),
        pytest.param("9", "0613", NO, id="no such code"),
    ],
)
def test_a_code_asks_for_its_branch(asked: str, known: str, expected: str) -> None:
    assert answer(host(subject_areas=(area(known),)), field=asked) == expected


@pytest.mark.parametrize(
    ("asked", "known", "expected"),
    [
        pytest.param("programvare", area("0613"), YES, id="the name of a code"),
        pytest.param("kommunikasjonsteknologi", area("0613"), YES, id="the name of its branch"),
        pytest.param("programvare", area("06"), UNKNOWN, id="known by the branch alone"),
        pytest.param("elektronikk", area("0613"), NO, id="the name of another code"),
        pytest.param("INFORM", area(None, "datateknikk, informatikk"), YES, id="words of the source"),
        pytest.param("fysikk", area(None, "realfag"), UNKNOWN, id="words may be wider than those asked for"),
        pytest.param("0613", area(None, "realfag"), UNKNOWN, id="words say nothing of a code"),
        pytest.param("hekseri", area("0613"), NO, id="words that nobody has"),
        pytest.param("samfunnsoekonomi", area("0311"), YES, id="another spelling"),
    ],
)
def test_words_ask_for_what_the_codes_are_called_and_what_the_source_says(
    asked: str, known: Any, expected: str
) -> None:
    assert answer(host(subject_areas=(known,)), field=asked) == expected


def test_a_host_without_subject_areas_is_not_a_host_without_the_subject() -> None:
    assert answer(host(), field="0613") == UNKNOWN


def test_what_is_inferred_speaks_for_a_host_and_never_against_it() -> None:
    known = host(
        subject_areas=(area("0613", inferred=True),),
        levels=(level("master", inferred=True),),
        agreements=(agreement("erasmus", inferred=True),),
    )
    assert answer(known, field="06") == answer(known, level="master") == INFERRED
    assert answer(known, field="07") == answer(known, level="bachelor") == UNKNOWN
    assert answer(known, agreements=("erasmus",)) == INFERRED
    assert answer(known, agreements=("nordplus",)) == UNKNOWN


def test_what_is_stated_outweighs_what_is_inferred() -> None:
    both = host(levels=(level("master", inferred=True), level("master"), level("bachelor")))
    assert answer(both, level="master") == YES
    assert answer(both, level="phd") == NO


def test_a_stated_code_does_not_rule_out_a_field_that_a_wider_one_leaves_open() -> None:
    assert answer(host(subject_areas=(area("0714"), area("06", inferred=True))), field="0613") == UNKNOWN


def test_an_agreement_of_unknown_kind_may_be_of_any_kind() -> None:
    assert answer(host(agreements=(agreement("unknown"), agreement("bilateral"))), agreements=("erasmus",)) == UNKNOWN
    assert answer(host(agreements=(agreement("bilateral"),)), agreements=("erasmus",)) == NO
    assert answer(host(agreements=(agreement("bilateral"),)), agreements=("erasmus", "bilateral")) == YES
    assert answer(host(agreements=(agreement("unknown"),)), agreements=("unknown",)) == YES
    assert answer(host(), agreements=("erasmus",)) == UNKNOWN


def test_teaching_languages_are_known_or_not() -> None:
    assert answer(host(teaching_languages=("en", "de")), teaching_language="de") == YES
    assert answer(host(teaching_languages=("en",)), teaching_language="de") == NO
    assert answer(host(), teaching_language="de") == UNKNOWN


def test_a_programme_has_been_where_its_students_have_reported_from() -> None:
    assert answer(host(reports=reports(Datateknologi=2)), programme="data") == YES
    assert answer(host(reports=reports(Datateknologi=2)), programme="fysikk") == NO
    assert answer(host(), programme="data") == NO


BY_RULE = frozenset({"erasmus", "nordplus"})
FREE = (agreement("erasmus"),)
MAYBE_FREE = (agreement("erasmus", inferred=True),)


@pytest.mark.parametrize(
    ("waived", "agreements", "expected"),
    [
        pytest.param("yes", (), YES, id="a source says so"),
        pytest.param("no", (), NO, id="a source says no"),
        pytest.param("partly", (), UNKNOWN, id="some places are free"),
        pytest.param("unknown", (), UNKNOWN, id="nobody knows"),
        pytest.param(None, (), UNKNOWN, id="nothing is written"),
        pytest.param(None, FREE, YES, id="Erasmus+ by its own rules"),
        pytest.param(None, (agreement("enhance"),), UNKNOWN, id="ENHANCE, for which no rule is known"),
        pytest.param(None, (agreement("nordplus"),), YES, id="Nordplus"),
        pytest.param(None, (agreement("bilateral"),), UNKNOWN, id="a bilateral agreement does not say"),
        pytest.param(None, (agreement("swiss_semp"),), UNKNOWN, id="SEMP is not among the three"),
        pytest.param(None, MAYBE_FREE, INFERRED, id="an inferred agreement gives an inferred waiver"),
        pytest.param("unknown", MAYBE_FREE, INFERRED, id="also when the host's own terms were not seen"),
        pytest.param("yes", MAYBE_FREE, YES, id="a source outweighs what is inferred"),
        pytest.param("no", MAYBE_FREE, NO, id="a source that says no too"),
        pytest.param("partly", MAYBE_FREE, UNKNOWN, id="and one that says partly"),
        pytest.param("no", FREE, YES, id="an Erasmus+ place is free where others pay"),
        pytest.param("unknown", (*MAYBE_FREE, agreement("nordplus")), YES, id="one stated agreement is enough"),
    ],
)
def test_a_waiver_is_as_sure_as_what_it_rests_on(
    waived: str | None, agreements: tuple[Agreement, ...], expected: str
) -> None:
    known = host(agreements=agreements, tuition=tuition(waived) if waived else None)
    assert answer(known, tuition_free=True, tuition_free_agreements=BY_RULE) == expected


def test_only_the_rules_of_the_day_set_anyone_free() -> None:
    known = host(agreements=(agreement("nordplus"),))
    assert answer(known, tuition_free=True, tuition_free_agreements=frozenset({"erasmus"})) == UNKNOWN


def test_evidence_is_one_of_those_asked_for() -> None:
    assert answer(host(evidence="list_only"), evidence=("listed", "list_only")) == YES
    assert answer(host(evidence="historical"), evidence=("listed",)) == NO
