"""What is paid beside living, with facts that are not shipped: what is known of each line, and what is only told."""

from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model.budget import Line
from utveksling_cli.model.choices import Choices, OwnCost
from utveksling_cli.model.country import Cost, Country
from utveksling_cli.model.home import HomeCost
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Part, Stay
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning.budget import month_sums
from utveksling_cli.planning.costs import Timing, at_home, monthly_cost, one_off, own
from utveksling_cli.planning.ledger import Entry, Exchange
from utveksling_cli.planning.living import ground_of

AUTUMN = Semester.parse("H2025")
FEE = HomeCost("fee", "Avgift", "NOK", "600", "semester", "official", "high", "https://x.no", "2026-11-23", None)
NOK = Exchange({})
MONTH = Timing(1, 1)
# Ten months from August 2025: the autumn, and the spring that is paid for in January.
YEAR = (
    Part(AUTUMN, tuple(Month(2025, month) for month in range(8, 13)), Month(2025, 8)),
    Part(Semester.parse("V2026"), tuple(Month(2026, month) for month in range(1, 6)), Month(2026, 1)),
)


def stay(months: int = 5, *costs: OwnCost, living: Money | None = None) -> Stay:
    made = Stay("XX", "europa", AUTUMN, months, AUTUMN.first_month)
    return made._replace(choices=Choices(costs=costs), living_cost=living)


def cost(kind: str = "visa", **known: Any) -> Cost:
    made = Cost(
        kind, "Tittel", "NOK", None, None, None, "once", None, None, "reported", "high", "https://x.no", "", None
    )
    return made._replace(**known)


def once(identifier: str, amount: int) -> OwnCost:
    return OwnCost(identifier, f"Min {identifier}", Money(Decimal(amount)), None)


def abroad(*costs: Cost) -> Country:
    return Country("XX", "Landet", "The country", "NOK", "europa", None, (), costs, (), ())


def shown(entries: list[Entry]) -> list[tuple[str, int]]:
    return [(str(entry.month), int(entry.amount)) for entry in entries if isinstance(entry, Line)]


def test_a_fee_at_home_is_paid_each_semester_or_once_for_the_year() -> None:
    assert shown(list(at_home(YEAR, stay(10), [FEE], NOK))) == [("2025-08", 600), ("2026-01", 600)]
    assert shown(list(at_home(YEAR, stay(10), [FEE._replace(per="year")], NOK))) == [("2025-08", 600)]


def test_a_fee_without_a_sum_is_told_and_those_after_it_still_counted() -> None:
    unknown = [FEE._replace(title="Ukjent", amount=None), FEE._replace(title="Uten valuta", currency=None)]
    first, second, line, _ = at_home(YEAR, stay(10), [*unknown, FEE], NOK)
    assert [first.values, second.values] == [{"title": "Ukjent"}, {"title": "Uten valuta"}]  # type: ignore[union-attr]
    assert isinstance(line, Line)
    assert (line.status, line.source, line.note) == ("official", "https://x.no", "Avgift")


def test_each_own_cost_is_kept_with_its_title_also_after_a_monthly_one() -> None:
    monthly = once("cost.rent", 7500)._replace(monthly=True)
    (line,) = own(stay(5, monthly, once("cost.other", 1200)), MONTH, NOK)
    assert isinstance(line, Line)
    assert (line.amount, line.status, line.note) == (1200, "user", "Min cost.other")
    assert [(factor.value, factor.unit) for factor in line.factors] == [(1200, "NOK")]


def test_a_cost_put_in_does_not_hide_those_after_it() -> None:
    country = abroad(cost(amount="500"), cost("health_insurance", amount="900"))
    made = stay(5, once("cost.visa", 400))
    entries = list(one_off(YEAR[:1], made, country, MONTH, NOK))
    assert [(line.id, line.amount, line.note) for line in entries if isinstance(line, Line)] == [
        ("cost.insurance", 900, "Tittel")
    ]


@pytest.mark.parametrize("known", [cost(), cost(amount="500", currency=None)])
def test_a_cost_without_sum_or_currency_is_told_as_unknown(known: Cost) -> None:
    (told,) = one_off(YEAR[:1], stay(), abroad(known), MONTH, NOK)
    assert (told.code, told.values) == ("budget.cost_unknown", {"title": "Tittel"})  # type: ignore[union-attr]


def test_one_krone_is_a_cost_and_none_is_not() -> None:
    country = abroad(cost(amount="1"), cost("other", amount="0"))
    assert shown(list(one_off(YEAR[:1], stay(), country, MONTH, NOK))) == [("2025-07", 1)]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (
            cost(amount="500", condition="ved mer enn 90 dager"),
            {"title": "Tittel", "condition": "ved mer enn 90 dager", "per": "once", "amount": "500", "currency": "NOK"},
        ),
        (cost(condition="kanskje"), {"title": "Tittel", "condition": "kanskje", "per": "once"}),
        (
            cost(amount="9", per="week", currency=None),
            {"title": "Tittel", "condition": "", "per": "week", "amount": "9", "currency": ""},
        ),
    ],
)
def test_what_holds_only_on_a_condition_is_told_with_all_that_is_known_of_it(
    known: Cost, expected: dict[str, str]
) -> None:
    (told,) = one_off(YEAR[:1], stay(), abroad(known), MONTH, NOK)
    assert (told.code, told.values) == ("budget.conditional_cost", expected)  # type: ignore[union-attr]


def test_a_month_is_one_sum_where_all_of_it_is_in_one_currency() -> None:
    """9 000 + 700 = 9 700."""
    rent = once("cost.rent", 700)._replace(monthly=True)
    living = Money(Decimal(9000))
    assert monthly_cost(stay(5, rent, living=living), abroad()) == Money(Decimal(9700))
    euro = rent._replace(amount=Money(Decimal(60), "EUR"))
    assert monthly_cost(stay(5, euro, living=living), abroad()) is None
    assert monthly_cost(stay(), abroad()) is None


@pytest.mark.parametrize(
    ("year", "status", "expected"),
    [
        (2024, "reported", "carried_forward"),
        (2025, "reported", "reported"),
        (None, "reported", "reported"),
        (2024, "estimate", "estimate"),
    ],
)
def test_a_figure_of_a_year_before_the_stay_is_carried_forward_and_an_estimate_stays_one(
    year: int | None, status: str, expected: str
) -> None:
    """The stay is in the study year that began in 2025."""
    ground = ground_of(cost(year=year, status=status), stay(), "Merknad")
    assert (ground.status, ground.year, ground.note, ground.source) == (expected, year, "Merknad", "https://x.no")


def test_the_account_of_a_month_has_each_kind_in_its_own_column() -> None:
    """2 000 + 3 000 + 500 - 4 000 = 1 500, to the 100 saved."""
    amounts = {"grant": 2000, "loan": 3000, "income": 500, "expense": 4000}
    month = Month(2025, 8)
    lines = [
        Line("x", month, kind, Decimal(amount), None, "user", (), None, (), None, None)
        for kind, amount in amounts.items()
    ]
    one = stay(1)._replace(choices=Choices(savings=Decimal(100)))
    assert month_sums(lines, one) == ((month, 2000, 3000, 500, 4000, 1600),)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        pytest.param(Timing(0, 0), [("2025-08", 900), ("2025-08", 8000), ("2025-12", -8000)], id="at once"),
        pytest.param(Timing(2, 3), [("2025-06", 900), ("2025-08", 8000), ("2026-03", -8000)], id="two ahead, three on"),
        pytest.param(Timing(None, 1), [("2025-08", 8000), ("2026-01", -8000)], id="nobody knows how long ahead"),
        pytest.param(Timing(1, None), [("2025-07", 900), ("2025-08", 8000)], id="nobody knows when it comes back"),
    ],
)
def test_a_flight_is_paid_ahead_and_a_deposit_comes_back_as_long_after(
    when: Timing, expected: list[tuple[str, int]]
) -> None:
    entries = list(own(stay(5, once("cost.flight", 900), once("cost.deposit", 8000)), when, NOK))
    assert shown(entries) == expected
    unknown = {None: "budsjett.betalt_for_reisen"}.get(when.ahead), {None: "budsjett.depositum_tilbake"}.get(when.back)
    told = [entry.values["rate"] for entry in entries if isinstance(entry, Notice) and entry.kind == "unknown"]
    assert told == [name for name in unknown if name]


def test_a_visa_that_the_facts_know_is_unknown_where_nobody_knows_how_long_ahead() -> None:
    (told,) = one_off(YEAR[:1], stay(), abroad(cost(amount="500")), Timing(None, None), NOK)
    assert isinstance(told, Notice)
    assert told.values == {"rate": "budsjett.betalt_for_reisen"}
