"""`utveksling data`: check data files, the program's own or somebody's."""

from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand, SubGroup
from utveksling_cli.cli.help import show_help
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.session import data_folder, tell

app = typer.Typer(
    cls=SubGroup, context_settings=SETTINGS, add_completion=False, rich_markup_mode=None, invoke_without_command=True
)
EXAMPLES = "\n".join(
    (
        "utveksling data sjekk",
        "utveksling data sjekk data/funding_rates.yaml",
        "utveksling data sjekk min-mappe --format json",
    )
)


@app.callback()
def data(context: typer.Context) -> None:
    """Sjekk datafilene som svarene bygger på."""
    if context.invoked_subcommand is None:
        show_help(context)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def sjekk(
    path: Annotated[
        str | None,
        typer.Argument(metavar="FIL|MAPPE", help="Datafil eller datamappe; uten dette dataene som programmet bruker"),
    ] = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    folder: options.Data = None,
) -> None:
    """Sjekk datafiler, og vis hvert problem med fil og linje.

    Avslutter med 1 når noe er galt, så kommandoen kan brukes i CI."""
    from utveksling_cli.catalogue.check import check_path
    from utveksling_cli.catalogue.store import shipped_folder
    from utveksling_cli.render.check import View

    form = check_format(form)
    checked = Path(path) if path is not None else data_folder(folder) or shipped_folder()
    report = check_path(checked, tell)
    emit("check", View(str(checked), report.files, report.problems), form, out)
    if report.problems:
        raise typer.Exit(1)
