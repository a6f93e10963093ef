"""Find in the source what can be said of a data file or a plan, as templates, and whether a test holds one of them.

Such a message is one line below an error about the whole file, and an adviser reads it in `utveksling data sjekk`.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from .messages import FILLED_IN, PACKAGE, texts_of

TESTS = Path(__file__).parents[1]
# Which argument of a call is the message.
_CALLS = {"YamlError": 1, "Problem": 2, "PydanticCustomError": 1, "problem": 1, "_fail": 0, "fail": 0, "broken": 0}
# Modules whose functions give what is wrong with a record, as (place, message) or as the message alone.
_RULES = {"crosscheck.py", "file_rules.py", "process_rules.py", "decisions.py"}
# Modules whose functions return what is wrong with a file or a letter.
_REASONS = {"source.py", "characters.py"}
# Modules with tables of messages: what stands last in a row, or is looked up.
_TABLES = {"yaml_errors.py", "messages.py"}
_PYDANTICS = re.compile(r"\{\w+\}")
_SHORTEST = 12


class Said(NamedTuple):
    place: str
    message: str

    def is_held_by(self, told: str) -> bool:
        """Whether a text in a test has it, or is a good part of it that is no word of everywhere."""
        parts = self.message.split(FILLED_IN)
        if re.search(".*".join(map(re.escape, parts)), told):
            return True
        return len(told) >= _SHORTEST and any(told in part for part in parts)


def all_said() -> list[Said]:
    found = {
        said.message: said
        for folder in ("catalogue", "planfile")
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        for said in _said_in(path)
        if re.search(r"\w{3}", said.message.replace(FILLED_IN, ""))
    }
    return list(found.values())


def _said_in(path: Path) -> Iterator[Said]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    place = path.relative_to(PACKAGE).as_posix()
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        scopes: list[ast.AST] = [function, *tree.body]
        for node in ast.walk(function):
            for message in _messages(node, path.name):
                texts = texts_of(message, scopes)
                yield from (Said(f"{place}:{message.lineno}", _PYDANTICS.sub(FILLED_IN, text)) for text in texts)
    if path.name in _TABLES:
        yield from (Said(f"{place}:{node.lineno}", node.value) for node in _in_tables(tree))


def _messages(node: ast.AST, module: str) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = _CALLS.get(name)
        if place is not None and len(node.args) > place:
            yield node.args[place]
    elif module in _RULES and isinstance(node, ast.Yield) and node.value is not None:
        yield node.value.elts[-1] if isinstance(node.value, ast.Tuple) else node.value
    elif module in _REASONS and isinstance(node, ast.Return) and node.value is not None:
        # The text itself, of `text.replace(".", ",")`.
        is_changed = isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute)
        yield node.value.func.value if is_changed else node.value


def _in_tables(tree: ast.Module) -> Iterator[ast.Constant]:
    for table in (node.value for node in tree.body if isinstance(node, ast.Assign)):
        for row in ast.walk(table):
            last = row.elts[-1:] if isinstance(row, ast.Tuple) else row.values if isinstance(row, ast.Dict) else []
            yield from (one for one in last if isinstance(one, ast.Constant) and isinstance(one.value, str))


@cache
def told_in_tests() -> tuple[str, ...]:
    """Every text in a test, and every golden case."""
    found: set[str] = set()
    for path in sorted(TESTS.rglob("*.py")):
        if "messages" in path.name and path.parent.name == "errors":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                found.add("".join(part.value if isinstance(part, ast.Constant) else FILLED_IN for part in node.values))
    goldens = [path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("*.golden"))]
    return (*sorted(found), *(line for text in goldens for line in text.splitlines()))
