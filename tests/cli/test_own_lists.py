"""A list of courses that a student made: whatever the headers, the separator and the letters are, it is read right."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.cli.fagplan.course_fields import read_fields
from utveksling_cli.cli.fagplan.course_file import match_headers, read_courses
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import DataUnusable

HEADERS = {
    "Emnenavn": "title",
    "Course name": "title",
    "Subject": "title",
    "Fag": "title",
    "Emnekode": "code",
    "Course code": "code",
    "Course number": "code",
    "Kursnr": "code",
    "Poeng": "credits",
    "ECTS": "credits",
    "Units": "credits",
    "sp": "credits",
    "Lenke til emnebeskrivelse": "link",
    "URL": "link",
    "Erstatter": "replaces",
    "NTNU-emne": "replaces",
    "Replaces at NTNU": "replaces",
    "Nivå": "level",
    "Level of study": "level",
    "Term": "semester",
    "Undervisningsspråk": "language",
    "Taught in": "language",
    "Language of instruction": "language",
    "Gruppe": "group",
    "Studiepoeng ved NTNU": "sp",
}


def written(folder: Path, content: str | bytes) -> Path:
    file = folder / "liste.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize(("header", "field"), HEADERS.items())
def test_a_header_is_known_in_norwegian_and_in_english(header: str, field: str) -> None:
    assert match_headers([header]) == ({0: field}, ())
    assert match_headers([f" {header.upper()} "]) == ({0: field}, ())


@pytest.mark.parametrize("header", ["Lunsj", "Språkkaffe?", "spor", "Antall", "Kommentar"])
def test_a_header_that_only_looks_like_one_is_told(header: str) -> None:
    assert match_headers(["Kode", "Tittel", "Poeng", "Språk", header])[1] == (header,)


def test_a_second_column_of_the_same_kind_is_told_and_not_read() -> None:
    assert match_headers(["Emnekode", "Emnekode", "Tittel"]) == ({0: "code", 2: "title"}, ("Emnekode",))


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separator_and_letters_are_found_out(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = [["Kode", "Navn", "Poeng", "Semester"], ["Ø1", "Økonomi", '"7,5"', "Høst 2027"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    found, told = read_courses(written(tmp_path, text.encode(encoding)))
    assert (found, told) == ((Course("", "Økonomi", "Ø1", credits=Decimal("7.5"), semester="autumn"),), ())


def test_empty_rows_a_heading_and_the_line_of_excel_are_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, "sep=;\nMin plan;;\n\nKode;Tittel;Poeng\n;;\nA;B;5\n\n;;\nC;D;\n")
    found, told = read_courses(file)
    assert found == (Course("", "B", "A", credits=Decimal(5)), Course("", "D", "C"))
    assert told == ("Det som står over overskriftene på rad 4, ble ikke lest.",)


def test_columns_without_a_use_are_told_together(tmp_path: Path) -> None:
    file = written(tmp_path, "Kode;Lunsj;Tittel;Tur\nA;ja;B;nei\n")
    assert read_courses(file)[1] == ("Kolonner som ikke ble brukt: Lunsj, Tur.",)


def test_the_same_course_twice_is_told_with_both_rows(tmp_path: Path) -> None:
    file = written(tmp_path, "Kode;Tittel\nCOMP 3702;AI\nB;C\ncomp3702;KI\n")
    with pytest.raises(DataUnusable) as caught:
        read_courses(file)
    assert caught.value.details == (
        "rad 4: comp3702 KI står også på rad 2; slå dem sammen, eller gi dem hvert sitt semester",
    )


def test_the_same_course_in_two_semesters_is_two(tmp_path: Path) -> None:
    file = written(tmp_path, "Kode;Tittel;Semester\nA;B;høst\nA;B;vår\n")
    assert [one.semester for one in read_courses(file)[0]] == ["autumn", "spring"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("TDT4171, TMA4240", ["TDT4171", "TMA4240"], id="comma"),
        pytest.param("tdt4171+tiø4118", ["TDT4171", "TIØ4118"], id="plus and small letters"),
        pytest.param("TDT4171 og TMA4240", ["TDT4171", "TMA4240"], id="og"),
        pytest.param("TDT4171; K-emne 1", ["TDT4171", "K-emne 1"], id="semicolon and a slot"),
        pytest.param("Kunst, design", ["Kunst, design"], id="a slot with a comma"),
        pytest.param("K-emne 1", ["K-emne 1"], id="a slot"),
    ],
)
def test_what_a_course_replaces_is_one_or_several(text: str, expected: list[str]) -> None:
    assert read_fields({"replaces": text})["replaces"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("høst", "autumn"),
        ("Høsten 2027", "autumn"),
        ("Fall", "autumn"),
        ("H2027", "autumn"),
        ("v28", "spring"),
        ("Spring semester", "spring"),
        ("høst og vår", "høst og vår"),
        ("sommer", "sommer"),
    ],
)
def test_one_season_alone_is_a_semester(text: str, expected: str) -> None:
    assert read_fields({"semester": text})["semester"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7,5", ("7.5", None)),
        ("7.5", ("7.5", None)),
        ("007,50 ECTS", ("7.50", "ECTS")),
        ("2 units", ("2", "units")),
        ("1e9", ("1e9", None)),
        ("7.5.3", ("7.5.3", None)),
        ("-5", ("-5", None)),
        ("nan", ("nan", None)),
    ],
)
def test_a_size_is_a_number_and_perhaps_a_unit(text: str, expected: tuple[str, str | None]) -> None:
    fields = read_fields({"credits": text})
    assert (fields["credits"], fields.get("unit")) == expected


@given(st.lists(st.text(max_size=20), max_size=12))
def test_every_header_is_used_once_or_told(headers: list[str]) -> None:
    columns, unknown = match_headers(headers)
    assert len(set(columns.values())) == len(columns)
    assert len(columns) + len(unknown) == len([one for place, one in enumerate(headers) if one.strip()])
