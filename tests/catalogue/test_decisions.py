"""The CSV of earlier course decisions: what is read from it, and what is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.catalogue.decisions import DecisionRow, read_decisions, read_own_decisions

HEAD = "# schema: utveksling.course_decisions/1\n# data_version: 2026-11-19\n"
COLUMNS = "institution_id,host_code,host_title,host_credits,ntnu_code,ntnu_title,decision,decided,source_url\n"
ROW = "a,X1,Title,6,TDT4100,Objekt,approved,2025,https://example.org\n"


def problems(text: str) -> list[str]:
    decisions, found = read_decisions(text, "d.csv")
    assert (decisions is None) == bool(found)
    return [f"{problem.line}: {problem.message}" for problem in found]


def test_quotes_commas_line_breaks_and_blank_lines_are_read_as_csv() -> None:
    body = '\na,X1,"One, two",6,TDT4100,"Said ""yes""",approved,2025-02,https://example.org/1\n\n\n'
    body += 'b,,"On two\nlines",,TMA4100,,unknown,,http://example.org/2\nc,,,,,,rejected,2019-12-31,https://x.org\n'
    decisions, found = read_decisions(HEAD + COLUMNS + body, "d.csv")
    assert found == []
    assert decisions is not None
    assert decisions.data_version == "2026-11-19"
    assert decisions.rows == (
        DecisionRow(
            institution_id="a",
            host_code="X1",
            host_title="One, two",
            host_credits="6",
            ntnu_code="TDT4100",
            ntnu_title='Said "yes"',
            decision="approved",
            decided="2025-02",
            source_url="https://example.org/1",
        ),
        DecisionRow("b", "", "On two\nlines", "", "TMA4100", "", "unknown", "", "http://example.org/2"),
        DecisionRow("c", "", "", "", "", "", "rejected", "2019-12-31", "https://x.org"),
    )
    assert decisions.lines == (5, 8, 10)


def test_no_rows_is_an_empty_file_and_not_a_fault() -> None:
    decisions, found = read_decisions(HEAD + COLUMNS, "d.csv")
    assert (found, decisions and decisions.rows) == ([], ())


_HEAD_WANTED = (
    "1: de to første linjene skal være «# schema: utveksling.course_decisions/1» og «# data_version: ÅÅÅÅ-MM-DD»"
)
_COLUMNS_WANTED = f"3: kolonnene skal være {COLUMNS.strip()}"
_NOT_CSV = "kan ikke leses som CSV herfra; se etter et anførselstegn som ikke lukkes"
WHOLE_FILES = {
    "an empty file": ("", _HEAD_WANTED),
    "no head": (COLUMNS + ROW, _HEAD_WANTED),
    "the head of another schema": (HEAD.replace("course", "coarse") + COLUMNS, _HEAD_WANTED),
    "a data version that no calendar has": (HEAD.replace("11-19", "11-31") + COLUMNS, _HEAD_WANTED),
    "no columns": (HEAD, _COLUMNS_WANTED),
    "semicolons, as a Norwegian spreadsheet writes them": (HEAD + COLUMNS.replace(",", ";"), _COLUMNS_WANTED),
    "columns in another order": (
        HEAD + COLUMNS.replace("host_code,host_title", "host_title,host_code"),
        _COLUMNS_WANTED,
    ),
    "a quote never closed": (HEAD + COLUMNS + ROW + '"' + ROW + ROW, f"5: {_NOT_CSV}"),
    "text after a closing quote": (HEAD + COLUMNS + '"a"b' + ROW[1:], f"4: {_NOT_CSV}"),
    "a cell too large for CSV": (HEAD + COLUMNS + "x" * 200_000 + ROW, f"4: {_NOT_CSV}"),
    "NUL": (HEAD + COLUMNS + ROW + "\0" + ROW, "5: tegnet U+0000 vises ikke som tekst og er ikke lov i data"),
    "escape to the terminal": (
        HEAD + COLUMNS + ROW.replace("Title", "\x1b[2J"),
        "4: tegnet U+001B vises ikke som tekst og er ikke lov i data",
    ),
    "text turned around": (
        HEAD + COLUMNS + ROW.replace("Title", "\u202eelbissimda"),
        "4: tegnet U+202E vises ikke som tekst og er ikke lov i data",
    ),
    "a line separator": (
        HEAD + COLUMNS + ROW.replace("Title", "a\u2028b"),
        "4: tegnet U+2028 vises ikke som tekst og er ikke lov i data",
    ),
    "a tab": (HEAD + COLUMNS + ROW.replace("Title", "a\tb"), "4: tabulator er ikke lov; bruk mellomrom"),
}


@pytest.mark.parametrize(("text", "message"), WHOLE_FILES.values(), ids=WHOLE_FILES)
def test_a_file_that_cannot_be_read_names_the_line(text: str, message: str) -> None:
    assert problems(text) == [message]


ROWS = {
    "too few cells": (ROW.replace("X1,", ""), "raden har 8 felt, ikke 9"),
    "too many cells": (ROW.replace("X1,", "X1,,"), "raden har 10 felt, ikke 9"),
    "no host": (ROW[1:], "institution_id: mangler"),
    "an outcome in Norwegian": (
        ROW.replace("approved", "godkjent"),
        "decision: «godkjent» er ikke lov; skal være approved, conditional, rejected, unknown",
    ),
    "a month that does not exist": (
        ROW.replace("2025", "2025-13"),
        "decided: «2025-13» er ikke et år, en måned eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD)",
    ),
    "a day that does not exist": (
        ROW.replace("2025", "2025-02-29"),
        "decided: «2025-02-29» er ikke et år, en måned eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD)",
    ),
    "a year in the digits of another script": (
        ROW.replace("2025", "٢٠٢٥"),
        "decided: «٢٠٢٥» er ikke et år, en måned eller en dag (ÅÅÅÅ, ÅÅÅÅ-MM, ÅÅÅÅ-MM-DD)",
    ),
    "a decision from the future": (
        ROW.replace("2025", "2026-12"),
        "decided: 2026-12 er etter filas data_version 2026-11-19",
    ),
    "no address": (
        ROW.replace("https://example.org", ""),
        "source_url: skal være en nettadresse som begynner med https:// eller http://",
    ),
    "a script as an address": (
        ROW.replace("https://example.org", "https:// onclick=x"),
        "source_url: skal være en nettadresse som begynner med https:// eller http://",
    ),
}


@pytest.mark.parametrize(("row", "message"), ROWS.values(), ids=ROWS)
def test_a_wrong_row_names_its_line_and_column(row: str, message: str) -> None:
    assert problems(HEAD + COLUMNS + ROW + row) == [f"5: {message}"]


def test_every_fault_of_every_row_is_found() -> None:
    broken = ",X1,T,6,TDT4100,O,maybe,soon,nowhere\n"
    assert [found.split(":")[0] for found in problems(HEAD + COLUMNS + broken + ROW + "x\n")] == ["4"] * 4 + ["6"]


@pytest.mark.parametrize("decided", ["2026", "2026-11", "2026-11-19", "2024-02-29", ""])
def test_a_year_a_month_a_day_or_nothing_is_a_time_of_decision(decided: str) -> None:
    assert problems(HEAD + COLUMNS + ROW.replace("2025", decided)) == []


@given(st.text(st.sampled_from('a,"\n\r; #\0\u2028é=')))
def test_no_text_makes_the_reader_fail_in_another_way(body: str) -> None:
    for text in (body, HEAD + body, HEAD + COLUMNS + body):
        decisions, found = read_decisions(text, "d.csv")
        assert (decisions is None) == bool(found)


OWN = "institution_id;host_code;host_title;host_credits;ntnu_code;ntnu_title;decision;decided;source_url\n"


def own_problems(text: str) -> list[str]:
    found = read_own_decisions(text, "mine.csv", "2026-11-24")[1]
    return [f"{problem.line}: {problem.message}" for problem in found]


def test_a_students_own_file_may_have_semicolons_and_lack_the_head_and_sources() -> None:
    decisions, found = read_own_decisions(
        f"{OWN}a;X1;One, two;6;TDT4100;;approved;2026-11;\n", "mine.csv", "2026-11-24"
    )
    assert (found, decisions and decisions.lines) == ([], (2,))
    assert decisions is not None
    row = DecisionRow("a", "X1", "One, two", "6", "TDT4100", "", "approved", "2026-11", "")
    assert (decisions.data_version, decisions.rows) == ("2026-11-24", (row,))
    assert own_problems(HEAD + COLUMNS + ROW) == []


def test_what_is_wrong_in_an_own_file_is_told_with_its_line() -> None:
    assert own_problems(f"{OWN}a;X1;;;;;approved;2026-12;\n") == [
        "2: decided: 2026-12 er etter dagen i dag, 2026-11-24"
    ]
    assert own_problems("a;b\n") == [f"1: kolonnene skal være {OWN.strip()}"]
    assert own_problems(HEAD + "a,b\n") == [_COLUMNS_WANTED]
    assert own_problems(f'{OWN}a;"X1\n') == [f"2: {_NOT_CSV}"]
    assert own_problems("\u202e" + OWN)[0].startswith("1: ")
