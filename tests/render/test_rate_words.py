"""Each unit, mark and change of a rate has words, so that no rate that the data may hold is shown bare."""

from decimal import Decimal
from typing import get_args

import pytest

from utveksling_cli.catalogue.schema.funding import Unit
from utveksling_cli.model.rate import Rate, RateValue
from utveksling_cli.render.satser import change_in, status_words
from utveksling_cli.render.satser_table import amount, mark
from utveksling_cli.render.wording import UNITS


def value(text: str | None) -> RateValue:
    return RateValue("2025-08-01", None, Decimal(text) if text else None, "official", None, "2026-11-23", None)


def test_every_unit_that_the_data_may_have_has_words() -> None:
    assert set(get_args(Unit)) <= set(UNITS)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("15169", "NOK/month", "15 169 kr per måned"),
        ("0.018", "share", "1,8 %"),
        ("0.40", "share", "40 %"),
        ("7", "month number", "juli"),
        ("13", "month number", "13"),
        ("1", "months", "1 måned"),
        ("0.75", "months", "0,75 måneder"),
        ("56", "EUR/day", "56 EUR per dag"),
        (None, "NOK", "ukjent"),
    ],
)
def test_a_value_is_written_as_a_norwegian_does(text: str | None, unit: str, expected: str) -> None:
    assert expected == amount(value(text), unit).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("status", "own", "sign", "words"),
    [
        ("official", "official", "", "offisiell"),
        ("estimate", "estimate", "~", "anslag"),
        ("carried_forward", "official", ">", "videreført"),
        ("carried_forward", "estimate", ">~", "videreført anslag"),
        ("unknown", "estimate", "", "ukjent"),
    ],
)
def test_marks_and_words_say_the_same(status: str, own: str, sign: str, words: str) -> None:
    assert (sign, words) == (mark(status, own), status_words(status, own))


@pytest.mark.parametrize(
    ("unit", "change", "expected"),
    [
        pytest.param("NOK", "0.02945", ("2.9", "percent"), id="below half"),
        pytest.param("NOK", "0.0295", ("3.0", "percent"), id="half, away from zero"),
        pytest.param("NOK", "-0.0295", ("-3.0", "percent"), id="half below zero, away from it"),
        pytest.param("NOK", "-0.0004", ("0.0", "percent"), id="never minus zero"),
        pytest.param("share", "-0.30", ("-30.0", "percentage_points"), id="a share"),
    ],
)
def test_a_change_has_one_decimal(unit: str, change: str, expected: tuple[str, str]) -> None:
    shown, name = change_in(Rate("r", "Sats", unit, "", ()), Decimal(change))
    assert expected == (str(shown), name)
