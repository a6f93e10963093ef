"""What is said of a data folder that cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from utveksling_cli.catalogue.store import READY_MADE, open_catalogue, write_ready_made
from utveksling_cli.model.errors import DataUnusable

pytestmark = pytest.mark.usefixtures("cache")


def refused(path: Path) -> DataUnusable:
    with pytest.raises(DataUnusable) as caught:
        open_catalogue(path)
    return caught.value


def test_a_missing_folder_says_so(tmp_path) -> None:
    error = refused(tmp_path / "nowhere")
    assert (error.message, error.hint) == (
        f"Datamappa «{tmp_path / 'nowhere'}» finnes ikke.",
        "Sjekk --data og UTVEKSLING_DATA.",
    )


def test_a_file_is_not_a_data_folder(data) -> None:
    path = data.path / "countries.yaml"
    assert refused(path).message == f"Datamappa «{path}» er en fil, ikke en mappe."


def test_a_name_that_no_file_system_takes_is_a_folder_that_cannot_be_read(tmp_path) -> None:
    path = tmp_path / ("x" * 1000)
    assert refused(path).message == f"Datamappa «{path}» kan ikke leses."


def test_a_folder_without_one_of_its_files_names_the_file(data) -> None:
    (data.path / "deadlines.yaml").unlink()
    error = refused(data.path)
    assert error.message == f"Datamappa «{data.path}» har ett problem."
    assert error.details == (f"{data.path / 'deadlines.yaml'}: fila finnes ikke",)
    assert error.hint == f"Rett opp, og sjekk med: utveksling data sjekk {data.path}"


def test_a_pipe_in_place_of_a_file_is_not_waited_for(data) -> None:
    (data.path / "deadlines.yaml").unlink()
    os.mkfifo(data.path / "deadlines.yaml")
    assert refused(data.path).details == (f"{data.path / 'deadlines.yaml'}: kan ikke leses (er ikke en vanlig fil)",)


def test_a_folder_that_was_fine_and_no_longer_is_gives_no_old_answers(data) -> None:
    open_catalogue(data.path).close()
    data.edit("countries.yaml", "nb: Frankrike", "nb: Frankrike\nxx: 1")
    assert refused(data.path).details


def test_of_very_many_problems_the_first_hundred_are_shown(data) -> None:
    rows = "".join(f"x{number},,,,,,approved,,https://example.org\n" for number in range(250))
    data.write("course_decisions.csv", data.read("course_decisions.csv") + rows)
    error = refused(data.path)
    assert error.message == f"Datamappa «{data.path}» har 250 problemer."
    assert len(error.details) == 101
    assert error.details[-1] == "… og 150 til"


def test_nothing_is_shipped_from_a_folder_with_problems(data, tmp_path) -> None:
    data.write("countries.yaml", "")
    with pytest.raises(DataUnusable):
        write_ready_made(data.path, tmp_path / READY_MADE)
    assert not (tmp_path / READY_MADE).exists()
