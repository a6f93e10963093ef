"""CSV opens in a Norwegian spreadsheet as it stands, and no cell of it is a formula."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.render.csv import table

COMMANDS = [
    ("finn", "--land", "Frankrike"),
    ("finn", "--land", "Frankrike", "--hvorfor", "eurecom"),
    ("vis", "eth-zurich"),
    ("frister", "--semester", "V2027"),
    ("budsjett", "--land", "USA", "--skolepenger", "5700,50 USD"),
    ("fagplan", "forslag", "--lærested", "dtu"),
    ("fagplan", "velg", "--lærested", "dtu", "--emner", "TDT4171"),
    ("satser",),
    ("data", "sjekk"),
]
FORMULA = tuple("=+-@\t\r")


def rows_of(text: str) -> list[list[str]]:
    """As a spreadsheet reads it, after the mark that says UTF-8."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=", "-", "-a", "--", "\ufeff=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    ((_,), (cell,)) = rows_of(table(["navn"], [[start]]))
    assert not cell.startswith(FORMULA)


@pytest.mark.parametrize("figure", ["-1", "-12815", "-0,5", "-4277,00"])
def test_a_negative_figure_stays_a_figure(figure: str) -> None:
    assert rows_of(table(["beløp"], [[figure]]))[1] == [figure]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2)))
def test_every_row_comes_back_as_one_row(cells: list[list[str]]) -> None:
    rows = rows_of(table(["a", "b"], cells))
    assert [len(row) for row in rows] == [2] * (len(cells) + 1)
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(FORMULA) and not is_figure(cell)]


def is_figure(cell: str) -> bool:
    return re.fullmatch("-[0-9,]+", cell) is not None


# Above these letters stand variation selectors and tags, which nobody sees.
SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"], max_codepoint=0x3FFFF)


@given(st.text(SEEN, min_size=1).filter(lambda text: text[0] not in FORMULA))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert rows_of(table(["tekst"], [[text]]))[1:] == [[text]]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_each_command_gives_a_table_that_opens(run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments, "--format", "csv")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    assert outcome.stdout.startswith("<BOM>")
    assert outcome.stdout.count("<CR>\n") == outcome.stdout.count("\n")
    header, *rows = rows_of(outcome.stdout.replace("<BOM>", "\ufeff").replace("<CR>", ""))
    assert len(set(header)) == len(header)
    assert {len(row) for row in rows} <= {len(header)}
    assert "\u00a0" not in outcome.stdout


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_figures_have_a_comma_and_no_space_and_days_are_iso(run, arguments: tuple[str, ...]) -> None:
    header, *rows = rows_of(run(*arguments, "--format", "csv").stdout.replace("<BOM>", "\ufeff").replace("<CR>", ""))
    for title, cell in ((title, cell) for row in rows for title, cell in zip(header, row, strict=True) if cell):
        if title in {"beløp_nok", "beløp_valuta", "kurs", "dager_igjen", "rapporter", "emnevedtak", "linje"}:
            assert re.fullmatch("-?[0-9]+(,[0-9]+)?", cell)
        if title in {"dato", "trygg_dato", "kontrollert"}:
            assert re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", cell)
        if title == "måned":
            assert re.fullmatch("[0-9]{4}-[0-9]{2}", cell)
