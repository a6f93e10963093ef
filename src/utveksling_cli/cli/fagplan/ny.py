"""`utveksling fagplan ny`: begin a plan of courses for the host that was chosen."""

from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import show, view_of
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import MOST_HOSTS, Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan ny\nutveksling fagplan ny --lærested tu-berlin --forkast"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def ny(
    host: options.Host = None,
    discard: Annotated[bool, typer.Option("--forkast", help="Ta bort emnene som står i planen fra før")] = False,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Begynn på en fagplan for førstevalget. Med --lærested blir det lærestedet førstevalget."""
    from utveksling_cli.planfile import edit, load

    form = check_format(form)
    path = needed_plan_path(plan_file)
    session = open_session(today, data)
    chosen = None if host is None else find_host(session.catalogue, host).id
    load(path)
    plan = edit(path, lambda now: _begun(now, chosen, path, discard=discard))
    show(view_of(session, plan, path, (f"Fagplanen står i {path}.",)), form, out)


def _begun(plan: Plan, host: str | None, path: Path, *, discard: bool) -> Plan:
    if plan.courses and not discard:
        raise UsageProblem(
            "Planen har allerede emner.",
            where=str(path),
            hint="Se dem med utveksling fagplan vis, eller begynn på nytt med --forkast.",
        )
    others = tuple(one for one in plan.stay.hosts if one != host)
    hosts = ((host,) if host else ()) + others
    if not hosts:
        raise UsageProblem("Planen har ikke noe lærested.", hint="Oppgi det: utveksling fagplan ny --lærested ID")
    return plan._replace(courses=(), stay=plan.stay._replace(hosts=hosts[:MOST_HOSTS]))
