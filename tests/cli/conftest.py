"""Commands in a process of their own, where streams, locales and signals are real."""

import os
import subprocess
from collections.abc import Callable

import pytest

from ..golden.runner import SCRIPT, Case, Place, environment

Script = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def surroundings(place: Place) -> Callable[..., dict[str, str]]:
    """The environment that golden cases run in, with some of it changed; None takes a variable away."""

    def changed(**changes: str | None) -> dict[str, str]:
        variables = {**environment(Case("", {}, (), None), place), **changes}
        return {name: value for name, value in variables.items() if value is not None}

    return changed


@pytest.fixture
def script(place: Place, surroundings: Callable[..., dict[str, str]]) -> Script:
    """Run the installed script: `script("finn", b"--by", PYTHONIOENCODING="ascii")`."""

    def run_script(*arguments: str | bytes, **changes: str | None) -> subprocess.CompletedProcess[bytes]:
        command = [os.fsencode(SCRIPT), *(os.fsencode(argument) for argument in arguments)]
        return subprocess.run(
            command, check=False, capture_output=True, cwd=place.folder, env=surroundings(**changes), timeout=120
        )

    return run_script


@pytest.fixture
def shell(place: Place, surroundings: Callable[..., dict[str, str]]) -> Script:
    """Run a line of `sh` in which `$utveksling` is the installed script."""

    def run_line(line: str, **changes: str | None) -> subprocess.CompletedProcess[bytes]:
        variables = {**surroundings(**changes), "utveksling": str(SCRIPT)}
        return subprocess.run(
            ["sh", "-c", line], check=False, capture_output=True, cwd=place.folder, env=variables, timeout=120
        )

    return run_line
