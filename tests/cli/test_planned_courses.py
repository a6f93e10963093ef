"""`krav` counts the courses of the plan as `fagplan` does, and only where they are."""

import json

import pytest

PLAN = "schema: utveksling.plan/1\nstay:\n  semester: H2027\n  hosts: [dtu, kth]\n{}"
TWENTY = "  - {id: a, credits: 20, unit: ECTS}\n"
TEN = "  - {id: b, credits: 10, unit: ECTS}\n"
NO_SIZE = "  - {id: c, title: Uten omfang}\n"


def semester_credits(run, place, courses: str, *arguments: str) -> list[str]:
    """Each host's answer to `credits_per_semester`, NTNU's 30 studiepoeng."""
    (place.folder / "utveksling.yaml").write_text(PLAN.format(f"courses:\n{courses}" if courses else ""), "utf-8")
    outcome = run("krav", *arguments, "--format", "json")
    assert outcome.stderr == ""
    hosts = json.loads(outcome.stdout)["hosts"]
    return [check["answer"] for host in hosts for check in host["checks"] if check["id"] == "credits_per_semester"]


@pytest.mark.parametrize(
    ("courses", "answer"),
    [
        pytest.param("", "unknown", id="no courses"),
        pytest.param(TWENTY + TEN, "met", id="20 + 10 = 30"),
        pytest.param(TWENTY, "not_met", id="20 < 30"),
        pytest.param(TWENTY + NO_SIZE, "unknown", id="20 and one that may be anything"),
        pytest.param(TWENTY + TEN + NO_SIZE, "met", id="30 without the one that may be anything"),
    ],
)
def test_the_courses_are_of_the_first_choice(run, place, courses: str, answer: str) -> None:
    assert semester_credits(run, place, courses) == [answer, "unknown"]
    assert semester_credits(run, place, courses, "kth") == ["unknown"]


def test_what_is_typed_wins_over_the_courses(run, place) -> None:
    assert semester_credits(run, place, TWENTY, "--planlagt", "30") == ["met", "met"]
