"""A plan of courses as a file to hand in: what was pasted into it does no harm, and it can be read back."""

import csv
import io
import json
import stat
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.cli.fagplan.course_file import read_courses
from utveksling_cli.model.course import ADDED, AUTUMN, REMOVED, SPRING, Course, CourseChange
from utveksling_cli.model.course_outlook import CourseOutlook, CoursePages
from utveksling_cli.model.plan import CEFR, LanguageEvidence
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.course_agreement import agreement_notices, language_skill
from utveksling_cli.planning.course_plan import CourseSetting, course_plan
from utveksling_cli.render import fagplan_export
from utveksling_cli.render.fagplan import View
from utveksling_cli.render.fagplan_export import ExportView
from utveksling_cli.render.fagplan_vis import PlanView

from ..golden.runner import Place
from ..planfile.strategies import courses

SETTING = CourseSetting(date(2026, 11, 24), "dtu", "DK", None, ("autumn",), Decimal(30))
SEASONS = {AUTUMN: Semester("H", 2027)}
TITLES = {
    "markup": "[/] [bold red]x[/] [link=https://example.org]y",
    "a formula": '=HYPERLINK("https://example.org";"x")',
    "other formulas": "@SUM(1)",
    "a plus": "+1",
    "a minus": "-5",
    "marked text": "'=1+1",
    "an escape of Excel's": "_x0041_",
    "a script": "</td><script>alert(1)</script><!--",
    "an entity": "&lt;b&gt; &amp;",
    "Markdown": "| `a` **b** _c_ [d](javascript:alert(1)) ![e](x) ~~f~~ # g $h$",
    "the beginning of a list": "1. a",
    "emoji": "Kunst 🎓🇳🇴",
    "right to left": "שלום عالم",
    "very long": "å" * 10_000,
    "one long word": "W" * 10_000,
    "a quote": '"a";"b"\'',
}
# These come from no plan, since its reader refuses them, and still may do no harm.
STEERING = {
    "escape codes": "a\x1b[31mrød\x07",
    "NUL": "a\0b",
    "turned around": "a\u202eb",
    "line breaks": "a\r\nb\u2028c",
    "half a sign": "a\ud83c",
    "not in XML": "a\ufffeb\uffff",
}


def view(found: tuple[Course, ...]) -> ExportView:
    plan = course_plan(found, SETTING)
    checked = View(plan, ("dtu", "DTU"), "H2027", "utveksling.yaml", "2026-11-24", "2026-11-23")
    return ExportView(
        PlanView(checked, CourseOutlook((), {}), CoursePages((), None, None, ()), SEASONS, assumed=False),
        hei_id="dtu.dk",
        two_terms=True,
    )


def file_of(found: tuple[Course, ...], path: Path) -> Path:
    if path.suffix == ".csv":
        path.write_text(fagplan_export.as_csv(view(found)), "utf-8", newline="")
    else:
        path.write_bytes(fagplan_export.as_xlsx(view(found)))
    return path


@given(courses.filter(bool))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_what_is_exported_is_imported_unchanged(tmp_path: Path, suffix: str, found: tuple[Course, ...]) -> None:
    assert read_courses(file_of(found, tmp_path / f"emner.{suffix}"))[0] == found


@given(st.sampled_from([*TITLES.values()]), st.sampled_from([*TITLES.values()]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_hostile_titles_come_back_as_they_were(tmp_path: Path, suffix: str, first: str, second: str) -> None:
    found = (Course("a", first, "A1", credits=Decimal("7.5"), unit="ECTS"), Course("b", second))
    assert read_courses(file_of(found, tmp_path / f"emner.{suffix}"))[0] == found


def cells_of_csv(made: ExportView) -> list[str]:
    rows = list(csv.reader(io.StringIO(fagplan_export.as_csv(made).removeprefix("\ufeff")), delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell[:1] in set("=+@\t\r-") for cell in rows[1] if cell != "-5")
    return rows[1]


def cells_of_xlsx(made: ExportView) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(fagplan_export.as_xlsx(made))).worksheets[0]
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    return [str(cell.value) for cell in sheet[2]]


def cells_of_docx(made: ExportView) -> list[str]:
    (table,) = Document(io.BytesIO(fagplan_export.as_docx(made))).tables
    return [cell.text for cell in table.rows[1].cells]


TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "strong", "ul", "li"),
    *("table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
}


class Page(HTMLParser):
    """The cells of the second row of a page, and the tags on it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


def cells_of_html(made: ExportView) -> list[str]:
    page = Page(fagplan_export.as_html(made))
    assert page.tags <= TAGS
    return page.cells


def cells_of_markdown(made: ExportView) -> list[str]:
    text = fagplan_export.as_markdown(made)
    assert "<script" not in text.replace("\\<", "")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 3
    cells = rows[2].replace("\\|", "\0").strip("|").split("|")
    assert len(cells) == rows[0].count("|") - 1
    return [cell.strip().replace("\0", "|").replace("\\", "") for cell in cells]


def cells_of_json(made: ExportView) -> list[str]:
    return [json.loads(json.dumps(fagplan_export.as_json(made)))["components_studied"][0]["title"]]


FORMATS: dict[str, Callable[[ExportView], list[str]]] = {
    "csv": cells_of_csv,
    "xlsx": cells_of_xlsx,
    "docx": cells_of_docx,
    "html": cells_of_html,
    "md": cells_of_markdown,
    "json": cells_of_json,
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_title_is_text_in_every_format(form: str, title: str) -> None:
    shown = FORMATS[form](view((Course("a", title, credits=Decimal(5), unit="ECTS"),)))[0]
    if form == "md":
        # Which signs have a backslash is Markdown's business, and so are the brackets around an address.
        drop = str.maketrans("", "", "\\<>")
        assert title.translate(drop) == shown.translate(drop)
    elif form == "csv":
        assert title in {shown, shown.removeprefix("'")}
    else:
        assert title == shown


@pytest.mark.parametrize("title", STEERING.values(), ids=STEERING)
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_what_steers_or_hides_is_made_visible_in_every_format(form: str, title: str) -> None:
    shown = FORMATS[form](view((Course("a", title, credits=Decimal(5), unit="ECTS"),)))[0]
    assert "\ufffd" in shown
    assert not set("\0\x1b\x07\u202e\u2028\r\n\ud83c\ufffe\uffff") & set(shown)


def test_only_what_counts_at_the_first_choice_is_asked_for() -> None:
    found = (
        Course("a", "Med", credits=Decimal(5), unit="ECTS"),
        Course("b", "Tatt ut", credits=Decimal(5), unit="ECTS", status="removed"),
        Course("c", "Avslått", credits=Decimal(5), unit="ECTS", status="rejected"),
        Course("d", "Et annet sted", credits=Decimal(5), unit="ECTS", host="ntu"),
    )
    text = fagplan_export.as_markdown(view(found))
    assert [name for name in ("Med", "Tatt ut", "Avslått", "Et annet sted") if f"| {name} |" in text] == ["Med"]
    assert "Sum: 5 studiepoeng\n" in text
    assert "Ikke med: 3 emner tatt ut, avslått eller ved et annet lærested." in text
    assert [one["id"] for one in fagplan_export.as_json(view(found))["components_studied"]] == ["a"]


def test_the_columns_come_in_the_order_of_the_form() -> None:
    """Name and code, description, workload, what it replaces at NTNU, and a reading list where there is one."""
    one = Course("a", "A", "A1", "https://example.org/a", Decimal(5), "ECTS", ("TDT4171",))
    heads = ["Emne", "Kode", "Emnebeskrivelse", "Omfang", "Studiepoeng", "Erstatter ved NTNU"]
    (table,) = Document(io.BytesIO(fagplan_export.as_docx(view((one,))))).tables
    assert [cell.text for cell in table.rows[0].cells] == [*heads, "Nivå", "Semester", "Status"]
    read = one._replace(reading_list="https://example.org/pensum")
    (table,) = Document(io.BytesIO(fagplan_export.as_docx(view((read,))))).tables
    assert [cell.text for cell in table.rows[0].cells] == [*heads, "Pensumliste", "Nivå", "Semester", "Status"]


def test_the_document_is_norwegian_lies_down_and_repeats_its_first_row() -> None:
    made = fagplan_export.as_docx(view((Course("a", "A"),)))
    book = Document(io.BytesIO(made))
    assert (book.core_properties.language, book.core_properties.author) == ("nb-NO", "")
    assert book.core_properties.title == "Fagplan: DTU, høsten 2027"
    assert book.sections[0].page_width > book.sections[0].page_height
    first, second = book.tables[0].rows
    assert ["w:tblHeader" in row._tr.xml for row in (first, second)] == [True, False]
    assert 'w:lang w:val="nb-NO"' in book.styles.element.xml
    assert made == fagplan_export.as_docx(view((Course("a", "A"),)))


def test_json_has_the_tables_of_a_learning_agreement_and_no_signature() -> None:
    found = (
        Course("a", "A", "A1", "https://example.org", Decimal(5), "ECTS", ("TDT4171",), "master", "autumn", "en"),
        Course("b", "B", credits=Decimal(2), unit="units", replaces=("TMA4240", "K-emne 1"), semester=SPRING),
        Course("c", "C", status="removed", history=(CourseChange(date(2027, 9, 1), REMOVED, "timetable-conflict"),)),
        Course("d", "D", history=(CourseChange(date(2027, 9, 1), ADDED, "substituting-deleted", "c"),)),
    )
    evidence = (LanguageEvidence("en", "ielts", "7.5"), LanguageEvidence("en", CEFR, "C1"))
    skill = language_skill(found, evidence)
    notices = agreement_notices("0613", skill)
    made = view(found)._replace(level="master", skill=skill, isced_f="0613", notices=notices)
    answer = fagplan_export.as_json(made)
    assert (answer["draft"], answer["signatures"], answer["count"]) == (True, [], 3)
    assert answer["receiving_hei"] == {"hei_id": "dtu.dk", "id": "dtu", "name": "DTU"}
    assert (answer["eqf_level_studied_at_departure"], answer["isced_f_code"]) == (7, "0613")
    assert answer["student_language_skill"] == {"language": "en", "cefr_level": "C1"}
    first, second, third = answer["components_studied"]
    assert (first["los_code"], first["title"], first["eqf_level"]) == ("A1", "A", 7)
    assert first["credit"] == [{"scheme": "ects", "value": "5.00"}]
    assert [one["term_id"]["term_number"] for one in (first, second, third)] == [1, 2, 1]
    # A full year at the host is not known, so two units are no number of studiepoeng.
    assert second["credit"] == [{"scheme": "units", "value": "2"}]
    assert [(one["los_code"], one["credit"], one["replaced_by"]) for one in answer["components_recognized"]] == [
        ("TDT4171", [{"scheme": "ects", "value": "5.00"}], "a"),
        ("TMA4240", [], "b"),
        (None, [], "b"),
    ]
    assert [(one["id"], one["status"], one["reason_code"]) for one in answer["changes"]] == [
        ("c", "deleted", "timetable-conflict"),
        ("d", "inserted", "substituting-deleted"),
    ]
    assert [notice["code"] for notice in answer["notices"]] == ["courses.draft_agreement"]


def test_json_leaves_open_what_the_program_does_not_know() -> None:
    answer = fagplan_export.as_json(
        view((Course("a", "A"),))._replace(two_terms=False, hei_id=None, notices=agreement_notices(None, None))
    )
    assert answer["receiving_hei"]["hei_id"] is None
    assert (answer["isced_f_code"], answer["student_language_skill"]) == (None, None)
    assert (answer["components_studied"][0]["term_id"], answer["components_studied"][0]["credit"]) == (None, [])
    codes = ["courses.draft_agreement", "courses.no_isced", "courses.no_cefr"]
    assert [notice["code"] for notice in answer["notices"]] == codes


PLAN = """\
schema: utveksling.plan/1
stay: {semester: H2027, hosts: [dtu]}
courses:
  - {id: a, title: "=1+1", credits: 7.5, unit: ECTS}
"""


@pytest.fixture
def planned(place: Place) -> Place:
    (place.folder / "utveksling.yaml").write_text(PLAN, "utf-8")
    return place


@pytest.mark.parametrize("form", [*FORMATS])
def test_a_file_that_is_there_is_replaced_whole_and_keeps_its_permissions(run, planned: Place, form: str) -> None:
    file = planned.folder / "fagplan.ut"
    file.write_text("x" * 100_000, "utf-8")
    file.chmod(0o600)
    assert run("fagplan", "eksporter", "--format", form, "--ut", file.name) == ("", "", 0)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"xxxx" not in file.read_bytes()
    again = file.read_bytes()
    run("fagplan", "eksporter", "--format", form, "--ut", file.name)
    assert again == file.read_bytes()
    assert {one.name for one in planned.folder.iterdir()} <= {"utveksling.yaml", "fagplan.ut"}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_plan_that_is_exported_and_read_in_again_is_the_same_plan(run, planned: Place, suffix: str) -> None:
    before = (planned.folder / "utveksling.yaml").read_text("utf-8")
    assert run("fagplan", "eksporter", "--format", suffix, "--ut", f"emner.{suffix}").exit_code == 0
    assert run("fagplan", "legg-til", "--fil", f"emner.{suffix}").exit_code == 0
    assert before == (planned.folder / "utveksling.yaml").read_text("utf-8")


def test_a_pipe_gets_the_same_document_as_a_file(script, planned: Place) -> None:
    command = ("fagplan", "eksporter", "--format", "docx", "--ut")
    script(*command, "fagplan.docx")
    assert (planned.folder / "fagplan.docx").read_bytes() == script(*command, "-").stdout
