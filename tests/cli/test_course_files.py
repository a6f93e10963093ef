"""A student's own list of courses is read by its headers, and what is wrong with it is told."""

from decimal import Decimal
from pathlib import Path

import pytest

from utveksling_cli.cli.fagplan.course_file import match_headers, read_courses
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import DataUnusable


def test_headers_are_known_by_their_words_and_the_others_are_told() -> None:
    columns, unknown = match_headers(["Course name", "Course code", "ECTS credits", "Link to syllabus", "Lunsj"])
    assert columns == {0: "title", 1: "code", 2: "credits", 3: "link"}
    assert unknown == ("Lunsj",)


def test_a_students_own_list_is_read_with_its_units(tmp_path: Path) -> None:
    file = tmp_path / "emner.csv"
    file.write_bytes('Emne,Kode,ECTS,Nivå,Tur\nKunstig intelligens,AI1,"7,5",Master,ja\n'.encode("cp1252"))
    found, told = read_courses(file)
    assert found == (Course("", "Kunstig intelligens", "AI1", None, Decimal("7.5"), "ECTS", (), "master"),)
    assert told == ("Kolonne som ikke ble brukt: Tur.",)


def test_every_row_that_is_wrong_is_told(tmp_path: Path) -> None:
    file = tmp_path / "emner.csv"
    file.write_text("Tittel;Poeng;Lenke\nA;mange;https://example.org\nB;5;x\n", "utf-8")
    with pytest.raises(DataUnusable) as caught:
        read_courses(file)
    assert [detail.partition(":")[0] for detail in caught.value.details] == ["rad 2", "rad 3"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("x" * 5_000_001, "Fila er for stor for en fagplan."),
        ("Tittel\n" + "x" * 200_000, "Fila kan ikke leses som CSV."),
        ('Tittel;Poeng\n"A;5\nB;5\n', "Fila kan ikke leses som CSV."),
    ],
)
def test_a_file_that_is_no_list_of_courses_is_refused(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "emner.csv"
    file.write_text(content, "utf-8")
    with pytest.raises(DataUnusable) as caught:
        read_courses(file)
    assert caught.value.message == said
