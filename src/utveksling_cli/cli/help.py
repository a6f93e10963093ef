"""The help pages, in Norwegian and in plain text, from what each command declares."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from typing import Any

import typer

from utveksling_cli.cli.output import STANDARD_OUTPUT, write

_MIN_WIDTH, _MAX_WIDTH = 40, 100
_NAME_COLUMN = 30
_NARROW = 60
_HELP_OPTION, _HELP_NAMES = "--hjelp", "-h, --hjelp"
_HELP_TEXT = "Vis denne hjelpen"

Row = tuple[str, str]


def command_help(context: typer.Context, summary: str, commands: Iterable[Row] = ()) -> str:
    """The whole page: usage, summary, arguments, commands, options and examples."""
    width = min(max(shutil.get_terminal_size().columns, _MIN_WIDTH), _MAX_WIDTH)
    params: list[Any] = list(context.command.get_params(context))
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    commands = list(commands)
    blocks = [
        "Bruk: " + _usage(context, arguments, bool(commands)),
        _paragraphs(summary, width),
        _section("Argumenter", [(str(param.metavar), str(param.help or "")) for param in arguments], width),
        _section("Kommandoer", commands, width),
        _section("Valg", [_option_row(param) for param in options], width),
        _examples(context),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _usage(context: typer.Context, arguments: list[Any], has_commands: bool) -> str:
    places = [str(param.metavar) if param.required else f"[{param.metavar}]" for param in arguments]
    return " ".join([context.command_path, *(["KOMMANDO"] if has_commands else []), *places, "[VALG]"])


def _paragraphs(text: str, width: int) -> str:
    paragraphs = ["\n".join(_wrapped(" ".join(part.split()), width)) for part in text.split("\n\n")]
    return "\n\n".join(paragraphs)


def names_of(param: Any) -> list[str]:
    """The names of an option, the one in the help first; Typer gives those of the help option in any order."""
    names = [str(name) for name in param.opts]
    return sorted(names, key=lambda name: name != _HELP_OPTION) if _HELP_OPTION in names else names


def in_norwegian(help_option: Any) -> Any:
    """Typer's help option with a Norwegian text, and its page written as every answer is."""
    help_option.help = _HELP_TEXT
    help_option.callback = _show_and_end
    return help_option


def show_help(context: typer.Context) -> None:
    write(f"{context.get_help()}\n", STANDARD_OUTPUT)


def _show_and_end(context: typer.Context, _: Any, asked_for: bool) -> None:
    if asked_for and not context.resilient_parsing:
        show_help(context)
        raise typer.Exit


def _option_row(param: Any) -> Row:
    """The name with its letters first; the ASCII spelling that also works is left out."""
    if _HELP_OPTION in param.opts:
        return _HELP_NAMES, str(param.help)
    label = names_of(param)[0]
    return label if param.is_flag else f"{label} {param.metavar}", str(param.help or "")


def _section(title: str, rows: list[Row], width: int) -> str:
    if not rows:
        return ""
    return "\n".join([f"{title}:", *(line for row in rows for line in _row_lines(row, width))])


def _row_lines(row: Row, width: int) -> list[str]:
    name, text = row
    if width < _NARROW:
        return [f"  {name}", *_wrapped(text, width, "      ")]
    indent = " " * (_NAME_COLUMN + 2)
    lines = _wrapped(text, width, indent) or [indent]
    if len(name) >= _NAME_COLUMN:
        return [f"  {name}", *lines]
    return [f"  {name:<{_NAME_COLUMN}}{lines[0].strip()}", *lines[1:]]


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """What is to be typed, such as `timetable-conflict`, stays in one piece."""
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _examples(context: typer.Context) -> str:
    epilog = context.command.epilog
    return "Eksempler:\n" + textwrap.indent(epilog, "  ") if epilog else ""
