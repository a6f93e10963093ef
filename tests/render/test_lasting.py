"""How long something takes, as a Norwegian says it: numbers up to twelve in words."""

import pytest

from utveksling_cli.render.text import lasting, lasting_in_figures


@pytest.mark.parametrize(
    ("longest", "unit", "shortest", "words", "figures"),
    [
        (1, "weeks", None, "én uke", "1 uke"),
        (10, "weeks", None, "ti uker", "10 uker"),
        (1, "months", None, "én måned", "1 måned"),
        (3, "months", None, "tre måneder", "3 måneder"),
        (8, "weeks", 4, "fire til åtte uker", "4–8 uker"),
        (12, "weeks", 11, "elleve til tolv uker", "11–12 uker"),
        (13, "weeks", 12, "tolv til 13 uker", "12–13 uker"),
    ],
)
def test_a_time_in_words_and_in_figures(
    longest: int, unit: str, shortest: int | None, words: str, figures: str
) -> None:
    assert lasting(longest, unit, shortest) == words
    assert lasting_in_figures(longest, unit, shortest) == figures
