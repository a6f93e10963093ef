"""docs/plan.md explains every key of the plan file, and its example is a plan."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from utveksling_cli.model import plan as model
from utveksling_cli.model.course import (
    CHANGE_REASONS,
    CHANGES,
    COURSE_LEVELS,
    COURSE_SEMESTERS,
    COURSE_STATUSES,
    Course,
)
from utveksling_cli.planfile.convert import WEIGHT_NAMES, to_tree
from utveksling_cli.planfile.courses import ChangeEntry, CourseEntry
from utveksling_cli.planfile.schema import LanguageEntry, PlanFile, ProfileEntry, StayEntry
from utveksling_cli.render.comparison_words import QUESTIONS

from .written import document

DOCS = (Path(__file__).parents[2] / "docs" / "plan.md").read_text(encoding="utf-8")
EXPLAINED = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", DOCS, flags=re.DOTALL)))
EXAMPLE = re.search(r"```yaml\n(.*?)```", DOCS, re.DOTALL)


def within(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for info in annotation.model_fields.values():
            yield from within(info.annotation)
    for argument in get_args(annotation):
        yield from within(argument)


def choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for argument in get_args(annotation):
        yield from choices(argument)


PARTS = list(dict.fromkeys(within(PlanFile)))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_key_and_every_allowed_word_is_explained(part: type[BaseModel]) -> None:
    keys = {info.alias or name for name, info in part.model_fields.items()}
    words = {word for info in part.model_fields.values() for word in choices(info.annotation)}
    assert (keys | words) - EXPLAINED == set()


def test_the_example_is_a_plan_and_uses_every_part() -> None:
    assert EXAMPLE is not None
    plan = document(EXAMPLE[1]).plan
    assert set(to_tree(plan)) == {info.alias or name for name, info in PlanFile.model_fields.items()}


def test_the_example_makes_a_budget(run, place) -> None:
    assert EXAMPLE is not None
    (place.folder / "utveksling.yaml").write_text(EXAMPLE[1], "utf-8")
    outcome = run("budsjett")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)


def test_the_file_and_the_model_have_the_same_words() -> None:
    def words(part: type[BaseModel], name: str) -> tuple[str, ...]:
        return tuple(choices(part.model_fields[name].annotation))

    assert words(ProfileEntry, "level") == model.LEVELS
    assert words(ProfileEntry, "campus") == model.CAMPUSES
    assert words(ProfileEntry, "citizenship") == model.CITIZENSHIPS
    assert words(StayEntry, "type") == model.STAY_TYPES
    assert tuple(ProfileEntry.model_fields) == model.Profile._fields
    assert tuple(LanguageEntry.model_fields) == model.LanguageEvidence._fields
    assert tuple(StayEntry.model_fields) == model.StayWish._fields
    assert set(CourseEntry.model_fields) == set(Course._fields)
    assert words(CourseEntry, "level") == COURSE_LEVELS
    assert words(CourseEntry, "semester") == COURSE_SEMESTERS
    assert words(CourseEntry, "status") == COURSE_STATUSES
    assert words(ChangeEntry, "change") == CHANGES
    assert words(ChangeEntry, "reason") == CHANGE_REASONS
    assert WEIGHT_NAMES == QUESTIONS
