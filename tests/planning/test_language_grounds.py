"""A made-up test on two scales, held against made-up hosts: each answer whole, with every fact that it rests on.

Level B2 begins at 60 on the scale that was in use until 2026, C1 at 80. On the new one, 5 is worth 70 to 79 of the old.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.institution import ApplicationWindow, HostDay, LanguageRequirement
from utveksling_cli.model.language import (
    Band,
    Comparable,
    LanguageFacts,
    LanguageTest,
    Levels,
    Margin,
    Price,
    ResultTime,
    Scale,
    Validity,
)
from utveksling_cli.model.language_answer import Check, Ground, Occasion, Student, Target
from utveksling_cli.model.language_answer import TestDay as LastDay
from utveksling_cli.model.plan import UPPER_SECONDARY, LanguageEvidence
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.language import answer_host
from utveksling_cli.planning.language_checks import check, scale_of
from utveksling_cli.planning.language_dates import EXPIRED, VALID, Age, proof_age, result_age, target

from .factory import host

TODAY, DEADLINE, H2027 = date(2026, 11, 24), date(2027, 2, 1), Semester("H", 2027)


def standing(name: str) -> tuple[str, str, str, str, str]:
    """Status, confidence, source, day and note, none of which is like another's."""
    return f"{name} status", f"{name} confidence", f"https://{name}.example", "2026-11-23", f"{name} note"


def ground(name: str, *, status: str | None = None) -> Ground:
    found, confidence, source, _, note = standing(name)
    return Ground(name, status or found, confidence, source, note)


LEVELS = Levels((("B2", "60"), ("C1", "80")), *standing("levels"))
COMPARABLE = Comparable("old", "2028", (Band("4", "60", "69"), Band("5", "70", "79")), *standing("comparable"))
OLD = Scale("0_120", "Gammel", None, "2026-01-21", "0", "120", "1", LEVELS, None, *standing("scale"))
NEW = Scale("1_6", "Ny", "2026-01-21", None, "1", "6", "0.5", LEVELS, COMPARABLE._replace(scale="0_120"), *OLD[-5:])
PRICE = Price("3000", "NOK", 2026, *standing("price"))
TOEFL = LanguageTest("toefl_ibt", "TOEFL", "en", (OLD, NEW), None, None, (PRICE,))
TWO_YEARS = Validity(2, *standing("validity"))
TEN_DAYS = ResultTime(10, *standing("results"))
MARGIN = Margin(14, "margin status", "https://margin.example", "2026-11-23", "margin note")
MARGIN_GROUND = Ground("margin", "margin status", None, "https://margin.example", "margin note")
OCCASION = Occasion(H2027, TODAY, date(2027, 8, 1), Target("ntnu", "Frist", DEADLINE, 69, ground("deadline")))


def needs(**known: Any) -> LanguageRequirement:
    nothing = LanguageRequirement("en", None, None, None, None, None, "Krav", "high", None, "2026-11-23")
    return nothing._replace(**known)


def facts(test: LanguageTest = TOEFL) -> LanguageFacts:
    return LanguageFacts({test.id: test}, {}, MARGIN)


def score(text: str, taken: date | None = None) -> LanguageEvidence:
    return LanguageEvidence("en", "toefl_ibt", text, taken)


def held(evidence: LanguageEvidence, requirement: LanguageRequirement, test: LanguageTest = TOEFL) -> Check:
    return check(evidence, requirement, OCCASION, facts(test))


@pytest.mark.parametrize(
    ("text", "requirement", "expected"),
    [
        ("60", needs(toefl_ibt=60), (MET, "enough", "60", None, ())),
        ("59", needs(toefl_ibt=60), (NOT_MET, "too_low", "60", None, ())),
        ("5", needs(toefl_ibt=70), (PROBABLY, "comparable_enough", "70", None, ("comparable",))),
        ("5", needs(toefl_ibt=71), (UNKNOWN, "comparable_between", "71", None, ("comparable",))),
        ("5", needs(toefl_ibt=79), (UNKNOWN, "comparable_between", "79", None, ("comparable",))),
        ("5", needs(toefl_ibt=80), (UNKNOWN, "comparable_too_low", "80", None, ("comparable",))),
        ("4.5", needs(toefl_ibt=60), (UNKNOWN, "not_comparable", "60", None, ())),
        ("1", needs(toefl_ibt=60), (UNKNOWN, "not_comparable", "60", None, ())),
        ("0", needs(toefl_ibt=60), (NOT_MET, "too_low", "60", None, ())),
        ("60", needs(cefr="B2"), (PROBABLY, "level_enough", "B2", "B2", ("levels",))),
        ("59", needs(cefr="B2"), (UNKNOWN, "level_too_low", "B2", None, ("levels",))),
        ("79", needs(cefr="C1"), (UNKNOWN, "level_too_low", "C1", "B2", ("levels",))),
        ("120", needs(cefr="C2"), (UNKNOWN, "not_comparable", "C2", "C1", ("levels",))),
        ("60", needs(ielts="6"), (UNKNOWN, "not_named", None, None, ())),
        ("60", needs(), (UNKNOWN, "no_minimum", None, None, ())),
        ("0.5", needs(toefl_ibt=60), (UNKNOWN, "unreadable", None, None, ())),
    ],
)
def test_a_score_is_held_against_what_the_host_says(
    text: str, requirement: LanguageRequirement, expected: tuple[str, str, str | None, str | None, tuple[str, ...]]
) -> None:
    answer, reason, wanted, level, grounds = expected
    whole = Check(score(text), answer, reason, wanted, level, None, None, tuple(map(ground, grounds)))
    assert held(score(text), requirement) == whole


@pytest.mark.parametrize(
    ("text", "requirement", "reason"),
    [("5", needs(toefl_ibt=80), "comparable_too_low"), ("59", needs(cefr="B2"), "level_too_low")],
)
def test_only_what_the_owner_of_the_test_has_published_speaks_against(
    text: str, requirement: LanguageRequirement, reason: str
) -> None:
    scales = tuple(
        scale._replace(
            levels=LEVELS._replace(status="official"),
            comparable=scale.comparable and scale.comparable._replace(status="official"),
        )
        for scale in TOEFL.scales
    )
    found = held(score(text), requirement, TOEFL._replace(scales=scales))
    assert (found.answer, found.reason) == (NOT_MET, reason)
    assert [one.status for one in found.grounds] == ["official"]


def test_a_total_beside_a_scale_that_prints_none_is_as_good_as_before() -> None:
    bare = TOEFL._replace(scales=(OLD, NEW._replace(comparable=None)))
    assert held(score("60", date(2026, 1, 21)), needs(toefl_ibt=60), bare).answer == MET


def test_a_scale_without_a_conversion_says_nothing_of_the_other() -> None:
    bare = TOEFL._replace(scales=(OLD, NEW._replace(comparable=None, levels=None)))
    assert held(score("5"), needs(toefl_ibt=60), bare) == Check(score("5"), UNKNOWN, "not_comparable", "60")
    assert held(score("5"), needs(cefr="B2"), bare) == Check(score("5"), UNKNOWN, "not_named")


@pytest.mark.parametrize(
    ("taken", "points", "expected"),
    [
        (date(2026, 1, 20), "60", (MET, "enough", ())),
        (date(2026, 1, 21), "60", (PROBABLY, "printed_enough", ("comparable",))),
        (date(2026, 1, 21), "59", (NOT_MET, "too_low", ("comparable",))),
    ],
)
def test_a_total_printed_beside_the_new_scale_is_the_owners_estimate(
    taken: date, points: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    """From 21 January 2026 the test is marked on the new scale only."""
    answer, reason, grounds = expected
    given = score(points, taken)
    whole = Check(given, answer, reason, "60", None, None, None, tuple(map(ground, grounds)))
    assert held(given, needs(toefl_ibt=60)) == whole


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (date(2025, 2, 2), (MET, "enough", date(2027, 2, 2))),
        (date(2025, 2, 1), (NOT_MET, "expired", date(2027, 2, 1))),
    ],
)
def test_a_result_counts_until_the_day_two_years_after_it(taken: date, expected: tuple[str, str, date]) -> None:
    """It must count on 1 February 2027."""
    answer, reason, expires = expected
    given = score("60", taken)
    whole = Check(given, answer, reason, "60", None, expires, None, (ground("validity"),))
    assert held(given, needs(toefl_ibt=60), TOEFL._replace(validity=TWO_YEARS)) == whole


def test_a_result_without_a_day_tells_the_first_on_which_it_can_have_been_taken() -> None:
    whole = Check(score("60"), MET, "enough", "60", None, None, date(2025, 2, 2), (ground("validity"),))
    assert held(score("60"), needs(toefl_ibt=60), TOEFL._replace(validity=TWO_YEARS)) == whole


def test_of_two_rules_of_age_the_one_that_ends_first_is_told() -> None:
    """The host wants it at most one year old on 1 February 2027."""
    given = score("60", date(2026, 2, 1))
    found = held(given, needs(toefl_ibt=60, certificate_max_age_years=1), TOEFL._replace(validity=TWO_YEARS))
    assert (found.answer, found.expires) == (PROBABLY, date(2027, 2, 2))
    undated = held(score("60"), needs(toefl_ibt=60, certificate_max_age_years=1), TOEFL._replace(validity=TWO_YEARS))
    assert undated.taken_from == date(2026, 2, 1)


def test_a_result_that_counts_for_ever_has_no_end() -> None:
    for_ever = TOEFL._replace(validity=TWO_YEARS._replace(years=None))
    given = score("60", date(1999, 1, 1))
    assert held(given, needs(toefl_ibt=60), for_ever) == Check(given, MET, "enough", "60")


@pytest.mark.parametrize(
    ("grade", "year", "requirement", "expected"),
    [
        ("4", None, needs(upper_secondary_grade=4), (MET, "enough", "4", None)),
        ("3", None, needs(upper_secondary_grade=4), (NOT_MET, "too_low", "4", None)),
        ("3", None, needs(cefr="B2"), (UNKNOWN, "not_named", None, None)),
        ("3", None, needs(), (UNKNOWN, "no_minimum", None, None)),
        ("fire", None, needs(upper_secondary_grade=4), (UNKNOWN, "unreadable", None, None)),
        (
            "4",
            None,
            needs(upper_secondary_grade=4, upper_secondary_max_age_years=3),
            (UNKNOWN, "diploma_age_unknown", "4", date(2024, 8, 1)),
        ),
        ("4", 2025, needs(upper_secondary_grade=4, upper_secondary_max_age_years=3), (MET, "enough", "4", None)),
        (
            "4",
            2023,
            needs(upper_secondary_grade=4, upper_secondary_max_age_years=3),
            (NOT_MET, "diploma_too_old", "4", None),
        ),
    ],
)
def test_a_grade_from_upper_secondary_is_told_whole(
    grade: str, year: int | None, requirement: LanguageRequirement, expected: tuple[str, str, str | None, date | None]
) -> None:
    """At most three years old when the stay begins, 1 August 2027."""
    answer, reason, wanted, taken_from = expected
    given = LanguageEvidence("en", UPPER_SECONDARY, grade, None, year)
    assert held(given, requirement) == Check(given, answer, reason, wanted, None, None, taken_from)


def test_a_diploma_with_its_day_tells_when_it_is_too_old() -> None:
    given = LanguageEvidence("en", UPPER_SECONDARY, "4", date(2024, 8, 1))
    found = held(given, needs(upper_secondary_grade=4, upper_secondary_max_age_years=3))
    assert found == Check(given, MET, "enough", "4", None, date(2027, 8, 2))


def test_what_is_not_taken_yet_counts_for_nothing() -> None:
    today, tomorrow = (score("120", day) for day in (TODAY, date(2026, 11, 25)))
    assert held(tomorrow, needs(toefl_ibt=60)) == Check(tomorrow, NOT_MET, "not_taken")
    assert held(today, needs(toefl_ibt=60)).reason != "not_taken"


@pytest.mark.parametrize(
    ("requirement", "results", "expected"),
    [
        # 1 February minus 10 and 14 days; from 24 November that is 69 - 24 = 45 days.
        (
            needs(toefl_ibt=65),
            TEN_DAYS,
            ("65", "5", False, date(2027, 1, 8), 45, 10, (ground("deadline"), ground("results"), MARGIN_GROUND)),
        ),
        (
            needs(cefr="C1"),
            None,
            ("80", None, True, date(2027, 1, 18), 55, None, (ground("levels"), ground("deadline"), MARGIN_GROUND)),
        ),
    ],
)
def test_the_last_day_for_a_test_rests_on_the_deadline_the_result_and_the_margin(
    requirement: LanguageRequirement, results: ResultTime | None, expected: tuple[Any, ...]
) -> None:
    wanted, now, converted, day, days_left, most, grounds = expected
    test = TOEFL._replace(results=results)
    place = host(language_requirements=(requirement,))
    (answer,) = answer_host(place, Student(), OCCASION, facts(test)).requirements
    assert answer.tests == (
        LastDay("toefl_ibt", "TOEFL", wanted, now, converted, day, days_left, most, 14, (PRICE,), grounds),
    )


def test_the_day_to_be_ready_by_is_the_hosts_own_when_it_is_known_well() -> None:
    window = ApplicationWindow("autumn", None, HostDay(3, 15, 0), *standing("deadline"))
    # 6 days of November, 31 of December, 31 of January, 28 of February and 15 of March.
    own = Target("host", "", date(2027, 3, 15), 111, ground("deadline"))
    assert target(host(application_windows=(window,)), H2027, (NTNUS,), TODAY) == own
    unsure = window._replace(confidence="low")
    assert target(host(application_windows=(unsure,)), H2027, (NTNUS,), TODAY) == NTNUS_DAY


NTNUS = Deadline(
    "ntnu", "Frist", "ntnu_main", DEADLINE, 69, 0, None, DEADLINE, False, "everyone", "Alle", (), (), False,
    *standing("deadline"),
)  # fmt: skip
NTNUS_DAY = Target("ntnu", "Frist", DEADLINE, 69, ground("deadline"))


def test_else_it_is_ntnus_first_that_may_bind() -> None:
    other, listed = NTNUS._replace(kind="lanekassen"), NTNUS._replace(binding="listed")
    assert target(host(), H2027, (other, listed, NTNUS, NTNUS._replace(title="Senere")), TODAY) == NTNUS_DAY
    assert target(host(), H2027, (other, listed), TODAY) is None


def test_by_the_tests_own_rule_the_anniversary_is_too_late_and_by_a_hosts_it_is_not() -> None:
    taken = score("60", date(2025, 2, 1))
    assert result_age(taken, 2, date(2027, 2, 1)) == Age(EXPIRED, date(2027, 2, 1))
    assert result_age(taken, 2, date(2027, 1, 31)) == Age(VALID, date(2027, 2, 1))
    assert proof_age(taken, 2, date(2027, 2, 1)) == Age(VALID, date(2027, 2, 2))
    assert proof_age(taken, 2, date(2027, 2, 2)) == Age(EXPIRED, date(2027, 2, 2))


@pytest.mark.parametrize(
    ("year", "on", "expected"),
    [
        (2025, date(2026, 12, 31), Age(VALID)),
        (2025, date(2027, 1, 1), Age("assumed", None, date(2025, 1, 2))),
        (2025, date(2027, 12, 30), Age("assumed", None, date(2025, 12, 31))),
        (2025, date(2027, 12, 31), Age(EXPIRED)),
    ],
)
def test_a_year_counts_whole_when_all_of_its_days_do(year: int, on: date, expected: Age) -> None:
    """Two years by the test's own rule: what was taken on 1 January 2025 is gone on 1 January 2027."""
    assert result_age(LanguageEvidence("en", "toefl_ibt", "60", None, year), 2, on) == expected


@pytest.mark.parametrize(
    ("points", "lies_on_it"), [("1", True), ("4", True), ("5", False), ("10", True), ("13", False)]
)
def test_the_steps_of_a_scale_are_counted_from_its_lowest_score(points: str, lies_on_it: bool) -> None:
    """From 1 to 10 by threes: 1, 4, 7 and 10."""
    threes = OLD._replace(lowest="1", highest="10", step="3")
    assert (scale_of(TOEFL._replace(scales=(threes,)), Decimal(points)) is not None) is lies_on_it
