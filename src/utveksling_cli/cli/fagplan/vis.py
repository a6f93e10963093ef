"""`utveksling fagplan vis`: the plan's courses, what they are worth at NTNU, and what is wrong with them."""

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import START
from utveksling_cli.cli.fagplan.shown import show_plan
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import open_session

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = (
    "utveksling fagplan vis\nutveksling fagplan vis --emner mine-vedtak.csv\nutveksling fagplan vis --format json"
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def vis(
    own_file: options.OwnFile = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis emnene i planen med studiepoeng, regnestykket bak og det som ikke er i orden."""
    from utveksling_cli.planfile import load

    form = check_format(form)
    path = needed_plan_path(plan_file, START)
    session = open_session(today, data)
    show_plan(session, load(path), path, (), form, out, own_file=own_file)
