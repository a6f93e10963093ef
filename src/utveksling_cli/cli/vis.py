"""`utveksling vis LÆRESTED`: everything that is known of one host."""

from typing import Annotated

import typer

from utveksling_cli.catalogue.queries import country_names, fields_of_study, links
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.resolve import find_hosts
from utveksling_cli.cli.session import open_session, plan_is_named, plan_path

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling vis tu-berlin\nutveksling vis ETH\nutveksling vis waseda --format json"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def vis(
    host: Annotated[
        str,
        typer.Argument(
            metavar="LÆRESTED", help="Id, navn, forkortelse, domene eller Erasmus-kode", autocompletion=complete_host
        ),
    ],
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis alt som er kjent om ett lærested, hva det bygger på, og hva som er ukjent.

    Deler flere læresteder en forkortelse, vises alle."""
    from utveksling_cli.render.vis import View

    form = check_format(form)
    session = open_session(today, data)
    hosts = tuple(find_hosts(session.catalogue, host))
    path, marks = plan_path(plan_file), None
    if path is not None:
        from utveksling_cli.cli.marks import read_marks

        marks = read_marks(path, named=plan_is_named(plan_file))
    view = View(
        hosts,
        session.data_version,
        country_names(session.catalogue),
        fields_of_study(session.catalogue),
        links(session.catalogue),
        marks,
    )
    emit("vis", view, form, out)
