"""An installed copy to measure: the checkout's wheel in a virtual environment that nothing else is in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-24"
_PLAN = Path(__file__).with_name("utveksling.yaml")
_NAIVE_APP = Path(__file__).with_name("naive_app.py")
_NAIVE_STACK = ("typer", "rich", "pydantic", "pyyaml")
_BARE_APP = """\
import typer

app = typer.Typer()


@app.command()
def hello(name: str = "") -> None:
    print(name)
"""
# Parents of a command pass their own peak on to it, so the parent is as small as Python gets.
_PEAK = """\
import os, sys
_, status, used = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]), 0)
print()
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """Where the copy is, and the folders that commands run from: an empty one, and one with a full plan in it."""

    python: Path
    command: Path
    naive: tuple[str, ...]
    empty: Path
    planned: Path
    facts: Path
    environment: Mapping[str, str] = field(repr=False)

    def check(self, *arguments: str) -> None:
        """Run to the end; raises CalledProcessError with what the command complained of."""
        subprocess.run(arguments, cwd=self.empty, env=self.environment, check=True, capture_output=True)

    def peak(self, folder: Path, *arguments: str) -> float | None:
        """The most memory that a command has in use, in MB; None where the system does not tell."""
        if os.name == "nt":
            return None
        helper = [str(self.python), "-I", "-S", "-c", _PEAK, *arguments]
        run = subprocess.run(helper, cwd=folder, env=self.environment, check=True, capture_output=True)
        used = int(run.stdout.split()[-1])
        return used / 1024 / (1024 if sys.platform == "darwin" else 1)

    def remove_plan(self) -> None:
        for path in self.planned.iterdir():
            path.unlink()

    def renew_plan(self) -> None:
        self.remove_plan()
        shutil.copy(_PLAN, self.planned)

    def forget_catalogue(self) -> None:
        """As if the data folder had never been read."""
        shutil.rmtree(self.environment["XDG_CACHE_HOME"], ignore_errors=True)


def versions(python: Path) -> dict[str, str]:
    """What is installed beside a Python, and in which version."""
    command = [str(python), "-m", "pip", "list", "--format", "freeze", "--disable-pip-version-check"]
    listed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: version for name, equals, version in (line.partition("==") for line in listed.split()) if equals}


def install(temporary: Path) -> Installed:
    """Build the wheel and install it, with a Typer app of three lines beside it, under `temporary`."""
    binaries = _virtual_environment(temporary / "venv", str(ROOT))
    naive = _virtual_environment(temporary / "naive", *_NAIVE_STACK)
    python = binaries / "python"
    copy = Installed(
        python,
        binaries / "utveksling",
        (str(naive / "python"), str(_NAIVE_APP), str(ROOT / "data" / "agreements.yaml")),
        temporary / "empty",
        temporary / "planned",
        temporary / "facts",
        _environment(temporary),
    )
    copy.empty.mkdir()
    copy.planned.mkdir()
    shutil.copytree(ROOT / "data", copy.facts, ignore=shutil.ignore_patterns("schema"))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    Path(packages, "bare_typer_app.py").write_text(_BARE_APP, encoding="utf-8")
    return copy


def _virtual_environment(folder: Path, *packages: str) -> Path:
    """Its folder of programs, with the packages installed as pip does it: with their bytecode."""
    binaries = folder / ("Scripts" if os.name == "nt" else "bin")
    environment = _environment(folder)
    subprocess.run([sys.executable, "-m", "venv", str(folder)], env=environment, check=True, capture_output=True)
    pip = [str(binaries / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
    subprocess.run(pip, env=environment, check=True, capture_output=True)
    return binaries


def _environment(temporary: Path) -> dict[str, str]:
    """As a student's shell would be: bytecode is kept, nothing of the project is switched on, no shims in PATH."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PYENV", "UTVEKSLING", "VIRTUAL_ENV", "COVERAGE", "COLUMNS"))
    }
    folders = [folder for folder in kept.get("PATH", "").split(os.pathsep) if "shims" not in folder]
    own = {"PATH": os.pathsep.join(folders), "XDG_CACHE_HOME": str(temporary / "cache"), "UTVEKSLING_I_DAG": TODAY}
    return kept | own
