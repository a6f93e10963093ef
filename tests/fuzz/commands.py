"""Command lines: every command and option that the app has, found in the app, with the values that the goldens use."""

import shlex
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import typer
import typer.main

from utveksling_cli.cli.app import app

from .hostile import any_text, bent, harmless, hostile, pick

_TESTS = Path(__file__).parents[1]
_VARIABLES = ("UTVEKSLING_I_DAG", "UTVEKSLING_DATA", "UTVEKSLING_PLAN", "COLUMNS", "NO_COLOR", "HOME")
# Where no shell's set-up can be written but the case's own.
_HOMES = ("", ".", "finnes-ikke", "/dev/null", "æ" * 200)
FORMATS = ("tabell", "json", "csv", "xlsx", "ics", "github", "md", "html")


class Option(NamedTuple):
    names: tuple[str, ...]
    is_flag: bool


class Command(NamedTuple):
    """`arguments` is how many words stand without a name; several may be given where there is any number."""

    words: tuple[str, ...]
    options: tuple[Option, ...]
    arguments: int

    def has(self, option: str) -> bool:
        return any(option in known.names for known in self.options)


class Grammar(NamedTuple):
    """`values` are known good ones: for each option, and for each command's words without a name."""

    commands: tuple[Command, ...]
    values: dict[str, tuple[str, ...]]
    lines: tuple[tuple[str, ...], ...]


@cache
def grammar() -> Grammar:
    commands = tuple(_commands())
    lines = tuple(sorted(_golden_lines()))
    values: dict[str, list[str]] = {}
    for line in lines:
        for key, value in _values_in(line):
            values.setdefault(key, []).append(value)
    values["--format"] = list(FORMATS)
    return Grammar(commands, {key: tuple(dict.fromkeys(found)) for key, found in values.items()}, lines)


def _commands() -> list[Command]:
    root = typer.main.get_command(app)
    return list(_walk(root, typer.Context(root, info_name="utveksling"), ()))


def _walk(command: Any, context: Any, words: tuple[str, ...]) -> list[Command]:
    parameters = command.get_params(context)
    options = tuple(
        Option((*one.opts, *one.secondary_opts), one.is_flag) for one in parameters if one.param_type_name == "option"
    )
    arguments = sum(1 if one.nargs == 1 else 3 for one in parameters if one.param_type_name == "argument")
    found = [Command(words, options, arguments)]
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        inner = command.get_command(context, name)
        found += _walk(inner, typer.Context(inner, info_name=name, parent=context), (*words, name))
    return found


def _golden_lines() -> set[tuple[str, ...]]:
    """The arguments of each golden case, those that are settings left out."""
    found = set()
    for path in sorted([*_TESTS.glob("golden/*.golden"), *_TESTS.glob("errors/*.golden")]):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        words = shlex.split(first.removeprefix("$ "))
        found.add(tuple(words[words.index("utveksling") + 1 :]))
    return found


def _values_in(line: Sequence[str]) -> list[tuple[str, str]]:
    """The option's name and its value; words without a name go by the command's name."""
    found = []
    command = line[0] if line else ""
    for before, word in zip(("", *line), line, strict=False):
        name, equals, value = word.partition("=")
        if word.startswith("--"):
            if equals:
                found.append((name, value))
        else:
            found.append((before if before.startswith("--") else command, word))
    return found


def command_line(random: Random) -> tuple[str, ...]:
    chance = random.random()
    if chance < 0.55:
        return _built(random, random.choice(grammar().commands))
    if chance < 0.95:
        return _changed(random, random.choice(grammar().lines))
    return tuple(harmless(random.choice((any_text, hostile))(random)) for _ in range(random.randrange(6)))


def line_with(random: Random, option: str, value: str) -> tuple[str, ...]:
    """A command that has this option, with the value as it is."""
    command = random.choice([one for one in grammar().commands if one.has(option)])
    return (*_built(random, command, without=option), option, value)


def environment(random: Random) -> dict[str, str]:
    """Nearly always as it is; else a variable that the program reads, with something in it that no system refuses."""
    if random.random() < 0.9:
        return {}
    name = random.choice(_VARIABLES)
    if name == "HOME":
        return {name: random.choice(_HOMES)}
    value = pick(random, grammar().values["--i-dag"]) if name == "UTVEKSLING_I_DAG" else hostile(random)
    return {name: harmless(value).replace("\0", "").encode("utf-8", "ignore").decode("utf-8")}


def _built(random: Random, command: Command, without: str = "") -> tuple[str, ...]:
    parts: list[list[str]] = []
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 4, 7))):
        option = random.choice(command.options)
        if without not in option.names:
            parts.append(_given(random, option))
    for _ in range(random.choice((command.arguments, command.arguments, random.randrange(4)))):
        parts.append([harmless(pick(random, grammar().values.get(command.words[0] if command.words else "", ())))])
    random.shuffle(parts)
    return (*command.words, *(word for part in parts for word in part))


def _given(random: Random, option: Option) -> list[str]:
    name = random.choice(option.names)
    if option.is_flag:
        return [name] if random.random() < 0.95 else [f"{name}={harmless(hostile(random))}"]
    known = grammar().values.get(option.names[0], grammar().values.get(name, ()))
    value = harmless(pick(random, known))
    return [f"{name}={value}"] if random.random() < 0.3 else [name, value]


def _changed(random: Random, line: tuple[str, ...]) -> tuple[str, ...]:
    words = list(line)
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        place = random.randrange(len(words) + 1)
        match random.randrange(6):
            case 0:
                del words[place : place + 1]
            case 1:
                words.insert(place, hostile(random))
            case 2 if words:
                words[place % len(words)] = bent(random, words[place % len(words)])
            case 3 if words:
                words.insert(place, random.choice(words))
            case 4:
                random.shuffle(words)
            case _:
                words += _given(random, random.choice(random.choice(grammar().commands).options))
    return tuple(harmless(word) for word in words)
