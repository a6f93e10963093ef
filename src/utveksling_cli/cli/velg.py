"""`utveksling velg`: put a host among the plan's choices, or among its favourites."""

from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.catalogue.queries import institution_names
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.plan import plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import open_session
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import MOST_HOSTS, Plan
from utveksling_cli.planfile import FILE_NAME, edit

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling velg tu-berlin\nutveksling velg eth --prioritet 1\nutveksling velg nus --favoritt"
_PLACES = tuple(str(place) for place in range(1, MOST_HOSTS + 1))


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def velg(
    host: Annotated[
        str,
        typer.Argument(metavar="LÆRESTED", help="Id, navn, forkortelse eller domene", autocompletion=complete_host),
    ],
    place: Annotated[
        str | None, typer.Option("--prioritet", metavar="TALL", help="Plassen på lista, 1–3; uten dette sist")
    ] = None,
    favourite: Annotated[bool, typer.Option("--favoritt", help="Bare husk lærestedet, uten å søke dit")] = False,
    plan: options.Plan = None,
    data: options.Data = None,
) -> None:
    """Sett et lærested på lista over dem du vil søke, eller flytt det.

    Lista har høyst tre læresteder, førstevalget øverst. Planen lages hvis den ikke finnes."""
    if place is not None and place.strip() not in _PLACES:
        raise not_allowed("--prioritet", place, _PLACES)
    if place is not None and favourite:
        raise UsageProblem("Oppgi bare ett av --prioritet og --favoritt.", hint="En favoritt har ingen prioritet.")
    session = open_session(None, data)
    chosen = find_host(session.catalogue, host, "LÆRESTED").id
    path = plan_path(plan) or Path(FILE_NAME)

    def change(before: Plan) -> Plan:
        if favourite:
            return before._replace(favourites=(*(one for one in before.favourites if one != chosen), chosen))
        return before._replace(stay=before.stay._replace(hosts=ranked(before.stay.hosts, chosen, place)))

    typer.echo(shown(edit(path, change), dict(institution_names(session.catalogue)), path), nl=False)


def ranked(hosts: tuple[str, ...], chosen: str, place: str | None) -> tuple[str, ...]:
    """The list with the host in its place, last when none was named; raises UsageProblem when it would be too long."""
    others = [host for host in hosts if host != chosen]
    if len(others) == MOST_HOSTS:
        raise UsageProblem(
            f"Lista er full: {', '.join(others)}.",
            hint=f"Ta bort ett først, for eksempel: utveksling fjern {others[-1]}",
        )
    index = len(others) if place is None else min(int(place) - 1, len(others))
    return (*others[:index], chosen, *others[index:])


def shown(plan: Plan, names: dict[str, str], path: Path) -> str:
    """The choices as they stand now, and where."""
    lines = [f"{number}. {names.get(host, host)} ({host})" for number, host in enumerate(plan.stay.hosts, 1)]
    lines += [f"Favoritt: {names.get(host, host)} ({host})" for host in plan.favourites]
    return "\n".join([*(lines or ["Ingen læresteder er valgt."]), f"Skrevet i {path}."]) + "\n"
