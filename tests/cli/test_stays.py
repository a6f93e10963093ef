"""From the days that were typed to the stay's semester and length."""

import sqlite3
from datetime import date

import pytest

from utveksling_cli.cli.stays import Period, Typed, read_period
from utveksling_cli.model.errors import UsageProblem

TODAY = date(2026, 11, 24)


def read(first: str, last: str | None = None, **more: str) -> Period:
    """The facts are not asked when the days are given."""
    with sqlite3.connect(":memory:") as nothing:
        period = read_period(nothing, Typed(first=first, last=last, **more), TODAY, "AU")
    nothing.close()
    return period


@pytest.mark.parametrize(
    ("first", "last", "semester"),
    [
        ("2027-01-01", "2027-05-31", "V2027"),
        ("2027-05-31", "2027-10-31", "V2027"),
        ("2027-06-01", "2027-08-31", "V2027"),
        ("2027-06-30", "2027-09-30", "V2027"),
        ("2027-06-01", "2027-10-01", "H2027"),
        ("2027-07-01", "2027-08-31", "H2027"),
        ("2027-12-31", "2028-05-31", "H2027"),
    ],
)
def test_a_stay_belongs_to_the_semester_that_it_begins_in(first: str, last: str, semester: str) -> None:
    """In June it is an autumn when it lasts beyond September, as Australia's second semester does."""
    assert semester == str(read(first, last).semester)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2027-08-20", "2027-08-20", 1),
        ("2027-08-20", "2027-09-19", 1),
        ("2027-08-20", "2027-09-20", 2),
        ("2027-08-01", "2027-12-31", 5),
        ("2027-08-31", "2028-02-29", 6),
        ("2027-08-20", "2028-08-19", 12),
    ],
)
def test_the_days_begin_so_many_months(first: str, last: str, months: int) -> None:
    assert (months, date.fromisoformat(first), date.fromisoformat(last)) == read(first, last)[1:]


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2027-08-20", "1", "2027-09-19"),
        ("2027-08-01", "5", "2027-12-31"),
        ("2027-08-31", "1", "2027-09-29"),
        ("2027-08-31", "6", "2028-02-28"),
        ("2027-08-20", "12", "2028-08-19"),
        ("2027-08-20", None, "2028-01-19"),
    ],
)
def test_so_many_months_from_a_day_end_the_day_before_the_same_day(first: str, months: str | None, last: str) -> None:
    """Five when no number is given. A month that lacks the day ends the day before its last."""
    period = read(first, months=months)
    assert (last, int(months or 5)) == (str(period.last_day), period.months)


@pytest.mark.parametrize("semester", ["V2027", "H2027"])
def test_in_june_the_student_may_say_which_semester_it_is(semester: str) -> None:
    assert semester == str(read("2027-06-28", "2027-09-15", semester=semester).semester)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"first": "2027-08-20", "last": "2027-08-19"}, "er før"),
        ({"first": "2027-08-20", "last": "2028-08-20"}, "lengre enn 12 måneder"),
        ({"first": "2027-08-20", "last": "2027-12-20", "semester": "V2027"}, "er ikke i V2027"),
        ({"first": "2027-06-28", "last": "2027-12-20", "semester": "H2028"}, "er ikke i H2028"),
        ({"first": "2027-08-20", "last": "2027-12-20", "months": "4"}, "bare ett av --til og --måneder"),
        ({"first": "2027-08-20", "study_year": "2027/28"}, "bare ett av --studieår og --fra"),
        ({"last": "2027-12-20"}, "--til trenger --fra"),
    ],
)
def test_what_contradicts_itself_is_refused(typed: dict[str, str], message: str) -> None:
    with pytest.raises(UsageProblem) as raised:
        read(**({"first": None} | typed))
    assert message in str(raised.value)
