"""What no shipped host shows: languages of teaching, broken evidence, no deadline; and what holds for all evidence."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.model.answers import ENOUGH, MET, NOT_MET, ORDER, PROBABLY, UNKNOWN, best, worst
from utveksling_cli.model.institution import ApplicationWindow, HostDay, Institution, LanguageRequirement
from utveksling_cli.model.language import LanguageFacts
from utveksling_cli.model.language_answer import Ground, HostAnswer, Occasion, RequirementAnswer, Student, Target
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import CEFR, UPPER_SECONDARY, LanguageEvidence
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.language import answer_host
from utveksling_cli.planning.language_dates import ASSUMED, EXPIRED, VALID, later, proof_age, result_age, target

from . import factory

TODAY = date(2026, 11, 24)
DEADLINE = date(2027, 2, 1)
GROUND = Ground("deadline", "official", "high", "https://example.no")
OCCASION = Occasion(
    Semester("H", 2027), TODAY, date(2027, 8, 1), Target("ntnu", "Frist", DEADLINE, (DEADLINE - TODAY).days, GROUND)
)
CEFR_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> LanguageFacts:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        catalogue = open_catalogue(Path(__file__).parents[2] / "data")
    found = language_facts(catalogue)
    catalogue.close()
    return found


def needs(language: str = "en", **known: Any) -> LanguageRequirement:
    nothing = LanguageRequirement(language, None, None, None, None, None, "Krav", "high", None, "2026-11-23")
    return nothing._replace(**known)


def host(*requirements: LanguageRequirement, teaching: tuple[str, ...] = (), **known: Any) -> Institution:
    return factory.host(language_requirements=requirements, teaching_languages=teaching, **known)


def level(language: str, code: str) -> LanguageEvidence:
    return LanguageEvidence(language, CEFR, code)


def ask(place: Institution, facts: LanguageFacts, *evidence: LanguageEvidence, study: str | None = None) -> HostAnswer:
    return answer_host(place, Student(evidence, study), OCCASION, facts)


def test_a_host_that_teaches_in_spanish_alone_needs_spanish(facts: LanguageFacts) -> None:
    found = ask(host(needs(cefr="B2"), teaching=("es",)), facts, level("en", "C2"))
    assert (UNKNOWN, "taught_in") == (found.answer, found.reason)
    assert [("en", MET), ("es", UNKNOWN)] == [(entry.language, entry.answer) for entry in found.requirements]


def test_without_any_requirement_the_language_is_named_and_the_answer_unknown(facts: LanguageFacts) -> None:
    found = ask(host(teaching=("fr",)), facts, level("fr", "C2"))
    assert (UNKNOWN, "taught_in") == (found.answer, found.reason)


def test_a_second_language_of_teaching_does_not_stand_in_the_way(facts: LanguageFacts) -> None:
    found = ask(host(needs(cefr="B2"), teaching=("nl", "en")), facts, level("en", "B2"))
    assert found.answer == MET
    assert {"en": "always", "nl": "courses"} == {entry.language: entry.applies for entry in found.requirements}


def test_of_two_languages_of_teaching_without_a_requirement_one_may_be_enough(facts: LanguageFacts) -> None:
    found = ask(host(teaching=("es", "fr")), facts)
    assert [(entry.language, entry.applies) for entry in found.requirements] == [("es", "courses"), ("fr", "courses")]
    (alone,) = ask(host(teaching=("es",)), facts).requirements
    assert alone == RequirementAnswer("es", "always", None, UNKNOWN, "taught_in", None, (), ())


def test_a_requirement_for_another_level_alone_leaves_the_language_unknown(facts: LanguageFacts) -> None:
    master = needs(cefr="C1", level="master")
    found = ask(host(master), facts, level("en", "C2"), study="bachelor")
    assert found.requirements == (
        RequirementAnswer("en", master.applies, master, UNKNOWN, "other_level", None, (), ()),
    )


def test_an_alternative_that_is_met_is_what_decided(facts: LanguageFacts) -> None:
    place = host(needs("es", cefr="B2"), needs("en", cefr="B2", applies="alternative"))
    found = ask(place, facts, level("en", "C1"), level("es", "A1"))
    assert (found.answer, found.reason, [entry.language for entry in found.decided_by]) == (MET, "enough", ["en"])
    both = ask(place, facts, level("en", "A1"), level("es", "C1"))
    assert (both.answer, [entry.language for entry in both.decided_by]) == (MET, ["es"])


def test_a_score_may_be_written_with_a_comma(facts: LanguageFacts) -> None:
    assert ask(host(needs(ielts="6.5")), facts, LanguageEvidence("en", "ielts", " 6,5 ")).answer == MET


@pytest.mark.parametrize("language", ["da", "sv"])
def test_danish_and_swedish_are_told_apart_from_other_languages(facts: LanguageFacts, language: str) -> None:
    assert ask(host(teaching=(language,)), facts).reason == "nordic"


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (LanguageEvidence("en", "ielst", "6.5"), "unknown_test"),
        (LanguageEvidence("en", "ielts", "seks"), "unreadable"),
        (LanguageEvidence("en", "ielts", "6.3"), "unreadable"),
        (LanguageEvidence("en", "toefl_ibt", "121"), "unreadable"),
        (LanguageEvidence("en", "toefl_ibt", "NaN"), "unreadable"),
        (LanguageEvidence("en", CEFR, "D1"), "unreadable"),
        (LanguageEvidence("en", UPPER_SECONDARY, "fire"), "unreadable"),
    ],
    ids=str,
)
def test_it_is_unknown_and_told(facts: LanguageFacts, evidence: LanguageEvidence, reason: str) -> None:
    place = host(needs(cefr="B1", ielts="5", toefl_ibt=60, upper_secondary_grade=3))
    found = ask(place, facts, evidence)
    assert (UNKNOWN, reason) == (found.answer, found.reason)


def test_evidence_in_another_language_is_none(facts: LanguageFacts) -> None:
    assert ask(host(needs("es", cefr="B1")), facts, level("en", "C2")).reason == "no_evidence"


def test_a_certificate_marked_with_levels_counts_as_its_level(facts: LanguageFacts) -> None:
    place = host(needs("fr", cefr="B2"))
    assert ask(place, facts, LanguageEvidence("fr", "delf_dalf", "B2")).answer == MET
    assert ask(place, facts, LanguageEvidence("fr", "delf_dalf", "B1")).answer == NOT_MET


def test_without_a_deadline_validity_is_that_of_today_and_no_test_day_is_given(facts: LanguageFacts) -> None:
    nowhere = OCCASION._replace(target=None)
    student = Student((LanguageEvidence("en", "ielts", "6", date(2024, 11, 25)),))
    found = answer_host(host(needs(ielts="6.5")), student, nowhere, facts)
    assert (NOT_MET, "too_low") == (found.answer, found.reason)
    assert [()] == [entry.tests for entry in found.requirements]
    assert found.notices == (Notice("unknown", "proof.no_deadline", {"host": "University of Somewhere"}),)


def test_a_host_without_its_own_day_for_students_goes_by_ntnus() -> None:
    window = ApplicationWindow(
        "autumn", HostDay(3, 15, 0), None, "official", "high", "https://example.no", "2026-11-23", None
    )
    assert target(host(application_windows=(window,)), Semester("H", 2027), (), TODAY) is None


def test_the_other_season_says_nothing() -> None:
    day = HostDay(3, 15, 0)
    window = ApplicationWindow("autumn", None, day, "official", "high", "https://example.no", "2026-11-23", None)
    place = host(application_windows=(window,))
    found = target(place, Semester("H", 2027), (), TODAY)
    assert found is not None
    assert (date(2027, 3, 15), 111) == (found.day, found.days_left)
    assert target(place, Semester("V", 2028), (), TODAY) is None


@pytest.mark.parametrize(("year", "expected"), [(2027, date(2027, 2, 28)), (2028, date(2028, 2, 29))])
def test_a_host_that_takes_applications_until_29_february_does_so_until_the_28th_in_a_common_year(
    year: int, expected: date
) -> None:
    """The check of the data refuses such a day; a catalogue that has it anyway stops no command."""
    window = ApplicationWindow(
        "autumn", None, HostDay(2, 29, 0), "official", "high", "https://example.no", "2026-11-23", None
    )
    found = target(host(application_windows=(window,)), Semester("H", year), (), TODAY)
    assert found is not None
    assert found.day == expected


def test_the_29th_of_february_comes_back_on_the_28th() -> None:
    assert date(2026, 2, 28) == later(date(2024, 2, 29), 2)
    assert date(2028, 2, 29) == later(date(2024, 2, 29), 4)


@given(on=st.dates(date(2000, 1, 1), date(2099, 12, 31)), days=st.integers(0, 2000), years=st.integers(1, 5))
def test_a_result_never_counts_longer_than_a_host_that_counts_the_anniversary(on: date, days: int, years: int) -> None:
    taken = LanguageEvidence("en", "ielts", "7", on - timedelta(days=days))
    by_test, by_host = result_age(taken, years, on).standing, proof_age(taken, years, on).standing
    assert not (by_test == VALID and by_host == EXPIRED)


@given(on=st.dates(date(2000, 1, 1), date(2099, 12, 31)), years=st.integers(1, 5), data=st.data())
def test_what_is_said_of_a_year_holds_for_each_of_its_days(on: date, years: int, data: st.DataObject) -> None:
    year = on.year - data.draw(st.integers(0, 6))
    day = date(year, 1, 1) + timedelta(days=data.draw(st.integers(0, 364)))
    whole = result_age(LanguageEvidence("en", "ielts", "7", None, year), years, on)
    exact = result_age(LanguageEvidence("en", "ielts", "7", day), years, on)
    assert whole.standing in {exact.standing, ASSUMED}
    if whole.standing == ASSUMED and day.day < 28:
        assert (exact.standing == VALID) == (day >= (whole.taken_from or day))


@given(answers=st.lists(st.sampled_from(ORDER), min_size=1))
def test_the_worst_is_no_better_and_the_best_no_worse_than_any(answers: list[str]) -> None:
    assert all(ORDER.index(worst(answers)) <= ORDER.index(one) <= ORDER.index(best(answers)) for one in answers)


@given(wanted=st.sampled_from(CEFR_LEVELS), has=st.sampled_from(CEFR_LEVELS))
def test_a_level_is_enough_exactly_when_it_is_no_lower(facts: LanguageFacts, wanted: str, has: str) -> None:
    found = ask(host(needs(cefr=wanted)), facts, level("en", has))
    assert (found.answer == MET) == (CEFR_LEVELS.index(has) >= CEFR_LEVELS.index(wanted))


@given(wanted=st.integers(0, 120), score=st.integers(0, 119), taken=st.dates(date(2025, 3, 1), TODAY))
def test_one_point_more_is_never_worth_less(facts: LanguageFacts, wanted: int, score: int, taken: date) -> None:
    place = host(needs(toefl_ibt=wanted))
    answers = [
        ask(place, facts, LanguageEvidence("en", "toefl_ibt", str(one), taken)).answer
        for one in (score, score + 1)
        if one > 6
    ]
    assert answers == sorted(answers, key=ORDER.index)


@given(evidence=st.lists(st.sampled_from(("A1", "B2", "C2")), max_size=3))
def test_nothing_is_ever_met_at_a_host_of_which_nothing_is_known(facts: LanguageFacts, evidence: list[str]) -> None:
    found = ask(host(), facts, *(level("en", code) for code in evidence))
    assert (UNKNOWN, "no_requirement_known") == (found.answer, found.reason)


@given(wanted=st.sampled_from(("60", "79", "80", "86", "95", "107", "114", "120")), band=st.integers(2, 12))
def test_a_converted_score_is_never_more_than_probably_enough(facts: LanguageFacts, wanted: str, band: int) -> None:
    score = LanguageEvidence("en", "toefl_ibt", f"{band / 2:g}", TODAY)
    assert ask(host(needs(toefl_ibt=int(wanted))), facts, score).answer in {NOT_MET, UNKNOWN, PROBABLY}


def test_a_test_is_offered_only_where_one_may_be_needed(facts: LanguageFacts) -> None:
    enough = ask(host(needs(cefr="B2", ielts="6")), facts, level("en", "C1"))
    lacking = ask(host(needs(cefr="B2", ielts="6")), facts, level("en", "A1"))
    assert enough.answer in ENOUGH
    assert ([()], [("ielts",)]) == (
        [entry.tests for entry in enough.requirements],
        [tuple(test.test for test in entry.tests) for entry in lacking.requirements],
    )
