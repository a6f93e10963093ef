"""One golden file for each error message: what it says to a student, and its exit code.

`pytest --golden-update` writes what the messages say now, and `docs/feil.md` from them.
"""

import shutil
from pathlib import Path

import pytest

from ..golden.runner import UNEXPECTED, Place, expected_and_found, make_place, read
from .messages import Template, templates, templates_in
from .page import PAGE, page

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.golden"))
# Messages that no command line brings about, and the test that does.
WITHOUT_A_CASE = {
    "Planen blir for stor.": "tests/planfile/test_hard_files.py",
    "Planen er i bruk av en annen kommando.": "tests/planfile/test_store.py",
    "Fila er for stor for en fagplan.": "tests/cli/test_course_files.py",
    "Fila kan ikke leses som CSV.": "tests/cli/test_course_files.py",
    "Uventet feil i programmet (…: …).": "tests/cli/test_the_end.py",
    "Kommandoen kan ikke leses slik den er skrevet.": "tests/cli/test_usage.py",
    "Kan ikke skrive svaret (…).": "tests/cli/test_streams.py",
    "--format …: svaret er en fil, og kan ikke vises på skjermen.": "tests/cli/test_workbook_output.py",
    "Datamappa «…» kan ikke leses.": "tests/catalogue/test_unusable_folder.py",
}


@pytest.fixture
def place(tmp_path: Path, command_cache: Path) -> Place:
    """With the files beside the cases, and a data folder that lacks one file."""
    place = make_place(tmp_path, command_cache, FOLDER / "files")
    whole = FOLDER.parent / "catalogue" / "small"
    shutil.copytree(whole, place.folder / "datamappe-uten-kurser", ignore=shutil.ignore_patterns("exchange_rates.yaml"))
    return place


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_error_says_what_the_golden_file_says(path: Path, place: Place, golden_update: bool) -> None:
    expected, found = expected_and_found(path, place, update=golden_update)
    assert UNEXPECTED not in found.stderr
    assert expected == found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_error_stands_on_standard_error_alone_and_names_a_next_step(path: Path) -> None:
    expected = read(path.read_bytes().decode("utf-8")).expected
    assert expected is not None
    if path.stem != "sjekk-ukjent-fil":
        assert expected.stdout == ""
        assert expected.exit_code in {2, 3, 4}
        assert "Hint: " in expected.stderr or '"hint": "' in expected.stderr
    assert "Traceback" not in expected.stderr


def test_the_page_of_error_messages_is_current(golden_update: bool) -> None:
    now = page((path.stem, read(path.read_bytes().decode("utf-8"))) for path in FILES)
    if golden_update:
        PAGE.write_text(now, encoding="utf-8")
    else:
        assert PAGE.read_text(encoding="utf-8") == now, "run `make golden`"


@pytest.mark.parametrize("template", templates(), ids=lambda template: f"{template.place} {template.message}")
def test_every_error_that_can_be_raised_has_a_case(template: Template) -> None:
    if template.message in WITHOUT_A_CASE:
        return
    said = [case.expected.stderr for path in FILES if (case := read(path.read_text(encoding="utf-8"))).expected]
    assert any(template.fits(stderr) for stderr in said if stderr.startswith("Feil: ")), template


def test_the_messages_without_a_case_exist_and_are_tested_elsewhere() -> None:
    assert set(WITHOUT_A_CASE) <= {template.message for template in templates()}
    tests = FOLDER.parents[1]
    assert [path for path in WITHOUT_A_CASE.values() if not (tests / path).is_file()] == []


def test_a_message_that_is_put_together_in_two_ways_gives_two_templates() -> None:
    source = (
        "def f(folder, near):\n"
        "    wrong = 'er en fil' if folder else 'finnes ikke'\n"
        "    hint = f'Lov er {near}.'\n"
        "    raise DataUnusable(f'«{folder}» {wrong}.', hint=f'{near} {hint}' if near else hint)\n"
    )
    assert set(templates_in(source, "x.py")) == {
        Template("x.py:4", "«…» er en fil.", "… Lov er …."),
        Template("x.py:4", "«…» er en fil.", "Lov er …."),
        Template("x.py:4", "«…» finnes ikke.", "… Lov er …."),
        Template("x.py:4", "«…» finnes ikke.", "Lov er …."),
    }


def test_nothing_but_golden_files_and_what_they_use_lies_here() -> None:
    known = [path.name for path in FOLDER.iterdir() if path.suffix in {".golden", ".py"}]
    assert sorted({path.name for path in FOLDER.iterdir()} - {*known, "files", "__pycache__"}) == []
