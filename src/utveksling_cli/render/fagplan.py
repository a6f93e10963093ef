"""A plan of courses as JSON and CSV: the courses, what they are worth, and what is wrong."""

from __future__ import annotations

from typing import Any, NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.course_rules import source_of
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.problem import ERROR, Problem
from utveksling_cli.render import csv
from utveksling_cli.render.course_columns import TITLES, as_csv_cell, cell
from utveksling_cli.render.decision_words import hundredths
from utveksling_cli.render.fagplan_words import size_words
from utveksling_cli.render.json import notices, plain
from utveksling_cli.render.problem_words import todo, what
from utveksling_cli.render.text import NBSP

SCHEMA = "utveksling.fagplan/1"


class View(NamedTuple):
    """`written` tells what a command has done to the plan."""

    found: CoursePlan
    host: tuple[str, str] | None
    semester: str
    path: str
    today: str
    data_version: str
    written: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def ok(self) -> bool:
        return not any(one.severity == ERROR and one.exception is None for one in self.found.problems)


def as_json(view: View) -> dict[str, Any]:
    found = view.found
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today,
        "plan": view.path,
        "host": view.host[0] if view.host else None,
        "semester": view.semester,
        "ok": view.ok,
        "total_credits": f"{hundredths(found.total):f}",
        "needed_credits": None if found.needed is None else f"{found.needed:f}",
        "unknown": list(found.unknown),
        "count": len(found.courses),
        "courses": [_course_json(course, found) for course in found.courses],
        "problems": [_problem_json(problem) for problem in found.problems],
        "written": list(view.written),
        "notices": notices(view.notices),
    }


def _course_json(course: Course, found: CoursePlan) -> dict[str, Any]:
    """`counts` is whether the student will take it at the first choice."""
    size = found.sizes[course.id]
    worth = None if size.sp is None else f"{hundredths(size.sp):f}"
    sources = [norm.source for norm in size.year.norms] if size.year else []
    return {
        **plain(course),
        "counts": course.id in found.counted,
        "ntnu_credits": worth,
        "arithmetic": size_words(size).replace(NBSP, " "),
        "credit_sources": sources,
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "id": problem.id,
        "severity": problem.severity,
        "what": what(problem),
        "todo": todo(problem),
        "source": source_of(problem),
        "exception": problem.exception,
    }


def as_csv(view: View) -> str:
    """Every field of the courses, so that the file can be read back."""
    found = view.found
    rows = [[as_csv_cell(cell(one, field, found.sizes[one.id])) for field in TITLES] for one in found.courses]
    return csv.table(list(TITLES.values()), rows)
