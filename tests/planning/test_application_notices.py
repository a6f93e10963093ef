"""What the steps of a made-up plan do not say themselves of NTNU's deadlines."""

from datetime import date

import pytest

from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.plan import Plan, StayWish
from utveksling_cli.model.process import DONE, IMPLIED, LATE, YES, Enhance, PlannedStep, ProcessFacts, Step, Told
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.application_notices import Place, notices
from utveksling_cli.planning.plan_period import plan_period
from utveksling_cli.planning.timeline import Setting

from .factory import PLAN_FACTS

H2027 = Semester("H", 2027)
READ = ("official", "high", "https://example.no", "2026-11-23", None)
MAIN = Deadline(
    "main", "Frist", "ntnu_main", date(2027, 2, 1), 69, 0, None, date(2027, 2, 1), False, "everyone", "Alle", (), (),
    False, *READ,
)  # fmt: skip
EARLY = MAIN._replace(id="early", kind="ntnu_early", day=date(2027, 1, 20), binding="certain")
FACTS = ProcessFacts((), {}, Enhance("", (), "https://example.no", *READ))


def application(state: str) -> PlannedStep:
    step = Step(
        "soknad", "Søknad", "apply", ("student",), ("exchange",), None, (), "", {}, (), "", (), None, None, *READ
    )
    return PlannedStep(step, "", (), YES, state, None, None, ())


def codes(*due: Deadline, steps: tuple[PlannedStep, ...] = ()) -> dict[str, dict[str, str]]:
    stay = StayWish(semester=H2027)
    setting = Setting(
        Plan(stay=stay), H2027, date(2026, 11, 24), (), None, due, PLAN_FACTS, plan_period(stay, H2027, None)
    )
    found = notices(FACTS, Place(setting, frozenset()), Told(plan=True, semester=True), steps)
    return {notice.code: dict(notice.values) for notice in found}


@pytest.mark.parametrize(
    ("early", "told"),
    [
        pytest.param([EARLY], True, id="certain"),
        pytest.param([EARLY._replace(binding="possible")], False, id="possible"),
        pytest.param([EARLY._replace(binding="listed")], False, id="for others"),
        pytest.param([], False, id="none"),
        pytest.param([EARLY, MAIN._replace(id="grant", kind="lanekassen")], True, id="and one that is not NTNU's"),
    ],
)
def test_that_the_earliest_counts_is_told_where_both_deadlines_are_among_the_choices(
    early: list[Deadline], told: bool
) -> None:
    assert ("process.earliest_of_choices" in codes(MAIN, *early)) is told


def test_of_a_deadline_for_others_a_day_off_is_not_told() -> None:
    """23 January 2027 is a Saturday."""
    saturday = EARLY._replace(day=date(2027, 1, 23), safe_day=date(2027, 1, 22))
    assert codes(MAIN, saturday)["deadlines.day_off"]["day"] == "2027-01-23"
    assert "deadlines.day_off" not in codes(MAIN, saturday._replace(binding="listed"))


@pytest.mark.parametrize(
    ("steps", "told"),
    [([], True), ([application(LATE)], True), ([application(DONE)], False), ([application(IMPLIED)], False)],
)
def test_a_deadline_that_has_passed_is_told_until_the_application_is_sent(steps: list[PlannedStep], told: bool) -> None:
    found = codes(MAIN._replace(past=True), steps=tuple(steps))
    assert found.get("process.deadline_passed") == ({"day": "2027-02-01"} if told else None)
    assert "process.deadline_passed" not in codes(MAIN, steps=tuple(steps))
