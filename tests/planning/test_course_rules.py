"""Whatever is in a plan of courses, no credits are lost, nothing left out is silent, and every id can be kept."""

import re
from datetime import date
from decimal import Decimal
from hashlib import blake2s
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.course import COURSE_LEVELS, COURSE_SEMESTERS, COURSE_STATUSES, REJECTED, REMOVED, Course
from utveksling_cli.model.course_rules import RULES, source_of
from utveksling_cli.model.credits import FirstYearCourses, ReplacedCourse, YearNorm
from utveksling_cli.model.plan import LEVELS
from utveksling_cli.planfile.schema import RefId
from utveksling_cli.planning.course_checks import slug
from utveksling_cli.planning.course_plan import CourseSetting, course_plan
from utveksling_cli.planning.credits import own_year_norm, rounded

TODAY = date(2026, 11, 24)
REFUSED = FirstYearCourses(
    "US", "course.first_year", "slike godtas ikke", "official", "https://refused.example", "2026-11-23", None
)
ID = re.compile(get_args(RefId)[1].pattern)
texts = st.sampled_from(
    ["K-emne 1", "k-emne 2", "TDT4171", "TIØ4161", "Valgemne", "[/]", "=1+1", "🎓", "אב"]
) | st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=8).map(
    lambda text: text.strip() or "x"
)
years = st.none() | st.builds(
    lambda lowest, more: YearNorm(Decimal(lowest), Decimal(lowest + more), None, ()),
    st.integers(8, 200),
    st.integers(0, 9),
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[tuple[Course, ...], CourseSetting]:
    number = draw(st.integers(0, 6))
    maybe_text = st.none() | texts
    courses = tuple(
        Course(
            f"c{place}",
            title=draw(maybe_text),
            code=draw(maybe_text),
            credits=draw(st.none() | st.decimals(0, 60, places=2)),
            unit=draw(st.sampled_from([None, "ects", "units"])),
            replaces=tuple(draw(st.lists(texts, max_size=2))),
            level=draw(st.none() | st.sampled_from(COURSE_LEVELS)),
            semester=draw(st.none() | st.sampled_from(COURSE_SEMESTERS)),
            group=draw(st.none() | st.sampled_from(["g", "Gruppe 2", "🎓"])),
            status=draw(st.sampled_from(COURSE_STATUSES)),
            decided=draw(st.none() | st.dates(date(2020, 1, 1), TODAY)),
            host=draw(st.sampled_from([None, "dtu", "kth"])),
        )
        for place in range(number)
    )
    level = draw(st.none() | st.sampled_from(LEVELS))
    year = draw(years)
    setting = CourseSetting(
        TODAY,
        "dtu",
        draw(st.sampled_from(["DK", "US", "AR"])),
        level,
        ("autumn",),
        Decimal(30),
        dated=draw(st.booleans()),
        slot_credits=draw(st.none() | st.just(Decimal("7.5"))),
        years=dict.fromkeys([None, *LEVELS], year),
        first_year={"US": REFUSED, "AR": REFUSED._replace(country="AR", problem="course.first_year_argentina")},
        replaced={"TIØ4161": ReplacedCourse("TIØ4161", "TIØ4162", "2024-08-01", "estimate", None, "2026-11-23", None)},
        completed=draw(st.none() | st.frozensets(st.sampled_from(["TDT4171", "TIØ4161", "TIØ4162"]))),
        asks_reading_list=draw(st.none() | st.booleans()),
    )
    return courses, setting


@given(plans())
def test_the_sum_is_that_of_the_courses_that_count_and_never_of_others(plan) -> None:
    courses, setting = plan
    found = course_plan(courses, setting)
    counted = [one for one in courses if one.status not in {REJECTED, REMOVED} and one.host in {None, "dtu"}]
    assert found.counted == {one.id for one in counted}
    surely = [found.sizes[one.id].lowest or Decimal(0) for one in counted]
    assert rounded(found.total) == rounded(sum(surely, Decimal(0)))
    assert set(found.unknown) == {one.id for one in counted if found.sizes[one.id].sp is None}


@given(plans())
def test_what_does_not_count_is_told_but_for_what_the_student_took_out(plan) -> None:
    courses, setting = plan
    ids = {problem.id for problem in course_plan(courses, setting).problems}
    for course in courses:
        assert (f"course.rejected:{course.id}" in ids) == (course.status == REJECTED)
        left_out = course.counts and course.host == "kth"
        assert (f"course.other_host:{course.id}" in ids) == left_out


@given(plans())
def test_too_little_or_unknown_is_never_silent(plan) -> None:
    found = course_plan(*plan)
    codes = {problem.code for problem in found.problems}
    enough = rounded(found.total) >= Decimal(30)
    assert enough == (not codes & {"course.too_few", "course.total_unknown"})


@given(plans())
def test_each_problem_has_a_rule_an_id_of_its_own_and_one_that_the_plan_can_keep(plan) -> None:
    problems = course_plan(*plan).problems
    assert len({problem.id for problem in problems}) == len(problems)
    assert all(problem.severity == RULES[problem.code].severity for problem in problems)
    assert all(ID.fullmatch(problem.id) for problem in problems)


@given(st.lists(st.decimals(0, 40, places=2), min_size=1, max_size=12), st.integers(8, 200))
def test_converting_each_course_loses_nothing_of_the_sum(amounts: list[Decimal], per_year: int) -> None:
    courses = tuple(Course(f"c{place}", credits=amount) for place, amount in enumerate(amounts))
    setting = CourseSetting(
        TODAY, "dtu", "DK", None, ("autumn",), Decimal(30), years={None: own_year_norm(Decimal(per_year))}
    )
    assert rounded(course_plan(courses, setting).total) == rounded(sum(amounts, Decimal(0)) * 60 / per_year)


@given(texts, texts)
def test_two_texts_of_signs_alone_do_not_share_an_id(one: str, other: str) -> None:
    letters = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")
    if one.casefold() != other.casefold() and not letters.fullmatch(one) and not letters.fullmatch(other):
        plain = {"æ", "ø", "å", "-"}
        if not plain & {*one.casefold(), *other.casefold()}:
            assert slug(one) != slug(other)


def mark(text: str) -> str:
    """Six signs that a text of its own has; an id stands in plan files, so it never changes."""
    return blake2s(text.encode(), digest_size=3).hexdigest()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("TIØ4161", "tio4161", id="letters and digits"),
        pytest.param("a" * 50, "a" * 50, id="long, but nothing is lost"),
        pytest.param("C++", f"c-{mark('c++')}", id="signs that an id cannot hold"),
        pytest.param("  C  ++ ", f"c-{mark('c ++')}", id="spaces do not count"),
        pytest.param("(A)", f"a-{mark('(a)')}", id="a sign in front"),
        pytest.param("אב", mark("אב"), id="no letter that an id can hold"),
        pytest.param("אב 1", f"1-{mark('אב 1')}", id="some letters that an id cannot hold"),
        pytest.param("я" + "a" * 41, "a" * 40 + f"-{mark('я' + 'a' * 41)}", id="room for forty letters"),
        pytest.param("a" * 41 + "+", "a" * 40 + f"-{mark('a' * 41 + '+')}", id="cut after 40"),
        pytest.param("a" * 39 + " b+", "a" * 39 + f"-{mark('a' * 39 + ' b+')}", id="no hyphen where it is cut"),
    ],
)
def test_an_id_holds_what_it_can_of_a_text_and_a_mark_for_the_rest(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("a" * 80, "a" * 80, id="80 as it is"),
        pytest.param("a" * 81, "a" * 80 + "…", id="81 cut to 80"),
        pytest.param("a" * 79 + " b", "a" * 79 + "…", id="no space before the dots"),
    ],
)
def test_a_long_name_leaves_room_for_the_rest_of_the_sentence(title: str, shown: str) -> None:
    setting = CourseSetting(TODAY, "kth", "SE", "bachelor", ("autumn",), None)
    found = course_plan((Course("a", title=title),), setting).problems
    assert {one.values["course"] for one in found if "course" in one.values} == {shown}


def test_where_first_year_courses_are_refused_is_what_the_facts_say() -> None:
    """The problem tells what the fact says and where that is read; without the fact there is none."""
    course = Course("a", title="A", level="first_year")
    setting = CourseSetting(TODAY, "kth", "SE", "bachelor", ("autumn",), None)
    codes = {problem.code for problem in course_plan((course,), setting).problems}
    assert not codes & {"course.first_year", "course.first_year_argentina"}
    refused = setting._replace(first_year={"SE": REFUSED._replace(country="SE")})
    (found,) = [one for one in course_plan((course,), refused).problems if one.code == "course.first_year"]
    assert found.values["refused"] == "slike godtas ikke"
    assert source_of(found) == "https://refused.example"


def test_a_fact_without_a_source_gives_a_problem_without_one() -> None:
    course = Course("a", title="A", level="first_year")
    unread = {"SE": REFUSED._replace(status="estimate", source=None)}
    setting = CourseSetting(TODAY, "kth", "SE", "bachelor", ("autumn",), None, first_year=unread)
    (found,) = [one for one in course_plan((course,), setting).problems if one.code == "course.first_year"]
    assert source_of(found) is None


def test_any_other_problem_has_the_source_of_its_rule() -> None:
    setting = CourseSetting(TODAY, "kth", "SE", "bachelor", ("autumn",), None)
    (found,) = [one for one in course_plan((Course("a"),), setting).problems if one.code == "course.missing"]
    assert source_of(found) == RULES["course.missing"].source
