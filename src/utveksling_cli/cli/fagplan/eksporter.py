"""`utveksling fagplan eksporter`: the plan of courses as a file to hand in, or to read back."""

from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.fagplan.course_options import view_of
from utveksling_cli.cli.output import CSV, JSON, STANDARD_OUTPUT, XLSX, check_destination, check_format, emit, write
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import open_session

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan eksporter --ut fagplan.md\nutveksling fagplan eksporter --format xlsx --ut fagplan.xlsx"
MARKDOWN, HTML = "md", "html"
FORMATS = (MARKDOWN, HTML, CSV, XLSX, JSON)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def eksporter(
    plan_file: options.Plan = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="md (standard), html, csv, xlsx eller json (komponentene i en Learning Agreement)",
            autocompletion=complete_one_of(FORMATS),
        ),
    ] = MARKDOWN,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Skriv fagplanen i den rekkefølgen skjemaet for forhåndsgodkjenning spør.

    Det er et utkast uten underskrifter. CSV og XLSX kan leses inn igjen: utveksling fagplan legg-til --fil."""
    from utveksling_cli.planfile import load
    from utveksling_cli.render import fagplan_export

    form = check_format(form, FORMATS)
    if form == XLSX:
        check_destination(form, out)
    path = needed_plan_path(plan_file)
    session = open_session(today, data)
    view = view_of(session, load(path), path)
    if form == MARKDOWN:
        write(fagplan_export.as_markdown(view), out)
    elif form == HTML:
        write(fagplan_export.as_html(view), out)
    else:
        emit("fagplan_export", view, form, out)
