"""End a command that writes with `--ut` at random moments: the file is one whole answer, the last or the next."""

import contextlib
import io
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from utveksling_cli.cli.main import main
from utveksling_cli.cli.output import write_bytes

from ..golden.runner import closing_databases
from .ended import Tell, ended

PLAN = """\
schema: utveksling.plan/1
stay:
  semester: {semester}
  hosts: [dtu]
courses:
  - {{id: a, title: "{title}", credits: 5, unit: ECTS, replaces: [TDT4136], semester: {season}}}
"""
PLANS = {
    "en.yaml": PLAN.format(semester="H2027", season="autumn", title="Signalbehandling"),
    "to.yaml": PLAN.format(semester="V2028", season="spring", title="Reguleringsteknikk" * 400),
}
COMMANDS = {
    "csv": ("frister",),
    "xlsx": ("fagplan", "eksporter"),
    "docx": ("fagplan", "eksporter"),
    "ics": ("frister",),
    "html": ("fagplan", "eksporter"),
}
_LONGEST_COMMAND, _LONGEST_WRITE = 0.25, 0.04
_LONG_AGO = time.time() - 7_200.0


class Export(NamedTuple):
    """A file to write, and the two answers that take turns in it."""

    path: Path
    form: str
    answers: tuple[bytes, bytes]


def kill_exporters(folder: Path, times: int, seed: int) -> str:
    """Every other one does nothing but write, so that it is mostly there that it is ended.

    Raises AssertionError when anything is lost; what was done, in words.
    """
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
    chance = random.Random(seed)
    with contextlib.chdir(folder):
        exports = [_export(folder, form) for form in COMMANDS]
        written = sum(_kill(exports[turn % len(exports)], turn, chance.random()) for turn in range(times))
        left = sum(map(_tidied, exports))
    return (
        f"{times} exporters ended, {written} files written; every file one whole answer, "
        f"{left} temporary files tidied away"
    )


def _export(folder: Path, form: str) -> Export:
    path = folder / f"svar.{form}"
    answers = []
    for number in range(len(PLANS)):
        _command(path, form, number)
        answers.append(path.read_bytes())
    assert answers[0] != answers[1]
    return Export(path, form, (answers[0], answers[1]))


def _command(path: Path, form: str, number: int) -> None:
    words = (*COMMANDS[form], "--plan", list(PLANS)[number], "--i-dag", "2026-11-24", "--format", form)
    with closing_databases(), contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        code = main([*words, "--ut", str(path)])
    assert code == 0, words


def _kill(export: Export, turn: int, chance: float) -> int:
    """How many files were written at least."""
    before = export.answers.index(export.path.read_bytes())
    only_writes = turn // len(COMMANDS) % 2 == 1
    life = chance * (_LONGEST_WRITE if only_writes else _LONGEST_COMMAND)
    work = _writes(export, before + 1) if only_writes else _commands(export, before + 1)
    told = ended(work, life, busy=only_writes)
    # One may be in place and not yet told of.
    now = export.answers.index(export.path.read_bytes())
    assert now in {(before + told) % 2, (before + told + 1) % 2}
    return told


def _commands(export: Export, number: int) -> Callable[[Tell], None]:
    def work(tell: Tell) -> None:
        for turn in range(number, 10_000):
            _command(export.path, export.form, turn % 2)
            tell()

    return work


def _writes(export: Export, number: int) -> Callable[[Tell], None]:
    def work(tell: Tell) -> None:
        for turn in range(number, 10_000):
            write_bytes(export.answers[turn % 2], str(export.path))
            tell()

    return work


def _tidied(export: Export) -> int:
    """How many temporary files the next writer takes away when they have lain for long."""
    left = list(export.path.parent.glob(f".{export.path.name}.*.tmp"))
    for file in left:
        os.utime(file, (_LONG_AGO, _LONG_AGO))
    _command(export.path, export.form, 0)
    assert not list(export.path.parent.glob(f".{export.path.name}.*"))
    return len(left)
