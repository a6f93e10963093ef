"""The arrows between the parts hold, and the contracts in pyproject.toml that say so would notice a wrong one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "utveksling_cli"
ARROWS = "cli -> planfile -> planning | catalogue | render -> model BROKEN"
PLANFILE = "The plan file knows of the strict reader of data files, and of no rule or wording BROKEN"
PURE = "The rules and the nouns know of no library, file, clock or terminal BROKEN"


def lint_imports(sources: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package under `sources` against the contracts."""
    plain = {"PYTHONPATH": str(sources), "PYTHONUTF8": "1", "NO_COLOR": "1", "FORCE_COLOR": "", "COLUMNS": "120"}
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, **plain},
    )


def test_every_import_follows_the_arrows() -> None:
    done = lint_imports(PACKAGE.parent)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        pytest.param("planning/search.py", "import utveksling_cli.catalogue.store", ARROWS, id="rules read files"),
        pytest.param("planning/search.py", "import utveksling_cli.render", ARROWS, id="rules render"),
        pytest.param("model/money.py", "import utveksling_cli.planning.rates", ARROWS, id="nouns know the rules"),
        pytest.param("catalogue/store.py", "import utveksling_cli.cli", ARROWS, id="catalogue knows the commands"),
        pytest.param("render/__init__.py", "import utveksling_cli.catalogue", ARROWS, id="renderer asks the facts"),
        pytest.param("render/__init__.py", "import utveksling_cli.planfile", ARROWS, id="renderer reads the plan file"),
        pytest.param("planfile/store.py", "import utveksling_cli.render", PLANFILE, id="plan file renders"),
        pytest.param("planning/search.py", "import pydantic", PURE, id="rules validate"),
        pytest.param("planning/search.py", "import time", PURE, id="rules look at the clock"),
        pytest.param("planning/rates.py", "def f():\n    from pathlib import Path", PURE, id="rules open files, late"),
        pytest.param("model/words.py", "import sys", PURE, id="nouns know the terminal"),
    ],
)
def test_a_wrong_import_is_noticed(module: str, line: str, broken: str, tmp_path: Path) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / "utveksling_cli", ignore=shutil.ignore_patterns("__pycache__"))
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert broken in done.stdout


def test_a_module_without_a_place_is_noticed(tmp_path: Path) -> None:
    copy = shutil.copytree(PACKAGE, tmp_path / "utveksling_cli", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "somewhere_else.py").write_text('"""No place."""\n', encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert "somewhere_else" in done.stdout
