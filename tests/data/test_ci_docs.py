"""docs/ci.md: the workflow is one, its commands run, and every kind of problem is explained."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from utveksling_cli.render.course_problem_words import WORDS as COURSE_WORDS
from utveksling_cli.render.problem_words import WORDS

ROOT = Path(__file__).parents[2]
DOCS = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
PLAN = ROOT / "tests" / "golden" / "files" / "planer" / "tyskland.yaml"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE)


def steps() -> list[dict[str, str]]:
    (workflow,) = map(yaml.safe_load, blocks("yaml"))
    return workflow["jobs"]["sjekk"]["steps"]


COMMANDS = [step["run"] for step in steps() if step.get("run", "").startswith("utveksling ")]
COMMANDS += [line for block in blocks("sh") for line in block.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs_on_a_plan_that_is_in_order(run, place, command: str) -> None:
    shutil.copy(PLAN, place.folder / "utveksling.yaml")
    outcome = run(*shlex.split(command)[1:])
    assert (outcome.stderr, outcome.exit_code) == ("", 0)


def test_the_workflow_fails_when_something_is_wrong_and_when_something_is_due(run, place) -> None:
    shutil.copy(PLAN, place.folder / "utveksling.yaml")
    late, soon = "2027-02-02", "2027-01-25"
    checks = [command for command in COMMANDS if command.startswith("utveksling sjekk --format github")]
    dates = [command for command in COMMANDS if command.startswith("utveksling frister")]
    assert [run(*shlex.split(command)[1:], "--i-dag", late).exit_code for command in checks] == [1]
    assert [run(*shlex.split(command)[1:], "--i-dag", soon).exit_code for command in dates] == [1]


def test_the_lines_of_the_workflow_run_in_a_shell_as_github_runs_them(place) -> None:
    """All but the installation, each with `bash -e` and the installed script."""
    shutil.copy(PLAN, place.folder / "utveksling.yaml")
    runs = [step["run"] for step in steps() if "run" in step][1:]
    assert len(runs) == 2
    environment = {"PATH": f"{Path(sys.executable).parent}:{os.defpath}", "UTVEKSLING_I_DAG": "2026-11-24"}
    environment |= {"HOME": str(place.home), "LC_ALL": "C.UTF-8"}
    environment |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    for line in runs:
        command = ["bash", "-e", "-c", line]
        done = subprocess.run(command, check=False, cwd=place.folder, env=environment, capture_output=True)
        assert (done.stderr, done.returncode) == (b"", 0), line


def test_the_workflow_installs_the_program_before_it_is_run() -> None:
    runs = [step["run"] for step in steps() if "run" in step]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert runs[0] == f"pip install {project['name']}"
    assert set(project["scripts"]) == {runs[1].split()[0]}
    assert all(step.get("uses") or step.get("run") for step in steps())


def test_every_kind_of_problem_is_explained() -> None:
    explained = set(re.findall(r"^\| `([a-z]+)` \|", DOCS, re.MULTILINE))
    assert explained == {code.partition(".")[0] for code in (*WORDS, *COURSE_WORDS)}
