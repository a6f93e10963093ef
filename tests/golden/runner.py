"""Golden files: a command line, and word for word what it says on both streams and its exit code.

    $ COLUMNS=40 utveksling finn --land Tyskland --antall 3
    what stands on standard output
    >>>2
    what stands on standard error
    >>>= 0

Words before the program's name set the environment. Characters that nobody sees stand by name (`<BOM>`, `<ESC>`)
on both sides, and places on this machine are `<PROSJEKT>`, `<MAPPE>` (the working folder) and `<HJEM>`.
"""

import io
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from utveksling_cli.cli.main import main

# What no command may say, whatever it is given.
UNEXPECTED = "Uventet feil"
ROOT = Path(__file__).parents[2]
PROGRAM = "utveksling"
SCRIPT = Path(sys.executable).with_name(PROGRAM)
_SETTINGS = {"COLUMNS": "80", "UTVEKSLING_I_DAG": "2026-11-24", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
_SETTING = re.compile(r"([A-Z_]+)=(.*)")
_UNSEEN = {"\ufeff": "<BOM>", "\r": "<CR>", "\x1b": "<ESC>", "\t": "<TAB>"}
_STREAMS = re.compile(r"(?P<out>.*?)^>>>2\n(?P<err>.*?)^>>>= (?P<code>[0-9]+)\n", re.DOTALL | re.MULTILINE)


class Outcome(NamedTuple):
    stdout: str
    stderr: str
    exit_code: int


class Case(NamedTuple):
    """`expected` is None for a file that has its command line and nothing more, until it is filled in."""

    command: str
    environment: dict[str, str]
    arguments: tuple[str, ...]
    expected: Outcome | None


class Place(NamedTuple):
    """Where a command runs; all of it is the test's own."""

    folder: Path
    home: Path
    cache: Path


def read(text: str) -> Case:
    """Raises ValueError for what is not a golden file."""
    first, _, rest = text.partition("\n")
    if not first.startswith("$ "):
        raise ValueError(f"the first line is no command: {first!r}")
    words = shlex.split(first[2:])
    settings = []
    while words and (match := _SETTING.fullmatch(words[0])):
        settings.append((match[1], match[2]))
        del words[0]
    if words[:1] != [PROGRAM]:
        raise ValueError(f"{PROGRAM} is not what the command line runs: {first!r}")
    streams = _STREAMS.fullmatch(rest)
    if streams is None and rest:
        raise ValueError(f"after the command line comes output, >>>2, errors and >>>= with a number: {first!r}")
    expected = Outcome(streams["out"], streams["err"], int(streams["code"])) if streams else None
    return Case(first[2:], dict(settings), tuple(_with_unseen(word) for word in words[1:]), expected)


def _with_unseen(word: str) -> str:
    for letter, name in _UNSEEN.items():
        word = word.replace(name, letter)
    return word


def written(case: Case, outcome: Outcome) -> str:
    return f"$ {case.command}\n{outcome.stdout}>>>2\n{outcome.stderr}>>>= {outcome.exit_code}\n"


def make_place(folder: Path, cache: Path, files: Path | None = None) -> Place:
    """A working folder with a copy of `files`, and an empty home."""
    place = Place(folder / "mappe", folder / "hjem", cache)
    place.home.mkdir()
    if files is None or not files.is_dir():
        place.folder.mkdir()
    else:
        shutil.copytree(files, place.folder)
    return place


def environment(case: Case, place: Place) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    return {**kept, **_SETTINGS, "HOME": str(place.home), "XDG_CACHE_HOME": str(place.cache), **case.environment}


def run_here(case: Case, place: Place) -> Outcome:
    """In this process: fast, and as the console script does it."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2)]
    before = Path.cwd()
    os.chdir(place.folder)
    try:
        with (
            closing_databases(),
            patch.dict(os.environ, environment(case, place), clear=True),
            patch.object(sys, "stdout", streams[0]),
            patch.object(sys, "stderr", streams[1]),
        ):
            code = main(list(case.arguments))
    finally:
        os.chdir(before)
    out, err = (_bytes(stream).decode("utf-8") for stream in streams)
    return _shown(out, err, code, place)


@contextmanager
def closing_databases() -> Iterator[None]:
    """The program leaves its database for the end of its process to close, and in a test that is far off.

    From Python 3.13 one that is forgotten is a ResourceWarning, in whatever test runs by then.
    """
    connect, opened = sqlite3.connect, list[sqlite3.Connection]()

    def remembered(*arguments: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*arguments, **options))
        return opened[-1]

    try:
        with patch.object(sqlite3, "connect", remembered):
            yield
    finally:
        for connection in opened:
            connection.close()


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()


def expected_and_found(path: Path, place: Place, *, update: bool) -> tuple[Outcome | None, Outcome]:
    """What the golden file expects and what its command says; with `update` the file is made to expect that first."""
    case = read(path.read_bytes().decode("utf-8"))
    found = run_here(case, place)
    if not update or UNEXPECTED in found.stderr:
        return case.expected, found
    path.write_bytes(written(case, found).encode("utf-8"))
    return found, found


def run_console_script(case: Case, place: Place) -> Outcome:
    """As a student does it: the installed script, in a process of its own."""
    done = subprocess.run(
        [SCRIPT, *case.arguments],
        check=False,
        capture_output=True,
        cwd=place.folder,
        env=environment(case, place),
    )
    return _shown(done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), done.returncode, place)


def _shown(out: str, err: str, code: int, place: Place) -> Outcome:
    return Outcome(_visible(out, place), _visible(err, place), code)


def _visible(text: str, place: Place) -> str:
    places = {place.home: "<HJEM>", place.folder: "<MAPPE>", ROOT: "<PROSJEKT>"}
    for path, name in places.items():
        text = text.replace(str(path.resolve()), name).replace(str(path), name)
    for letter, name in _UNSEEN.items():
        text = text.replace(letter, name)
    return text if text.endswith("\n") or not text else f"{text}<INGEN LINJESLUTT>\n"
