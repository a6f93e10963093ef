"""The option for the level that a student will be at during the stay."""

from __future__ import annotations

from typing import Annotated

import typer

from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.plan import LEVELS

Level = Annotated[
    str | None,
    typer.Option(
        "--nivå",
        "--niva",
        metavar="NIVÅ",
        help="Nivået du er på når du er ute: bachelor, master eller phd",
        autocompletion=complete_one_of(LEVELS),
    ),
]


def read_level(text: str | None) -> str | None:
    if text is None:
        return None
    name = text.strip().casefold()
    if name not in LEVELS:
        raise not_allowed("--nivå", text, LEVELS)
    return name
