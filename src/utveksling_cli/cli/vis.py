"""`utveksling vis LÆRESTED`: everything that is known of one host."""

import typer

from utveksling_cli.catalogue.queries import country_names, fields_of_study, links
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.resolve import find_hosts
from utveksling_cli.cli.session import open_session, plan_marks

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling vis tu-berlin\nutveksling vis ETH\nutveksling vis waseda --format json"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def vis(
    host: options.HostName,
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
    view = View(
        hosts,
        session.data_version,
        country_names(session.catalogue),
        fields_of_study(session.catalogue),
        links(session.catalogue),
        plan_marks(plan_file),
    )
    emit("vis", view, form, out)
