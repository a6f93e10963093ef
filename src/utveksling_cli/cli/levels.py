"""The option for the level that a student will be at during the stay."""

from __future__ import annotations

from typing import Annotated

import typer

from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.usage import one_of
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
    return None if text is None else one_of("--nivå", text, {level: level for level in LEVELS})
