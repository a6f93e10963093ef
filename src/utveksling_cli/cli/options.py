"""The options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from utveksling_cli.cli.complete import complete_country, complete_host, complete_one_of
from utveksling_cli.cli.parse import TABLE_ROWS

Today = Annotated[
    str | None,
    typer.Option("--i-dag", metavar="DATO", help="Regn som om dette er dagen i dag, for eksempel 2027-01-15"),
]
Data = Annotated[str | None, typer.Option("--data", metavar="MAPPE", help="Bruk datafilene i denne mappa")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="tabell (standard), json eller csv",
        autocompletion=complete_one_of(("tabell", "json", "csv")),
    ),
]
Out = Annotated[
    str, typer.Option("--ut", metavar="FIL", help="Skriv til denne fila i stedet for til skjermen; - er skjermen")
]
Plan = Annotated[
    str | None,
    typer.Option(
        "--plan", metavar="FIL", help="Planfila di; uten dette utveksling.yaml i denne mappa eller en mappe over"
    ),
]
WithoutPlan = Annotated[bool, typer.Option("--uten-plan", help="Regn uten planen din, også når den finnes")]
Countries = Annotated[
    list[str] | None,
    typer.Option(
        "--land",
        metavar="LAND",
        help="Norsk eller engelsk navn, eller landkode; kan gjentas",
        autocompletion=complete_country,
    ),
]
Country = Annotated[
    str | None,
    typer.Option(
        "--land", metavar="LAND", help="Norsk eller engelsk navn, eller landkode", autocompletion=complete_country
    ),
]
_HOST = "Id, navn, forkortelse, domene eller Erasmus-kode"
_host_option = typer.Option("--lærested", "--laerested", metavar="LÆRESTED", help=_HOST, autocompletion=complete_host)
Host = Annotated[str | None, _host_option]
NeededHost = Annotated[str, _host_option]
HostName = Annotated[str, typer.Argument(metavar="LÆRESTED", help=_HOST, autocompletion=complete_host)]
HostNameOrPlan = Annotated[
    str | None,
    typer.Argument(metavar="LÆRESTED", help=f"{_HOST}; uten dette lærestedene i planen", autocompletion=complete_host),
]
SemesterOption = Annotated[
    str | None,
    typer.Option(
        "--semester", metavar="SEMESTER", help="For eksempel H2027 eller V2028; uten dette det neste du kan søke til"
    ),
]
Count = Annotated[
    str | None,
    typer.Option("--antall", metavar="TALL", help=f"Flest rader, eller alle (tabell: {TABLE_ROWS}, ellers alle)"),
]
OwnFile = Annotated[
    str | None,
    typer.Option(
        "--emner",
        "--egne",
        metavar="FIL",
        help="Ta med vedtak fra din egen CSV-fil med kolonnene i course_decisions.csv",
    ),
]
