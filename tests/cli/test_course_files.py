"""A list of courses as a file: what is exported comes back, and a student's own is read by its headers."""

import html
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from utveksling_cli.cli.fagplan.course_file import match_headers, read_courses
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.planning.course_plan import CourseSetting, course_plan
from utveksling_cli.render import fagplan_export
from utveksling_cli.render.fagplan import View

from ..planfile.strategies import courses

SETTING = CourseSetting(date(2026, 11, 24), "dtu", "DK", None, ("autumn",), Decimal(30))
HOSTILE = '[/]=HYPERLINK("x")<script>alert(1)</script>|`a` 😀 שלום'


def view(found: tuple[Course, ...]) -> View:
    return View(course_plan(found, SETTING), ("dtu", "DTU"), "H2027", "utveksling.yaml", "2026-11-24", "2026-11-23")


@given(courses.filter(bool))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_exported_is_imported_unchanged(tmp_path: Path, suffix: str, found: tuple[Course, ...]) -> None:
    file = tmp_path / f"emner.{suffix}"
    if suffix == "csv":
        file.write_text(fagplan_export.as_csv(view(found)), "utf-8", newline="")
    else:
        file.write_bytes(fagplan_export.as_xlsx(view(found)))
    assert read_courses(file)[0] == found


@pytest.mark.parametrize("title", [HOSTILE, "x" * 10_000, "_x0041_", "'=1+1", "-5", "@a", "+1"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_hostile_title_is_harmless_and_comes_back(tmp_path: Path, suffix: str, title: str) -> None:
    found = (Course("a", title, "A1", "https://example.org", Decimal("7.5"), "ECTS"),)
    test = tmp_path / f"emner.{suffix}"
    if suffix == "csv":
        test.write_text(fagplan_export.as_csv(view(found)), "utf-8", newline="")
    else:
        test.write_bytes(fagplan_export.as_xlsx(view(found)))
    assert read_courses(test)[0] == found


def test_html_and_markdown_escape_all_that_is_the_students() -> None:
    found = (Course("a", HOSTILE, "<b>", "https://example.org/?a=1&b=2", Decimal("7.5"), "ECTS"),)
    page, text = fagplan_export.as_html(view(found)), fagplan_export.as_markdown(view(found))
    assert "<script>" not in page
    assert html.escape(HOSTILE) in page
    assert "\\<script\\>" in text
    assert "\\|\\`a\\`" in text
    row = next(line for line in text.splitlines() if "script" in line)
    assert row.replace("\\|", "").count("|") == 10


def test_json_is_a_draft_in_the_shape_of_a_learning_agreement() -> None:
    found = (Course("a", "A", "A1", "https://example.org", Decimal(5), "ECTS", ("TDT4171",), "master", "autumn", "en"),)
    answer = fagplan_export.as_json(view(found))
    assert (answer["draft"], answer["signatures"]) == (True, [])
    (component,) = answer["components_studied"]
    assert component["credit"] == [{"scheme": "ects", "value": "5.00"}]
    assert component["term"] == {"term_number": 1, "total_terms": 2}
    assert component["eqf_level"] == 7
    assert answer["components_recognized"] == [{"title": None, "code": "TDT4171", "replaced_by": "a"}]
    json.dumps(answer)


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
    ],
)
def test_a_file_that_is_no_list_of_courses_is_refused(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "emner.csv"
    file.write_text(content, "utf-8")
    with pytest.raises(DataUnusable) as caught:
        read_courses(file)
    assert caught.value.message == said
