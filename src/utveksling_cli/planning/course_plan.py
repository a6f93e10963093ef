"""A plan of courses held against NTNU's rules: what each course gives in studiepoeng, the sum, and the problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.credits import (
    AS_SAID,
    ECTS,
    IN_HOST_UNIT,
    IN_SP,
    NO_SIZE,
    ReplacedCourse,
    SaidSize,
    Size,
    YearNorm,
)
from utveksling_cli.model.problem import SEVERITIES, Problem
from utveksling_cli.planning.course_checks import Judged, course_problems
from utveksling_cli.planning.credits import convert

_STUDIEPOENG = frozenset({"ects", "sp", "stp", "studiepoeng"})
_KEYS = ("courses",)


class CourseSetting(NamedTuple):
    """What a plan of courses is judged by.

    `host` is the plan's first choice and `country` where it is. `seasons` are those of the stay. `needed` is the
    studiepoeng for one semester, None when unknown. `decisions` are earlier ones on the host's courses.
    """

    today: date
    host: str | None
    country: str | None
    level: str | None
    seasons: tuple[str, ...]
    needed: Decimal | None
    year: YearNorm | None = None
    decisions: tuple[CourseDecision, ...] = ()
    replaced: Mapping[str, ReplacedCourse] = {}
    exceptions: Mapping[str, str] = {}


def course_plan(courses: tuple[Course, ...], setting: CourseSetting) -> CoursePlan:
    """The gravest problems first; those that the plan makes an exception for carry its reason."""
    sizes = {course.id: course_size(course, setting.year) for course in courses}
    counted = [course for course in courses if course.counts and _at_host(course, setting)]
    known = [size for course in counted if (size := sizes[course.id].sp) is not None]
    total = sum(known, Decimal(0))
    unknown = tuple(course.id for course in counted if sizes[course.id].sp is None)
    needed = None if setting.needed is None else setting.needed * len(setting.seasons)
    judged = Judged(courses, tuple(counted), sizes, setting)
    found = [*_total(total, needed, unknown), *course_problems(judged)]
    marked = [problem._replace(exception=setting.exceptions.get(problem.id)) for problem in found]
    ordered = tuple(sorted(marked, key=lambda problem: SEVERITIES.index(problem.severity)))
    return CoursePlan(courses, sizes, total, needed, unknown, ordered)


def course_size(course: Course, year: YearNorm | None) -> Size:
    """A course's credits are in the host's unit unless it says that they are studiepoeng or ECTS."""
    if course.credits is None:
        return Size(SaidSize("", None, IN_HOST_UNIT), NO_SIZE)
    text = f"{course.credits:f} {course.unit or ''}".strip()
    in_ects = course.unit is None and year is not None and year.unit == ECTS
    if in_ects or (course.unit or "").casefold() in _STUDIEPOENG:
        said = SaidSize(text, course.credits, IN_SP)
        return Size(said, AS_SAID, course.credits, course.credits, course.credits)
    return convert(SaidSize(text, course.credits, IN_HOST_UNIT), year)


def _at_host(course: Course, setting: CourseSetting) -> bool:
    return course.host is None or course.host == setting.host


def _total(total: Decimal, needed: Decimal | None, unknown: tuple[str, ...]) -> Iterator[Problem]:
    if needed is None or total >= needed:
        return
    values = {"have": f"{total.quantize(Decimal('0.01')):f}", "need": f"{needed:f}"}
    code = "course.total_unknown" if unknown else "course.too_few"
    yield Problem(code, RULES[code].severity, values | {"count": str(len(unknown))}, _KEYS)
