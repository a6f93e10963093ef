"""How long something takes, counted from a day and back from one."""

from datetime import date

import pytest

from utveksling_cli.model.plan_facts import MONTHS, WEEKS, LeadTime
from utveksling_cli.model.stay import moved


def lasting(longest: int, unit: str, status: str = "official") -> LeadTime:
    return LeadTime(1, longest, unit, None, status, "high", "https://example.no", "2026-11-23", None)


@pytest.mark.parametrize(
    ("time", "day", "before", "after"),
    [
        # Two weeks are 14 days: 31 January and 28 February.
        pytest.param(lasting(2, WEEKS), date(2027, 2, 14), date(2027, 1, 31), date(2027, 2, 28), id="weeks"),
        pytest.param(lasting(2, MONTHS), date(2027, 2, 14), date(2026, 12, 14), date(2027, 4, 14), id="months"),
        # Neither February nor June has a 31st.
        pytest.param(lasting(1, MONTHS), date(2027, 3, 31), date(2027, 2, 28), date(2027, 4, 30), id="short months"),
    ],
)
def test_the_longest_time_is_counted_both_ways(time: LeadTime, day: date, before: date, after: date) -> None:
    assert (time.before(day), time.after(day)) == (before, after)


def test_months_are_taken_before_weeks_and_days() -> None:
    """A month after 31 January is 28 February; a week and a day after that is 8 March."""
    assert moved(date(2027, 1, 31), 1, 1, 1) == date(2027, 3, 8)


def test_what_fills_a_sentence_leaves_out_what_is_not_told() -> None:
    time = lasting(8, WEEKS)
    assert time.values == {"shortest": "1", "longest": "8", "unit": "weeks"}
    assert time._replace(shortest=None).values == {"longest": "8", "unit": "weeks"}


@pytest.mark.parametrize(("status", "assumed"), [("estimate", True), ("official", False), ("reported", False)])
def test_only_an_estimate_is_an_assumption(status: str, *, assumed: bool) -> None:
    assert lasting(1, WEEKS, status).assumed is assumed
