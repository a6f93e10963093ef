"""How a stay falls on semesters, months and days, in countries with their own calendars."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from utveksling_cli.model.country import StayLength, Term
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import has_length, part_of_month, parts
from utveksling_cli.planning.terms import second_month, study_year_months

from .conftest import Shipped

AUTUMN, SPRING = Semester.parse("H2027"), Semester.parse("V2028")


def term(season: str, month: int) -> Term:
    return Term(season, None, month, 12, "", True, "reported", None, "2026-11-23")


def calendar(autumn: int | None, spring: int | None) -> list[Term]:
    known = (("autumn", autumn), ("spring", spring))
    return [term(season, month) for season, month in known if month is not None]


@pytest.mark.parametrize(
    ("terms", "first", "semester", "expected"),
    [
        pytest.param(calendar(8, 1), Month(2027, 8), AUTUMN, Month(2028, 1), id="as at NTNU"),
        pytest.param(calendar(7, 2), Month(2027, 7), AUTUMN, Month(2028, 2), id="Australia from the autumn"),
        pytest.param(calendar(7, 2), Month(2028, 2), SPRING, Month(2028, 7), id="Australia from the spring"),
        pytest.param(calendar(10, 4), Month(2027, 10), AUTUMN, Month(2028, 4), id="Germany"),
        pytest.param(calendar(8, None), Month(2027, 8), AUTUMN, None, id="the next is unknown"),
        pytest.param(calendar(8, 1), Month(2028, 1), AUTUMN, None, id="the stay begins after it"),
    ],
)
def test_the_countrys_next_semester_begins(
    terms: list[Term], first: Month, semester: Semester, expected: Month | None
) -> None:
    assert expected == second_month(terms, first, semester)


@pytest.mark.parametrize(
    ("autumn", "spring", "months"),
    [
        pytest.param(8, 1, 10, id="August-May"),
        pytest.param(7, 2, 12, id="July-June in the southern hemisphere"),
        pytest.param(10, 4, 11, id="October-August in Germany"),
        pytest.param(9, 1, 10, id="never less than ten"),
        pytest.param(None, None, 10, id="unknown"),
        pytest.param(8, None, 10, id="half unknown"),
    ],
)
def test_a_study_year_goes_five_months_into_the_second_semester(
    autumn: int | None, spring: int | None, months: int
) -> None:
    assert months == study_year_months(calendar(autumn, spring), AUTUMN)


@pytest.mark.parametrize(
    ("months", "second", "dues"),
    [
        pytest.param(6, Month(2028, 2), ["2027-07"], id="one semester"),
        pytest.param(12, Month(2028, 2), ["2027-07", "2028-02"], id="when the country's own begins"),
        pytest.param(7, Month(2028, 2), ["2027-07", "2027-12"], id="the stay ends before it"),
        pytest.param(12, None, ["2027-07", "2027-12"], id="when that is unknown"),
    ],
)
def test_the_fees_of_a_semester_are_due_when_it_begins(
    shipped: Shipped, months: int, second: Month | None, dues: list[str]
) -> None:
    stay = Stay("AU", "oseania", AUTUMN, months, Month(2027, 7), second_month=second)
    made = parts(stay, RateBook(shipped.rates, shipped.sets))
    assert dues == [str(part.due) for part in made]
    assert stay.calendar_months == tuple(month for part in made for month in part.months)


BY_DAYS = Stay(
    "JP", "asia", AUTUMN, 5, Month(2027, 9), first_day=date(2027, 9, 20), last_day=date(2028, 2, 10)
)  # fmt: skip


@pytest.mark.parametrize(
    ("month", "days", "of"),
    [
        (Month(2027, 8), 0, 31),
        (Month(2027, 9), 11, 30),
        (Month(2027, 10), 31, 31),
        (Month(2028, 2), 10, 29),
        (Month(2028, 3), 0, 31),
    ],
)
def test_the_days_of_a_month_are_those_from_the_first_to_the_last(month: Month, days: int, of: int) -> None:
    assert days == BY_DAYS.days_in(month)
    factors = part_of_month(BY_DAYS, month)
    assert [] == list(factors) if days == of else [Decimal(days), 1 / Decimal(of)] == [step.value for step in factors]


@pytest.mark.parametrize(
    ("last", "whole"),
    [(date(2027, 10, 18), 0), (date(2027, 10, 19), 1), (date(2027, 10, 20), 1), (date(2028, 2, 19), 5)],
)
def test_a_whole_month_ends_the_day_before_the_day_that_it_began(last: date, whole: int) -> None:
    assert whole == BY_DAYS._replace(last_day=last).whole_months


def test_a_stay_by_months_is_whole_months() -> None:
    stay = BY_DAYS._replace(first_day=None, last_day=None)
    assert (5, 30) == (stay.whole_months, stay.days_in(Month(2027, 9)))
    assert part_of_month(stay, Month(2027, 9)) == ()


@pytest.mark.parametrize(
    ("counted", "split"),
    [
        pytest.param("4", [4, 6], id="as many months as Lånekassen counts"),
        pytest.param("5.9", [5, 5], id="whole months"),
        pytest.param("1", [1, 9], id="one alone"),
        pytest.param("9", [9, 1], id="one is left for the next"),
        pytest.param("10", [10], id="none is left"),
        pytest.param("0", [10], id="none to begin with"),
    ],
)
def test_a_long_stay_is_split_where_the_first_semester_ends(shipped: Shipped, counted: str, split: list[int]) -> None:
    book = RateBook(shipped.rates, shipped.sets, {"lanekassen.basislan.maneder_host": Decimal(counted)})
    made = parts(Stay("DE", "europa", AUTUMN, 10, Month(2027, 9)), book)
    assert split == [len(part.months) for part in made]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("more_than", (False, False, True)),
        ("at_least", (False, True, True)),
        ("less_than", (True, False, False)),
        ("at_most", (True, True, False)),
    ],
)
@pytest.mark.parametrize(
    ("number", "unit", "last"),
    # 1 January and 179 days more; half a year ends with June.
    [(180, "days", date(2027, 6, 29)), (6, "months", date(2027, 6, 30))],
)
def test_how_long_a_stay_is(rule: str, expected: tuple[bool, ...], number: int, unit: str, last: date) -> None:
    """On the day before the length is reached, on that day and on the day after."""

    def holds(later: int) -> bool:
        first, ends = date(2027, 1, 1), last + timedelta(days=later)
        stay = Stay("XX", "europa", SPRING, 6, Month(2027, 1), first_day=first, last_day=ends)
        return has_length(stay, StayLength(rule, number, unit))

    assert (holds(-1), holds(0), holds(1)) == expected


def test_where_the_months_of_a_semester_are_unknown_all_of_a_stay_is_in_the_first(shipped: Shipped) -> None:
    name = "lanekassen.basislan.maneder_host"
    untold = shipped.rates | {name: shipped.rates[name]._replace(values=())}
    (whole,) = parts(Stay("DE", "europa", AUTUMN, 10, Month(2027, 9)), RateBook(untold, shipped.sets))
    assert len(whole.months) == 10
