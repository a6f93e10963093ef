"""The answer of `fagplan vis` and `fagplan sjekk`: the courses, what they are worth, and what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.credits import Size
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.render import csv
from utveksling_cli.render.course_columns import TITLES, as_csv_cell, cell
from utveksling_cli.render.fagplan_words import PROSE, SEMESTERS, STATUSES, size_words, sp
from utveksling_cli.render.json import notices, plain
from utveksling_cli.render.layout import Column, bold, table, wrap
from utveksling_cli.render.problem_words import SEVERITIES, todo, what
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import NBSP, clean

_HUNDREDTH = Decimal("0.01")
SCHEMA = "utveksling.fagplan/1"
FORM = "https://i.ntnu.no/wiki/-/wiki/Norsk/Forh%C3%A5ndsgodkjenning+av+fagplan+ved+utenlandsopphold"
_COLUMNS = (
    Column("Emne", prose=18),
    Column("Omfang", right=True),
    Column("sp", right=True),
    Column("Erstatter", prose=12),
    Column("Semester", drop=2),
    Column("Status", prose=8, drop=1),
)


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
        "total_credits": f"{found.total.quantize(_HUNDREDTH):f}",
        "needed_credits": None if found.needed is None else f"{found.needed:f}",
        "unknown": list(found.unknown),
        "count": len(found.courses),
        "courses": [_course_json(course, found.sizes[course.id]) for course in found.courses],
        "problems": [_problem_json(problem) for problem in found.problems],
        "written": list(view.written),
        "notices": notices(view.notices),
    }


def _course_json(course: Course, size: Size) -> dict[str, Any]:
    worth = None if size.sp is None else f"{size.sp.quantize(_HUNDREDTH):f}"
    sources = [norm.source for norm in size.year.norms] if size.year else []
    return {
        **plain(course),
        "counts": course.counts,
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
        "source": RULES[problem.code].source,
        "exception": problem.exception,
    }


def as_csv(view: View) -> str:
    """Every field of the courses, so that the file can be read back."""
    found = view.found
    rows = [[as_csv_cell(cell(one, field, found.sizes[one.id])) for field in TITLES] for one in found.courses]
    return csv.table(list(TITLES.values()), rows)


def as_table(view: View, screen: Screen) -> str:
    found = view.found
    place = view.host[1] if view.host else "uten lærested"
    blocks = [*(_prose([text], screen) for text in view.written)]
    blocks.append("\n".join(bold(f"Fagplan for {place}, {view.semester}", screen)) + "\n")
    if found.courses:
        blocks.append(table(_COLUMNS, [_row(one, found.sizes[one.id]) for one in found.courses], screen))
        blocks.append(_arithmetic(found, screen))
    else:
        blocks.append(
            _prose(["Ingen emner ennå. Legg til med: utveksling fagplan legg-til --tittel … --poeng …"], screen)
        )
    blocks += [_block(problem, screen) for problem in found.problems]
    blocks.append(_prose([f"Les også: {text}" for text in PROSE], screen))
    blocks.append(_prose([f"Skjemaet for forhåndsgodkjenning: {FORM}"], screen))
    blocks.append(_prose([_verdict(view)], screen))
    return "\n".join(blocks)


def _row(course: Course, size: Size) -> list[str]:
    amount = f"{size.said.text}".replace(".", ",")
    worth = "–" if not course.counts else "?" if size.sp is None else sp(size.sp)
    season = SEMESTERS[course.semester] if course.semester else ""
    return [course.name, amount, worth, ", ".join(course.replaces), season, STATUSES[course.status]]


def _arithmetic(found: CoursePlan, screen: Screen) -> str:
    lines = [f"{one.name}: {size_words(found.sizes[one.id])}" for one in found.courses if one.counts]
    need = "" if found.needed is None else f" av {sp(found.needed)}"
    unsure = " (minst; noe er ukjent)" if found.unknown else ""
    sources = dict.fromkeys(
        norm.source for size in found.sizes.values() if size.year for norm in size.year.norms if norm.source
    )
    return _prose([*lines, f"Sum: {sp(found.total)}{need} sp{unsure}", *(f"Kilde: {one}" for one in sources)], screen)


def _block(problem: Problem, screen: Screen) -> str:
    style = {ERROR: screen.bad, WARNING: screen.warn, INFO: screen.dim}[problem.severity]
    label = SEVERITIES[problem.severity].capitalize() if problem.exception is None else "Unntatt"
    first, *rest = wrap(f"{label}: {clean(what(problem))}", screen.width, "", "  ")
    why = problem.exception and f"Grunn: {problem.exception}"
    source = RULES[problem.code].source or "programmets egen forsiktighet"
    lines = [*rest, *wrap(clean(why or f"Gjør: {todo(problem)}"), screen.width, "  ", "    ")]
    return "\n".join([style(first), *lines, *wrap(f"Kilde: {source}", screen.width, "  ", "    ")]) + (
        f"\n{screen.dim(f'  {clean(problem.id)}')}\n"
    )


def _prose(texts: list[str], screen: Screen) -> str:
    return "\n".join(line for text in texts for line in wrap(clean(text), screen.width, "", "  ")) + "\n"


def _verdict(view: View) -> str:
    errors = sum(one.severity == ERROR and one.exception is None for one in view.found.problems)
    if errors:
        return f"Fagplanen er ikke i orden: {errors} feil."
    return "Fagplanen har ingen feil. Det er fakultetet som godkjenner den."
