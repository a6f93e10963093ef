"""What each command reads, counted: the same on a busy machine as on an idle one, so that CI can hold it.

All are the most there may be. Statements and openings of the plan are what is needed today; modules of the program
and rows of the catalogue stand a little above: new data fit in, a command that begins to read everything does not.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from utveksling_cli.catalogue.files import ALL_FILES
from utveksling_cli.catalogue.store import READY_MADE

RUNNER = Path(__file__).with_name("counted.py")
PLAN = Path(__file__).parents[2] / "benchmarks" / "utveksling.yaml"
ZONES = ["Berlin", "Oslo", "Tokyo"]
# The note in the cache folder that the plan was accepted before.
ACCEPTED = ".plan"

# Each line: the command, then its modules at most, statements, rows at most, and how often it opens the plan.
WITHOUT_PLAN = """
--hjelp                                                 | 16 |  0 |   0
--versjon                                               | 26 |  7 |   8
finn --land Tyskland                                    | 53 |  9 | 210
finn --land Tyskland --format json                      | 50 |  9 | 210
finn --land Tyskland --format csv                       | 47 |  9 | 210
finn --land Tyskland --uten-skolepenger --format json   | 52 | 10 | 210
finn --tekst munchen --format json                      | 50 | 18 | 110
vis aarhus-university --format json                     | 45 | 11 | 220
frister --format json                                   | 49 | 11 | 430
satser --format json                                    | 48 |  9 | 230
budsjett --land Australia --måneder 5 --format json     | 82 | 15 | 210
sammenlign tu-berlin Japan --format json                | 95 | 29 | 420
fagplan forslag --erstatter TDT4171 --format json       | 55 |  9 | 160
fagplan velg --lærested dtu --emner TDT4171 --format json | 67 | 14 | 100
søknad --lærested tu-berlin --format json               | 84 | 18 | 450
språk kaist --toefl 95 --format json                    | 68 | 15 | 430
krav tu-berlin --studiepoeng 60 --format json           | 79 | 13 | 270
"""
WITH_PLAN = """
finn --land Danmark --format json                       |  62 |  9 |  130 | 1
finn --land Danmark --språk-ok --format json            |  80 | 13 |  440 | 1
frister --format json                                   |  90 | 21 |  680 | 1
søknad --format json                                    |  93 | 16 |  450 | 1
språk --format json                                     |  75 | 16 |  440 | 1
krav --format json                                      | 113 | 22 |  780 | 1
budsjett --format json                                  |  99 | 15 |  210 | 1
status --format json                                    | 155 | 44 | 1750 | 1
sjekk --format json                                     | 153 | 43 | 1650 | 2
fagplan vis --format json                               | 110 | 22 |  620 | 1
fagplan sjekk --format json                             | 116 | 19 |  540 | 2
fagplan eksporter --format json                         | 114 | 23 |  700 | 1
"""


class Limits(NamedTuple):
    modules: int
    statements: int
    rows: int
    opened: int = 0


def cases(table: str) -> list[object]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [pytest.param(shlex.split(row[0]), Limits(*map(int, row[1:])), id=row[0]) for row in rows]


def counted(arguments: list[str], facts: Path, folder: Path) -> dict[str, Any]:
    report = folder / "counts.json"
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(folder / "cache"),
        "UTVEKSLING_I_DAG": "2026-11-24",
        "UTVEKSLING_DATA": str(facts),
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
    }
    command = [sys.executable, str(RUNNER), str(report), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=folder, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    counts: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return counts


def hold(found: dict[str, Any], limits: Limits) -> None:
    files = [name for name in found["files"] if name not in ZONES and not name.endswith(ACCEPTED)]
    assert set(files) <= {"utveksling.yaml"}
    needed = Limits(found["modules"], found["statements"], found["rows"], len(files))
    assert {name: most for name, most, need in zip(Limits._fields, limits, needed, strict=True) if need > most} == {}, (
        needed
    )


@pytest.mark.parametrize(("arguments", "limits"), cases(WITHOUT_PLAN))
def test_a_command_without_a_plan_reads_no_more_than_it_needs(
    arguments: list[str], limits: Limits, installed_facts: Path, tmp_path: Path
) -> None:
    hold(counted(arguments, installed_facts, tmp_path), limits)


@pytest.mark.parametrize(("arguments", "limits"), cases(WITH_PLAN))
def test_a_command_about_the_plan_reads_no_more_than_it_needs(
    arguments: list[str], limits: Limits, installed_facts: Path, tmp_path: Path
) -> None:
    shutil.copy(PLAN, tmp_path / "utveksling.yaml")
    counted(arguments, installed_facts, tmp_path)
    found = counted(arguments, installed_facts, tmp_path)
    hold(found, limits)
    assert "pydantic" not in found["packages"]


def test_a_plan_that_was_not_accepted_before_is_held_against_its_schema(installed_facts: Path, tmp_path: Path) -> None:
    shutil.copy(PLAN, tmp_path / "utveksling.yaml")
    assert "pydantic" in counted(["status"], installed_facts, tmp_path)["packages"]


def test_the_counts_see_a_command_that_reads_everything(installed_facts: Path, tmp_path: Path) -> None:
    found = counted(["finn", "--format", "json"], installed_facts, tmp_path)
    germany = counted(["finn", "--land", "Tyskland", "--format", "json"], installed_facts, tmp_path)
    assert found["rows"] > 2 * germany["rows"]


def test_the_counts_see_files_that_are_opened(installed_facts: Path, tmp_path: Path) -> None:
    bare = tmp_path / "facts"
    shutil.copytree(installed_facts, bare, ignore=shutil.ignore_patterns(READY_MADE))
    found = counted(["finn", "--land", "Tyskland"], bare, tmp_path)
    assert set(ALL_FILES) <= set(found["files"])


def test_the_version_alone_is_told_without_what_reads_a_command_line(installed_facts: Path, tmp_path: Path) -> None:
    assert "typer" not in counted(["--versjon"], installed_facts, tmp_path)["packages"]
