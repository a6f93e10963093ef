"""The options that describe a course, and the command's own view of the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.cli.output import emit
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.model.errors import NotFound, UsageProblem

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.course import Course
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.render.fagplan import View

Title = Annotated[str | None, typer.Option("--tittel", metavar="TEKST", help="Emnets tittel")]
Code = Annotated[str | None, typer.Option("--kode", metavar="KODE", help="Emnekoden ved lærestedet")]
Credits = Annotated[
    str | None, typer.Option("--poeng", metavar="TALL", help="Omfang i lærestedets enhet, eller «7,5 ECTS»")
]
Link = Annotated[str | None, typer.Option("--lenke", metavar="ADRESSE", help="Nettside med emnebeskrivelsen")]
Replaces = Annotated[
    list[str] | None,
    typer.Option("--erstatter", metavar="EMNE", help="NTNU-emne eller plass, som «K-emne 1»; kan gjentas"),
]
Level = Annotated[
    str | None, typer.Option("--nivå", "--niva", metavar="NIVÅ", help="første år, bachelor, master eller phd")
]
Season = Annotated[str | None, typer.Option("--semester", metavar="SEMESTER", help="høst eller vår")]
Language = Annotated[
    str | None, typer.Option("--språk", "--sprak", metavar="SPRÅK", help="Undervisningsspråket, for eksempel engelsk")
]
Group = Annotated[
    str | None, typer.Option("--gruppe", metavar="NAVN", help="Emner i samme gruppe godkjennes sammen eller ikke")
]
Alternatives = Annotated[
    list[str] | None,
    typer.Option("--alternativ", metavar="EMNE", help="Emne du tar om dette ikke kan tas; kan gjentas"),
]
Status = Annotated[
    str | None,
    typer.Option(
        "--status", metavar="STATUS", help="planlagt, sendt, godkjent, godkjent på vilkår, avslått eller tatt ut"
    ),
]
Decided = Annotated[str | None, typer.Option("--svar", metavar="DATO", help="Dagen NTNU svarte")]


def read_course(said: dict[str, str]) -> Course:
    """Raises UsageProblem with all that is wrong."""
    from utveksling_cli.cli.fagplan.course_fields import checked_course, read_fields

    course, problems = checked_course(read_fields(said))
    if course is None:
        hint = "Se hva som er lov med: utveksling fagplan legg-til --hjelp"
        raise UsageProblem("Emnet kan ikke stå i planen slik.", details=problems, hint=hint)
    return course


def said(**options: str | list[str] | None) -> dict[str, str]:
    """What was typed, by field; a list is one text."""
    return {
        name: "; ".join(value) if isinstance(value, list) else value
        for name, value in options.items()
        if value is not None
    }


def one_course(plan: Plan, text: str) -> Course:
    """Raises NotFound without one, UsageProblem with several."""
    from utveksling_cli.cli.usage import nearest
    from utveksling_cli.planning.course_changes import find_courses

    found = find_courses(plan.courses, text)
    if not found:
        near = nearest(text, [one.id for one in plan.courses])
        hint = "Se emnene med: utveksling fagplan vis"
        raise NotFound(f"Emnet «{text}» er ikke i planen.", hint=f"{near} {hint}" if near else hint)
    if len(found) > 1:
        raise UsageProblem(
            f"«{text}» kan være flere emner i planen.",
            details=tuple(f"{one.id}: {one.name}" for one in found),
            hint="Bruk id-en som står først på linja.",
        )
    return found[0]


def change(plan_file: str | None, how: Callable[[Plan], Plan]) -> tuple[Path, Plan]:
    """Write what `how` makes of the plan; raises NotFound without one."""
    from utveksling_cli.planfile import edit, load

    path = needed_plan_path(plan_file)
    load(path)
    return path, edit(path, how)


def view_of(session: Session, plan: Plan, path: Path, written: tuple[str, ...] = ()) -> View:
    from utveksling_cli.cli.fagplan.judged import judged
    from utveksling_cli.render.fagplan import View

    result = judged(session, plan)
    host = (result.host.id, result.host.name) if result.host else None
    return View(
        result.found,
        host,
        str(result.semester),
        str(path),
        session.today.isoformat(),
        session.data_version,
        written,
    )


def show(view: View, form: str, out: str) -> None:
    emit("fagplan", view, form, out)
