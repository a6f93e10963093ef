"""Which figure a month of living has, how it is split, and what the student puts in its place."""

from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model.choices import Choices, OwnCost
from utveksling_cli.model.country import Cost, CostPart, Country
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning.ledger import Exchange, Ground
from utveksling_cli.planning.living import Monthly, counted_twice, figure, living, monthly_costs

AUTUMN = Semester.parse("H2025")


def cost(scope: str = "Landet", **known: Any) -> Cost:
    made = Cost(
        "living", scope, "EUR", None, None, None, "month", None, None, "reported", "high", "https://x.no", "", None
    )
    return made._replace(**known)


def part(kind: str, amount: str | None = None, low: str | None = None, high: str | None = None) -> CostPart:
    return CostPart(kind, amount, low, high)


def country(planning: Cost | None = None, *towns: Cost) -> Country:
    return Country("XX", "Landet", "The country", "EUR", "europa", planning, towns, (), (), ())


def stay(city: str | None = None, *own: OwnCost, living: Money | None = None) -> Stay:
    made = Stay("XX", "europa", AUTUMN, 5, AUTUMN.first_month)
    return made._replace(city=city, living_cost=living, choices=Choices(costs=own))


def mine(identifier: str, amount: int, *, month: Month | None = None) -> OwnCost:
    return OwnCost(identifier, identifier, Money(Decimal(amount)), month, monthly=month is None)


def split(place: Stay, where: Country) -> dict[str, Decimal]:
    return {entry.id: entry.amount.amount for entry in monthly_costs(place, where)}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (cost(amount="900"), "900"),
        (cost(low="900", high="1300"), "1100"),
        (cost(amount="1000", low="900", high="1300"), "1000"),
        (cost(low="900"), None),
        (cost(), None),
    ],
)
def test_a_figure_is_the_amount_or_the_middle_of_the_range(known: Cost, expected: str | None) -> None:
    assert (None if expected is None else Decimal(expected)) == figure(known)


@pytest.mark.parametrize(
    ("city", "amount"),
    [
        pytest.param("Vienna", 1100, id="the host's town"),
        pytest.param("vienna", 1100, id="in small letters"),
        pytest.param("Graz", 900, id="another town"),
        pytest.param("Nowhere", 800, id="a town whose figure is unknown"),
        pytest.param(None, 800, id="no host"),
    ],
)
def test_the_figure_of_the_hosts_town_is_used_where_there_is_one(city: str | None, amount: int) -> None:
    towns = (
        cost("Wien", cities=("Vienna",), low="900", high="1300"),
        cost("Graz", cities=("Graz",), amount="900"),
        cost("Ukjent", cities=("Nowhere",)),
    )
    assert {"cost.living": Decimal(amount)} == split(stay(city), country(cost(amount="800"), *towns))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param((), {"living": 1000}, id="no parts"),
        pytest.param((part("food", "300"),), {"living": 1000}, id="no rent"),
        pytest.param((part("rent", "400"),), {"rent": 400, "living_other": 600}, id="only the rent"),
        pytest.param((part("rent", low="300", high="500"),), {"rent": 400, "living_other": 600}, id="a range"),
        pytest.param(
            (part("rent", "400"), part("food", "300"), part("transport", "50"), part("phone", "10")),
            {"rent": 400, "food": 300, "transport": 50, "living_other": 250},
            id="what has no line of its own is in the rest",
        ),
        pytest.param((part("rent", "700"), part("food", "300")), {"rent": 700, "food": 300}, id="all of it"),
        pytest.param((part("rent", "800"), part("food", "300")), {"living": 1000}, id="more than the whole"),
        pytest.param((part("rent"), part("food", "300")), {"living": 1000}, id="a rent that is unknown"),
    ],
)
def test_a_month_is_split_where_the_source_has_the_rent_and_the_parts_fit(
    parts: tuple[CostPart, ...], expected: dict[str, int]
) -> None:
    known = country(cost(amount="1000", parts=parts))
    assert {f"cost.{name}": Decimal(amount) for name, amount in expected.items()} == split(stay(), known)


SPLIT = country(cost(amount="1000", parts=(part("rent", "400"), part("food", "300"))))
WHOLE, UNKNOWN = country(cost(amount="1000")), country()


def test_what_the_student_puts_in_stands_in_for_the_known_part_alone() -> None:
    found = split(stay(None, mine("cost.rent", 500)), SPLIT)
    assert {"cost.rent": Decimal(500), "cost.food": Decimal(300), "cost.living_other": Decimal(300)} == found


def test_every_monthly_cost_of_the_students_own_is_kept_also_those_of_one_kind() -> None:
    found = monthly_costs(stay(None, mine("cost.other", 300), mine("cost.other", 200)), WHOLE)
    assert [Decimal(1000), Decimal(300), Decimal(200)] == [entry.amount.amount for entry in found]
    assert ["reported", "user", "user"] == [entry.ground.status for entry in found]


def test_a_cost_that_is_paid_once_is_no_part_of_a_month() -> None:
    assert {"cost.living": Decimal(1000)} == split(stay(None, mine("cost.other", 300, month=Month(2025, 9))), WHOLE)


@pytest.mark.parametrize(
    ("where", "own", "living", "twice"),
    [
        pytest.param(SPLIT, "cost.rent", None, False, id="the rent is known apart"),
        pytest.param(SPLIT, "cost.food", None, False, id="so is the food"),
        pytest.param(SPLIT, "cost.transport", None, True, id="the transport is somewhere in the rest"),
        pytest.param(WHOLE, "cost.rent", None, True, id="the rent is somewhere in the whole"),
        pytest.param(WHOLE, "cost.other", None, False, id="something that no figure has in it"),
        pytest.param(WHOLE, "cost.insurance", None, False, id="a payment that is known apart"),
        pytest.param(WHOLE, "cost.rent", Money(Decimal(600)), False, id="the student says what the rest is"),
        pytest.param(UNKNOWN, "cost.rent", None, False, id="nothing is known"),
    ],
)
def test_an_own_part_would_count_twice_where_the_known_figure_hides_it(
    where: Country, own: str, living: Money | None, twice: bool
) -> None:
    asked = mine(own, 500)
    assert ((asked,) if twice else ()) == counted_twice(stay(None, asked, living=living), where)


def test_without_a_figure_nothing_is_a_month() -> None:
    assert monthly_costs(stay(), country(cost())) == ()
    assert monthly_costs(stay(), country(cost(amount="900", currency=None))) == ()


def test_a_figure_of_the_town_is_told_with_what_it_includes() -> None:
    for condition, shown in (("med hybel", "Wien (med hybel)"), (None, "Wien")):
        town = cost("Wien", cities=("Vienna",), amount="900", condition=condition)
        found = list(living(stay("Vienna"), country(None, town), Exchange({})))
        assert Notice("information", "budget.living_of_town", {"scope": shown}) in found


def test_each_part_of_a_month_has_what_stands_behind_the_whole() -> None:
    """Stated for 2024, and the stay is in the study year of 2025."""
    known = cost(amount="1000", parts=(part("rent", "400"),), note="merknad", year=2024)
    ground = Ground(status="carried_forward", source="https://x.no", note="merknad", year=2024)
    own = Monthly("cost.other", Money(Decimal(300)), Ground(status="user", note="cost.other"))
    assert monthly_costs(stay(None, mine("cost.other", 300)), country(known)) == (
        Monthly("cost.rent", Money(Decimal(400), "EUR"), ground),
        Monthly("cost.living_other", Money(Decimal(600), "EUR"), ground),
        own,
    )
    whole = country(known._replace(parts=()))
    assert monthly_costs(stay(), whole) == (Monthly("cost.living", Money(Decimal(1000), "EUR"), ground),)


def test_a_figure_of_the_students_own_beside_a_part_is_taken_to_be_the_rest() -> None:
    rest = stay(None, mine("cost.rent", 500), living=Money(Decimal(600)))
    assert Notice("assumption", "budget.living_and_parts") in list(living(rest, WHOLE, Exchange({})))
    assert Notice("unknown", "budget.living_unknown", {"country": "Landet"}) in list(
        living(stay(), UNKNOWN, Exchange({}))
    )
