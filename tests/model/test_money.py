"""Money keeps its currency and is rounded in one place."""

from decimal import Decimal

import pytest

from utveksling_cli.model.money import ExchangeRate, Money


def test_two_currencies_never_mix() -> None:
    with pytest.raises(ValueError, match="NOK and EUR"):
        Money(Decimal(1)) + Money(Decimal(1), "EUR")


@pytest.mark.parametrize(("exact", "whole"), [("0.5", "1"), ("-0.5", "-1"), ("2.4999", "2"), ("1.5", "2")])
def test_a_line_is_rounded_half_away_from_zero(exact: str, whole: str) -> None:
    assert Money(Decimal(exact)).rounded() == Money(Decimal(whole))


def test_a_rate_converts_only_its_own_currency() -> None:
    rate = ExchangeRate("EUR", Decimal("11.60"), "2026-10-30", "official", "https://www.ecb.europa.eu")
    assert rate.to_nok(Money(Decimal(530), "EUR")) == Money(Decimal("6148.00"))
    with pytest.raises(ValueError):
        rate.to_nok(Money(Decimal(1), "USD"))
