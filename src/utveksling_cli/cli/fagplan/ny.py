"""`utveksling fagplan ny`: begin a plan of courses for the host that was chosen, and never lose one that is there."""

from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.plan import plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import PLAN_FILE, open_session
from utveksling_cli.model.plan import MOST_HOSTS, Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan ny --lærested tu-berlin\nutveksling fagplan ny"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def ny(
    host: Annotated[
        str | None,
        typer.Option(
            "--lærested",
            "--laerested",
            metavar="LÆRESTED",
            help="Lærestedet fagplanen er for; det blir førstevalget",
            autocompletion=complete_host,
        ),
    ] = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Begynn på en fagplan. Uten planfil lages den her i mappa.

    Emner som står i planen fra før, blir stående, også når --lærested er et annet enn før."""
    from utveksling_cli.cli.fagplan.shown import show_plan
    from utveksling_cli.planfile import edit, is_there, load

    form = check_format(form)
    path = plan_path(plan_file) or Path(PLAN_FILE)
    session = open_session(today, data)
    chosen = None if host is None else find_host(session.catalogue, host).id
    is_new = not is_there(path)
    before = Plan() if is_new else load(path)
    plan = edit(path, lambda now: _begun(now, chosen))
    show_plan(session, plan, path, tuple(_told(before, plan, path, is_new=is_new)), form, out)


def _begun(plan: Plan, host: str | None) -> Plan:
    """With the host as the first choice. Courses of the one before say whose they are, and wait for it."""
    if host is None or plan.stay.hosts[:1] == (host,):
        return plan
    hosts = (host, *(one for one in plan.stay.hosts if one != host))
    first = plan.stay.hosts[0] if plan.stay.hosts else host
    left = tuple(one for one in hosts[MOST_HOSTS:] if one not in plan.favourites)
    return plan._replace(
        courses=tuple(one if one.host else one._replace(host=first) for one in plan.courses),
        stay=plan.stay._replace(hosts=hosts[:MOST_HOSTS]),
        favourites=(*plan.favourites, *left),
    )


def _told(before: Plan, plan: Plan, path: Path, *, is_new: bool) -> list[str]:
    told = [f"Planen din er laget: {path}" if is_new else f"Fagplanen står i {path}."]
    if not plan.stay.hosts:
        told.append("Velg lærested med: utveksling fagplan ny --lærested LÆRESTED")
    moved = [one for one in plan.favourites if one not in before.favourites]
    if moved:
        told.append(f"Planen har høyst {MOST_HOSTS} ønsker. Flyttet til favorittene: {', '.join(moved)}.")
    if before.courses:
        told.append(f"Emner fra før: {len(before.courses)}. De blir stående.")
    return told
