"""`utveksling sjekk`: all checks of the student's plan, for people, for CI and for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.cli import check_options, options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import GITHUB, STANDARD_OUTPUT, TABLE, TEXT_FORMATS, check_format, check_place, emit
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.cli.usage import nearest
from utveksling_cli.model.errors import NotFound, UsageProblem

if TYPE_CHECKING:
    from utveksling_cli.model.plan import Plan

_USUAL_REASON = '--unnta ID --grunn "avklart med studieveileder"'

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling sjekk",
        "utveksling sjekk --format github",
        'utveksling sjekk --unnta calendar.next_semester --grunn "avklart med studieveileder"',
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def sjekk(
    strict: check_options.Strict = False,
    exempt: Annotated[
        str | None, typer.Option("--unnta", metavar="ID", help="Skriv i planen at dette problemet er i orden")
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--grunn", metavar="TEKST", help="Hvorfor det er i orden, sammen med --unnta")
    ] = None,
    own_file: options.OwnFile = None,
    plan_file: options.Plan = None,
    form: check_options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Sjekk planen: frister, læresteder, økonomi og det som mangler, med hva du kan gjøre.

    Avslutter med 1 når noe er galt, så kommandoen kan brukes i CI. Et problem som er avklart, kan unntas med en grunn,
    som skrives i planen."""
    from utveksling_cli.cli.checked import findings
    from utveksling_cli.planfile import load
    from utveksling_cli.planfile.lines import lines_of
    from utveksling_cli.planning.checks import failed
    from utveksling_cli.render.sjekk import View

    form = check_format(form, (*TEXT_FORMATS, GITHUB))
    _check_pair(exempt, reason)
    path = needed_plan_path(plan_file)
    session = open_session(today, data)
    plan = load(path)
    if exempt is not None and reason is not None:
        check_place(out)
        plan = _with_exception(session, plan, path, (exempt.strip(), " ".join(reason.split())), own_file)
    problems = findings(session, plan, own_file).problems
    ok = not failed(problems, strict=strict)
    lines = lines_of(path, [problem.keys for problem in problems])
    view = View(problems, lines, str(path), session.today.isoformat(), session.data_version, strict, ok)
    emit("sjekk", view, form, out)
    if not ok:
        raise typer.Exit(1)


def _check_pair(exempt: str | None, reason: str | None) -> None:
    if exempt is not None and (reason is None or not reason.strip()):
        raise UsageProblem("--unnta trenger --grunn.", hint=f"For eksempel: {_USUAL_REASON}")
    if exempt is None and reason is not None:
        raise UsageProblem("--grunn trenger --unnta.", hint=f"For eksempel: {_USUAL_REASON}")


def _with_exception(
    session: Session, plan: "Plan", path: Path, exception: tuple[str, str], own_file: str | None
) -> "Plan":
    """Write the reason into the plan's file; raises NotFound for an id that no problem has now."""
    from utveksling_cli.cli.checked import findings
    from utveksling_cli.planfile import edit

    identifier, reason = exception
    known = [problem.id for problem in findings(session, plan, own_file).problems]
    if identifier not in known:
        near = nearest(identifier, known)
        hint = "Se id-ene med: utveksling sjekk"
        raise NotFound(f"--unnta: planen har ikke problemet «{identifier}».", hint=f"{near} {hint}" if near else hint)
    return edit(path, lambda now: now._replace(exceptions={**now.exceptions, identifier: reason}))
