"""Money keeps its currency, is a real number, and is rounded in one place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.money import ExchangeRate, Money

LIMIT = Decimal(10) ** 12
amounts = st.decimals(-LIMIT, LIMIT, places=4).map(Money)
EUR = ExchangeRate("EUR", Decimal("11.60"), "2026-10-30", "official", "https://www.ecb.europa.eu")


def test_two_currencies_never_mix() -> None:
    kroner, euro = Money(Decimal(1)), Money(Decimal(1), "EUR")
    with pytest.raises(ValueError, match="NOK and EUR"):
        kroner + euro
    with pytest.raises(ValueError, match="NOK and EUR"):
        kroner - euro
    with pytest.raises(ValueError, match="NOK and EUR"):
        assert kroner < euro


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_not_money(amount: str) -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        Money(Decimal(amount))


def test_money_never_becomes_infinite_on_the_way() -> None:
    with pytest.raises(ValueError, match="is not an amount"):
        Money(Decimal(1)) * Decimal("Infinity")
    endless = ExchangeRate("EUR", Decimal("NaN"), "2026-10-30", "user", "")
    with pytest.raises(ValueError, match="is not an amount"):
        endless.to_nok(Money(Decimal(1), "EUR"))


@pytest.mark.parametrize(
    ("exact", "whole"),
    [("0.5", "1"), ("-0.5", "-1"), ("2.4999", "2"), ("1.5", "2"), ("2.5", "3"), ("-2.5", "-3"), ("15169", "15169")],
)
def test_a_line_is_rounded_half_away_from_zero(exact: str, whole: str) -> None:
    assert Money(Decimal(exact)).rounded() == Money(Decimal(whole))


@pytest.mark.parametrize("exact", ["-0.4", "-0.0", "-0", "0.4"])
def test_nothing_is_never_written_as_minus_nothing(exact: str) -> None:
    assert str(Money(Decimal(exact)).rounded().amount) == "0"


def test_a_rate_converts_only_its_own_currency() -> None:
    assert EUR.to_nok(Money(Decimal(530), "EUR")) == Money(Decimal("6148.00"))
    with pytest.raises(ValueError):
        EUR.to_nok(Money(Decimal(1), "USD"))


@given(amounts, amounts, amounts)
def test_sums_do_not_depend_on_order(one: Money, two: Money, three: Money) -> None:
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)


@given(amounts, amounts)
def test_taking_away_undoes_adding(one: Money, two: Money) -> None:
    assert (one + two) - two == one
    assert one - two == one + -two


@given(amounts, amounts, st.integers(-1_000, 1_000))
def test_a_multiple_of_a_sum_is_the_sum_of_the_multiples(one: Money, two: Money, factor: int) -> None:
    assert (one + two) * factor == one * factor + two * factor


@given(amounts)
def test_rounding_moves_at_most_half_a_unit_and_only_once(money: Money) -> None:
    rounded = money.rounded()
    assert abs((rounded - money).amount) <= Decimal("0.5")
    assert rounded.rounded() == rounded
    assert (-money).rounded() == -rounded


@given(st.lists(amounts, max_size=20))
def test_a_column_of_rounded_lines_adds_up_to_a_whole_total(lines: list[Money]) -> None:
    total = sum((line.rounded() for line in lines), Money(Decimal(0)))
    assert total == total.rounded()


@given(amounts, amounts)
def test_order_is_the_order_of_the_amounts(one: Money, two: Money) -> None:
    assert (one < two) == (one.amount < two.amount) == (two > one)
