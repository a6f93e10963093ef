"""The options that the commands with a verdict share."""

from __future__ import annotations

from typing import Annotated

import typer

from utveksling_cli.cli.complete import complete_one_of

Strict = Annotated[bool, typer.Option("--streng", help="La også advarsler gi avslutningskode 1")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="tabell (standard), json, csv eller github (merknader i en arbeidsflyt)",
        autocompletion=complete_one_of(("tabell", "json", "csv", "github")),
    ),
]
