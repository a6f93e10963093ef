"""Who may need a visa, and how far before the stay its day is: always before it, whatever the day and the country."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.country import Country, VisaTime
from utveksling_cli.planning.visas import is_free, needs_visa, visa_day

from .factory import PLAN_FACTS

USUAL = PLAN_FACTS.visa


def somewhere(months: int | None = None, weeks: int | None = None, *, told: bool = True) -> Country:
    visa = VisaTime(months, weeks, "Søk i tide.", "official", "high", "https://example.org", "2026-11-25", None)
    return Country("XX", "Et sted", "Somewhere", "EUR", "asia", None, (), (), (), (), None, visa if told else None)


def test_months_and_weeks_are_taken_together() -> None:
    """Two months before 31 August is 30 June, for June is shorter, and a week before that is 23 June."""
    found = visa_day(date(2027, 8, 31), somewhere(2, 1), USUAL)
    assert (found.day, found.assumed) == (date(2027, 6, 23), False)


@pytest.mark.parametrize("place", [somewhere(), somewhere(told=False)])
def test_without_a_figure_three_months_are_assumed(place: Country) -> None:
    found = visa_day(date(2028, 5, 31), place, USUAL)
    assert (found.day, found.assumed) == (date(2028, 2, 29), True)


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)), st.integers(1, 12), st.integers(1, 52))
def test_more_time_never_gives_a_later_day(arrival: date, months: int, weeks: int) -> None:
    by_months = visa_day(arrival, somewhere(months), USUAL).day
    assert visa_day(arrival, somewhere(months, weeks), USUAL).day < by_months < arrival


@pytest.mark.parametrize("citizenship", ["norwegian", "nordic", "eu_eea", None])
def test_other_citizens_are_never_freer_than_those_of_the_eea(citizenship: str | None, shipped) -> None:
    for place in shipped.countries:
        assert not is_free("other", place.code, shipped.plan.free_movement)
        assert needs_visa(citizenship, place, shipped.plan) == (
            not is_free(citizenship, place.code, shipped.plan.free_movement)
        )


def test_only_the_faroe_islands_and_greenland_are_free_to_nordic_citizens_alone(shipped) -> None:
    free = {who: free_to(who, shipped) for who in (None, "norwegian", "nordic", "eu_eea")}
    assert free["nordic"] - free["eu_eea"] == {"FO", "GL"}
    assert free[None] == free["norwegian"] == free["nordic"]


def test_citizens_of_the_eea_are_free_in_the_eea_and_in_switzerland(shipped) -> None:
    """UDI's list has 31 countries, of which one is Switzerland; Norway is among them, and no place to go abroad to."""
    free = free_to("eu_eea", shipped)
    assert len(free) == 30
    assert {"CH", "IS", "LI", "HR", "CY"} <= free
    assert free & {"GB", "TR", "RS", "FO", "GL"} == set()


def free_to(citizenship: str | None, shipped) -> set[str]:
    codes = {place.code for place in shipped.countries}
    return {code for code in codes if is_free(citizenship, code, shipped.plan.free_movement)}


@pytest.mark.parametrize(
    ("citizenship", "code", "expected"),
    [(None, "DE", True), ("eu_eea", "DE", True), ("other", "DE", False), ("norwegian", "AU", False)],
)
def test_who_is_free_where_is_what_the_facts_say(citizenship: str | None, code: str, *, expected: bool) -> None:
    assert is_free(citizenship, code, PLAN_FACTS.free_movement) is expected
