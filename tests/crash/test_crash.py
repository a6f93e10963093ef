"""Writers that are ended at any moment lose nothing; `make kills` does with 1,000 of each what this does with few."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# In a process of its own: a fork of the test run would be slow, and might hold its threads' locks for ever.
PROGRAM = """\
import sys
from pathlib import Path
from tests.crash.{module} import {function}

sys.stdout.write(str({function}(Path(sys.argv[1]), {arguments})))
"""


def done(folder: Path, module: str, function: str, arguments: str) -> str:
    program = PROGRAM.format(module=module, function=function, arguments=arguments)
    command = [sys.executable, "-W", "error", "-c", program, str(folder)]
    run = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=200)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.parametrize(
    ("module", "function", "times"),
    [
        ("plan_kills", "kill_writers", 50),
        ("catalogue_kills", "kill_builders", 24),
        ("export_kills", "kill_exporters", 40),
        ("interrupts", "interrupt", 8),
    ],
)
def test_who_is_ended_at_any_moment_loses_nothing(tmp_path: Path, module: str, function: str, times: int) -> None:
    said = done(tmp_path, module, function, f"{times}, seed=1")
    assert said.startswith(f"{times} ")


def test_a_hundred_that_build_the_catalogue_at_once_all_answer_right(tmp_path: Path) -> None:
    assert done(tmp_path, "at_once", "forks", "100") == repr({"Probehochschule für Technik".encode()})
