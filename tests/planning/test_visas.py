"""Who may need a visa, and how far before the stay its day is: always before it, whatever the day and the country."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.country import Country, VisaTime
from utveksling_cli.planning.visas import is_free, needs_visa, visa_day


def somewhere(months: int | None = None, weeks: int | None = None, *, told: bool = True) -> Country:
    visa = VisaTime(months, weeks, "Søk i tide.", "official", "high", "https://example.org", "2026-11-25", None)
    return Country("XX", "Et sted", "Somewhere", "EUR", "asia", None, (), (), (), (), None, visa if told else None)


def test_months_and_weeks_are_taken_together() -> None:
    """Two months before 31 August is 30 June, for June is shorter, and a week before that is 23 June."""
    found = visa_day(date(2027, 8, 31), somewhere(2, 1))
    assert (found.day, found.assumed) == (date(2027, 6, 23), False)


@pytest.mark.parametrize("place", [somewhere(), somewhere(told=False)])
def test_without_a_figure_three_months_are_assumed(place: Country) -> None:
    found = visa_day(date(2028, 5, 31), place)
    assert (found.day, found.assumed) == (date(2028, 2, 29), True)


@given(st.dates(date(2026, 1, 1), date(2035, 12, 31)), st.integers(1, 12), st.integers(1, 52))
def test_more_time_never_gives_a_later_day(arrival: date, months: int, weeks: int) -> None:
    by_months = visa_day(arrival, somewhere(months)).day
    assert visa_day(arrival, somewhere(months, weeks)).day < by_months < arrival


@pytest.mark.parametrize("citizenship", ["norwegian", "nordic", "eu_eea", None])
def test_other_citizens_are_never_freer_than_those_of_the_eea(citizenship: str | None, shipped) -> None:
    for place in shipped.countries:
        assert not is_free("other", place.code)
        assert needs_visa(citizenship, place) == (not is_free(citizenship, place.code))


def test_only_the_faroe_islands_and_greenland_are_free_to_nordic_citizens_alone(shipped) -> None:
    codes = [place.code for place in shipped.countries]
    assert [code for code in codes if is_free("nordic", code) and not is_free("eu_eea", code)] == ["FO", "GL"]
    assert [code for code in codes if is_free(None, code) != is_free("norwegian", code)] == []
