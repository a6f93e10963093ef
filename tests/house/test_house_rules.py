"""What every module of the program keeps to, whoever writes it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "utveksling_cli"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
MOST_LINES = 300
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for_and_stays_small(module: str) -> None:
    text = (PACKAGE / module).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "opens with a sentence on what it is for"
    assert len(text.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith("cli/")])
def test_only_the_command_line_asks_what_day_it_is(module: str) -> None:
    assert list(clock_readings((PACKAGE / module).read_text(encoding="utf-8"))) == []


def test_a_look_at_the_clock_is_noticed() -> None:
    assert list(clock_readings("from datetime import date\n\nday = date.today()\n")) == [3]


def clock_readings(text: str) -> Iterator[int]:
    """Lines that call something like `date.today()`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield node.lineno
