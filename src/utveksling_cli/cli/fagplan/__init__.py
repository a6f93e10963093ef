"""`utveksling fagplan`: the course plan; each command under it is a module here, imported only when it is run."""

from importlib import import_module
from typing import Any

import typer
import typer.main

from utveksling_cli.cli.app import SETTINGS, SubGroup
from utveksling_cli.cli.help import command_help, show_help

# Each command's name, what it is for, and the module in this package that holds its `app`.
COMMANDS: dict[str, tuple[str, str]] = {
    "forslag": ("Finn emner som har vært vurdert før, og hva svaret ble", "forslag"),
    "velg": ("Foreslå godkjente emner som til sammen dekker det du vil erstatte", "velg"),
    "ny": ("Begynn på en fagplan for førstevalget", "ny"),
    "legg-til": ("Legg emner til fagplanen", "legg_til"),
    "endre": ("Endre det fagplanen sier om et emne", "endre"),
    "fjern": ("Ta et emne ut av fagplanen", "fjern"),
    "bytt": ("Bytt et emne under oppholdet, med grunn og tekst til e-post", "bytt"),
    "vis": ("Vis emnene med studiepoeng og det som ikke er i orden", "vis"),
    "sjekk": ("Sjekk fagplanen mot NTNUs regler", "sjekk"),
    "eksporter": ("Skriv fagplanen som skjemaet spør", "eksporter"),
}


class LazySubGroup(SubGroup):
    """Knows its commands by name, and loads the one that is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        app = import_module(f"utveksling_cli.cli.fagplan.{entry[1]}").app
        return typer.main.get_command(app)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        commands = [(name, text) for name, (text, _) in COMMANDS.items()]
        formatter.write(command_help(ctx, self.help or "", commands))


app = typer.Typer(
    cls=LazySubGroup,
    context_settings=SETTINGS,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
)


@app.callback()
def fagplan(context: typer.Context) -> None:
    """Finn emner å ta ute, og se hva de kan erstatte ved NTNU."""
    if context.invoked_subcommand is None:
        show_help(context)
