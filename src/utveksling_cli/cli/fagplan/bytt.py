"""`utveksling fagplan bytt`: a change during the stay, kept with its reason, and the text for the mail about it."""

from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.fagplan.course_options import change, read_course, takes_course
from utveksling_cli.cli.output import JSON, STANDARD_OUTPUT, TABLE, check_format, emit, write
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.course import CHANGE_REASONS, EXTENDING_MOBILITY, SUBSTITUTING_DELETED
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan

if TYPE_CHECKING:
    from utveksling_cli.cli.fagplan.swap import Sides

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        'utveksling fagplan bytt comp3702 COMP4702 --tittel "Machine Learning" --poeng 2 --grunn not-available',
        "utveksling fagplan bytt comp3702 --grunn timetable-conflict",
        "utveksling fagplan bytt comp3702 COMP4702 --grunn language-mismatch --format epost --ut epost.txt",
    )
)
MAIL = "epost"
_FORMATS = (TABLE, MAIL, JSON)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
@takes_course
def bytt(
    old: Annotated[str, typer.Argument(metavar="UT", help="Emnet som går ut: id, kode eller tittel")],
    typed: dict[str, str],
    new: Annotated[
        str | None,
        typer.Argument(metavar="INN", help="Emnet som kommer inn: et i planen, eller koden til et nytt"),
    ] = None,
    reason: Annotated[
        str,
        typer.Option(
            "--grunn", metavar="GRUNN", help=", ".join(CHANGE_REASONS), autocompletion=complete_one_of(CHANGE_REASONS)
        ),
    ] = "",
    plan_file: options.Plan = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="tabell (standard: hva byttet gjør, og teksten til e-posten), epost (bare teksten) eller json",
            autocompletion=complete_one_of(_FORMATS),
        ),
    ] = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Bytt et emne i planen, ta vare på historien, og få teksten til e-posten til studieveilederen.

    Uten INN går emnet bare ut. Med extending-mobility kommer det første emnet til, og ingenting går ut. Med
    substituting-deleted kommer INN i stedet for et emne som er tatt ut før."""
    from utveksling_cli.cli.fagplan.pages import CHANGE
    from utveksling_cli.cli.fagplan.shown import plan_view
    from utveksling_cli.cli.fagplan.swap import sides_of
    from utveksling_cli.planning.course_changes import swapped
    from utveksling_cli.render.fagplan_bytt import SwapView, mail

    form = check_format(form, _FORMATS)
    _check_reason(reason, new)
    read_course(typed)
    session = open_session(today, data)
    swap: list[Sides] = []

    def how(plan: Plan) -> Plan:
        sides = sides_of(plan, (old, new, reason), typed)
        swap[:] = [sides]
        return plan._replace(courses=swapped(plan.courses, *sides, (reason, session.today)))

    path, plan = change(plan_file, how, out)
    by_id = {one.id: one for one in plan.courses}
    before, after = (by_id[side.id] if side else None for side in swap[0])
    view = SwapView(plan_view(session, plan, path, step=CHANGE), before, after, reason)
    if form == MAIL:
        write(mail(view), out)
    else:
        emit("fagplan_bytt", view, form, out)


def _check_reason(reason: str, new: str | None) -> None:
    from utveksling_cli.render.fagplan_words import REASONS

    known = tuple(f"{one}: {REASONS[one]}" for one in CHANGE_REASONS)
    if not reason:
        raise UsageProblem("Hvorfor byttes emnet?", details=known, hint="Oppgi --grunn med en av disse.")
    if reason not in CHANGE_REASONS:
        raise UsageProblem(f"--grunn: «{reason}» er ikke lov.", details=known, hint="Skriv en av disse.")
    if reason == EXTENDING_MOBILITY and new is not None:
        raise UsageProblem("Når oppholdet forlenges, går ikke noe emne ut.", hint="Oppgi bare emnet som kommer til.")
    if reason == SUBSTITUTING_DELETED and new is None:
        hint = "Oppgi først emnet som er tatt ut, og så det som kommer inn."
        raise UsageProblem("Med substituting-deleted må et emne komme inn.", hint=hint)
