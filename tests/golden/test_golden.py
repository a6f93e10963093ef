"""Each golden file beside this one: a command says exactly what somebody has read and found right.

`pytest --golden-update` writes what the commands say now: read the difference before it is committed.
"""

from pathlib import Path

import pytest

from .runner import UNEXPECTED, Outcome, Place, expected_and_found, make_place, read, run_console_script, written

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.golden"))
# A few of each kind are enough to see that the installed script does the same as `main`.
IN_A_PROCESS = (
    "finn-tyskland", "finn-csv", "vis-delt-forkortelse", "frister", "budsjett-australia", "budsjett-json", "versjon",
    "hjelp",
)  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, command_cache: Path) -> Place:
    return make_place(tmp_path, command_cache, FOLDER / "files")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_command_says_what_the_golden_file_says(path: Path, place: Place, golden_update: bool) -> None:
    expected, found = expected_and_found(path, place, update=golden_update)
    assert UNEXPECTED not in found.stderr
    assert expected == found


@pytest.mark.parametrize("name", IN_A_PROCESS)
def test_the_installed_script_says_the_same(name: str, place: Place) -> None:
    case = read((FOLDER / f"{name}.golden").read_bytes().decode("utf-8"))
    assert case.expected == run_console_script(case, place)


def test_nothing_but_golden_files_lies_here() -> None:
    unknown = [path.name for path in FOLDER.iterdir() if path.suffix not in {".golden", ".py"}]
    assert sorted(set(unknown) - {"files", "__pycache__"}) == []


def test_a_golden_file_is_read_as_it_was_written() -> None:
    text = "$ COLUMNS=40 utveksling finn --by 'New York'\nut\n>>>2\nfeil\n>>>= 3\n"
    case = read(text)
    assert case.environment == {"COLUMNS": "40"}
    assert case.arguments == ("finn", "--by", "New York")
    assert case.expected == Outcome("ut\n", "feil\n", 3)
    assert written(case, case.expected) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("utveksling finn\n>>>2\n>>>= 0\n", id="no command line"),
        pytest.param("$ ls\n>>>2\n>>>= 0\n", id="another program"),
        pytest.param("$ utveksling finn\nut\n>>>= 0\n", id="no errors"),
        pytest.param("$ utveksling finn\nut\n>>>2\n", id="no exit code"),
        pytest.param("$ utveksling finn\n>>>2\n>>>= 0\nmer\n", id="more after the exit code"),
    ],
)
def test_what_is_not_a_golden_file_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):
        read(text)
