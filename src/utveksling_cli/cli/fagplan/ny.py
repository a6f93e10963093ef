"""`utveksling fagplan ny`: begin a plan of courses for the host that was chosen, and never lose one that is there."""

from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.fagplan.decided import NormOption, parse_credits
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, check_place
from utveksling_cli.cli.parse import parse_semester
from utveksling_cli.cli.plan import plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import PLAN_FILE, open_session
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import MOST_HOSTS, Plan
from utveksling_cli.model.time import Semester

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling fagplan ny --lærested tu-berlin --semester H2027",
        "utveksling fagplan ny --norm 48",
        "utveksling fagplan ny",
    )
)


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
    semester: Annotated[
        str | None, typer.Option("--semester", metavar="SEMESTER", help="Når du reiser, for eksempel H2027")
    ] = None,
    norm: NormOption = None,
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
    when = None if semester is None else parse_semester(semester)
    per_year = None if norm is None else parse_credits(norm, "--norm")
    path = plan_path(plan_file) or Path(PLAN_FILE)
    session = open_session(today, data)
    chosen = None if host is None else find_host(session.catalogue, host).id
    is_new = not is_there(path)
    before = Plan() if is_new else load(path)
    if per_year is not None and chosen is None and not before.stay.hosts:
        raise UsageProblem("--norm gjelder ett lærested.", hint="Oppgi også --lærested.")
    check_place(out)
    plan = edit(path, lambda now: _told_more(_begun(now, chosen), when, per_year))
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


def _told_more(plan: Plan, when: Semester | None, per_year: Decimal | None) -> Plan:
    """With the semester, and with what makes a full year at the first choice, where they were said."""
    if when is not None:
        plan = plan._replace(stay=plan.stay._replace(semester=when))
    if per_year is not None and plan.stay.hosts:
        plan = plan._replace(year_credits={**plan.year_credits, plan.stay.hosts[0]: per_year})
    return plan


def _told(before: Plan, plan: Plan, path: Path, *, is_new: bool) -> list[str]:
    from utveksling_cli.render.text import number

    told = [f"Planen din er laget: {path}" if is_new else f"Fagplanen står i {path}."]
    if not plan.stay.hosts:
        told.append("Velg lærested med: utveksling fagplan ny --lærested LÆRESTED")
    told += [
        f"Et helt år ved {host} er satt til {number(per_year)} poeng."
        for host, per_year in plan.year_credits.items()
        if before.year_credits.get(host) != per_year
    ]
    moved = [one for one in plan.favourites if one not in before.favourites]
    if moved:
        told.append(f"Planen har høyst {MOST_HOSTS} ønsker. Flyttet til favorittene: {', '.join(moved)}.")
    if before.courses:
        told.append(f"Emner fra før: {len(before.courses)}. De blir stående.")
    return told
