"""The requirements of a plan as problems: only what is surely not met, and grave only where it stops the stay."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model.institution import GradeMinimum, Institution
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.eligibility import Facts
from utveksling_cli.planning.plan_period import plan_period
from utveksling_cli.planning.plan_requirements import requirement_problems
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.timeline import Setting

from .conftest import Shipped
from .factory import FIELDS, PLAN_FACTS, host, level

H2027 = Semester("H", 2027)
STRICT = host("strict", grade_minimum=GradeMinimum("C", "high", "https://example.no", "2026-11-23"))
MASTERS_ONLY = host("masters", levels=(level("master"),))


def problems(shipped: Shipped, *hosts: Institution, today: str = "2026-11-24", **profile: Any) -> list[Problem]:
    stay = StayWish(semester=H2027, hosts=tuple(one.id for one in hosts))
    plan = Plan(profile=Profile(**profile), stay=stay)
    day = date.fromisoformat(today)
    setting = Setting(plan, H2027, day, hosts, None, (), PLAN_FACTS, plan_period(stay, H2027, None))
    facts = Facts(RateBook(shipped.rates, shipped.sets), FIELDS)
    return list(requirement_problems(setting, facts))


def found(shipped: Shipped, *hosts: Institution, **asked: Any) -> dict[str, str]:
    return {problem.id: problem.severity for problem in problems(shipped, *hosts, **asked)}


def test_what_is_not_told_is_no_problem(shipped: Shipped) -> None:
    assert found(shipped, STRICT, MASTERS_ONLY) == found(shipped) == {}


@pytest.mark.parametrize(
    ("completed", "today", "expected"),
    [
        pytest.param(60, "2027-08-01", {}, id="enough"),
        pytest.param(59, "2027-07-31", {"requirement.credits": INFO}, id="can still be taken"),
        pytest.param(59, "2027-08-01", {"requirement.credits": ERROR}, id="the semester has begun"),
    ],
)
def test_sixty_credits_are_needed_when_the_stay_begins(
    shipped: Shipped, completed: int, today: str, expected: dict[str, str]
) -> None:
    """i.ntnu.no/utenlandsstudier: at least 60 credits before departure."""
    assert expected == found(shipped, host(), host("other"), today=today, credits_completed=Decimal(completed))


def test_a_hosts_own_requirement_weighs_most_for_the_first_choice(shipped: Shipped) -> None:
    assert found(shipped, STRICT, MASTERS_ONLY, grade_average=Decimal("2.1"), level="bachelor") == {
        "requirement.grade_average:strict": WARNING,
        "requirement.level:masters": INFO,
    }


def test_a_grant_that_is_not_given_stops_no_stay(shipped: Shipped) -> None:
    assert found(shipped, host(country="AU"), had_ntnu_grant=True) == {"requirement.ntnu_grant": INFO}


def test_ntnus_own_requirement_is_told_once_and_about_the_student(shipped: Shipped) -> None:
    """60 are needed: 60 - 45 = 15 are missing."""
    values = {"need": "60", "have": "45", "missing": "15"}
    expected = Problem("requirement.credits", INFO, values, ("profile",))
    assert problems(shipped, host(), host("other"), credits_completed=Decimal(45)) == [expected]
    assert problems(shipped, credits_completed=Decimal(45)) == [expected]


def test_a_hosts_own_requirement_names_the_host_and_its_place_in_the_plan(shipped: Shipped) -> None:
    (problem,) = problems(shipped, host(), MASTERS_ONLY, level="bachelor")
    assert (problem.severity, problem.keys) == (INFO, ("stay", "hosts", 1))
    assert problem.values["host"] == MASTERS_ONLY.name
    assert problem.values.keys() > {"host"}
