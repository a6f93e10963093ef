"""An installed copy to measure: the checkout's wheel in a virtual environment that nothing else is in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_BARE_APP = """\
import typer

app = typer.Typer()


@app.command()
def hello(name: str = "") -> None:
    print(name)
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the copy is, and the empty folder that commands run from."""

    python: Path
    command: Path
    folder: Path
    environment: Mapping[str, str] = field(repr=False)

    def check(self, *arguments: str) -> None:
        """Run to the end; raises CalledProcessError with what the command complained of."""
        subprocess.run(arguments, cwd=self.folder, env=self.environment, check=True, capture_output=True)

    def time(self, *arguments: str) -> float:
        """Seconds from start to end of a command whose output goes nowhere; reading it would be timed as well."""
        nowhere = subprocess.DEVNULL
        start = time.perf_counter()
        done = subprocess.run(
            arguments, cwd=self.folder, env=self.environment, check=False, stdin=nowhere, stdout=nowhere, stderr=nowhere
        )
        seconds = time.perf_counter() - start
        done.check_returncode()
        return seconds


def install(temporary: Path) -> Installed:
    """Build the wheel and install it, with a Typer app of three lines beside it, under `temporary`."""
    venv = temporary / "venv"
    binaries = venv / ("Scripts" if os.name == "nt" else "bin")
    copy = Installed(binaries / "python", binaries / "utveksling", temporary / "empty", _environment())
    copy.folder.mkdir()
    copy.check(sys.executable, "-m", "venv", str(venv))
    copy.check(str(copy.python), "-m", "pip", "install", "-q", str(_ROOT))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([copy.python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    Path(packages, "bare_typer_app.py").write_text(_BARE_APP, encoding="utf-8")
    return copy


def _environment() -> dict[str, str]:
    """As a student's shell would be: bytecode is kept, nothing of the project is switched on, no shims in PATH."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PYENV", "UTVEKSLING", "VIRTUAL_ENV", "COVERAGE"))
    }
    folders = [folder for folder in kept.get("PATH", "").split(os.pathsep) if "shims" not in folder]
    return kept | {"PATH": os.pathsep.join(folders)}
