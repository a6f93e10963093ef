"""A plan of courses held against NTNU's rules: what each course gives in studiepoeng, the sum, and the problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course import BACHELOR, FIRST_YEAR, Course
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.credits import (
    AS_SAID,
    ECTS,
    IN_HOST_UNIT,
    IN_SP,
    NO_SIZE,
    STUDIEPOENG,
    FirstYearCourses,
    ReplacedCourse,
    SaidSize,
    Size,
    YearNorm,
)
from utveksling_cli.model.problem import SEVERITIES, Problem
from utveksling_cli.planning.course_checks import Judged, each_course
from utveksling_cli.planning.course_overlap import overlaps
from utveksling_cli.planning.course_slots import group_totals, plain, slots, span
from utveksling_cli.planning.credits import convert, rounded

_KEYS = ("courses",)


class CourseSetting(NamedTuple):
    """What a plan of courses is judged by.

    `host` is the plan's first choice and `country` where it is; `years` are what a full year is there, by the level
    of a course. `seasons` are those of the stay, and `dated` is whether the plan says so itself. `needed` is the
    studiepoeng for one semester and `slot_credits` for one K-emne, None when unknown. `decisions` are earlier ones
    on the host's courses, and `first_year` the countries whose first-year courses do not count. `completed` are the
    NTNU courses that the student has, None when that is not told.
    """

    today: date
    host: str | None
    country: str | None
    level: str | None
    seasons: tuple[str, ...]
    needed: Decimal | None
    dated: bool = True
    slot_credits: Decimal | None = None
    years: Mapping[str | None, YearNorm | None] = {}
    decisions: tuple[CourseDecision, ...] = ()
    replaced: Mapping[str, ReplacedCourse] = {}
    first_year: Mapping[str, FirstYearCourses] = {}
    completed: frozenset[str] | None = None
    asks_reading_list: bool | None = None
    exceptions: Mapping[str, str] = {}


def course_plan(courses: tuple[Course, ...], setting: CourseSetting) -> CoursePlan:
    """The gravest problems first; those that the plan makes an exception for carry its reason."""
    sizes = {one.id: course_size(one, _year(one, setting)) for one in courses}
    counted = tuple(one for one in courses if one.counts and _is_at_first(one, setting))
    judged = Judged(courses, counted, sizes, setting)
    unknown = tuple(one.id for one in counted if sizes[one.id].sp is None)
    total, most = span(counted, judged)
    needed = None if setting.needed is None else setting.needed * len(setting.seasons)
    enough = _total((total, most), needed, len(unknown))
    found = [*enough, *each_course(judged), *overlaps(judged), *slots(judged)]
    marked = [problem._replace(exception=setting.exceptions.get(problem.id)) for problem in found]
    ordered = tuple(sorted(marked, key=lambda problem: SEVERITIES.index(problem.severity)))
    return CoursePlan(
        courses, sizes, total, needed, unknown, ordered, frozenset(one.id for one in counted), group_totals(judged)
    )


def _is_at_first(course: Course, setting: CourseSetting) -> bool:
    return course.host in {None, setting.host}


def _year(course: Course, setting: CourseSetting) -> YearNorm | None:
    """The first choice's full year says nothing of another host's credits."""
    return setting.years.get(level_of(course, setting.level)) if _is_at_first(course, setting) else None


def level_of(course: Course, student: str | None) -> str | None:
    """The level whose full year the course is a part of: its own, and else the student's."""
    return BACHELOR if course.level == FIRST_YEAR else course.level or student


def course_size(course: Course, year: YearNorm | None) -> Size:
    """A course's credits are in the host's unit unless it says that they are studiepoeng or ECTS."""
    if course.credits is None:
        return Size(SaidSize("", None, IN_HOST_UNIT), NO_SIZE)
    text = f"{course.credits:f} {course.unit or ''}".strip()
    in_ects = course.unit is None and year is not None and year.unit == ECTS
    if in_ects or (course.unit or "").casefold() in STUDIEPOENG:
        said = SaidSize(text, course.credits, IN_SP)
        return Size(said, AS_SAID, course.credits, course.credits, course.credits)
    said = SaidSize(text, course.credits, IN_HOST_UNIT)
    return convert(said, None if _is_quarter(course.unit) and not _of_quarters(year) else year)


def _is_quarter(unit: str | None) -> bool:
    """Three quarters make a year, so their credits are smaller than those of two semesters."""
    return "quarter" in (unit or "").casefold()


def _of_quarters(year: YearNorm | None) -> bool:
    """Whether the norm counts them; the student's own figure counts what the student says."""
    return year is not None and (not year.norms or _is_quarter(year.unit))


def _total(given: tuple[Decimal, Decimal | None], needed: Decimal | None, unknown: int) -> Iterator[Problem]:
    """Too few, even with the most that the courses can give; or enough only if what is not known is enough."""
    lowest, highest = given
    if needed is None or rounded(lowest) >= needed:
        return
    values = {"have": plain(lowest), "most": plain(highest), "need": f"{needed:f}", "count": str(unknown)}
    short = highest is not None and rounded(highest) < needed
    code = "course.too_few" if short else "course.total_unknown"
    yield Problem(code, RULES[code].severity, values, _KEYS)
