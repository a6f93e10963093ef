"""What people type is read as one value, or refused with what is allowed; nothing else can happen."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.cli.amounts import parse_amount, parse_currency, parse_exchange_rate
from utveksling_cli.cli.parse import parse_count, parse_date, parse_months, parse_semester, parse_study_year
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.money import Money
from utveksling_cli.model.time import Semester

Parser = Callable[[str, str], Any]
PARSERS: list[Parser] = [
    parse_date, parse_semester, parse_study_year, parse_months, parse_count, parse_amount, parse_currency,
    parse_exchange_rate,
]  # fmt: skip
# Text that is nearly something, more often than text from all of Unicode is.
NEARLY = st.text("0123456789 .,-+=/HVhvkrKRUSD\u00a0\u202f\u0660²½", max_size=14)
TEXTS = st.one_of(st.text(), NEARLY)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
@given(text=TEXTS)
def test_any_text_is_a_value_or_a_usage_problem_that_helps(parse: Parser, text: str) -> None:
    message, hint = told(parse, text)
    assert (message, hint) == (None, None) or (message.startswith("--valg: ") and hint)


def told(parse: Parser, text: str) -> tuple[Any, Any]:
    """The message and the hint, or None twice when the text has a value."""
    try:
        parse(text, "--valg")
    except UsageProblem as problem:
        return problem.message, problem.hint
    return None, None


def refusal(parse: Parser, text: str) -> str:
    with pytest.raises(UsageProblem) as caught:
        parse(text, "--valg")
    return caught.value.message


AMOUNTS = st.decimals(min_value=0, max_value=9_999_999, places=2)
SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])


@given(amount=AMOUNTS, space=SPACES, currency=st.sampled_from(["", " kr", " KR", " USD", "usd", "EUR "]))
def test_an_amount_as_norwegians_write_it_is_read_exactly(amount: Decimal, space: str, currency: str) -> None:
    number = f"{amount:,.2f}".replace(",", space).replace(".", ",")
    text = f"{currency}{number}" if currency.endswith(" ") else f"{number}{currency}"
    code = currency.strip().upper().replace("KR", "NOK") or "NOK"
    assert parse_amount(text, "--valg") == Money(amount, code)


@given(AMOUNTS)
def test_a_decimal_point_with_two_decimals_is_read_too(amount: Decimal) -> None:
    assert parse_amount(f"{amount:.2f}", "--valg") == Money(amount)


@given(st.integers(1, 999), st.integers(0, 999))
def test_a_point_before_three_digits_has_two_readings_and_is_refused(thousands: int, rest: int) -> None:
    assert "kan leses på to måter" in refusal(parse_amount, f"{thousands}.{rest:03}")


@given(st.integers(1, 10**9))
def test_a_negative_amount_is_refused(amount: int) -> None:
    assert "er negativt" in refusal(parse_amount, f"-{amount}")


@pytest.mark.parametrize(
    "text",
    ["", " ", "kr", "12 34", "1 2345", "1,234", "12,", ",5", "1,2,3", "USD 5 EUR", "5 000 000 000 000 ", "٣", "½",
     "1e3", "0x10", "∞", "NaN", "5700$", "€5", "+", "+5"],
)  # fmt: skip
def test_what_is_not_an_amount_is_refused(text: str) -> None:
    refusal(parse_amount, text)


@given(days=st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_a_date_is_read_as_it_is_written(days: date) -> None:
    assert parse_date(days.isoformat(), "--valg") == days


@pytest.mark.parametrize(
    "text", ["2027-02-29", "2027-13-01", "2027-00-10", "2027-1-5", "20270105", "2027-W01-1", "i dag"]
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    refusal(parse_date, text)


@given(st.sampled_from("HhVv"), st.integers(1900, 2999))
def test_a_semester_is_a_letter_and_a_year(season: str, year: int) -> None:
    assert parse_semester(f" {season}{year} ", "--valg") == Semester(season.upper(), year)


@given(st.integers())
def test_months_are_one_to_twelve(months: int) -> None:
    if 1 <= months <= 12:
        assert parse_months(str(months), "--valg") == months
    else:
        refusal(parse_months, str(months))


@given(st.integers(1, 9999))
def test_a_count_is_at_least_one_or_all(rows: int) -> None:
    assert parse_count(str(rows), "--valg") == rows
    assert parse_count("Alle", "--valg") is None
    refusal(parse_count, str(-rows))


@given(st.decimals(min_value="0.000001", max_value=9999, places=6), st.sampled_from([",", "."]))
def test_an_exchange_rate_is_read_with_comma_or_point(rate: Decimal, sign: str) -> None:
    text = f"usd = {rate:f}".replace(".", sign)
    assert parse_exchange_rate(text, "--valg") == ("USD", rate)
