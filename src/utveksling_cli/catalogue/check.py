"""Check a data folder, or one data file by itself, and give every problem with its place."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from utveksling_cli.catalogue.files import ALL_FILES, PART_SCHEMA, PARTS_FOLDER, SCHEMAS, names
from utveksling_cli.catalogue.folder import check_text
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.source import read_text
from utveksling_cli.catalogue.workers import Tell
from utveksling_cli.model.errors import DataUnusable

_HEAD_LINES = 20
_SCHEMA_LINE = re.compile(r"""(?:# )?schema: *["']?([a-z_.]+)""")


class CheckReport(NamedTuple):
    """The files that were read, and every problem in the order of the files and their lines."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def check_path(path: Path, tell: Tell | None = None) -> CheckReport:
    """Check a folder with all that must fit across its files, or a single file by itself.

    Raises DataUnusable when there is nothing at the path.
    """
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder, exists = False, False
    if is_folder:
        return _check_folder(path, tell)
    if not exists:
        raise DataUnusable(
            f"«{path}» finnes ikke.",
            hint="Oppgi en datamappe eller en fil i den. Uten argument sjekkes dataene som følger med programmet.",
        )
    return _check_file(path)


def _check_folder(folder: Path, tell: Tell | None) -> CheckReport:
    from utveksling_cli.catalogue.build import build

    # What is compiled is thrown away: a large folder is checked in a file of SQLite's own that nobody else sees.
    with closing(sqlite3.connect("")) as database:
        problems = build(folder, database, tell)
    unread = {problem.file for problem in problems if problem.line == 0}
    files = (str(folder / name) for name in names(folder))
    return CheckReport(tuple(file for file in files if file not in unread), tuple(problems))


def _check_file(path: Path) -> CheckReport:
    source, problems = read_text(path)
    if source is None:
        return CheckReport((), tuple(problems))
    name = path.name if path.name in ALL_FILES else _name_by_schema(source.text)
    if name is None:
        known = ", ".join(f"{name} ({schema})" for name, schema in SCHEMAS.items())
        message = f"ukjent fil; gi den navnet eller nøkkelen schema til en datafil: {known}"
        return CheckReport((source.file,), (Problem(source.file, 0, message),))
    _, problems = check_text(name, source)
    return CheckReport((source.file,), tuple(problems))


def _name_by_schema(text: str) -> str | None:
    """The data file whose schema the first lines name, whichever version of it."""
    known = {schema.partition("/")[0]: name for name, schema in SCHEMAS.items()}
    known[PART_SCHEMA.partition("/")[0]] = f"{PARTS_FOLDER}/{PARTS_FOLDER}.yaml"
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        match = _SCHEMA_LINE.match(line)
        if match:
            return known.get(match[1])
    return None
