"""The options of `frister` that are about time: how far ahead, and when a calendar reminds."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.session import TODAY_VARIABLE
from utveksling_cli.model.errors import UsageProblem

if TYPE_CHECKING:
    from utveksling_cli.render.timeline import View

USUAL_ALARMS = "14,3,1"
_DAYS = re.compile(r"([0-9]{1,4}) ?d?")
_MOST_DAYS = 3650
_MOST_ALARMS = 10

Within = Annotated[
    str | None,
    typer.Option(
        "--innen",
        metavar="DAGER",
        help="Bare det som forfaller innen så mange dager, for eksempel 14d; 1 hvis noe gjør",
    ),
]
Alarms = Annotated[
    str,
    typer.Option(
        "--påminn",
        "--paminn",
        metavar="DAGER",
        help="Varsler i kalenderen, så mange dager før klokka 9; ingen for ingen",
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="tabell (standard), json, csv eller ics (kalender)",
        autocompletion=complete_one_of(("tabell", "json", "csv", "ics")),
    ),
]


def read_within(text: str | None) -> int | None:
    """`14d` or `14`."""
    if text is None:
        return None
    match = _DAYS.fullmatch(text.strip().casefold())
    if match is None or int(match[1]) > _MOST_DAYS:
        raise UsageProblem(
            f"--innen: «{text}» er ikke lov.", hint=f"Skriv dager fra 0 til {_MOST_DAYS}, for eksempel 14d."
        )
    return int(match[1])


def read_alarms(text: str) -> tuple[int, ...]:
    """`14,3,1`, the longest before first; `ingen` is none."""
    if text.strip().casefold() == "ingen":
        return ()
    days = [_DAYS.fullmatch(part.strip()) for part in text.casefold().split(",")]
    found = sorted({int(match[1]) for match in days if match}, reverse=True)
    if not all(days) or len(found) > _MOST_ALARMS or found[0] > _MOST_DAYS:
        hint = f"Skriv høyst {_MOST_ALARMS} tall med komma mellom, for eksempel 14,3,1, eller ingen."
        raise UsageProblem(f"--påminn: «{text}» er ikke lov.", hint=hint)
    return tuple(found)


def stamp(given: str | None, today: date) -> str:
    """The moment, in UTC; the first of a day that was given with `--i-dag`."""
    if given is not None or os.environ.get(TODAY_VARIABLE):
        return datetime(today.year, today.month, today.day, tzinfo=UTC).isoformat()
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def due(view: View, days: int) -> View:
    """What has to be done within so many days: neither past nor done, and nothing that only happens."""
    from utveksling_cli.planning.date_steps import is_due

    dates = tuple(found for found in view.dates if is_due(found, days) and found.id not in view.done)
    return view._replace(dates=dates, within=days, notices=())
