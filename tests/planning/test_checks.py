"""The checks of a plan: which problems there are, how grave they are, and that their ids stay the same."""

from datetime import date, timedelta
from typing import Any

import pytest

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan, StepDone
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import Basis
from utveksling_cli.planning.checks import Checked, check, failed

from .checked_plan import STAY, WHOLE, checked, due
from .factory import host


def found(of: Checked) -> dict[str, str]:
    return {problem.id: problem.severity for problem in check(of)}


def test_a_whole_plan_in_good_time_has_no_problem() -> None:
    assert found(checked(due(15))) == {}


def test_a_plan_without_anything_tells_all_that_is_missing() -> None:
    fields = ("programme", "level", "credits_completed", "grade_average", "citizenship")
    assert found(checked(plan=Plan(), hosts=())) == {
        "stay.no_host": WARNING,
        "stay.no_semester": WARNING,
        **{f"profile.missing:{field}": INFO for field in fields},
    }


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(15, {}, id="more than two weeks ahead"),
        pytest.param(14, {"deadline.soon:ntnu": WARNING}, id="two weeks ahead"),
        pytest.param(0, {"deadline.soon:ntnu": WARNING}, id="today"),
        pytest.param(-1, {"deadline.passed:ntnu": ERROR}, id="yesterday"),
    ],
)
def test_a_deadline_is_soon_for_two_weeks_and_passed_the_day_after(days: int, expected: dict[str, str]) -> None:
    assert expected == found(checked(due(days)))


def test_what_is_done_is_never_late() -> None:
    plan = Plan(profile=WHOLE, stay=STAY, steps={"soknad": StepDone(date(2027, 1, 2))})
    assert found(checked(due(-1), plan=plan)) == {}


def test_what_must_be_done_since_a_later_step_is_is_never_late() -> None:
    assert found(checked(due(-1), finished=frozenset({"soknad"}))) == {}


def test_a_deadline_names_the_papers_that_its_step_takes() -> None:
    (problem,) = check(checked(due(3), documents={"soknad": "karakterutskrift"}))
    assert problem.values["documents"] == "karakterutskrift"


def test_a_note_on_a_step_does_not_make_it_done() -> None:
    plan = Plan(profile=WHOLE, stay=STAY, steps={"soknad": StepDone(None, "husk vitnemål")})
    assert found(checked(due(-1), plan=plan)) == {"deadline.passed:ntnu": ERROR}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"basis": Basis(codes.ASSUMPTION)}, id="an assumed day"),
        pytest.param({"values": {"binding": "possible"}}, id="a deadline that only some hosts have"),
        pytest.param({"kind": "grant_proof"}, id="proof for a grant that not all have"),
    ],
)
def test_a_day_that_may_not_bind_is_no_more_than_a_warning(other: dict[str, Any]) -> None:
    assert found(checked(due(-1, **other))) == {"deadline.passed:ntnu": WARNING}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"kind": codes.REPLY}, id="an answer"),
        pytest.param({"kind": codes.STAY}, id="the arrival"),
        pytest.param({"kind": codes.SEMESTER_START}, id="NTNU's semester"),
        pytest.param({"kind": "lanekassen_opens"}, id="an opening"),
        pytest.param({"kind": codes.HOST_DATE, "code": codes.NOMINATION}, id="NTNU's nomination"),
        pytest.param({"kind": codes.HOST_DATE, "host": "second"}, id="the second choice's deadline"),
    ],
)
def test_what_the_student_has_not_to_do_is_no_problem(other: dict[str, Any]) -> None:
    assert found(checked(due(-1, **other))) == found(checked(due(3, **other))) == {}


def test_hosts_are_known_and_stand_on_more_than_the_list() -> None:
    plan = Plan(profile=WHOLE, stay=STAY._replace(hosts=("gone", "somewhere")))
    problems = {p.id: p for p in check(checked(plan=plan, hosts=(host(evidence="list_only"),), unknown=("gone",)))}
    assert {name: p.severity for name, p in problems.items()} == {
        "host.unknown:gone": ERROR,
        "host.list_only:somewhere": WARNING,
    }
    assert problems["host.unknown:gone"].keys == ("stay", "hosts", 0)
    assert problems["host.list_only:somewhere"].keys == ("stay", "hosts", 1)


@pytest.mark.parametrize(
    ("evidence", "stay_type", "expected"),
    [
        ("listed", None, []),
        ("reported", None, ["host.agreement_unsure:somewhere"]),
        ("historical", "exchange", ["host.agreement_unsure:somewhere"]),
        ("courses_only", "exchange", ["host.agreement_unsure:somewhere"]),
        ("historical", "freemover", []),
        ("historical", "traineeship", []),
    ],
)
def test_an_exchange_needs_an_agreement_and_the_other_stays_do_not(
    evidence: str, stay_type: str | None, expected: list[str]
) -> None:
    plan = Plan(profile=WHOLE, stay=STAY._replace(type=stay_type))
    problems = check(checked(plan=plan, hosts=(host(evidence=evidence),)))
    assert [problem.id for problem in problems] == expected


@pytest.mark.parametrize(
    ("verified", "expected"),
    [
        pytest.param("2026-01-20", {}, id="a year ago"),
        pytest.param("2026-01-19", {"facts.old_host:somewhere": WARNING}, id="a year and a day ago"),
    ],
)
def test_facts_are_old_after_a_year(verified: str, expected: dict[str, str]) -> None:
    assert expected == found(checked(hosts=(host(verified_on=verified),)))


def test_dates_that_were_read_long_ago_are_one_problem() -> None:
    old = due(40, basis=Basis(codes.SOURCE, None, "2025-12-31"))
    (problem,) = check(checked(old, old._replace(id="other")))
    assert (problem.id, problem.severity) == ("facts.old_dates", WARNING)
    assert problem.values == {"count": "2", "day": "2025-12-31"}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param("H2027", {}, id="this round"),
        pytest.param("V2027", {"stay.not_open": INFO}, id="a later round"),
        pytest.param("V2028", {}, id="a round that is over has a deadline that says so"),
    ],
)
def test_a_semester_of_a_later_round_cannot_be_applied_for_yet(now: str, expected: dict[str, str]) -> None:
    assert expected == found(checked(open=Semester.parse(now)))


def test_figures_that_cannot_be_used_are_an_error() -> None:
    assert found(checked(broken="«mange» er ikke et beløp.")) == {"money.unusable": ERROR}


@pytest.mark.parametrize(
    ("notice", "problem"),
    [
        ("timeline.collision", "calendar.next_semester"),
        ("timeline.exam_collision", "calendar.exams"),
        ("timeline.host_before_ntnu", "calendar.host_before_ntnu"),
    ],
)
def test_a_collision_is_a_warning(notice: str, problem: str) -> None:
    assert found(checked(notices=(Notice("warning", notice),))) == {problem: WARNING}


def test_an_exception_keeps_its_reason_and_counts_no_more() -> None:
    plan = Plan(profile=WHOLE, stay=STAY, exceptions={"deadline.passed:ntnu": "søkte på papir"})
    problems = check(checked(due(-1), plan=plan))
    assert [problem.exception for problem in problems] == ["søkte på papir"]
    assert not failed(problems, strict=True)


def test_the_gravest_stand_first() -> None:
    plan = Plan(profile=WHOLE._replace(level=None), stay=STAY)
    severities = [problem.severity for problem in check(checked(due(3), due(-1)._replace(id="late"), plan=plan))]
    assert severities == [ERROR, WARNING, INFO]


@pytest.mark.parametrize(
    ("severity", "loose", "strict"), [(ERROR, True, True), (WARNING, False, True), (INFO, False, False)]
)
def test_warnings_count_only_when_it_is_strict(severity: str, loose: bool, strict: bool) -> None:
    problems = (Problem("x", severity),)
    assert (failed(problems, strict=False), failed(problems, strict=True)) == (loose, strict)


def test_a_day_that_a_country_only_advises_is_no_loss_when_it_has_passed() -> None:
    assert found(checked(due(-1))) == {"deadline.passed:ntnu": ERROR}
    advised = due(-1, id=codes.VISA, code=codes.VISA, kind=codes.PREPARATION)
    assert found(checked(advised)) == {"deadline.passed:plan.visa": WARNING}


@pytest.mark.parametrize(("days", "expected"), [(16, {"deadline.soon:ntnu": WARNING}), (17, {})])
def test_a_sunday_is_soon_when_the_friday_before_it_is(days: int, expected: dict[str, str]) -> None:
    """Fourteen days are counted to the day on which it is safe, here two days earlier."""
    sunday = due(days)
    assert found(checked(sunday._replace(safe_day=sunday.day - timedelta(days=2)))) == expected
