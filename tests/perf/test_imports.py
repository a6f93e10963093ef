"""Start-up time is a feature: a command imports only what it needs.

UTVEKSLING_PYTHON names another Python to try the commands with, such as one where the wheel is installed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from utveksling_cli.catalogue.store import READY_MADE

OTHER_PYTHON = os.environ.get("UTVEKSLING_PYTHON")
RUNNER = Path(__file__).with_name("loaded_modules.py")
COMMANDS = [
    ("finn", "--land", "Tyskland"),
    ("vis", "aarhus-university"),
    ("frister",),
    ("satser",),
    ("budsjett", "--land", "Australia", "--måneder", "5"),
    ("fagplan", "forslag", "--erstatter", "TDT4171"),
    ("fagplan", "velg", "--lærested", "dtu", "--emner", "TDT4171,TMA4240"),
    ("sammenlign", "tu-berlin", "Japan", "--vekt", "klima=2,økonomi=3"),
    ("søknad", "--lærested", "tu-berlin"),
    ("språk", "kaist", "--toefl", "95"),
    ("krav", "tu-berlin", "--studiepoeng", "60"),
    ("finn", "--språk-ok", "--ielts", "6,5"),
]
ONLY_WHEN_DATA_IS_READ = {"pydantic", "pydantic_core", "yaml", "holidays", "dateutil"}
ONLY_FOR_SOME = {"filelock", "icalendar", "platformdirs", "rapidfuzz", "ruamel.yaml", "xlsxwriter", "_hashlib"}
HEAVY_PARTS_OF_RICH = {"rich.console", "rich.table"}


@pytest.fixture
def facts(installed_facts: Path) -> Path | None:
    """The facts to try commands with; None for those that the program to be tried came with."""
    return None if OTHER_PYTHON else installed_facts


def modules_after(arguments: Sequence[str], facts: Path | None, tmp_path: Path) -> set[str]:
    """Names of the modules that are loaded when the command has done its work."""
    report = tmp_path / "modules.txt"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "UTVEKSLING_I_DAG": "2026-11-24"}
    done = subprocess.run(
        [OTHER_PYTHON or sys.executable, str(RUNNER), str(report), *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=environment if facts is None else {**environment, "UTVEKSLING_DATA": str(facts)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    return set(report.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_table_loads_no_heavy_package(arguments: tuple[str, ...], facts: Path | None, tmp_path: Path) -> None:
    banned = ONLY_WHEN_DATA_IS_READ | ONLY_FOR_SOME | HEAVY_PARTS_OF_RICH
    assert banned & modules_after(arguments, facts, tmp_path) == set()


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_machine_output_loads_nothing_of_rich(
    arguments: tuple[str, ...], form: str, facts: Path | None, tmp_path: Path
) -> None:
    loaded = modules_after((*arguments, "--format", form), facts, tmp_path)
    assert (ONLY_WHEN_DATA_IS_READ | ONLY_FOR_SOME) & loaded == set()
    assert [name for name in loaded if name.partition(".")[0] == "rich"] == []


@pytest.mark.parametrize("arguments", COMMANDS[:2], ids=" ".join)
def test_no_plan_costs_no_import(arguments: tuple[str, ...], facts: Path | None, tmp_path: Path) -> None:
    loaded = modules_after((*arguments, "--format", "json"), facts, tmp_path)
    readers = {"cli.plan", "cli.marks", "model.plan", "model.plan_marks", "planfile"}
    assert loaded & {f"utveksling_cli.{name}" for name in readers} == set()


def test_a_ready_made_catalogue_leaves_no_cache_behind(facts: Path | None, tmp_path: Path) -> None:
    modules_after(COMMANDS[0], facts, tmp_path)
    assert not (tmp_path / "cache").exists()


def test_the_gate_sees_what_reading_the_data_loads(installed_facts: Path, tmp_path: Path) -> None:
    unread = tmp_path / "facts"
    shutil.copytree(installed_facts, unread, ignore=shutil.ignore_patterns(READY_MADE))
    assert modules_after(COMMANDS[0], unread, tmp_path) >= ONLY_WHEN_DATA_IS_READ
