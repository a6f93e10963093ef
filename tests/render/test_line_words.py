"""What a line of a budget is called, and in which words it says how sure it is."""

from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model.budget import EXPENSE, LOAN, Line
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.time import Month
from utveksling_cli.render.lines import mark, status_words, title


def line(identifier: str = "cost.other", **known: Any) -> Line:
    made = Line(identifier, Month(2027, 9), EXPENSE, Decimal(100), None, "user", (), None, (), None, None)
    return made._replace(**known)


def rate(status: str, own: str = "official") -> UsedRate:
    return UsedRate("x", "X", "NOK", Decimal(1), status, own, "2025-08-01", None, "https://x.no", "2026-11-23", None)


OWN_EXCHANGE = ExchangeRate("EUR", Decimal(11), None, "user", None)


@pytest.mark.parametrize(
    ("made", "words", "sign"),
    [
        pytest.param(line(), "oppgitt av deg", "", id="the student's own figure"),
        pytest.param(
            line(original=Money(Decimal(9), "EUR"), exchange=OWN_EXCHANGE),
            "oppgitt av deg",
            "",
            id="own figure",
        ),
        pytest.param(
            line(source="https://x.no", exchange=OWN_EXCHANGE),
            "med din kurs",
            "",
            id="own exchange rate",
        ),
        pytest.param(
            line("erasmus.opphold", rates=(rate("official"),), exchange=OWN_EXCHANGE),
            "med din kurs",
            "",
            id="a published rate, own exchange rate",
        ),
        pytest.param(
            line("lanekassen.basislan", kind=LOAN, rates=(rate("user", "user"),)), "med din sats", "", id="own rate"
        ),
        pytest.param(line(status="estimate"), "anslag", "~?", id="an estimate without a source"),
        pytest.param(line(status="reported", source="https://x.no"), "gjengitt", "", id="reported"),
        pytest.param(
            line(status="carried_forward", rates=(rate("carried_forward", "estimate"),)),
            "videreført anslag",
            ">~",
            id="an estimate for an earlier year",
        ),
        pytest.param(line(status="assumption", rates=(rate("official"),)), "antatt", "*", id="assumed"),
    ],
)
def test_a_line_says_how_sure_it_is_and_whose_figure_it_rests_on(made: Line, words: str, sign: str) -> None:
    assert (words, sign) == (status_words(made), mark(made))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (line(note="sykkel"), "sykkel"),
        (line(), "Andre kostnader"),
        (line("cost.visa", note="Studentvisum"), "Studentvisum"),
        (line("cost.rent", note="husleie"), "Husleie"),
        (line("cost.flight", note="fly"), "Flyreise"),
        (line("cost.deposit", note="depositum"), "Depositum"),
        (line("cost.deposit", note="depositum", amount=Decimal(-100)), "Depositum tilbake"),
        (line("lanekassen.basislan", note="noe"), "Basislån"),
    ],
)
def test_a_line_has_its_own_name_where_that_says_more(made: Line, expected: str) -> None:
    assert expected == title(made)
