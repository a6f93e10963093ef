"""The commands work wherever a student happens to be: without a home, in a folder that is gone, among odd names."""

import shutil
from pathlib import Path

import pytest

from utveksling_cli.catalogue.files import ALL_FILES
from utveksling_cli.catalogue.store import READY_MADE, shipped_folder, write_ready_made

from ..golden.runner import Place

COMMANDS = [
    "finn --antall 1", "vis tu-berlin", "frister", "budsjett --land Tyskland", "sammenlign dtu kth", "--versjon",
]  # fmt: skip
NAME = "mine data på «ærlig» måte"


def copy_of_the_facts(folder: Path) -> Path:
    folder.mkdir()
    for name in ALL_FILES:
        shutil.copy(shipped_folder() / name, folder)
    return folder


@pytest.fixture(scope="session")
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as it is in the wheel, with a name that is no easy one."""
    folder = copy_of_the_facts(tmp_path_factory.mktemp("facts") / NAME)
    write_ready_made(folder, folder / READY_MADE)
    return folder


@pytest.mark.parametrize("command", [*COMMANDS, "data sjekk"])
def test_a_data_folder_may_have_spaces_and_norwegian_letters(run, ready_made: Path, command: str) -> None:
    outcome = run(*command.split(), UTVEKSLING_DATA=str(ready_made))
    assert (outcome.exit_code, outcome.stderr) == (0, "")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"HOME": "/dev/null"}, id="a home that is no folder"),
        pytest.param({"HOME": None, "XDG_CACHE_HOME": "/dev/null"}, id="no home, and no place for a cache"),
        pytest.param({"HOME": ""}, id="a home without a name"),
    ],
)
def test_no_home_is_needed(script, place: Place, changes: dict[str, str | None]) -> None:
    copy_of_the_facts(place.folder / NAME)
    done = script("finn", "--data", NAME, "--antall", "1", **{"XDG_CACHE_HOME": None, **changes})
    assert (done.returncode, done.stderr) == (0, b"")
    assert [path.name for path in place.folder.iterdir()] == [NAME]


@pytest.mark.parametrize("command", [*COMMANDS, "data sjekk"])
def test_a_folder_that_is_gone_is_no_obstacle(shell, ready_made: Path, command: str) -> None:
    line = f'mkdir borte && cd borte && rmdir ../borte && "$utveksling" {command}'
    done = shell(line, UTVEKSLING_DATA=str(ready_made))
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_file_named_from_a_folder_that_is_gone_is_told(shell) -> None:
    done = shell('mkdir borte && cd borte && rmdir ../borte && "$utveksling" frister --ut frister.txt')
    assert done.returncode == 4
    assert done.stderr.decode() == (
        "Feil: Kan ikke skrive «frister.txt» (mappa finnes ikke).\nHint: Velg et annet sted med --ut.\n"
    )


@pytest.mark.parametrize("command", [*COMMANDS, "finn --hjelp", "fullføring bash", "data sjekk"])
def test_a_command_leaves_nothing_behind_but_its_cache(run, place: Place, command: str) -> None:
    run(*command.split())
    assert list(place.home.iterdir()) == []
    assert list(place.folder.iterdir()) == []
