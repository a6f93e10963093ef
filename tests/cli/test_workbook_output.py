"""A workbook goes to a file or down a pipe, and never to a screen."""

import io
import os
import pty
import subprocess
import zipfile

import openpyxl

from ..golden.runner import SCRIPT, Place

BUDGET = ("budsjett", "--land", "Sverige", "--format", "xlsx")


def test_a_file_holds_the_workbook(script, place: Place) -> None:
    done = script(*BUDGET, "--ut", "budsjett.xlsx")
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)
    assert openpyxl.load_workbook(place.folder / "budsjett.xlsx").sheetnames[0] == "Måneder"
    assert [path.name for path in place.folder.iterdir()] == ["budsjett.xlsx"]


def test_a_pipe_gets_the_same_bytes(script, place: Place) -> None:
    script(*BUDGET, "--ut", "budsjett.xlsx")
    wanted = (place.folder / "budsjett.xlsx").read_bytes()
    assert wanted == script(*BUDGET).stdout == script(*BUDGET, "--ut", "-").stdout
    assert zipfile.is_zipfile(io.BytesIO(wanted))


def test_a_reader_that_leaves_is_no_error(shell) -> None:
    done = shell('"$utveksling" budsjett --land Sverige --format xlsx | head -c 2')
    assert (done.stdout, done.stderr) == (b"PK", b"")


def test_a_screen_is_spared(place: Place, surroundings) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [SCRIPT, *BUDGET], check=False, stdout=theirs, stderr=subprocess.PIPE, cwd=place.folder, env=surroundings()
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "Feil: --format xlsx: svaret er en fil, og kan ikke vises på skjermen.\n"
        "Hint: Skriv til en fil, for eksempel --ut utveksling.xlsx\n"
    )


def test_other_commands_have_no_workbook(run) -> None:
    outcome = run("finn", "--land", "Island", "--format", "xlsx", "--ut", "svar.xlsx")
    assert outcome.exit_code == 2
    assert "Lov er tabell, json, csv." in outcome.stderr
