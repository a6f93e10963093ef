"""`utveksling velg LÆRESTED`: put a host among the wishes or the favourites of the plan."""

from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, check_place, emit
from utveksling_cli.cli.plan import plan_path
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import PLAN_FILE, open_session
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import MOST_HOSTS, Plan
from utveksling_cli.planning.wishes import keep_in_mind, wish_for

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling velg eth-zurich\nutveksling velg kth --prioritet 1\nutveksling velg nus --favoritt"
_PLACES = tuple(str(place) for place in range(1, MOST_HOSTS + 1))


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def velg(
    name: options.HostName,
    priority: Annotated[
        str | None,
        typer.Option(
            "--prioritet",
            metavar="TALL",
            help="Ønske nummer 1, 2 eller 3; de andre flytter seg. Uten dette kommer det sist",
            autocompletion=complete_one_of(_PLACES),
        ),
    ] = None,
    favourite: Annotated[bool, typer.Option("--favoritt", help="Ta bare vare på det, uten å rangere det")] = False,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    data: options.Data = None,
) -> None:
    """Sett et lærested inn blant de tre rangerte ønskene i planen, flytt det, eller ta vare på det som favoritt.

    Planen, utveksling.yaml, blir laget om den ikke finnes."""
    from utveksling_cli.cli.wish_list import listed_in
    from utveksling_cli.planfile import edit

    form = check_format(form)
    place = _place(priority, favourite)
    path = plan_path(plan_file) or Path(PLAN_FILE)
    session = open_session(None, data)
    host = find_host(session.catalogue, name, "LÆRESTED").id

    def chosen(plan: Plan) -> Plan:
        new = keep_in_mind(plan, host) if favourite else wish_for(plan, host, place)
        if len(new.stay.hosts) > MOST_HOSTS:
            raise _full(plan)
        return new

    check_place(out)
    emit("wishes", listed_in(session, path, edit(path, chosen)), form, out)


def _place(text: str | None, favourite: bool) -> int | None:
    if text is None:
        return None
    if favourite:
        raise UsageProblem("Oppgi bare ett av --prioritet og --favoritt.", hint="Favoritter er ikke rangert.")
    if text.strip() not in _PLACES:
        raise UsageProblem(f"--prioritet: «{text}» er ikke lov.", hint=f"Skriv et tall fra 1 til {MOST_HOSTS}.")
    return int(text)


def _full(plan: Plan) -> UsageProblem:
    return UsageProblem(
        f"Du har alt {MOST_HOSTS} ønsker, og flere kan du ikke rangere.",
        details=tuple(f"{place}. {host}" for place, host in enumerate(plan.stay.hosts, 1)),
        hint="Fjern ett med: utveksling fjern LÆRESTED. Eller legg til --favoritt for å ta vare på det nye.",
    )
