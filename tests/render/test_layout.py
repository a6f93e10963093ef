"""Text in columns: nothing is lost, nothing is cut, and words stand whole."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.render.layout import Column, table, width_of, wrap
from utveksling_cli.render.screen import Screen

WORDS = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=12)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
WIDTHS = st.integers(20, 120)


@given(TEXTS, st.integers(1, 80))
def test_wrapping_breaks_between_words_only(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines) == text
    assert [line for line in lines if len(line) > width and " " in line] == []


@given(TEXTS, st.integers(10, 80), st.integers(0, 4), st.integers(0, 8))
def test_wrapped_lines_are_indented(text: str, width: int, first: int, rest: int) -> None:
    lines = wrap(text, width, " " * first, " " * rest)
    assert lines[0].startswith(" " * first)
    assert all(line.startswith(" " * rest) for line in lines[1:])
    assert " ".join(line.strip() for line in lines).split() == text.split()


@given(
    st.lists(st.tuples(TEXTS, TEXTS, st.integers(-(10**9), 10**9).map("{:,}".format)), min_size=1, max_size=5), WIDTHS
)
def test_a_table_loses_no_letter(rows: list[tuple[str, ...]], width: int) -> None:
    columns = (Column("Navn", prose=8), Column("Om", prose=8), Column("Sum", right=True))
    shown = table(columns, rows, Screen(width, colour=False))
    letters = Counter("".join(cell for row in rows for cell in row).replace(" ", ""))
    assert letters - Counter(shown) == Counter()
    for *_, amount in rows:
        assert amount in shown


@given(st.lists(st.tuples(WORDS, TEXTS, WORDS), min_size=1, max_size=4), WIDTHS)
def test_a_column_falls_away_whole_and_in_its_turn(rows: list[tuple[str, ...]], width: int) -> None:
    columns = (Column("«Navn»"), Column("«Om»", prose=8, drop=1), Column("«Type»", drop=2))
    shown = table(columns, rows, Screen(width, colour=False))
    assert [row[0] for row in rows if row[0] not in shown] == []
    head = shown.partition("\n")[0]
    assert "«Type»" not in head or "«Om»" in head


def test_figures_stand_right_and_words_left() -> None:
    rows = [("Leie", "12\u00a0000"), ("Mat", "800")]
    assert table((Column("Post"), Column("Kroner", right=True)), rows, Screen(80, colour=False)) == (
        "Post  Kroner\n────  ──────\nLeie  12\u00a0000\nMat      800\n"
    )


def test_a_narrow_screen_gets_records_with_the_mark_behind_its_figure() -> None:
    columns = (Column("Post"), Column("Kroner", right=True), Column(""), Column("Status"))
    rows = [("Reisestøtte til Oseania", "33\u00a0157", ">~", ""), ("Flyreise", "14\u00a0000", "", "anslag")]
    assert table(columns, rows, Screen(30, colour=False)) == (
        "Reisestøtte til Oseania\n  Kroner\n    33\u00a0157 >~\n\n"
        "Flyreise\n  Kroner\n    14\u00a0000\n  Status\n    anslag\n"
    )


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("æøå", 3), ("東京大学", 8), ("サ", 2), ("", 0)])
def test_letters_of_east_asia_take_two_columns(text: str, columns: int) -> None:
    assert width_of(text) == columns


def test_a_name_in_another_script_keeps_the_columns_straight() -> None:
    shown = table(
        (Column("Navn"), Column("By")), [("東京大学", "Tokyo"), ("NTNU", "Trondheim")], Screen(80, colour=False)
    )
    assert shown.splitlines()[2:] == ["東京大学  Tokyo", "NTNU      Trondheim"]
