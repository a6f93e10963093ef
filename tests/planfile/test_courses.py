"""The courses of a plan: what the file says comes back as it was, and what cannot stand there is told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.plan import Plan
from utveksling_cli.planfile import edit, load
from utveksling_cli.planfile.convert import to_tree
from utveksling_cli.planfile.read import document_of
from utveksling_cli.planfile.schema import PlanFile
from utveksling_cli.planning.course_changes import merged, replaced_one, swapped

from .strategies import courses

HEAD = "schema: utveksling.plan/1\n"


@given(courses)
@settings(max_examples=60, deadline=None)
def test_courses_come_back_from_the_file_as_they_were(found: tuple[Course, ...]) -> None:
    from utveksling_cli.planfile.convert import to_plan

    plan = Plan(courses=found)
    assert to_plan(PlanFile.model_validate(to_tree(plan)), 1) == plan


def test_a_changed_course_keeps_what_the_student_wrote_around_it(tmp_path: Path) -> None:
    file = tmp_path / "utveksling.yaml"
    file.write_text(f"{HEAD}courses:\n  # det viktigste\n  - id: cs-440\n    title: AI  # kan bli avlyst\n", "utf-8")
    edit(file, lambda plan: plan._replace(courses=(plan.courses[0]._replace(code="CS 440"),)))
    assert load(file).courses == (Course("cs-440", "AI", "CS 440"),)
    assert "# det viktigste" in file.read_text("utf-8")
    assert "# kan bli avlyst" in file.read_text("utf-8")


def added(found: tuple[Course, ...], new: tuple[Course, ...]) -> tuple[Course, ...]:
    return merged(found, [one._replace(id="") for one in new], host="dtu").courses


def changed(found: tuple[Course, ...], new: tuple[Course, ...]) -> tuple[Course, ...]:
    return replaced_one(found, new[0]._replace(id=found[-1].id)) if new else found


def removed(found: tuple[Course, ...], _: tuple[Course, ...]) -> tuple[Course, ...]:
    return found[1:]


def swapped_in(found: tuple[Course, ...], new: tuple[Course, ...]) -> tuple[Course, ...]:
    coming = new[0]._replace(id="helt-ny") if new else None
    return swapped(found, found[0], coming, ("not-available", date(2027, 9, 1)))


def swapped_back(found: tuple[Course, ...], new: tuple[Course, ...]) -> tuple[Course, ...]:
    there = swapped_in(found, new)
    return swapped(there, there[-1], there[0], ("timetable-conflict", date(2027, 9, 2))) if new else there


@pytest.mark.parametrize("how", [added, changed, removed, swapped_in, swapped_back], ids=lambda how: how.__name__)
@given(found=courses.filter(bool), new=courses)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_change_of_courses_is_read_back_and_no_comment_is_lost(
    tmp_path_factory: pytest.TempPathFactory,
    how: Callable[..., tuple[Course, ...]],
    found: tuple[Course, ...],
    new: tuple[Course, ...],
) -> None:
    file = tmp_path_factory.mktemp("plan") / "utveksling.yaml"
    edit(file, lambda plan: plan._replace(courses=found))
    lines = file.read_text("utf-8").split("\n")
    noted = [
        f"  # notat {number}\n{line}" if line.startswith("  - id: ") else line for number, line in enumerate(lines)
    ]
    file.write_text("\n".join(noted), "utf-8", newline="")
    comments = [line for line in "\n".join(noted).split("\n") if line.startswith("  # notat ")]
    wanted = how(found, new)
    edit(file, lambda plan: plan._replace(courses=how(plan.courses, new)))
    assert load(file).courses == wanted
    text = file.read_text("utf-8")
    assert [comment for comment in comments if comment.strip() not in text] == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        pytest.param("{title: AI}", "id: mangler", id="no id"),
        pytest.param("{id: a, tittel: AI}", "ukjent nøkkel; mente du title?", id="unknown key"),
        pytest.param("{id: a, level: årsstudium}", "er ikke lov", id="level"),
        pytest.param("{id: a, credits: 7.12345}", "for mange desimaler", id="too fine"),
        pytest.param("{id: a, credits: -1}", "skal være minst 0", id="negative"),
        pytest.param('{id: a, title: "to\\nlinjer"}', "skal stå på én linje", id="two lines"),
        pytest.param('{id: a, title: " AI"}', "begynne eller slutte med mellomrom", id="space"),
        pytest.param('{id: a, replaces: ["TDT4171;TDT4172"]}', "semikolon", id="semicolon"),
        pytest.param("{id: a, link: example.org}", "nettadresse", id="link"),
        pytest.param("{id: a}\n  - {id: a}", "to emner har samme id", id="twice"),
    ],
)
def test_what_cannot_stand_in_a_course_is_told_with_its_line(entry: str, said: str) -> None:
    with pytest.raises(DataUnusable) as caught:
        document_of(SourceText("plan.yaml", f"{HEAD}courses:\n  - {entry}\n"))
    assert any(said in detail and detail.startswith("plan.yaml:") for detail in caught.value.details)
