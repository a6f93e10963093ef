"""`utveksling fagplan sjekk`: whether the plan of courses keeps the rules, for people and for CI."""

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import show, view_of
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import open_session

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan sjekk\nutveksling fagplan sjekk --format json"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def sjekk(
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Sjekk emnene i planen mot NTNUs regler, og avslutt med 1 når noe er feil."""
    from utveksling_cli.planfile import load

    form = check_format(form)
    path = needed_plan_path(plan_file)
    session = open_session(today, data)
    view = view_of(session, load(path), path)
    show(view, form, out)
    if not view.ok:
        raise typer.Exit(1)
