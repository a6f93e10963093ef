"""The answer of `fagplan sjekk`: every problem with the rule behind it, the arithmetic, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from utveksling_cli.model.course import ntnu_code
from utveksling_cli.model.course_outlook import CoursePages
from utveksling_cli.model.course_plan import CoursePlan, GroupTotal
from utveksling_cli.model.course_rules import source_of
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.render import csv, fagplan, sjekk
from utveksling_cli.render.fagplan_pages import pages_json, pages_lines
from utveksling_cli.render.fagplan_vis import prose
from utveksling_cli.render.fagplan_words import PROSE, size_sources, size_words, sp
from utveksling_cli.render.layout import bold, wrap
from utveksling_cli.render.problem_words import SEVERITIES, todo, what
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, semester

_CSV_HEADER = ("id", "alvor", "hva", "gjør", "kilde", "fil", "linje", "unntatt")
_NO_SOURCE = "ingen kilde; programmets egen forsiktighet"


class View(NamedTuple):
    """`lines` is the line of each problem in the plan's file."""

    checked: fagplan.View
    lines: tuple[int, ...]
    strict: bool
    ok: bool
    pages: CoursePages


def as_json(view: View) -> dict[str, Any]:
    told = fagplan.as_json(view.checked)
    for problem, line in zip(told["problems"], view.lines, strict=True):
        problem |= {"file": view.checked.path, "line": line or None}
    return {**told, "strict": view.strict, "ok": view.ok, "pages": pages_json(view.pages)}


def as_csv(view: View) -> str:
    """The problems; the courses themselves are in the CSV of `fagplan vis`."""
    return csv.table(
        _CSV_HEADER,
        [
            (
                one.id,
                SEVERITIES[one.severity],
                what(one),
                todo(one),
                source_of(one),
                view.checked.path,
                line or None,
                one.exception,
            )
            for one, line in _told(view)
        ],
    )


def as_github(view: View) -> str:
    found = [sjekk.annotation(one, view.checked.path, line) for one, line in _told(view) if one.exception is None]
    return "".join(f"{line}\n" for line in found)


def _told(view: View) -> Iterable[tuple[Problem, int]]:
    return zip(view.checked.found.problems, view.lines, strict=True)


def as_table(view: View, screen: Screen) -> str:
    found = view.checked.found
    place = f"for {view.checked.host[1]}" if view.checked.host else "uten lærested"
    when = semester(Semester.parse(view.checked.semester))
    blocks = ["\n".join(bold(f"Sjekk av fagplanen {place}, {when}", screen)) + "\n"]
    ordered = sorted(found.problems, key=lambda one: one.exception is not None)
    blocks += ["\n".join(_block(problem, screen)) + "\n" for problem in ordered]
    blocks.append(prose(_arithmetic(found), screen))
    blocks.append(prose(("Regler som ikke kan regnes ut:", *(f"- {text}" for text in PROSE)), screen))
    blocks.append(prose(pages_lines(view.pages, view.checked.host), screen))
    style = screen.good if view.ok else screen.bad
    blocks.append("\n".join(map(style, wrap(_verdict(view), screen.width))) + "\n")
    return "\n".join(blocks)


def _block(problem: Problem, screen: Screen) -> list[str]:
    if problem.exception is not None:
        return sjekk.excepted(problem, screen)
    style = {ERROR: screen.bad, WARNING: screen.warn, INFO: screen.dim}[problem.severity]
    label = f"{SEVERITIES[problem.severity].capitalize()}:"
    first, *rest = wrap(f"{label} {clean(what(problem))}", screen.width, "", "  ")
    source = source_of(problem)
    return [
        style(label) + first.removeprefix(label),
        *rest,
        *wrap(f"Gjør: {clean(todo(problem))}", screen.width, "  ", "    "),
        *([f"  Kilde: {source}"] if source else wrap(f"Kilde: {_NO_SOURCE}", screen.width, "  ", "    ")),
        screen.dim(f"  {clean(problem.id)}"),
    ]


def _arithmetic(found: CoursePlan) -> Iterator[str]:
    """What each course gives, what the groups give together, and the sum."""
    yield from (f"{one.name}: {size_words(found.sizes[one.id])}" for one in found.counting)
    yield from (_group(name, total) for name, total in found.groups.items())
    least = "minst " if found.unknown else ""
    need = "" if found.needed is None else f" av {sp(found.needed)}"
    unknown = f" Uten ett kjent tall: {len(found.unknown)}." if found.unknown else ""
    yield f"Sum: {least}{sp(found.total)}{need} sp.{unknown}"
    yield from size_sources(found.sizes[one.id] for one in found.counting)


def _group(name: str, total: GroupTotal) -> str:
    given = sp(total.lowest) if total.lowest == total.highest else f"minst {sp(total.lowest)}"
    stands_for = f", for {', '.join(total.replaces)}" if total.replaces else ""
    unknown = " Hvor store NTNU-emnene er, er ikke i dataene." if any(map(ntnu_code, total.replaces)) else ""
    return f"Gruppa «{name}»: {given} sp{stands_for}.{unknown}"


def _verdict(view: View) -> str:
    counted = sjekk.count(view.checked.found.problems)
    said = f"{', '.join(counted).capitalize()}." if counted else "Ingen problemer."
    strict = " (streng)" if view.strict else ""
    is_fine = f"Fagplanen har ingen feil{strict}, men det er fakultetet som godkjenner den."
    return f"{said} {is_fine if view.ok else f'Fagplanen er ikke i orden{strict}.'}"
