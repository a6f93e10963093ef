"""The wheel holds all that the program needs, and nothing of the machine it was built on."""

import configparser
import email.message
import email.parser
import hashlib
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from utveksling_cli import __version__
from utveksling_cli.catalogue.files import ALL_FILES
from utveksling_cli.catalogue.fingerprint import content_fingerprint, file_digest
from utveksling_cli.catalogue.store import READY_MADE, open_catalogue

ROOT = Path(__file__).parents[2]
DATA = "utveksling_cli/_data"


def build(target: str, folder: Path) -> Path:
    """The one file that hatchling builds, in this environment."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(build("wheel", tmp_path_factory.mktemp("wheel"))) as archive:
        yield archive


def metadata(wheel: zipfile.ZipFile) -> email.message.Message:
    return email.parser.Parser().parsestr(wheel.read(f"utveksling_cli-{__version__}.dist-info/METADATA").decode())


def test_the_facts_are_inside_as_they_are_in_the_checkout(wheel: zipfile.ZipFile) -> None:
    shipped = {name: wheel.read(f"{DATA}/{name}") for name in ALL_FILES}
    assert shipped == {name: (ROOT / "data" / name).read_bytes() for name in ALL_FILES}


def test_the_catalogue_inside_is_made_of_them_and_needs_no_cache(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    folder = tmp_path / DATA
    with closing(open_catalogue(folder)) as connection:
        (opened,) = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
        (digest,) = connection.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    assert Path(opened).samefile(folder / READY_MADE)
    assert digest == content_fingerprint(ROOT / "data")


def test_the_catalogue_inside_is_yielded_to_edited_facts(
    wheel: zipfile.ZipFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    wheel.extractall(tmp_path)
    folder = tmp_path / DATA
    file = folder / "exchange_rates.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# endret\n", encoding="utf-8")
    with closing(open_catalogue(folder)) as connection:
        (digest,) = connection.execute("SELECT digest FROM file WHERE name = ?", (file.name,)).fetchone()
    assert digest == file_digest(file) != file_digest(ROOT / "data" / file.name)


def test_the_same_checkout_gives_the_same_wheel(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    assert wheel.filename is not None
    again = build("wheel", tmp_path)
    first = hashlib.sha256(Path(wheel.filename).read_bytes()).hexdigest()
    assert hashlib.sha256(again.read_bytes()).hexdigest() == first


def test_no_path_of_this_machine_is_inside(wheel: zipfile.ZipFile) -> None:
    here = [os.fsencode(path) for path in {str(ROOT), str(Path.home()), sys.prefix} if len(path) > len("/home")]
    found = [name for name in wheel.namelist() for path in here if path in wheel.read(name)]
    assert found == []


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    said = metadata(wheel)
    assert (said["License-Expression"], said["Requires-Python"]) == ("MIT", ">=3.11")
    assert said["Description-Content-Type"] == "text/markdown"


def test_the_command_starts_something_that_is_there(wheel: zipfile.ZipFile) -> None:
    scripts = configparser.ConfigParser()
    scripts.read_string(wheel.read(f"utveksling_cli-{__version__}.dist-info/entry_points.txt").decode())
    module, _, function = scripts["console_scripts"]["utveksling"].partition(":")
    assert callable(getattr(import_module(module), function))


def test_the_source_distribution_holds_what_building_and_testing_need(tmp_path: Path) -> None:
    folders = [ROOT / name for name in ("src", "data", "tests", "benchmarks", "tools")]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    needed = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    with tarfile.open(build("sdist", tmp_path)) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert needed | {"hatch_build.py", "pyproject.toml", "README.md", "LICENSE", ".ci/run"} <= held


def test_the_build_needs_nothing_but_hatchling_that_the_program_does_not() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {need for need in project["build-system"]["requires"] if not need.startswith("hatchling")}
    assert needed <= set(project["project"]["dependencies"])
