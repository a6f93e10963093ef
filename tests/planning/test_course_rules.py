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
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.course_plan import GroupTotal
from utveksling_cli.model.course_rules import RULES, source_of
from utveksling_cli.model.credits import FirstYearCourses, ReplacedCourse, YearNorm
from utveksling_cli.model.plan import LEVELS
from utveksling_cli.model.problem import SEVERITIES
from utveksling_cli.planfile.schema import RefId
from utveksling_cli.planning.course_checks import slug
from utveksling_cli.planning.course_plan import CourseSetting, course_plan, level_of
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


SETTING = CourseSetting(TODAY, "kth", "SE", "bachelor", ("autumn",), Decimal(30))
WHOLE = Course("a", "AI", "A1", link="https://e.org", credits=Decimal(15), unit="ECTS", semester="autumn")


def told(*courses: Course, setting: CourseSetting = SETTING) -> dict[str, dict[str, str]]:
    return {problem.id: dict(problem.values) for problem in course_plan(courses, setting).problems}


@pytest.mark.parametrize(
    ("year", "sp", "expected"),
    [
        pytest.param(("48", "48"), "24", None, id="24 of 48 is 30, which is enough"),
        pytest.param(("48", "48"), "23", "course.too_few", id="23 of 48 is 28.75, which is not"),
        pytest.param(("48", "60"), "24", "course.total_unknown", id="30 at most, and that is enough"),
        pytest.param(("49", "60"), "24", "course.too_few", id="29.39 at most, and that is not"),
    ],
)
def test_a_range_is_too_few_only_when_the_most_of_it_is(year: tuple[str, str], sp: str, expected: str | None) -> None:
    norm = YearNorm(*map(Decimal, year), None, ())
    course = WHOLE._replace(credits=Decimal(sp), unit="units")
    found = told(course, setting=SETTING._replace(years={"bachelor": norm}))
    assert {"course.too_few", "course.total_unknown"} & found.keys() == ({expected} if expected else set())


def test_a_sum_that_is_not_known_tells_the_least_and_the_most() -> None:
    norm = YearNorm(Decimal(48), Decimal(60), None, ())
    course = WHOLE._replace(credits=Decimal(24), unit="units")
    found = told(course, setting=SETTING._replace(years={"bachelor": norm}))
    assert found["course.total_unknown"] == {"have": "24.00", "most": "30.00", "need": "30", "count": "1"}
    assert told(WHOLE)["course.too_few"] == {"have": "15.00", "most": "15.00", "need": "30", "count": "0"}


def test_what_the_student_makes_an_exception_for_has_the_reason_and_nothing_else_has() -> None:
    setting = SETTING._replace(exceptions={"course.too_few": "avtalt med instituttet"})
    found = course_plan((WHOLE,), setting).problems
    assert {one.exception for one in found if one.id == "course.too_few"} == {"avtalt med instituttet"}
    assert {one.exception for one in found if one.id != "course.too_few"} == {None}


@pytest.mark.parametrize(
    ("each", "sp", "expected"),
    [
        pytest.param(
            "7.5", "7", ("course.k_slot", {"have": "7.00", "most": "7.00", "need": "7.50", "count": "1"}),
            id="too small",
        ),
        pytest.param(
            None, "7", ("course.k_slot_unknown", {"have": "7.00", "most": "7.00", "need": "", "count": "1"}),
            id="not known how large one must be",
        ),
        pytest.param("7.5", "7.5", None, id="just enough"),
    ],
)  # fmt: skip
def test_a_course_for_a_k_slot_is_held_against_the_size_of_one(
    each: str | None, sp: str, expected: tuple[str, dict[str, str]] | None
) -> None:
    course = WHOLE._replace(credits=Decimal(sp), replaces=("K-emne 1",))
    found = told(course, setting=SETTING._replace(slot_credits=None if each is None else Decimal(each)))
    slots = {one: values for one, values in found.items() if one.startswith("course.k_slot")}
    assert slots == ({} if expected is None else {f"{expected[0]}:a": {"course": "A1 AI", **expected[1]}})


def test_two_k_slots_need_twice_as_much() -> None:
    course = WHOLE._replace(credits=Decimal(14), replaces=("K-emne 1", "K-emne 2"))
    found = told(course, setting=SETTING._replace(slot_credits=Decimal("7.5")))
    assert found["course.k_slot:a"] == {
        "course": "A1 AI", "have": "14.00", "most": "14.00", "need": "15.00", "count": "2",
    }  # fmt: skip


ENDED = ReplacedCourse("TIØ4161", "TIØ4162", "2024-08-01", "estimate", None, "2026-11-23", None)


def test_a_course_for_one_that_has_ended_says_which_came_after_where_one_did() -> None:
    course = WHOLE._replace(replaces=("TIØ4161",))
    for successor in ("TIØ4162", None):
        setting = SETTING._replace(replaced={"TIØ4161": ENDED._replace(replaced_by=successor)})
        assert told(course, setting=setting)["course.discontinued:a:tio4161"] == {
            "course": "A1 AI", "code": "TIØ4161", "day": "2024-08-01", "successor": successor or "",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("replaces", "has"), [("TIØ4161", "TIØ4162"), ("TIØ4162", "TIØ4161")], ids=["the one after", "the one before"]
)
def test_who_has_the_course_under_its_other_code_may_have_it_already(replaces: str, has: str) -> None:
    course = WHOLE._replace(replaces=(replaces,))
    setting = SETTING._replace(replaced={"TIØ4161": ENDED}, completed=frozenset({has}))
    found = told(course, setting=setting)
    assert found[f"course.completed_possible:a:{slug(has)}"] == {"course": "A1 AI", "code": replaces, "has": has}


def decided(day: str, outcome: str = "approved", **fields: str) -> CourseDecision:
    plain = CourseDecision("1", "kth", "A1", "AI", "", "TDT4171", "", outcome, day, "https://e.org")
    return plain._replace(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("yes", "no", "later"),
    [
        pytest.param(["2025-05", "2026-01"], "2024-05", "2026-01", id="the newest yes after the no"),
        pytest.param(["2024-05"], "2024-05", "", id="a yes of the same month may be older"),
        pytest.param(["2023-05"], "2024-05", "", id="a yes before the no"),
        pytest.param([], "2024-05", "", id="no yes"),
        pytest.param(["2025-05"], "", "", id="a no without a date may be newer"),
    ],
)
def test_a_no_from_before_is_told_with_the_yes_that_came_after(yes: list[str], no: str, later: str) -> None:
    decisions = (*map(decided, yes), decided(no, "rejected"))
    found = told(WHOLE, setting=SETTING._replace(decisions=decisions))
    assert found["course.rejected_before:a"] == {
        "course": "A1 AI", "decided": no, "code": "TDT4171", "later": later,
    }  # fmt: skip


def test_a_decision_is_about_a_course_by_its_code_else_by_its_title() -> None:
    by_title = decided("2024", "rejected", host_code="", host_title="a  i")
    for course, is_it in ((WHOLE, True), (WHOLE._replace(code=None), True), (WHOLE._replace(title="Law"), False)):
        found = told(course, setting=SETTING._replace(decisions=(by_title,)))
        assert ("course.rejected_before:a" in found) is is_it
    assert "course.rejected_before:a" not in told(
        WHOLE._replace(title=None), setting=SETTING._replace(decisions=(by_title._replace(host_title=""),))
    )


def test_without_a_host_the_name_of_none_is_told() -> None:
    found = told(WHOLE, setting=SETTING._replace(host=None))
    assert found["course.completed_unknown"] == {"names": "A1 AI", "host": ""}


def test_courses_that_were_taken_for_the_same_before_are_named_with_it() -> None:
    other = WHOLE._replace(id="b", code="B1", title="ML", replaces=("TDT4171",))
    found = told(WHOLE, other, setting=SETTING._replace(decisions=(decided("2026-05"),)))
    assert found["course.overlap_possible:tdt4171"] == {"code": "TDT4171", "names": "A1 AI + B1 ML"}


def test_of_several_noes_the_last_is_told() -> None:
    decisions = (decided("2025-05", "rejected", id="a", ntnu_code="TDT4171"), decided("2024-05", "rejected", id="b"))
    found = told(WHOLE, setting=SETTING._replace(decisions=decisions))
    assert found["course.rejected_before:a"]["decided"] == "2025-05"


def test_the_gravest_problem_stands_first() -> None:
    """A sum that is too small is an error and what the plan does not say a remark, also where its id comes first."""
    severities = [one.severity for one in course_plan((WHOLE._replace(link=None, level="bachelor"),), SETTING).problems]
    assert len(set(severities)) > 1
    assert severities == sorted(severities, key=SEVERITIES.index)


@pytest.mark.parametrize(
    ("courses", "expected"),
    [
        pytest.param(
            (WHOLE._replace(link=None, credits=None),), ("course.missing:a", {"fields": "link credits"}), id="missing"
        ),
        pytest.param(
            (WHOLE._replace(semester="spring"),), ("course.wrong_semester:a", {"season": "spring"}), id="semester"
        ),
        pytest.param((WHOLE._replace(host="dtu"),), ("course.other_host:a", {"host": "dtu"}), id="another host"),
        pytest.param(
            (WHOLE._replace(status="approved", decided=date(2020, 1, 2)),),
            ("course.old_approval:a", {"decided": "2020-01-02"}),
            id="old",
        ),
    ],
)
def test_a_problem_of_a_course_has_all_that_fills_its_sentence(
    courses: tuple[Course, ...], expected: tuple[str, dict[str, str]]
) -> None:
    identifier, values = expected
    assert told(*courses)[identifier] == {"course": "A1 AI", **values}


def test_courses_that_are_one_are_named_together_and_the_problem_is_of_all_courses() -> None:
    other = WHOLE._replace(id="b", title="ML", replaces=("TDT4171",))
    found = told(WHOLE._replace(replaces=("TDT4171",)), other)
    both = "A1 AI + A1 ML"
    assert found["course.twice:a1"] == {"code": "A1", "names": both}
    assert found["course.overlap:tdt4171"] == {"replaced": "TDT4171", "names": both}
    problems = course_plan((WHOLE, other), SETTING).problems
    assert {one.keys for one in problems if one.code == "course.twice"} == {("courses",)}


def test_a_first_year_course_is_a_part_of_the_bachelors_year() -> None:
    assert level_of(Course("a", level="first_year"), "master") == "bachelor"
    assert level_of(Course("a", level="master"), "bachelor") == "master"
    assert level_of(Course("a"), "master") == "master"


def test_a_group_is_summed_and_keeps_what_it_replaces() -> None:
    one = WHOLE._replace(group="g", replaces=("TDT4171", "K-emne 1"))
    other = WHOLE._replace(id="b", code="B1", group="g", replaces=("K-emne 1",), credits=Decimal("7.5"))
    apart = WHOLE._replace(id="c", code="C1", group="h", credits=None)
    out = WHOLE._replace(id="d", code="D1", group="g", status="rejected")
    assert course_plan((one, other, apart, out), SETTING).groups == {
        "g": GroupTotal(Decimal("22.5"), Decimal("22.5"), ("TDT4171", "K-emne 1")),
        "h": GroupTotal(Decimal(0), None, ()),
    }


@pytest.mark.parametrize(
    ("student", "course", "country", "unknown"),
    [
        ("master", None, "SE", True),
        ("bachelor", None, "SE", False),
        ("bachelor", None, "US", True),
        (None, None, "SE", True),
        (None, "bachelor", "SE", True),
        (None, "first_year", "SE", True),
        (None, "master", "SE", False),
        ("master", "bachelor", "SE", False),
    ],
)
def test_a_level_that_is_not_told_is_unknown_only_where_it_matters(
    student: str | None, course: str | None, country: str, unknown: bool
) -> None:
    """First-year courses are refused in the USA, and a master's student may have no course below."""
    setting = SETTING._replace(level=student, country=country, first_year={"US": REFUSED})
    assert ("course.level_unknown" in told(WHOLE._replace(level=course), setting=setting)) is unknown


def test_the_sum_is_a_problem_of_all_the_courses() -> None:
    assert [one.keys for one in course_plan((WHOLE,), SETTING).problems if one.id == "course.too_few"] == [("courses",)]
