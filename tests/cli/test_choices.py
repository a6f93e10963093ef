"""What the student types about the money, and what it is read as."""

from decimal import Decimal

import pytest

from utveksling_cli.cli.choices import check_costs, read_costs, read_payout, read_rates, read_savings, read_weeks
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.country import Country
from utveksling_cli.model.errors import NotFound, UsageProblem
from utveksling_cli.model.money import ExchangeRate
from utveksling_cli.model.rate import Rate
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Month, Semester

EXCHANGE = {"NOK": None, "EUR": ExchangeRate("EUR", Decimal(11), None, "user", None), "ARS": None}


@pytest.mark.parametrize(
    ("text", "identifier", "amount", "month", "monthly"),
    [
        ("sykkel=1200", "cost.other", "1200", None, False),
        ("sykkel=1200@2027-09", "cost.other", "1200", "2027-09", False),
        ("trening=300@måned", "cost.other", "300", None, True),
        ("trening=300@maned", "cost.other", "300", None, True),
        ("fly=9000", "cost.flight", "9000", None, False),
        ("Flyreise = 9 000", "cost.flight", "9000", None, False),
        ("fly=900@måned", "cost.other", "900", None, True),
        ("mat=3500", "cost.food", "3500", None, True),
        ("mat=3500@måned", "cost.food", "3500", None, True),
        ("forsikring=900", "cost.insurance", "900", None, False),
        ("forsikring=200@måned", "cost.insurance", "200", None, True),
        ("Språkprøve=2 500,50", "cost.language_test", "2500.50", None, False),
        ("depositum=8000", "cost.deposit", "8000", None, False),
    ],
)
def test_a_cost_is_read_with_when_it_is_paid(
    text: str, identifier: str, amount: str, month: str | None, monthly: bool
) -> None:
    (cost,) = read_costs([text], None, EXCHANGE)
    read = (cost.id, cost.amount.amount, None if cost.month is None else str(cost.month), cost.monthly)
    assert (identifier, Decimal(amount), month, monthly) == read


def test_a_cost_in_another_currency_keeps_it() -> None:
    (cost,) = read_costs(["fly=300 EUR"], None, EXCHANGE)
    assert ("300", "EUR") == (str(cost.amount.amount), cost.amount.currency)


def test_the_rent_is_a_monthly_cost() -> None:
    (cost,) = read_costs([], "7500", EXCHANGE)
    assert ("cost.rent", "husleie", True) == (cost.id, cost.title, cost.monthly)


@pytest.mark.parametrize(
    ("texts", "rent", "message"),
    [
        (["sykkel"], None, "kan ikke leses"),
        (["=1200"], None, "kan ikke leses"),
        (["sykkel=1200@"], None, "kan ikke leses"),
        (["sykkel=mye"], None, "er ikke et beløp"),
        (["sykkel=-5"], None, "er negativt"),
        (["sykkel=1200@september"], None, "er ikke en måned"),
        (["sykkel=1200@2027-13"], None, "er ikke en måned"),
        (["mat=3500@2027-09"], None, "betales hver måned"),
        (["fly=1", "flyreise=2"], None, "oppgitt to ganger"),
        (["husleie=7000"], "7500", "oppgitt to ganger"),
        (["fly=300 ARS"], None, "er ukjent"),
        (["fly=300 XYZ"], None, "ikke kjent"),
    ],
)
def test_a_cost_that_cannot_be_read_is_refused(texts: list[str], rent: str | None, message: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        read_costs(texts, rent, EXCHANGE)
    assert message in str(raised.value)


def test_two_other_costs_are_two_costs_also_with_the_same_name() -> None:
    assert len(read_costs(["bok=300", "bok=400"], None, EXCHANGE)) == 2


@pytest.mark.parametrize(
    ("month", "allowed"), [("2026-08", True), ("2026-07", False), ("2028-12", True), ("2029-01", False)]
)
def test_a_cost_is_paid_within_a_year_of_the_stay(month: str, allowed: bool) -> None:
    """August to December 2027."""
    when = Semester.parse("H2027")
    stay = Stay("XX", "europa", when, 5, Month(2027, 8))
    stay = stay._replace(choices=Choices(costs=read_costs([f"sykkel=1200@{month}"], None, EXCHANGE)))
    country = Country("XX", "Landet", "The country", "EUR", "europa", None, (), (), (), ())
    if allowed:
        check_costs(stay, country)
        return
    with pytest.raises(UsageProblem):
        check_costs(stay, country)


def rates(**units: str) -> dict[str, Rate]:
    return {name: Rate(name, name, unit, "", ()) for name, unit in units.items()}


@pytest.mark.parametrize(
    ("unit", "text", "value"),
    [
        ("NOK/month", "15600", "15600"),
        ("NOK/month", "15 600,50", "15600.50"),
        ("NOK/month", "0", "0"),
        ("share", "0,40", "0.40"),
        ("share", "1", "1"),
        ("share", "1,01", None),
        ("month number", "12", "12"),
        ("month number", "13", None),
        ("month number", "0", None),
        ("month number", "7,5", None),
        ("months", "0,75", "0.75"),
        ("months", "12", "12"),
        ("months", "13", None),
        ("days", "1", "1"),
        ("days", "0", None),
        ("days", "367", None),
        ("weeks", "53", None),
        ("weeks", "4", "4"),
    ],
)
def test_an_own_rate_is_within_what_its_unit_can_be(unit: str, text: str, value: str | None) -> None:
    if value is None:
        with pytest.raises(UsageProblem):
            read_rates([f"x={text}"], rates(x=unit))
    else:
        assert {"x": Decimal(value)} == read_rates([f"x={text}"], rates(x=unit))


def test_an_own_rate_is_one_that_the_facts_know() -> None:
    with pytest.raises(NotFound) as raised:
        read_rates(["lanekassen.basislaan=1"], rates(**{"lanekassen.basislan": "NOK/month"}))
    assert "lanekassen.basislan" in (raised.value.hint or "")


@pytest.mark.parametrize(("text", "weeks"), [("1", 1), (" 52 ", 52), (None, None)])
def test_a_language_course_lasts_whole_weeks(text: str | None, weeks: int | None) -> None:
    assert weeks == read_weeks(text)


@pytest.mark.parametrize("text", ["0", "53", "-4", "4,5", "fire", "", "٤"])
def test_other_weeks_are_refused(text: str) -> None:
    with pytest.raises(UsageProblem):
        read_weeks(text)


@pytest.mark.parametrize(("text", "way"), [("semester", "semester"), ("Månedlig", "monthly"), ("manedlig", "monthly")])
def test_payout_is_by_semester_or_month(text: str, way: str) -> None:
    assert way == read_payout(text)


@pytest.mark.parametrize(("text", "savings"), [(None, 0), ("20 000", 20000), ("20000,50", 20001)])
def test_savings_are_whole_kroner(text: str | None, savings: int) -> None:
    assert savings == read_savings(text, EXCHANGE)
