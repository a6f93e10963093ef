"""Which semester a plan is about, and when its stay begins and ends."""

from datetime import date
from typing import Any

import pytest

from utveksling_cli.model.country import Country, Term
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.place import NtnuTerm
from utveksling_cli.model.plan import StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import ASSUMPTION, SOURCE, USER, Basis
from utveksling_cli.planning.plan_period import collisions, next_semester, plan_period, semester_of


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


def country(*terms: Term) -> Country:
    return Country("XX", "Et sted", "Somewhere", "EUR", "asia", None, (), (), terms, ())


def term(season: str, start: int, end: int, **known: Any) -> Term:
    plain = Term(season, None, start, end, "", True, "official", "https://term.example", "2026-11-23")
    return plain._replace(**known)


H2027 = Semester("H", 2027)
NTNU = (
    NtnuTerm("spring", 1, 6, "official", "https://ntnu.example", "2026-11-23", None),
    NtnuTerm("autumn", 8, 12, "official", "https://ntnu.example", "2026-11-23", None),
)


@pytest.mark.parametrize(
    ("study_year", "last", "semesters", "next_one"),
    [(False, "2028-01-31", 1, "2028-01"), (True, "2028-06-30", 2, "2028-08")],
)
def test_a_study_year_ends_with_the_countrys_second_semester(
    study_year: bool, last: str, semesters: int, next_one: str
) -> None:
    place = country(term("autumn", 9, 1), term("spring", 2, 6))
    period = plan_period(StayWish(study_year=study_year), H2027, place)
    assert (period.first, period.last, period.semesters) == (date(2027, 9, 1), date.fromisoformat(last), semesters)
    following = next_semester(period, H2027, NTNU)
    assert following is not None
    assert str(following.month) == next_one


def test_a_semester_of_one_month_ends_in_the_year_it_began() -> None:
    period = plan_period(StayWish(), H2027, country(term("autumn", 9, 9)))
    assert (period.last, period.ends_by) == (date(2027, 9, 30), Basis(SOURCE, "https://term.example", "2026-11-23"))


def test_an_end_that_nothing_tells_is_no_source() -> None:
    period = plan_period(StayWish(first_day=date(2027, 8, 1)), H2027, None)
    assert (period.last, period.begins_by, period.ends_by) == (None, Basis(USER), Basis(ASSUMPTION))


def test_without_ntnus_own_calendar_the_semester_after_is_unknown() -> None:
    period = plan_period(StayWish(), H2027, country(term("autumn", 9, 1)))
    assert next_semester(period, H2027, NTNU[1:]) is None
    assert list(collisions(period, H2027, ())) == []


@pytest.mark.parametrize(
    ("last", "collides"), [(date(2027, 12, 31), False), (date(2028, 1, 1), True), (date(2028, 1, 2), True)]
)
def test_a_stay_runs_into_ntnus_semester_on_its_first_day(last: date, collides: bool) -> None:
    period = plan_period(StayWish(first_day=date(2027, 8, 1), last_day=last), H2027, None)
    expected = [Notice("warning", "timeline.collision", {"day": last.isoformat(), "month": "2028-01"})]
    assert list(collisions(period, H2027, NTNU)) == (expected if collides else [])


@pytest.mark.parametrize(
    ("first", "collides"), [(date(2027, 6, 29), True), (date(2027, 6, 30), True), (date(2027, 7, 1), False)]
)
def test_a_stay_begins_within_ntnus_exams_until_the_last_day_of_june(first: date, collides: bool) -> None:
    period = plan_period(StayWish(first_day=first, last_day=date(2027, 12, 17)), H2027, None)
    expected = [Notice("warning", "timeline.exam_collision", {"day": first.isoformat(), "month": "2027-06"})]
    assert list(collisions(period, H2027, NTNU)) == (expected if collides else [])
