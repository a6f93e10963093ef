"""A data folder with a word of ours in every place that takes any text, which can be made into any other text.

The reader refuses signs that steer a terminal. What is in question here is what would happen if it did not, so they
are put into the compiled catalogue, where only the renderers are left to stop them.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from utveksling_cli.catalogue.check import check_path
from utveksling_cli.catalogue.seal import seal
from utveksling_cli.catalogue.yaml_reader import read_yaml

from ..catalogue.small_folder import make

WORD = re.compile(r"Zq ([0-9]+) x")
# As wild as an address may be; the reader says where not even this is one.
ADDRESS = "https://example.org/a?b='c'&d=(e)[f]*_g_~$h!#;i=%3Cj%3E"
_MOST_ROUNDS = 8
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9./:+-]*|-?[0-9.]+")

Line = list[Any]


def seed(folder: Path) -> set[str]:
    """Make the folder; the keys that took the word."""
    make(folder)
    _seed_decisions(folder / "course_decisions.csv")
    files = {path: list(_lines(read_yaml(path.read_text(encoding="utf-8")), "")) for path in folder.glob("*.yaml")}
    kept = {path: [value for _, value in lines] for path, lines in files.items()}
    numbers: dict[str, int] = {}
    for line in [line for lines in files.values() for line in lines if isinstance(line[1], str)]:
        number = numbers.setdefault(line[1], len(numbers))
        line[1] = ADDRESS if line[1].startswith("http") else f"Zq {number} x"
    for _ in range(_MOST_ROUNDS):
        for path, lines in files.items():
            path.write_text("".join(f"{start}{_scalar(value)}\n" for start, value in lines), encoding="utf-8")
        problems = check_path(folder).problems
        if not problems:
            return {start.strip(" -:") for lines in files.values() for start, value in lines if _is_ours(value)}
        for problem in problems:
            path = Path(problem.file)
            files[path][problem.line - 1][1] = kept[path][problem.line - 1]
    raise AssertionError(f"cannot be made whole again: {problems[:3]}")


def _is_ours(value: object) -> bool:
    return isinstance(value, str) and WORD.fullmatch(value) is not None


def _lines(tree: Any, indent: str) -> Iterator[Line]:
    """One line for each value, as `[what stands before it, the value]`; None for a line that has no value."""
    entries = [("-", value) for value in tree] if isinstance(tree, list) else [(f"{k}:", v) for k, v in tree.items()]
    for start, value in entries:
        if isinstance(value, dict | list) and value:
            yield [f"{indent}{start}", ...]
            yield from _lines(value, f"{indent}  ")
        else:
            yield [f"{indent}{start} ", value]


def _scalar(value: Any) -> str:
    if value is ...:
        return ""
    if value is None or value in ([], {}):
        return {"[]": "[]", "{}": "{}"}.get(str(value), "null")
    return value if _PLAIN.fullmatch(value) and value != "NO" else json.dumps(value, ensure_ascii=False)


def _seed_decisions(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    lines += [
        f"probehochschule-munchen,Zq 9{n}0 x,Zq 9{n}1 x,7.5,TDT4{n}00,Zq 9{n}2 x,approved,2025-02,https://example.org/9"
        for n in range(2)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def rewrite(catalogue: Path, text_for: Callable[[int], str]) -> None:
    """Put `text_for(number)` where our words are in a compiled catalogue, as if the reader had let it in."""

    def changed(value: str) -> str:
        is_json = value[:1] in "[{"
        return WORD.sub(lambda match: _fit(text_for(int(match[1])), is_json), value)

    with closing(sqlite3.connect(catalogue)) as database:
        database.create_function("changed", 1, changed)
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        for (table,) in tables.fetchall():
            for _, column, *_ in database.execute(f"PRAGMA table_info({table})").fetchall():
                where = f"typeof({column}) = 'text' AND {column} LIKE '%Zq %'"
                database.execute(f"UPDATE OR IGNORE {table} SET {column} = changed({column}) WHERE {where}")
        database.commit()
    seal(catalogue)


def _fit(text: str, is_json: bool) -> str:
    return json.dumps(text)[1:-1] if is_json else text.encode("utf-8", "replace").decode("utf-8")
