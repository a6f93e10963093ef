"""`utveksling fjern LÆRESTED`: take a host out of the plan."""

import sqlite3

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, check_place, emit
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.plan import Plan
from utveksling_cli.planning.wishes import give_up

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fjern eth-zurich\nutveksling fjern NUS"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def fjern(
    name: options.HostName,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    data: options.Data = None,
) -> None:
    """Ta et lærested ut av planen, både som ønske og som favoritt."""
    from utveksling_cli.cli.wish_list import listed_in
    from utveksling_cli.planfile import edit, load

    form = check_format(form)
    path = needed_plan_path(plan_file)
    session = open_session(None, data)
    load(path)
    check_place(out)
    plan = edit(path, lambda plan: give_up(plan, _host_in(plan, session.catalogue, name)))
    emit("wishes", listed_in(session, path, plan), form, out)


def _host_in(plan: Plan, catalogue: sqlite3.Connection, name: str) -> str:
    """Also one that the facts no longer know; raises NotFound for one that is not in the plan."""
    chosen = (*plan.stay.hosts, *plan.favourites)
    if name in chosen:
        return name
    host = find_host(catalogue, name, "LÆRESTED").id
    if host not in chosen:
        told = ", ".join(dict.fromkeys(chosen))
        hint = f"Der står {told}." if told else "Der står ingen læresteder."
        raise NotFound(f"{host} er ikke i planen.", hint=hint)
    return host
