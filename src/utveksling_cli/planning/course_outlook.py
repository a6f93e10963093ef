"""What is known of each course of a plan from before, and what each semester of the stay gives."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course import Course, ntnu_code
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.course_outlook import CourseOutlook, SemesterTotal
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.course_search import Suggestion
from utveksling_cli.planning.course_checks import is_about, is_part
from utveksling_cli.planning.decisions import Known, host_credits, suggestion


class OutlookSetting(NamedTuple):
    """`host` is the plan's first choice; `decisions` are those on its courses. `seasons` are those of the stay."""

    host: str | None
    seasons: tuple[str, ...]
    decisions: tuple[CourseDecision, ...]
    known: Known


def course_outlook(plan: CoursePlan, setting: OutlookSetting) -> CourseOutlook:
    return CourseOutlook(
        tuple(_totals(plan, setting.seasons)),
        {course.id: _earlier(course, setting) for course in plan.courses if course.host in {None, setting.host}},
    )


def _earlier(course: Course, setting: OutlookSetting) -> tuple[Suggestion, ...]:
    """Those for what the course is to replace first; the newest first of each, and those without a date last.

    Answers on the course together with others come after its own.
    """
    # Only hosts that somebody has a decision from are known here.
    if setting.host is None or setting.host not in setting.known.hosts:
        return ()
    credits_there = host_credits(setting.host, setting.known)
    about = [one for one in setting.decisions if is_about(course, one) or is_part(course, one)]
    found = [suggestion(one, setting.known, credits_there) for one in about]
    newest = sorted(found, key=lambda one: one.decision.decided, reverse=True)
    replaced = {ntnu_code(one) or one for one in course.replaces}
    return tuple(
        sorted(newest, key=lambda one: (is_part(course, one.decision), one.decision.ntnu_code not in replaced))
    )


def _totals(plan: CoursePlan, seasons: tuple[str, ...]) -> Iterable[SemesterTotal]:
    """One for each semester of the stay, and one for each other semester that a course is put in.

    A course that does not say its semester is in the only one there is.
    """
    alone = seasons[0] if len(seasons) == 1 else None
    by_season: dict[str | None, list[Course]] = {season: [] for season in seasons}
    for course in plan.courses:
        if course.id not in plan.counted:
            continue
        by_season.setdefault(course.semester or alone, []).append(course)
    needed = None if plan.needed is None else plan.needed / len(seasons)
    for season, courses in by_season.items():
        sizes = [plan.sizes[course.id] for course in courses]
        # As in the plan's own sum: of a size that is only known as a range, the least is sure.
        surely = sum((size.lowest for size in sizes if size.lowest is not None), Decimal(0))
        unknown = sum(size.sp is None for size in sizes)
        yield SemesterTotal(season, surely, unknown, needed if season in seasons else None)
