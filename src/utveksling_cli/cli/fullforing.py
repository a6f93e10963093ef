"""`utveksling fullføring`: completion of commands, countries and hosts with the tabulator key."""

import os
from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.output import STANDARD_OUTPUT, write
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.errors import DataUnusable, UsageProblem
from utveksling_cli.model.os_reasons import reason

_PROGRAM, _VARIABLE = "utveksling", "_UTVEKSLING_COMPLETE"
_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fullføring bash --installer\nutveksling fullføring zsh > _utveksling"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def fullforing(
    shell: Annotated[
        str, typer.Argument(metavar="SKALL", help=", ".join(_SHELLS), autocompletion=complete_one_of(_SHELLS))
    ],
    install: Annotated[
        bool, typer.Option("--installer", help="Skriv inn i skallets oppsett i stedet for å vise")
    ] = False,
) -> None:
    """Slå på fullføring med tabulator: kommandoer, valg, land og læresteder.

    Uten --installer vises skriptet, så du kan lese det og legge det inn selv."""
    from typer._completion_shared import get_completion_script

    if shell not in _SHELLS:
        raise not_allowed("SKALL", shell, _SHELLS)
    script = get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=shell) + "\n"
    if not install:
        write(script, STANDARD_OUTPUT)
        return
    if shell not in {"bash", "zsh", "fish"}:
        hint = f"Legg det inn selv: utveksling fullføring {shell} >> $PROFILE"
        raise UsageProblem(f"--installer virker ikke for {shell}.", hint=hint)
    try:
        done = _install(shell, script)
    except (OSError, RuntimeError) as error:
        message = f"Kan ikke skrive skallets oppsett ({reason(error)})."
        raise DataUnusable(message, hint="Prøv uten --installer.") from None
    write(f"{done} Åpne en ny terminal for å ta det i bruk.\n", STANDARD_OUTPUT)


def _install(shell: str, script: str) -> str:
    """Write the script where the shell finds it; tells what was written, in a sentence for each file."""
    home = Path.home()
    if shell == "fish":
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return _put(config / "fish" / "completions" / f"{_PROGRAM}.fish", script)
    if shell == "zsh":
        folder = home / ".zfunc"
        start = Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
        line = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"
        return f"{_put(folder / f'_{_PROGRAM}', script)} {_add_line(start, line)}"
    path = home / ".bash_completions" / f"{_PROGRAM}.sh"
    return f"{_put(path, script)} {_add_line(home / '.bashrc', f'source ~/.bash_completions/{_PROGRAM}.sh')}"


def _put(path: Path, script: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    write(script, str(path))
    return f"Skrevet til {path}."


def _add_line(path: Path, line: str) -> str:
    """Only ever adds to what the student has in the file, whatever its encoding."""
    content = path.read_bytes() if path.exists() else b""
    if line.encode() in content.splitlines():
        return f"{path} er som før."
    with path.open("ab") as file:
        file.write(b"" if not content or content.endswith(b"\n") else b"\n")
        file.write(f"{line}\n".encode())
    return f"Lagt til én linje i {path}."
