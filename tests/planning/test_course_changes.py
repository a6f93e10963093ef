"""Courses put into a plan, told twice, and swapped back and forth: what was known of them stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.course import ADDED, APPROVED, PLANNED, REMOVED, Course, CourseChange
from utveksling_cli.planning.course_changes import find_courses, free_id, is_same, merged, replaced_one, swapped

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
        pytest.param(Course("a", host="dtu"), True, id="its id"),
    ],
)
def test_which_courses_are_the_same(other: Course, same: bool) -> None:
    assert is_same(OLD, other) is same


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        pytest.param(Course("a", "Logic"), Course("", "LOGIC"), True, id="title alone"),
        pytest.param(Course("a", "Logic"), Course("", "Law"), False, id="another title"),
        pytest.param(Course("a", "Logic"), Course("", "Logic", host="uq"), True, id="of no host yet"),
        pytest.param(Course("a", "Logic"), Course("", "Logic", "L1"), False, id="a code is told of one"),
        pytest.param(Course("a"), Course("", "XXXX"), False, id="no title"),
        pytest.param(Course("a"), Course(""), True, id="a row without either, read again"),
        pytest.param(
            Course("a", "Logic", semester="spring"), Course("", "Logic", semester="spring"), True, id="both in spring"
        ),
    ],
)
def test_courses_without_a_code_are_the_same_by_title(old: Course, new: Course, same: bool) -> None:
    assert is_same(old, new) is same


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


def test_a_substitute_takes_over_what_it_does_not_tell_itself() -> None:
    old = OLD._replace(unit="units", level="bachelor", language="en")
    _, bare = swapped((old,), old, NEW, ("not-available", DAY))
    assert bare == NEW._replace(
        replaces=("TDT4136",), group="ki", semester="autumn", unit="units", level="bachelor", language="en", host="uq",
        history=(CourseChange(DAY, ADDED, "substituting-deleted", "a"),),
    )  # fmt: skip
    own = NEW._replace(
        replaces=("TMA4240",), group="b", semester="spring", unit="points", level="master", language="de", host="dtu"
    )
    _, whole = swapped((old,), old, own, ("not-available", DAY))
    assert whole == own._replace(history=(CourseChange(DAY, ADDED, "substituting-deleted", "a"),))


def test_a_course_can_go_without_another_and_come_without_another() -> None:
    assert swapped((OLD,), OLD, None, ("not-available", DAY)) == (
        OLD._replace(status=REMOVED, history=(CourseChange(DAY, REMOVED, "not-available", None),)),
    )
    came = NEW._replace(history=(CourseChange(DAY, ADDED, "extending-mobility", None),))
    assert swapped((OLD,), None, NEW, ("extending-mobility", DAY)) == (OLD, came)
    again = NEW._replace(status=REMOVED)
    assert swapped((OLD, again), None, again, ("extending-mobility", DAY)) == (OLD, came._replace(status=PLANNED))


def test_a_course_that_has_gone_goes_no_second_time() -> None:
    gone = OLD._replace(status=REMOVED)
    assert swapped((gone,), gone, None, ("not-available", DAY)) == (gone,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A", ["a"]), ("comp4702", ["b"]), ("ml", ["b"]), ("AI", ["a", "c"]), ("gone", []), ("x", ["x"])],
)
def test_a_course_is_found_by_its_id_else_its_code_else_its_title(text: str, expected: list[str]) -> None:
    bare, with_id, with_code = Course("c", "AI"), Course("x", "Title"), Course("d", "Other", "X")
    found = find_courses((OLD, NEW, bare, with_id, with_code), text)
    assert [one.id for one in found] == expected


@pytest.mark.parametrize(
    ("course", "taken", "expected"),
    [
        pytest.param(Course("", "Ærlig talt & sånt"), (), "aerlig-talt-sant", id="letters and signs"),
        pytest.param(Course("", "Tittel", "(COMP) 3702!"), (), "comp-3702", id="the code goes before the title"),
        pytest.param(Course("", "!!!"), (), "emne", id="nothing to make it of"),
        pytest.param(Course(""), ("emne", "emne-2"), "emne-3", id="the third"),
        pytest.param(Course("", "a" * 41), (), "a" * 40, id="forty letters"),
        pytest.param(Course("", "a" * 39 + " b"), (), "a" * 39, id="no dash at the end of what is left"),
    ],
)
def test_an_id_is_made_of_the_code_or_the_title(course: Course, taken: tuple[str, ...], expected: str) -> None:
    assert free_id(course, taken) == expected


def test_a_course_of_a_plan_keeps_its_host_and_one_that_tells_its_host_too() -> None:
    from_plan, told = Course("z", "Logic"), Course("", "Law", host="dtu")
    result = merged((), [from_plan, told], host="uq")
    assert result.courses == result.added == (from_plan, Course("law", "Law", host="dtu"))


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


def test_signs_tell_titles_apart() -> None:
    """C++ and C# read the same when signs fall away, and so do titles of signs alone."""
    titles = ("C++", "C#", "+1", "-1", "👩‍🎓", "😀")
    result = merged((), [Course("", title) for title in titles], host="uq")
    assert tuple(one.title for one in result.added) == titles
    for one in result.courses:
        assert find_courses(result.courses, one.title or "") == (one,)
    assert find_courses(result.courses, "???") == ()


def test_a_name_is_found_in_other_letters_where_none_is_written_so() -> None:
    assert find_courses((Course("x", "Språk og økonomi"),), "sprak OG okonomi") == (Course("x", "Språk og økonomi"),)


def test_a_substitute_that_is_approved_already_stays_so() -> None:
    approved = NEW._replace(status=APPROVED)
    _, come = swapped((OLD,), OLD, approved, ("not-available", DAY))
    assert come.status == APPROVED


def test_an_id_has_room_for_forty_letters_whatever_is_left_out_in_front() -> None:
    assert free_id(Course("", "я" + "a" * 41), ()) == "a" * 40
