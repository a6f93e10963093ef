"""Which semester a plan is about, and when its stay begins and ends."""

from datetime import date

import pytest

from utveksling_cli.model.plan import StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import ASSUMPTION, USER
from utveksling_cli.planning.plan_period import plan_period, semester_of


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2027-07-01", None, "H2027", id="July, as Australia's second semester"),
        pytest.param("2027-12-31", None, "H2027", id="the last day of the year"),
        pytest.param("2028-01-01", None, "V2028", id="the first day of the year"),
        pytest.param("2027-06-07", "2027-09-30", "V2027", id="June to September"),
        pytest.param("2027-06-07", "2027-10-01", "H2027", id="June and beyond September"),
        pytest.param("2027-06-07", None, "V2027", id="June, and nobody knows how long"),
    ],
)
def test_days_tell_the_semester_that_they_begin_in(first: str, last: str | None, expected: str) -> None:
    wish = StayWish(first_day=date.fromisoformat(first), last_day=date.fromisoformat(last) if last else None)
    assert Semester.parse(expected) == semester_of(wish)


def test_a_semester_that_is_named_is_the_one() -> None:
    assert Semester("V", 2028) == semester_of(StayWish(semester=Semester("V", 2028), first_day=date(2027, 8, 1)))


def test_without_days_or_semester_nothing_is_told() -> None:
    assert semester_of(StayWish(months=5)) is None


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        pytest.param("2027-08-20", 4, "2027-12-19", id="four months less a day"),
        pytest.param("2027-08-31", 1, "2027-09-29", id="a month that lacks the day"),
        pytest.param("2027-09-01", 12, "2028-08-31", id="a whole year"),
    ],
)
def test_months_from_a_day_end_the_day_before_it_comes_again(first: str, months: int, last: str) -> None:
    wish = StayWish(first_day=date.fromisoformat(first), months=months)
    period = plan_period(wish, Semester("H", 2027), None)
    assert (date.fromisoformat(first), date.fromisoformat(last)) == (period.first, period.last)
    assert {period.begins_by.ground, period.ends_by.ground} == {USER}


def test_without_a_country_the_stay_is_taken_to_begin_as_at_ntnu_and_its_end_is_unknown() -> None:
    period = plan_period(StayWish(), Semester("H", 2027), None)
    assert (period.first, period.last, period.begins_by.ground) == (date(2027, 8, 1), None, ASSUMPTION)
    assert [notice.code for notice in period.notices] == ["timeline.term_unknown"]
