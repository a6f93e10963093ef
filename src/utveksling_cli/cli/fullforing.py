"""`utveksling fullføring`: completion of commands, countries and hosts with the tabulator key."""

from typing import Annotated

import typer

from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import reason
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.errors import DataUnusable

_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_PROGRAM, _VARIABLE = "utveksling", "_UTVEKSLING_COMPLETE"

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fullføring bash --installer\nutveksling fullføring zsh > _utveksling"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def fullforing(
    shell: Annotated[str, typer.Argument(metavar="SKALL", help=", ".join(_SHELLS))],
    install: Annotated[
        bool, typer.Option("--installer", help="Skriv inn i skallets oppsett i stedet for å vise")
    ] = False,
) -> None:
    """Slå på fullføring med tabulator: kommandoer, valg, land og læresteder.

    Uten --installer vises skriptet, så du kan lese det og legge det inn selv."""
    import typer._completion_shared as completion

    if shell not in _SHELLS:
        raise not_allowed("SKALL", shell, _SHELLS)
    if not install:
        script = completion.get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=shell)
        typer.echo(script)
        return
    try:
        _, path = completion.install(shell, _PROGRAM, _VARIABLE)
    except OSError as error:
        raise DataUnusable(
            f"Kan ikke skrive skallets oppsett ({reason(error)}).", hint="Prøv uten --installer."
        ) from None
    typer.echo(f"Skrevet til {path}. Åpne en ny terminal for å ta det i bruk.")
