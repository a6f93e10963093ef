"""The plan of courses as a table: what each gives and replaces, earlier answers, sums, and the pages to go on to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_outlook import CourseOutlook, CoursePages, SemesterTotal
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.render import fagplan
from utveksling_cli.render.decision_words import hundredths
from utveksling_cli.render.fagplan_earlier import earlier_json, earlier_lines, earlier_words
from utveksling_cli.render.fagplan_pages import pages_json, pages_lines
from utveksling_cli.render.fagplan_words import SEMESTERS, STATUSES, size_sources, size_words, sp
from utveksling_cli.render.layout import Column, bold, table, wrap
from utveksling_cli.render.problem_words import SEVERITIES, what
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, plural, semester

_COLUMNS = (
    Column("Emne", prose=18),
    Column("Omfang", right=True),
    Column("sp", right=True),
    Column("Erstatter", prose=12),
    Column("Semester", drop=2),
    Column("Vurdert før", prose=11, drop=3),
    Column("Status", prose=8, drop=1),
)
_ASSUMED = (
    "Antatt: Planen sier ikke når du reiser, så vist er det neste semesteret du kan søke til. Sett ditt med: "
    "utveksling start --ja --semester H2027"
)
_NO_COURSES = "Ingen emner ennå. Legg til med: utveksling fagplan legg-til --tittel … --poeng … eller --forslag NR"


class PlanView(NamedTuple):
    """`checked` is what `fagplan sjekk` shows; `seasons` are the semesters of the stay by the time of year.

    `assumed` tells that the plan does not say when, and that they are the next to apply for.
    """

    checked: fagplan.View
    outlook: CourseOutlook
    pages: CoursePages
    seasons: Mapping[str, Semester]
    assumed: bool


def as_json(view: PlanView) -> dict[str, Any]:
    """As `fagplan sjekk`, and more."""
    told = fagplan.as_json(view.checked)
    by_id = {course.id: course for course in view.checked.found.courses}
    for course in told["courses"]:
        course["earlier_decisions"] = earlier_json(by_id[course["id"]], view.outlook.earlier.get(course["id"], ()))
    semesters = [_semester_json(one, view) for one in view.outlook.semesters]
    return {**told, "semester_assumed": view.assumed, "semesters": semesters, "pages": pages_json(view.pages)}


def _semester_json(one: SemesterTotal, view: PlanView) -> dict[str, Any]:
    semester = view.seasons.get(one.season) if one.season else None
    return {
        "semester": str(semester) if semester else None,
        "season": one.season,
        "credits": f"{hundredths(one.sp):f}",
        "unknown": one.unknown,
        "needed": None if one.needed is None else f"{one.needed:f}",
    }


def as_csv(view: PlanView) -> str:
    return fagplan.as_csv(view.checked)


def as_table(view: PlanView, screen: Screen) -> str:
    checked = view.checked
    place = f"for {checked.host[1]}" if checked.host else "uten lærested"
    stay = " og ".join(semester(one) for one in view.seasons.values())
    blocks = [prose([*checked.written], screen)] if checked.written else []
    blocks.append("\n".join(bold(f"Fagplan {place}, {stay}", screen)) + "\n")
    blocks += [prose([_ASSUMED], screen)] if view.assumed else []
    if checked.found.courses:
        blocks.append(table(_COLUMNS, [_row(one, view) for one in checked.found.courses], screen))
        arithmetic = _arithmetic(view)
        blocks += [prose(arithmetic, screen)] if arithmetic else []
    else:
        blocks.append(prose([_NO_COURSES], screen))
    blocks.append(prose([total(one, view) for one in view.outlook.semesters], screen))
    earlier = earlier_lines(checked.found, view.outlook)
    blocks += [prose(earlier, screen)] if earlier else []
    blocks += [problems(checked.found.problems, screen)] if checked.found.problems else []
    blocks.append(prose(pages_lines(view.pages, checked.host), screen))
    return "\n".join(blocks)


def _row(course: Course, view: PlanView) -> list[str]:
    size = view.checked.found.sizes[course.id]
    counts = course.id in view.checked.found.counted
    worth = "–" if not counts else "?" if size.sp is None else sp(size.sp)
    earlier = view.outlook.earlier.get(course.id, ())
    return [
        course.name,
        size.said.text.replace(".", ",") or "?",
        worth,
        ", ".join(course.replaces) or "–",
        SEMESTERS[course.semester] if course.semester else "–",
        earlier_words(course, earlier),
        STATUSES[course.status],
    ]


def _arithmetic(view: PlanView) -> list[str]:
    found = view.checked.found
    lines = [f"{one.code or one.name}: {size_words(found.sizes[one.id])}" for one in found.counting]
    return [*lines, *size_sources(found.sizes[one.id] for one in found.counting)]


def total(one: SemesterTotal, view: PlanView) -> str:
    """`Høsten 2027: 22,5 av 30 sp. Det mangler 7,5.`"""
    if one.season is None:
        name = "Uten semester"
    else:
        known = view.seasons.get(one.season)
        name = semester(known).capitalize() if known else f"{SEMESTERS[one.season].capitalize()}, utenfor oppholdet"
    need = "" if one.needed is None else f" av {sp(one.needed)}"
    if one.unknown:
        return f"{name}: minst {sp(one.sp)}{need} sp, og {plural(one.unknown, 'emne', 'emner')} uten kjent omfang."
    lacks = Decimal(0) if one.needed is None else one.needed - hundredths(one.sp)
    return f"{name}: {sp(one.sp)}{need} sp.{f' Det mangler {sp(lacks)}.' if lacks > 0 else ''}"


def problems(problems: Iterable[Problem], screen: Screen) -> str:
    """One line each; `fagplan sjekk` has what to do and where the rule stands."""
    styles = {ERROR: screen.bad, WARNING: screen.warn, INFO: screen.dim}
    lines: list[str] = []
    for problem in problems:
        label = SEVERITIES[problem.severity].capitalize() if problem.exception is None else "Unntatt"
        first, *rest = wrap(f"{label}: {clean(what(problem))}", screen.width, "", "  ")
        lines += [styles[problem.severity](first), *rest]
    return "\n".join([*lines, *wrap("Kilder og hva du kan gjøre: utveksling fagplan sjekk", screen.width)]) + "\n"


def prose(texts: Iterable[str], screen: Screen) -> str:
    return "\n".join(line for text in texts for line in wrap(clean(text), screen.width, "", "  ")) + "\n"
