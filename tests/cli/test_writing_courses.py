"""Courses as the commands write them: nothing of the plan is lost, whatever is typed, and JSON says what was done."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.model.course import Course
from utveksling_cli.planfile import load

from ..golden.runner import Case, Outcome, Place, make_place, run_here
from .test_hostile_text import HOSTILE, steering

PLAN = """\
# Min plan
schema: utveksling.plan/1
stay:
  semester: H2027 # neste høst
  hosts: [university-of-queensland]

courses:
  # det viktigste
  - id: ai
    title: "Artificial Intelligence" # kan bli avlyst
    code: COMP3702
    credits: 2
    replaces: [TDT4136]
  # reserve
  - id: ml
    title: Machine Learning
    code: COMP4702
    status: removed
# slutt
"""
COMMENTS = ("# Min plan", "# neste høst", "# det viktigste", "# reserve", "# slutt")
# Each command that writes, and what its JSON has beside what `vis` has.
WRITING: dict[tuple[str, ...], set[str]] = {
    ("ny",): set(),
    ("ny", "--lærested", "dtu"): set(),
    ("legg-til", "--kode", "MATH3306", "--tittel", "Logic"): set(),
    ("legg-til", "--forslag", "2224"): set(),
    ("endre", "ai", "--status", "godkjent", "--svar", "2026-10-01"): set(),
    ("fjern", "ml", "--likevel"): set(),
    ("bytt", "ai", "ml", "--grunn", "not-available"): {"change"},
    ("bytt", "ai", "--grunn", "timetable-conflict"): {"change"},
    ("vis",): set(),
}


@pytest.fixture
def planned(place: Place) -> Place:
    (place.folder / "utveksling.yaml").write_text(PLAN, "utf-8")
    return place


def fagplan(place: Place, *arguments: str, **environment: str) -> Outcome:
    return run_here(Case("", environment, ("fagplan", *arguments), None), place)


def plan_of(place: Place) -> Path:
    return place.folder / "utveksling.yaml"


def keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_json_tells_the_plan_as_it_is_now(planned: Place, arguments: tuple[str, ...]) -> None:
    outcome = fagplan(planned, *arguments, "--format", "json")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    told = json.loads(outcome.stdout, parse_float=pytest.fail)
    shown = json.loads(fagplan(planned, "vis", "--format", "json").stdout)
    assert told["schema"] == "utveksling.fagplan/1"
    assert {name: told[name] for name in shown if name != "written"} | {"written": []} == shown
    assert set(told) - set(shown) == WRITING[arguments]
    assert [one["id"] for one in told["courses"]] == [one.id for one in load(plan_of(planned)).courses]
    assert told["count"] == len(told["courses"])
    assert all(re.fullmatch("[a-z][a-z0-9_]*", key) for key in keys(told))
    assert {"deadlines", "host_site", "course_catalogue", "form", "contacts"} == set(told["pages"])


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_comments_survive_every_command(planned: Place, arguments: tuple[str, ...]) -> None:
    assert fagplan(planned, *arguments).exit_code == 0
    text = plan_of(planned).read_text("utf-8")
    assert [comment for comment in COMMENTS if comment not in text] == []
    assert "# kan bli avlyst" in text


def test_a_plan_is_made_where_there_is_none_and_stays_when_asked_for_again(place: Place) -> None:
    assert fagplan(place, "vis").exit_code == 3
    assert fagplan(place, "ny").stdout.startswith("Planen din er laget: utveksling.yaml\n")
    assert plan_of(place).stat().st_mode & 0o777 == 0o600
    assert fagplan(place, "legg-til", "--kode", "A", "--tittel", "B").exit_code == 0
    before = plan_of(place).read_bytes()
    assert fagplan(place, "ny").stdout.startswith("Fagplanen står i utveksling.yaml.\n")
    assert plan_of(place).read_bytes() == before


def test_another_first_choice_keeps_the_courses_of_the_one_before(planned: Place) -> None:
    before = load(plan_of(planned)).courses
    assert fagplan(planned, "ny", "--lærested", "dtu").exit_code == 0
    assert fagplan(planned, "ny", "--lærested", "university-of-queensland").exit_code == 0
    plan = load(plan_of(planned))
    assert plan.stay.hosts == ("university-of-queensland", "dtu")
    assert plan.courses == tuple(one._replace(host="university-of-queensland") for one in before)


def test_a_fourth_host_moves_the_last_wish_to_the_favourites(place: Place) -> None:
    for host in ("kth", "eth-zurich", "kaist", "dtu"):
        assert fagplan(place, "ny", "--lærested", host).exit_code == 0
    plan = load(plan_of(place))
    assert (plan.stay.hosts, plan.favourites) == (("dtu", "kaist", "eth-zurich"), ("kth",))


def test_a_swap_and_back_leaves_the_courses_and_four_lines_of_history(planned: Place) -> None:
    before = load(plan_of(planned)).courses
    assert fagplan(planned, "bytt", "ai", "COMP4702", "--grunn", "not-available").exit_code == 0
    assert fagplan(planned, "bytt", "ml", "COMP3702", "--grunn", "language-mismatch").exit_code == 0
    ai, ml = load(plan_of(planned)).courses
    assert ai._replace(history=()) == before[0]
    assert (ml.status, ml.replaces) == ("removed", ("TDT4136",))
    assert [change.reason for change in (*ai.history, *ml.history)] == [
        "not-available",
        "substituting-deleted",
        "substituting-deleted",
        "language-mismatch",
    ]


def test_the_mail_says_what_goes_what_comes_and_what_it_replaces(planned: Place) -> None:
    arguments = ("bytt", "ai", "MATH3306", "--tittel", "Logic", "--poeng", "2", "--grunn", "timetable-conflict")
    mail = fagplan(planned, *arguments, "--format", "epost").stdout
    removed, added = mail.split("Kommer inn:")
    assert "Går ut: COMP3702 Artificial Intelligence" in removed
    assert "MATH3306 Logic" in added
    assert "Erstatter: TDT4136" in added
    assert "(timetable-conflict)" in added
    # 2 of the 16 units of a year: 2 x 60 / 16 = 7.5, and 30 - 7.5 = 22.5.
    assert "7,5 av 30 sp. Det mangler 22,5." in added


@pytest.mark.parametrize("field", ["--tittel", "--kode", "--erstatter", "--gruppe", "--alternativ"])
@pytest.mark.parametrize("text", [*HOSTILE.values(), '=HYPERLINK("x")', "[/]", "😀 שלום", "'=1+1", "x" * 10_000])
def test_what_is_typed_steers_nothing_and_loses_nothing(planned: Place, field: str, text: str) -> None:
    before = load(plan_of(planned)).courses
    outcome = fagplan(planned, "legg-til", "--tittel=Nytt", f"{field}={text}")
    assert outcome.exit_code in {0, 2}
    assert steering(outcome.stdout) == steering(outcome.stderr) == set()
    assert "Uventet feil" not in outcome.stderr
    assert load(plan_of(planned)).courses[:2] == before
    if outcome.exit_code == 0:
        assert fagplan(planned, "vis", COLUMNS="40").exit_code == 0
        assert fagplan(planned, "bytt", load(plan_of(planned)).courses[2].id, "--grunn", "not-available").exit_code == 0


@pytest.mark.parametrize("credits_typed", ["-5", "1e9", "nan", "7.5.3", "1001", "½", "7,12345", "٣", "inf"])
def test_a_size_that_cannot_be_leaves_the_plan(planned: Place, credits_typed: str) -> None:
    outcome = fagplan(planned, "endre", "ai", f"--poeng={credits_typed}")
    assert outcome.exit_code == 2
    assert "--poeng: " in outcome.stderr
    assert plan_of(planned).read_text("utf-8") == PLAN


@pytest.mark.parametrize("typed", ["7,5", "7.5", " 7,50 "])
def test_a_size_has_a_comma_or_a_point(planned: Place, typed: str) -> None:
    assert fagplan(planned, "endre", "ai", f"--poeng={typed}").exit_code == 0
    assert str(load(plan_of(planned)).courses[0].credits).rstrip("0") == "7.5"


STEPS = st.sampled_from(
    [
        ("legg-til", "--kode", "A", "--tittel", "Nytt # emne", "--poeng", "2"),
        ("legg-til", "--kode", "B 2", "--tittel", "Andre: ting", "--semester", "høst"),
        ("endre", "ai", "--tittel", "Kunstig intelligens", "--erstatter", "tdt4171"),
        ("endre", "ai", "--erstatter", "", "--poeng", ""),
        ("bytt", "ai", "ml", "--grunn", "not-available"),
        ("bytt", "ml", "ai", "--grunn", "timetable-conflict"),
        ("bytt", "ai", "C3", "--grunn", "language-mismatch"),
        ("fjern", "a", "--likevel"),
        ("ny", "--lærested", "dtu"),
        ("ny", "--lærested", "university-of-queensland"),
    ]
)


@given(st.lists(STEPS, min_size=1, max_size=5))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_row_of_changes_leaves_the_rest(
    tmp_path_factory: pytest.TempPathFactory, command_cache: Path, steps: list[tuple[str, ...]]
) -> None:
    place = make_place(tmp_path_factory.mktemp("plan"), command_cache)
    plan_of(place).write_text(PLAN, "utf-8")
    for step in steps:
        before = {one.id: one for one in load(plan_of(place)).courses}
        outcome = fagplan(place, *step)
        after = {one.id: one for one in load(plan_of(place)).courses}
        assert outcome.exit_code in {0, 2, 3}
        if outcome.exit_code:
            assert after == before
        assert set(before) - set(after) <= ({"a"} if step[0] == "fjern" else set())
        for identifier, course in after.items():
            old = before.get(identifier, Course(identifier))
            assert course.history[: len(old.history)] == old.history
        text = plan_of(place).read_text("utf-8")
        assert [comment for comment in COMMENTS if comment not in text] == []
