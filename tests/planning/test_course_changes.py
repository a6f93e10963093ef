"""Courses put into a plan, told twice, and swapped back and forth: what was known of them stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.course import ADDED, APPROVED, PLANNED, REMOVED, Course, CourseChange
from utveksling_cli.planning.course_changes import find_courses, is_same, merged, replaced_one, swapped

from ..planfile.strategies import courses

DAY = date(2027, 9, 1)
OLD = Course("a", "AI", "COMP3702", replaces=("TDT4136",), group="ki", semester="autumn", status=APPROVED, host="uq")
NEW = Course("b", "ML", "COMP4702")


def test_a_new_course_is_at_the_first_choice_and_gets_an_id_of_its_code() -> None:
    result = merged((OLD,), [Course("", "Logic", "MATH 3306")], host="uq")
    assert result.added == (Course("math-3306", "Logic", "MATH 3306", host="uq"),)
    assert result.courses == (OLD, *result.added)
    assert result.twice == ()


def test_two_courses_with_one_title_get_ids_of_their_own() -> None:
    first = merged((), [Course("", "AI", "A"), Course("", "AI", "A", semester="spring")], host=None)
    assert [one.id for one in first.courses] == ["a"]
    both = merged((), [Course("", "AI", semester="autumn"), Course("", "AI", semester="spring")], host=None)
    assert [one.id for one in both.courses] == ["ai", "ai-2"]


def test_a_course_told_again_changes_what_it_tells_and_keeps_the_rest() -> None:
    result = merged((OLD,), [Course("", "AI 2", "comp 3702")], host="uq")
    assert result.courses == (OLD._replace(title="AI 2", code="comp 3702"),)
    assert (result.added, result.updated, result.same) == ((), result.courses, ())
    assert merged((OLD,), [Course("", "AI", "COMP3702")], host="uq").same == (OLD,)


def test_a_course_with_an_id_takes_the_place_of_the_one_that_has_it() -> None:
    again = Course("a", "Another")
    assert merged((OLD, NEW), [again], host="uq").courses == (again, NEW)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(Course("", code="comp 3702", host="uq"), True, id="code in other letters"),
        pytest.param(Course("", "AI", host="uq"), False, id="title beside a code"),
        pytest.param(Course("", code="COMP3702", host="dtu"), False, id="another host"),
        pytest.param(Course("", code="COMP3702", semester="spring", host="uq"), False, id="the other semester"),
        pytest.param(Course("", code="COMP3702", host="uq", semester="autumn"), True, id="its own semester"),
        pytest.param(Course("z", code="COMP3702", host="uq"), False, id="another id"),
    ],
)
def test_which_courses_are_the_same(other: Course, same: bool) -> None:
    assert is_same(OLD, other) is same


def test_a_swap_keeps_both_with_the_reason_of_each_side() -> None:
    out, come = swapped((OLD,), OLD, NEW, ("not-available", DAY))
    assert (out.status, out.history) == (REMOVED, (CourseChange(DAY, REMOVED, "not-available", "b"),))
    assert (come.status, come.history) == (PLANNED, (CourseChange(DAY, ADDED, "substituting-deleted", "a"),))
    assert (come.replaces, come.group, come.semester, come.host) == (("TDT4136",), "ki", "autumn", "uq")


def test_a_swap_back_is_two_more_lines_of_history_and_asks_for_approval_anew() -> None:
    there = swapped((OLD,), OLD, NEW, ("not-available", DAY))
    old, new = swapped(there, there[1], there[0], ("timetable-conflict", DAY))
    assert (old.status, new.status) == (PLANNED, REMOVED)
    assert [one.change for one in old.history] == [REMOVED, ADDED]
    assert [one.change for one in new.history] == [ADDED, REMOVED]
    assert old._replace(status=APPROVED, history=()) == OLD


@given(courses, st.data())
def test_a_change_touches_no_other_course(found: tuple[Course, ...], data: st.DataObject) -> None:
    new = Course("", "Helt nytt emne", "NYTT 1")
    result = merged(found, [new], host=None)
    assert result.courses[: len(found)] == found or not result.added
    if not found:
        return
    chosen = data.draw(st.sampled_from(found))
    changed = replaced_one(found, chosen._replace(title="Et annet"))
    assert [one for one in changed if one.id != chosen.id] == [one for one in found if one.id != chosen.id]
    after = swapped(found, chosen, new._replace(id="nytt-1-x"), ("not-available", DAY))
    assert [one for one in after if one.id not in {chosen.id, "nytt-1-x"}] == [
        one for one in found if one.id not in {chosen.id, "nytt-1-x"}
    ]
    assert find_courses(after, chosen.id)[0].history[: len(chosen.history)] == chosen.history
