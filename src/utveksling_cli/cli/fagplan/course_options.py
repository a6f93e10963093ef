"""The options that describe a course, for every command that takes them, and how they are read."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.output import check_place
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.model.errors import NotFound, UsageProblem
from utveksling_cli.render.fagplan_words import LEVELS, SEMESTERS, STATUSES
from utveksling_cli.render.text import listed

if TYPE_CHECKING:
    from utveksling_cli.model.course import Course
    from utveksling_cli.model.plan import Plan

# The command that makes the plan that a command under `fagplan` lacks.
START = "utveksling fagplan ny"
_LEVELS, _STATUSES, _SEASONS = (tuple(words.values()) for words in (LEVELS, STATUSES, SEMESTERS))


def _text(metavar: str, told: str, *names: str, allowed: tuple[str, ...] = ()) -> Any:
    completion = complete_one_of(allowed) if allowed else None
    return Annotated[str | None, typer.Option(*names, metavar=metavar, help=told, autocompletion=completion)]


# By the field of a course, in the order of the help.
FIELDS: dict[str, Any] = {
    "title": _text("TEKST", "Emnets tittel", "--tittel"),
    "code": _text("KODE", "Emnekoden ved lærestedet", "--kode"),
    "credits": _text("TALL", "Omfang i lærestedets enhet, eller «7,5 ECTS»", "--poeng"),
    "link": _text("ADRESSE", "Nettside med emnebeskrivelsen", "--lenke"),
    "reading_list": _text("ADRESSE", "Nettside med pensumlista, når fakultetet ber om den", "--pensum"),
    "replaces": Annotated[
        list[str] | None,
        typer.Option("--erstatter", metavar="EMNE", help="NTNU-emne eller plass, som «K-emne 1»; kan gjentas"),
    ],
    "level": _text("NIVÅ", listed(list(_LEVELS), "eller"), "--nivå", "--niva", allowed=_LEVELS),
    "semester": _text("SEMESTER", listed(list(_SEASONS), "eller"), "--semester", allowed=_SEASONS),
    "language": _text("SPRÅK", "Undervisningsspråket, for eksempel engelsk", "--språk", "--sprak"),
    "group": _text("NAVN", "Emner i samme gruppe godkjennes sammen eller ikke", "--gruppe"),
    "alternatives": Annotated[
        list[str] | None,
        typer.Option("--alternativ", metavar="EMNE", help="Emne du tar om dette ikke kan tas; kan gjentas"),
    ],
    "status": _text(
        "STATUS",
        listed(list(_STATUSES), "eller"),
        "--status",
        allowed=_STATUSES,
    ),
    "decided": _text("DATO", "Dagen NTNU svarte", "--svar"),
}


def takes_course(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a course: it gets what was typed, by field, as its argument `typed`.

    Typer reads a function's options off its signature, so the signature is what is put together here.
    """
    own = [one for one in inspect.signature(command).parameters.values() if one.name != "typed"]
    keyword = inspect.Parameter.KEYWORD_ONLY
    fields = [inspect.Parameter(name, keyword, default=None, annotation=kind) for name, kind in FIELDS.items()]
    arguments = [one.replace(kind=keyword) for one in own if one.default is inspect.Parameter.empty]
    rest = [one.replace(kind=keyword) for one in own if one.default is not inspect.Parameter.empty]

    def with_fields(**given: Any) -> None:
        typed = _typed({name: given.pop(name) for name in FIELDS})
        command(**given, typed=typed)

    with_fields.__doc__, with_fields.__name__ = command.__doc__, command.__name__
    parameters = [*arguments, *fields, *rest]
    with_fields.__annotations__ = {one.name: one.annotation for one in parameters}
    with_fields.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return with_fields


def _typed(given: dict[str, str | list[str] | None]) -> dict[str, str]:
    """What was typed, by field; a list is one text."""
    typed = {}
    for name, value in given.items():
        if isinstance(value, list):
            typed[name] = "; ".join(value)
        elif value is not None:
            typed[name] = value
    return typed


def read_course(typed: dict[str, str]) -> Course:
    """Raises UsageProblem with all that is wrong."""
    from utveksling_cli.cli.fagplan.course_fields import checked_course, read_fields

    names = {name: kind.__metadata__[0].default for name, kind in FIELDS.items()}
    course, problems = checked_course(read_fields(typed), names)
    if course is None:
        hint = "Se hva som er lov med: utveksling fagplan legg-til --hjelp"
        raise UsageProblem("Emnet kan ikke stå i planen slik.", details=problems, hint=hint)
    return course


def with_typed(course: Course, typed: dict[str, str]) -> Course:
    """The course with what was typed in place of what it said; an empty text takes it away.

    Credits that are typed without a unit are in the host's.
    """
    new = read_course(typed)
    named = {*typed} | ({"unit"} if "credits" in typed else set())
    return course._replace(**{name: getattr(new, name) for name in named})


def one_course(plan: Plan, text: str) -> Course:
    """Raises NotFound without one, UsageProblem with several."""
    from utveksling_cli.cli.usage import nearest
    from utveksling_cli.planning.course_changes import find_courses

    found = find_courses(plan.courses, text)
    if not found:
        near = nearest(text, [name for one in plan.courses for name in (one.id, one.code) if name])
        hint = "Se emnene med: utveksling fagplan vis"
        raise NotFound(f"Emnet «{text}» er ikke i planen.", hint=f"{near} {hint}" if near else hint)
    if len(found) > 1:
        raise UsageProblem(
            f"«{text}» kan være flere emner i planen.",
            details=tuple(f"{one.id}: {one.name}" for one in found),
            hint="Bruk id-en som står først på linja.",
        )
    return found[0]


def change(plan_file: str | None, how: Callable[[Plan], Plan], out: str) -> tuple[Path, Plan]:
    """Write what `how` makes of the plan, when the answer can be written to `out`; raises NotFound without one."""
    from utveksling_cli.planfile import edit, load

    check_place(out)
    path = needed_plan_path(plan_file, START)
    load(path)
    return path, edit(path, how)
