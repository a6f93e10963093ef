"""The answer of `sjekk`: every problem of the plan, what to do about it, and the verdict."""

from __future__ import annotations

from typing import Any, NamedTuple

from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.render import csv
from utveksling_cli.render.layout import bold, wrap
from utveksling_cli.render.problem_words import SEVERITIES, todo, what
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, plural

SCHEMA = "utveksling.sjekk/1"
_CSV_HEADER = ("id", "alvor", "hva", "gjør", "fil", "linje", "unntatt")
_COUNTED = {ERROR: ("feil", "feil"), WARNING: ("advarsel", "advarsler"), INFO: ("merknad", "merknader")}
# What GitHub calls the severities.
_ANNOTATIONS = {ERROR: "error", WARNING: "warning", INFO: "notice"}


class View(NamedTuple):
    """`lines` is the line of each problem in the plan's file."""

    problems: tuple[Problem, ...]
    lines: tuple[int, ...]
    path: str
    today: str
    data_version: str
    strict: bool
    ok: bool


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today,
        "plan": view.path,
        "strict": view.strict,
        "ok": view.ok,
        "count": len(view.problems),
        "problems": [
            {**problem_json(problem), "file": view.path, "line": line or None}
            for problem, line in zip(view.problems, view.lines, strict=True)
        ],
        "notices": [],
    }


def problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "id": problem.id,
        "severity": problem.severity,
        "what": what(problem),
        "todo": todo(problem),
        "exception": problem.exception,
    }


def as_csv(view: View) -> str:
    rows = zip(view.problems, view.lines, strict=True)
    return csv.table(
        _CSV_HEADER,
        [
            (one.id, SEVERITIES[one.severity], what(one), todo(one), view.path, line or None, one.exception)
            for one, line in rows
        ],
    )


def as_github(view: View) -> str:
    """Workflow commands, which GitHub shows beside the line; an exception is no annotation."""
    told = zip(view.problems, view.lines, strict=True)
    found = [annotation(problem, view.path, line) for problem, line in told if problem.exception is None]
    return "".join(f"{line}\n" for line in found)


def annotation(problem: Problem, path: str, line: int) -> str:
    place = f"file={_property(path)},line={max(line, 1)},title={_property(problem.id)}"
    return f"::{_ANNOTATIONS[problem.severity]} {place}::{_message(f'{what(problem)} {todo(problem)}')}"


def _message(text: str) -> str:
    """What ends a command or starts a code in it, and what would steer who reads its log."""
    return clean(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_table(view: View, screen: Screen) -> str:
    blocks = ["\n".join(bold(f"Sjekk av {view.path}", screen)) + "\n"]
    open_ones = [problem for problem in view.problems if problem.exception is None]
    blocks += ["\n".join(_block(problem, screen)) + "\n" for problem in open_ones]
    with_reason = [problem for problem in view.problems if problem.exception is not None]
    blocks += ["\n".join(excepted(problem, screen)) + "\n" for problem in with_reason]
    style = screen.good if view.ok else screen.bad
    return "\n".join([*blocks, "\n".join(map(style, wrap(verdict(view), screen.width))) + "\n"])


def _block(problem: Problem, screen: Screen) -> list[str]:
    style = {ERROR: screen.bad, WARNING: screen.warn, INFO: screen.dim}[problem.severity]
    first, *rest = wrap(f"{SEVERITIES[problem.severity].capitalize()}: {clean(what(problem))}", screen.width, "", "  ")
    label, colon, remainder = first.partition(":")
    lines = [
        style(label + colon) + remainder,
        *rest,
        *wrap(f"Gjør: {clean(todo(problem))}", screen.width, "  ", "    "),
    ]
    return [*lines, screen.dim(f"  {clean(problem.id)}")]


def excepted(problem: Problem, screen: Screen) -> list[str]:
    text = f"Unntatt: {clean(what(problem))} Grunn: {clean(problem.exception or '')}"
    return [screen.dim(line) for line in [*wrap(text, screen.width, "", "  "), f"  {clean(problem.id)}"]]


def verdict(view: View) -> str:
    """`1 feil, 2 advarsler. Planen er ikke i orden.`"""
    counted = count(view.problems)
    said = f"{', '.join(counted).capitalize()}." if counted else "Ingen problemer."
    strict = " (streng)" if view.strict else ""
    return f"{said} Planen {'er' if view.ok else 'er ikke'} i orden{strict}."


def count(problems: tuple[Problem, ...]) -> list[str]:
    """`1 feil`, `2 advarsler`: those without an exception, and how many have one."""
    found = []
    for severity, words in _COUNTED.items():
        number = sum(one.severity == severity and one.exception is None for one in problems)
        if number:
            found.append(plural(number, *words))
    excepted = sum(one.exception is not None for one in problems)
    return [*found, f"{excepted} unntatt"] if excepted else found
