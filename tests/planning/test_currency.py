"""What another exchange rate would do, worked out by hand."""

from decimal import Decimal

import pytest

from utveksling_cli.model.budget import EXPENSE, GRANT, Line
from utveksling_cli.model.money import ExchangeRate, Money, Swing
from utveksling_cli.model.time import Month
from utveksling_cli.planning.currency import currency_effects

SWING = Swing("2021-11-01", "2026-11-01", Decimal("9.50"), "2022-01-03", Decimal("12.00"), "2026-03-02")
EURO = ExchangeRate("EUR", Decimal("10.00"), "2026-10-30", "official", "https://ecb.example", SWING)
DOLLAR = ExchangeRate("USD", Decimal("8.50"), None, "user", None)


def line(kind: str, amount: str, rate: ExchangeRate | None = EURO) -> Line:
    money = Money(Decimal(amount), rate.currency) if rate else None
    kroner = Money(Decimal(amount)) if rate is None else rate.to_nok(Money(Decimal(amount), rate.currency))
    rounded = kroner.rounded().amount
    return Line("cost.other", Month(2027, 8), kind, rounded, money, "user", (), rate, (), None, None)


def no_support(rate: ExchangeRate) -> Decimal:
    return Decimal(0)


def test_the_effect_is_on_what_comes_in_minus_what_goes_out() -> None:
    """2 650 in and 5 000 out are -2 350 EUR: 10 % of 23 500 kroner, x -0.50 at 9.50 and x 2.00 at 12.00."""
    (effect,) = currency_effects([line(GRANT, "2650"), line(EXPENSE, "4000"), line(EXPENSE, "1000")], no_support)
    assert (EURO, Decimal(-2350)) == (effect.exchange, effect.net)
    assert (Decimal(-2350), Decimal(2350)) == (effect.ten_percent, effect.ten_percent_cheaper)
    assert (Decimal(1175), Decimal(-4700)) == (effect.at_low, effect.at_high)


def test_a_deposit_that_comes_back_cancels_itself() -> None:
    (effect,) = currency_effects([line(EXPENSE, "800"), line(EXPENSE, "-800")], no_support)
    assert (0, 0, 0, 0) == (effect.net, effect.ten_percent, effect.at_low, effect.at_high)


def test_each_currency_has_its_own_effect_and_kroner_have_none() -> None:
    """1 000 USD x 8.50 x 10 % = 850; without a series there is no swing to show."""
    made = [line(EXPENSE, "1000", DOLLAR), line(EXPENSE, "100"), line(EXPENSE, "5000", None)]
    euro, dollar = currency_effects(made, no_support)
    assert ("EUR", "USD") == (euro.exchange.currency, dollar.exchange.currency)
    assert (Decimal(-850), Decimal(850), None, None) == dollar[2:]


@pytest.mark.parametrize(
    ("most", "effects"),
    [
        pytest.param(99_999, (0, 0, 0, 0), id="all is covered at every rate"),
        pytest.param(50_000, (-5000, 0, 0, -10_000), id="no more is given than today"),
        pytest.param(40_000, (-5000, 5000, 2500, -10_000), id="the maximum is reached at every rate"),
    ],
)
def test_support_for_the_tuition_follows_up_to_its_maximum(most: int, effects: tuple[int, ...]) -> None:
    """5 000 EUR of tuition is 50 000 kroner: 55 000 at 11.00, 45 000 at 9.00, 47 500 at 9.50 and 60 000 at 12.00."""

    def support(rate: ExchangeRate) -> Decimal:
        return min(5000 * rate.nok, Decimal(most))

    (effect,) = currency_effects([line(EXPENSE, "5000")], support)
    assert tuple(map(Decimal, effects)) == effect[2:]
