"""The answer of `data sjekk`: every problem with its file and line, or that all is well."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from utveksling_cli.render import csv
from utveksling_cli.render.layout import wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, plural

SCHEMA = "utveksling.data.sjekk/1"
_CSV_HEADER = ("fil", "linje", "problem")


class Problem(Protocol):
    """What the catalogue calls a problem."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def message(self) -> str: ...


class View(NamedTuple):
    path: str
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "path": view.path,
        "files": list(view.files),
        "ok": not view.problems,
        "count": len(view.problems),
        "problems": [{"file": p.file, "line": p.line or None, "message": p.message} for p in view.problems],
        "notices": [],
    }


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [(p.file, p.line or None, p.message) for p in view.problems])


def as_table(view: View, screen: Screen) -> str:
    """One problem on a line of its own, as compilers write them, so that editors can jump there."""
    files = plural(len(view.files), "fil", "filer")
    if not view.problems:
        return screen.good(f"Ingen problemer i {files}.") + "\n"
    lines = [f"{clean(_where(problem))}: {clean(problem.message)}" for problem in view.problems]
    found = plural(len(view.problems), "problem", "problemer")
    return "\n".join([*lines, *(screen.bad(line) for line in wrap(f"{found} i {files}.", screen.width))]) + "\n"


def _where(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}" if problem.line else problem.file
