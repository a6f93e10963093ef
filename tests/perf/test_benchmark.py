"""The benchmark leaves no command out: neither what it does, nor its help."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from utveksling_cli.cli.app import COMMANDS
from utveksling_cli.cli.fagplan import COMMANDS as COURSE_COMMANDS

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
# `data` and `fagplan` only have commands of their own.
DOING = [name for name in COMMANDS if name not in {"data", "fagplan"}]
DOING += ["data sjekk", *(f"fagplan {name}" for name in COURSE_COMMANDS)]
HELPED = [*COMMANDS, "data sjekk", *(f"fagplan {name}" for name in COURSE_COMMANDS)]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cases, as the report shows them."""
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])
    from cases import cases

    nowhere = SimpleNamespace(python="python", command="utveksling", naive=("python",), facts="facts")
    return [case.name for case in cases(nowhere)]


@pytest.mark.parametrize("command", DOING)
def test_a_command_is_measured(command: str, names: list[str]) -> None:
    assert [name for name in names if f"{name} ".startswith(f"{command} ") and "--hjelp" not in name]


@pytest.mark.parametrize("command", HELPED)
def test_a_help_page_is_measured(command: str, names: list[str]) -> None:
    assert f"{command} --hjelp" in names
