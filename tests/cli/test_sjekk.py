"""`sjekk` as CI meets it: its exit code, and exceptions that are kept in the plan."""

import json
import shutil
from pathlib import Path

import pytest

from ..golden.runner import Place

PLANS = Path(__file__).parents[1] / "golden" / "files" / "planer"
REASON = 'avklart med studieveileder: "fri" 20. des. # ikke en kommentar'


@pytest.fixture
def plan(place: Place) -> Path:
    return Path(shutil.copy(PLANS / "tyskland.yaml", place.folder / "utveksling.yaml"))


def problems(run, *arguments: str) -> dict[str, str | None]:
    found = json.loads(run("sjekk", "--format", "json", *arguments).stdout)
    return {problem["id"]: problem["exception"] for problem in found["problems"]}


def test_an_exception_is_written_with_its_reason_and_then_counts_no_more(run, plan: Path) -> None:
    before = plan.read_text(encoding="utf-8")
    assert run("sjekk", "--streng").exit_code == 1
    done = run("sjekk", "--streng", "--unnta", "calendar.next_semester", "--grunn", REASON)
    assert (done.stderr, done.exit_code) == ("", 0)
    assert f"Grunn: {REASON}" in done.stdout.replace("\n  ", " ")
    assert problems(run)["calendar.next_semester"] == REASON
    assert plan.read_text(encoding="utf-8").startswith(before)
    assert run("sjekk", "--streng").exit_code == 0


def test_a_new_reason_takes_the_place_of_the_old(run, plan: Path) -> None:
    for reason in ("først", "så"):
        run("sjekk", "--unnta", "calendar.next_semester", "--grunn", reason)
    assert problems(run)["calendar.next_semester"] == "så"
    assert plan.read_text(encoding="utf-8").count("calendar.next_semester") == 1


def test_an_id_that_is_no_problem_leaves_the_plan_alone(run, plan: Path) -> None:
    before = plan.read_bytes()
    assert run("sjekk", "--unnta", "stay.no_host", "--grunn", "x").exit_code == 3
    assert plan.read_bytes() == before


def test_a_check_changes_nothing(run, plan: Path) -> None:
    before = plan.read_bytes()
    run("sjekk")
    run("status")
    run("frister", "--innen", "14d")
    assert plan.read_bytes() == before


def test_ids_stay_the_same_from_day_to_day(run, plan: Path) -> None:
    first, second = (problems(run, "--i-dag", day) for day in ("2027-02-02", "2027-02-20"))
    assert "deadline.passed:ntnu.hovedfrist_host" in first
    assert first.keys() <= second.keys()


def test_each_annotation_is_a_line_that_names_the_plan(run, plan: Path) -> None:
    lines = run("sjekk", "--format", "github").stdout.splitlines()
    assert lines
    assert all(
        line.startswith(("::warning file=utveksling.yaml,line=", "::notice file=utveksling.yaml,line="))
        for line in lines
    )


@pytest.mark.parametrize(
    ("within", "code"),
    [pytest.param("6d", 0, id="the day is later"), pytest.param("7d", 1, id="the day is the last of them")],
)
def test_a_deadline_is_due_on_the_last_of_the_days(run, plan: Path, within: str, code: int) -> None:
    """From 25 January 2027 to NTNU's deadline on 1 February there are seven days."""
    assert run("frister", "--innen", within, "--i-dag", "2027-01-25").exit_code == code


def test_what_is_done_is_not_due(run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(f"{text}  soknad:\n    done: 2027-01-20\n", encoding="utf-8")
    assert run("frister", "--innen", "14d", "--i-dag", "2027-01-25").exit_code == 0


def test_the_plan_is_found_from_a_folder_below_and_by_name(run, plan: Path, place: Place) -> None:
    other = place.folder / "annen.yaml"
    plan.rename(other)
    assert run("status").exit_code == 3
    assert run("status", "--plan", "annen.yaml").stdout == run("status", UTVEKSLING_PLAN="annen.yaml").stdout


@pytest.fixture
def course_plan(place: Place) -> Path:
    return Path(shutil.copy(PLANS / "fag-mange-feil.yaml", place.folder / "utveksling.yaml"))


def course_problems(run) -> dict[str, str | None]:
    found = json.loads(run("fagplan", "sjekk", "--format", "json").stdout)
    return {problem["id"]: problem["exception"] for problem in found["problems"]}


def test_the_plan_of_courses_has_the_same_problems_in_both_checks(run, course_plan: Path) -> None:
    def told(*command: str) -> list[tuple[str, str, str, str, int]]:
        found = json.loads(run(*command, "--format", "json").stdout)["problems"]
        about_courses = [one for one in found if one["id"].startswith("course.")]
        return [(one["id"], one["severity"], one["what"], one["todo"], one["line"]) for one in about_courses]

    assert told("sjekk") == told("fagplan", "sjekk")


def test_any_problem_of_the_courses_can_be_excepted_and_is_then_so_in_both(run, course_plan: Path) -> None:
    ids = list(course_problems(run))
    assert len(ids) > 20
    for identifier in ids:
        assert run("sjekk", "--unnta", identifier, "--grunn", "avklart").stderr == ""
    assert set(course_problems(run).values()) == {"avklart"}
    assert run("fagplan", "sjekk", "--streng").exit_code == 0
    assert run("fagplan", "sjekk", "--streng", "--format", "github").stdout == ""


def test_the_check_of_courses_ends_with_1_for_an_error_and_for_a_warning_only_when_strict(run, place: Place) -> None:
    shutil.copy(PLANS / "fag-ukjent.yaml", place.folder / "utveksling.yaml")
    assert run("fagplan", "sjekk").exit_code == 0
    assert run("fagplan", "sjekk", "--streng").exit_code == 1
    shutil.copy(PLANS / "fag-mange-feil.yaml", place.folder / "utveksling.yaml")
    assert run("fagplan", "sjekk").exit_code == 1
