"""What each problem of a plan tells, whole: its id, how grave it is, what fills its sentence, and where it belongs."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model.budget import EXPENSE, Assumptions, Budget, Line, Totals
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan, StayWish
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.model.timeline import SOURCE, Basis
from utveksling_cli.planning.checks import Checked, check

from .checked_plan import STAY, WHOLE, checked, due
from .factory import host

AUGUST, SEPTEMBER = Month(2027, 8), Month(2027, 9)


def lines_of(status: str, *names: str) -> tuple[Line, ...]:
    one = Decimal(1)
    return tuple(Line(name, AUGUST, EXPENSE, one, None, status, (), None, (), None, None) for name in names)


def budget(lowest: int, *lines: Line, notices: tuple[Notice, ...] = ()) -> Budget:
    """Of a stay whose account is lowest in September."""
    zero = Decimal(0)
    asked = Assumptions(
        "DE", None, Semester("H", 2027), 5, AUGUST, Month(2027, 12), None, None, None, None, (), Choices()
    )
    totals = Totals(zero, zero, zero, zero, zero, None, SEPTEMBER, Decimal(lowest), Decimal(max(0, -lowest)))
    return Budget(asked, lines, (), totals, (), notices)


def told(of: Checked) -> list[Problem]:
    return list(check(of))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(
            {"plan": Plan(profile=WHOLE, stay=STAY._replace(hosts=())), "hosts": ()},
            Problem("stay.no_host", WARNING, {}, ("stay",)),
            id="no host",
        ),
        pytest.param(
            {"plan": Plan(profile=WHOLE, stay=STAY._replace(hosts=("somewhere", "gone"))), "unknown": ("gone",)},
            Problem("host.unknown:gone", ERROR, {"host": "gone"}, ("stay", "hosts", 1)),
            id="a host that the facts lack",
        ),
        pytest.param(
            {"hosts": (host(evidence="list_only"),)},
            Problem("host.list_only:somewhere", WARNING, {"host": "University of Somewhere"}, ("stay", "hosts", 0)),
            id="a host that is only on a list",
        ),
        pytest.param(
            {"hosts": (host(evidence="historical"),)},
            Problem(
                "host.agreement_unsure:somewhere",
                WARNING,
                {"host": "University of Somewhere", "evidence": "historical"},
                ("stay", "hosts", 0),
            ),
            id="a host that only old stays are known at",
        ),
        pytest.param(
            {"plan": Plan(profile=WHOLE._replace(level=None), stay=STAY)},
            Problem("profile.missing:level", INFO, {"field": "level"}, ("profile",)),
            id="a level that is not told",
        ),
        pytest.param(
            {"plan": Plan(profile=WHOLE, stay=STAY._replace(semester=None))},
            Problem("stay.no_semester", WARNING, {"semester": "H2027"}, ("stay",)),
            id="no semester, so the next one is assumed",
        ),
        pytest.param(
            {"open": Semester("V", 2027)},
            Problem("stay.not_open", INFO, {"semester": "H2027", "open": "V2027"}, ("stay", "semester")),
            id="a semester of a later round",
        ),
        pytest.param(
            {"notices": (Notice("warning", "timeline.collision", {"days": "3"}),)},
            Problem("calendar.next_semester", WARNING, {"days": "3"}, ("stay",)),
            id="a collision",
        ),
        pytest.param(
            {"broken": "«mange» er ikke et beløp."},
            Problem("money.unusable", ERROR, {"message": "«mange» er ikke et beløp."}, ("budget",)),
            id="figures that cannot be used",
        ),
        pytest.param(
            {"budget": budget(0, notices=(Notice("unknown", "budget.living_unknown"),))},
            Problem("money.living_unknown", WARNING, {}, ("budget",)),
            id="a cost of living that nobody knows",
        ),
        pytest.param(
            {"budget": budget(-1)},
            Problem("money.below_zero", WARNING, {"amount": "-1", "month": "2027-09"}, ("budget",)),
            id="one krone short in September",
        ),
        pytest.param(
            {"budget": budget(0, *lines_of("carried_forward", "a", "a", "b"), *lines_of("official", "c"))},
            Problem("facts.carried_forward", INFO, {"count": "2"}, ("stay",)),
            id="two kinds of lines that rest on older rates",
        ),
        pytest.param(
            {"hosts": (host(verified_on="2026-01-19"),)},
            Problem(
                "facts.old_host:somewhere",
                WARNING,
                {"host": "University of Somewhere", "day": "2026-01-19"},
                ("stay", "hosts", 0),
            ),
            id="a host that was read of a year and a day ago",
        ),
    ],
)
def test_a_problem_is_told_whole_and_alone(other: dict[str, Any], expected: Problem) -> None:
    assert told(checked(**other)) == [expected]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-2, Problem("deadline.passed:ntnu", ERROR, {"day": "2027-01-18", "days": "-2"}, ("steps",))),
        (3, Problem("deadline.soon:ntnu", WARNING, {"day": "2027-01-23", "days": "3"}, ("steps",))),
    ],
)
def test_a_deadline_tells_its_day_and_its_step(days: int, expected: Problem) -> None:
    """Today is 20 January."""
    values = {"date": "ntnu", "step": "soknad", **expected.values}
    assert told(checked(due(days))) == [expected._replace(values=values)]


def test_a_date_without_a_step_has_an_empty_one_and_no_papers() -> None:
    booking = due(3, id="plan.test", code="plan.test", kind="language_test")
    (problem,) = told(checked(booking, documents={"soknad": "karakterutskrift"}))
    assert problem.values == {"date": "plan.test", "day": "2027-01-23", "days": "3", "step": ""}


def test_a_deadline_of_the_first_choice_is_one_to_keep() -> None:
    (problem,) = told(checked(due(-1, host="somewhere")))
    assert (problem.id, problem.severity) == ("deadline.passed:ntnu", ERROR)


def test_a_step_that_is_done_hides_only_its_own_dates() -> None:
    """And the dates that come after it in the list are still looked at."""
    paid = due(-1, id="lan", code="lan", kind="lanekassen")
    (problem,) = told(checked(due(-1), paid, finished=frozenset({"soknad"})))
    assert (problem.id, problem.values["step"]) == ("deadline.passed:lan", "lanekassen")


def test_a_plan_with_its_first_day_needs_no_semester() -> None:
    stay = StayWish(hosts=("somewhere",), first_day=date(2027, 8, 15))
    assert told(checked(plan=Plan(profile=WHOLE, stay=stay))) == []


def test_a_semester_that_ntnu_has_no_deadline_for_is_told() -> None:
    of = checked()
    of = of._replace(setting=of.setting._replace(deadlines=()))
    assert told(of) == [Problem("stay.deadline_unknown", INFO, {"semester": "H2027"}, ("stay", "semester"))]


def test_an_account_that_is_empty_but_never_below_is_no_problem() -> None:
    assert told(checked(budget=budget(0))) == []


def test_what_is_wrong_with_the_figures_is_told_with_what_a_budget_says() -> None:
    ids = [problem.id for problem in told(checked(broken="feil", budget=budget(-1)))]
    assert ids == ["money.unusable", "money.below_zero"]


def test_of_old_dates_the_oldest_is_told_and_those_without_a_day_are_not_counted() -> None:
    older, old, new, unread = (
        due(40, id=day or "unread", basis=Basis(SOURCE, None, day))
        for day in ("2025-06-01", "2026-01-19", "2026-01-20", None)
    )
    expected = Problem("facts.old_dates", WARNING, {"count": "2", "day": "2025-06-01"}, ("stay",))
    assert told(checked(old, older, new, unread)) == [expected]


def test_information_stands_after_a_warning_that_was_found_later() -> None:
    plan = Plan(profile=WHOLE._replace(level=None), stay=STAY)
    severities = [problem.severity for problem in told(checked(plan=plan, broken="feil", budget=budget(-1)))]
    assert severities == [ERROR, WARNING, INFO]


def test_problems_that_other_checks_found_come_with_an_exception_of_their_own() -> None:
    other = Problem("course.level:a", WARNING, {}, ("courses", 0))
    plan = Plan(profile=WHOLE, stay=STAY, exceptions={"course.level:a": "avtalt", "gone": "x"})
    assert told(checked(plan=plan, others=(other,))) == [other._replace(exception="avtalt")]
