"""The Typer app: a command's module is imported only when that command is run, completed or listed.

Modules with commands do without `from __future__ import annotations`: Typer would have to compile
each annotation from text at every start, which takes as long as reading the facts.
"""

from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from utveksling_cli.cli.help import command_help, in_norwegian, names_of, show_help
from utveksling_cli.cli.usage import extra_argument, nearest, parse_in_norwegian, see_help
from utveksling_cli.model.errors import UsageProblem

SETTINGS = {"help_option_names": ["--hjelp", "-h", "--help"]}
SUMMARY = (
    "Planlegg utvekslingen fra NTNU: hvor du kan reise, hva du må gjøre når, og hva det koster. "
    "Virker uten nett, med daterte fakta og kilder."
)
EXAMPLES = "\n".join(
    (
        "utveksling finn --land Tyskland",
        "utveksling frister --semester H2027 --land Japan",
        "utveksling budsjett --land Australia --måneder 5",
    )
)
# Each command's name, what it is for, and the module in this package that holds its `app`.
COMMANDS = {
    "finn": ("Finn læresteder som NTNU har eller har hatt avtale med", "finn"),
    "vis": ("Vis alt som er kjent om ett lærested", "vis"),
    "frister": ("Vis søknadsfrister for et semester, og datoene i planen din", "frister"),
    "sammenlign": ("Hold læresteder og land opp mot hverandre", "sammenlign"),
    "budsjett": ("Regn ut inntekter og utgifter måned for måned", "budsjett"),
    "satser": ("Vis satsene som budsjettet bygger på, på en dag eller over tid", "satser"),
    "fagplan": ("Finn emner å ta ute, og se hva de kan erstatte ved NTNU", "fagplan"),
    "søknad": ("Vis stegene i søknaden, hva som er neste, og hva som er for sent", "soknad"),
    "språk": ("Vis om du trenger språktest, og når du må ta den", "sprak"),
    "krav": ("Sjekk vilkårene for å dra: studiepoeng, nivå, fag og karakterer", "krav"),
    "start": ("Lag planen din, utveksling.yaml, eller fyll ut mer av den", "start"),
    "velg": ("Sett et lærested på lista over dem du vil søke", "velg"),
    "fjern": ("Ta et lærested ut av planen", "fjern"),
    "status": ("Vis planen din på én skjerm", "status"),
    "sjekk": ("Sjekk planen din, for deg selv eller i CI", "sjekk"),
    "data": ("Sjekk datafilene som svarene bygger på", "data"),
    "fullføring": ("Slå på fullføring av kommandoer med tabulator", "fullforing"),
}
# What also works, for keyboards without æ, ø and å.
ASCII_NAMES = {"soknad": "søknad", "sprak": "språk", "fullforing": "fullføring"}


class NorwegianCommand(typer.core.TyperCommand):
    """A command whose help and usage errors are Norwegian."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        rest = parse_in_norwegian(super().parse_args, ctx, args)
        if rest and not ctx.resilient_parsing:
            raise extra_argument(ctx, rest[0])
        return rest

    def get_help_option(self, ctx: Any) -> Any:
        return in_norwegian(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(command_help(ctx, self.help or ""))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """A name in ASCII is offered only when the one with its letters does not begin as typed."""
        items = super().shell_complete(ctx, incomplete)
        offered = {item.value for item in items}
        spare = {name for names in map(names_of, self.get_params(ctx)) if names[0] in offered for name in names[1:]}
        return [item for item in items if item.value not in spare]


class LazyGroup(typer.core.TyperGroup):
    """The top level: knows the commands by name, and loads the one that is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        entry = COMMANDS.get(ASCII_NAMES.get(cmd_name, cmd_name))
        if entry is None:
            return None
        app = import_module(f"utveksling_cli.cli.{entry[1]}").app
        return typer.main.get_command(app)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return parse_in_norwegian(super().parse_args, ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in {*COMMANDS, *ASCII_NAMES} and not ctx.resilient_parsing:
            near = nearest(args[0].casefold(), COMMANDS)
            hint = f"Kommandoene er {', '.join(COMMANDS)}. {see_help(ctx)}"
            message = f"Kommandoen «{args[0]}» finnes ikke."
            raise UsageProblem(message, hint=f"{near} {hint}" if near else hint)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        return in_norwegian(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        commands = [(name, text) for name, (text, _) in COMMANDS.items()]
        formatter.write(command_help(ctx, SUMMARY, commands))


class SubGroup(typer.core.TyperGroup):
    """A command with commands of its own, such as `data`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return parse_in_norwegian(super().parse_args, ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = self.list_commands(ctx)
        if args[0] not in known and not ctx.resilient_parsing:
            hint = nearest(args[0].casefold(), known) or f"Lov er {', '.join(known)}. {see_help(ctx)}"
            raise UsageProblem(f"Kommandoen «{ctx.info_name} {args[0]}» finnes ikke.", hint=hint)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: Any) -> Any:
        return in_norwegian(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        commands = [
            (name, (command.help or "").split("\n\n")[0].rstrip(".")) for name, command in self.commands.items()
        ]
        formatter.write(command_help(ctx, self.help or "", commands))


app = typer.Typer(
    cls=LazyGroup,
    context_settings=SETTINGS,
    add_completion=False,
    invoke_without_command=True,
    rich_markup_mode=None,
    epilog=EXAMPLES,
)


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--versjon", help="Vis versjonen av programmet og av dataene")] = False,
    today: Annotated[
        str | None,
        typer.Option("--i-dag", metavar="DATO", help="Regn som om dette er dagen i dag, for eksempel 2027-01-15"),
    ] = None,
    data: Annotated[str | None, typer.Option("--data", metavar="MAPPE", help="Bruk datafilene i denne mappa")] = None,
    plan: Annotated[str | None, typer.Option("--plan", metavar="FIL", help="Planfila di")] = None,
) -> None:
    """What stands before the command's name holds for the command."""
    from utveksling_cli.cli.session import inherit

    inherit(today, data, plan)
    if version:
        from utveksling_cli.cli.version import print_version

        print_version()
        raise typer.Exit
    if context.invoked_subcommand is None:
        show_help(context)
