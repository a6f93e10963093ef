"""`utveksling fjern`: take a host out of the plan's choices and favourites."""

from typing import Annotated

import typer

from utveksling_cli.catalogue.queries import institution_names
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import open_session
from utveksling_cli.cli.velg import shown
from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.plan import Plan
from utveksling_cli.planfile import edit, load

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fjern tu-berlin"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def fjern(
    host: Annotated[
        str, typer.Argument(metavar="LÆRESTED", help="Et lærested som står i planen", autocompletion=complete_host)
    ],
    plan: options.Plan = None,
    data: options.Data = None,
) -> None:
    """Ta et lærested ut av planen, både blant dem du vil søke og blant favorittene."""
    path = needed_plan_path(plan)
    session = open_session(None, data)
    held = load(path)
    there = (*held.stay.hosts, *held.favourites)
    # An id that the facts no longer know can still be taken out.
    gone = host if host in there else find_host(session.catalogue, host, "LÆRESTED").id
    if gone not in there:
        raise NotFound(f"«{host}» står ikke i planen.", hint=f"Der står {', '.join(there) or 'ingen læresteder'}.")

    def change(before: Plan) -> Plan:
        hosts = tuple(one for one in before.stay.hosts if one != gone)
        favourites = tuple(one for one in before.favourites if one != gone)
        return before._replace(stay=before.stay._replace(hosts=hosts), favourites=favourites)

    typer.echo(shown(edit(path, change), dict(institution_names(session.catalogue)), path), nl=False)
