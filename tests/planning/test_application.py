"""What holds for the steps of any plan: nothing is lost, nothing done is late, and what comes first is done first."""

from collections.abc import Iterator
from datetime import date, timedelta
from sqlite3 import Connection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.catalogue.process_queries import process_facts
from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.cli.applied import applied
from utveksling_cli.cli.dates import Asked
from utveksling_cli.cli.session import Session
from utveksling_cli.model.plan import STAY_TYPES, Plan, StayWish, StepDone
from utveksling_cli.model.process import BY, DONE, IMPLIED, LATE, PASSED, STUDENT, Application, ProcessFacts
from utveksling_cli.model.time import Semester

HOSTS = ("tu-berlin", "university-of-queensland", "waseda-university", "uc-berkeley", "eth-zurich")
FIRST_DAY = date(2026, 9, 1)


@pytest.fixture(scope="module")
def catalogue(command_cache: Any) -> Iterator[Connection]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(command_cache))
        connection = open_catalogue()
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def facts(catalogue: Connection) -> ProcessFacts:
    return process_facts(catalogue)


def made(catalogue: Connection, facts: ProcessFacts, plan: Plan, today: date, *, has_plan: bool = True) -> Application:
    return applied(Session(today, catalogue, ""), facts, Asked(plan, None, None, None), has_plan=has_plan).application


@st.composite
def plans(draw: st.DrawFn, steps: tuple[str, ...]) -> Plan:
    done = draw(st.sets(st.sampled_from(steps), max_size=6))
    hosts = draw(st.lists(st.sampled_from(HOSTS), unique=True, max_size=3))
    semester = draw(st.sampled_from([Semester("H", 2027), Semester("V", 2028)]))
    stay = StayWish(semester, type=draw(st.sampled_from([None, *STAY_TYPES])), hosts=tuple(hosts))
    return Plan(stay=stay, steps={step: StepDone(FIRST_DAY) for step in done})


days = st.integers(0, 900).map(lambda days: FIRST_DAY + timedelta(days=days))


@given(st.data(), days)
def test_what_comes_before_a_done_step_counts_as_done(
    catalogue: Connection, facts: ProcessFacts, data: st.DataObject, today: date
) -> None:
    plan = data.draw(plans(tuple(step.id for step in facts.steps)))
    found = made(catalogue, facts, plan, today)
    states = {planned.step.id: planned.state for planned in found.steps}
    finished = {step for step, state in states.items() if state in {DONE, IMPLIED}}
    assert {step for step, state in states.items() if state == DONE} == set(plan.steps) & set(states)
    for planned in found.steps:
        before = set(planned.step.after) & set(states)
        assert set(planned.waits_for) == before - finished
        assert planned.step.id not in finished or before <= finished
    assert {*states, *(step.id for step in found.left_out)} == {step.id for step in facts.steps}


@given(st.data(), days)
def test_late_is_only_what_had_a_day_that_has_passed(
    catalogue: Connection, facts: ProcessFacts, data: st.DataObject, today: date
) -> None:
    found = made(catalogue, facts, data.draw(plans(tuple(step.id for step in facts.steps))), today)
    for planned in found.late:
        assert planned.limit is not None
        assert planned.limit.role == BY
        assert planned.limit.day < today
        assert STUDENT in planned.step.who or not planned.waits_for
    if found.next is not None:
        assert STUDENT in found.next.step.who
        assert not found.next.waits_for
        assert found.next.done is None
    if found.next_deadline is not None:
        assert found.next_deadline.limit is not None
        assert found.next_deadline.limit.day >= today


@given(st.data(), days)
def test_without_a_plan_nothing_is_done_or_late(
    catalogue: Connection, facts: ProcessFacts, data: st.DataObject, today: date
) -> None:
    plan = data.draw(plans(tuple(step.id for step in facts.steps)))
    found = made(catalogue, facts, plan, today, has_plan=False)
    assert {planned.state for planned in found.steps} & {DONE, IMPLIED, LATE} == set()
    passed = {planned.step.id for planned in found.steps if planned.state == PASSED}
    overdue = [planned for planned in found.steps if planned.limit and planned.limit.role == BY]
    assert passed == {planned.step.id for planned in overdue if planned.limit and planned.limit.day < today}


@given(st.data(), days)
def test_every_date_says_what_it_rests_on(
    catalogue: Connection, facts: ProcessFacts, data: st.DataObject, today: date
) -> None:
    found = made(catalogue, facts, data.draw(plans(tuple(step.id for step in facts.steps))), today)
    for dated in (dated for planned in found.steps for dated in planned.dates):
        assert dated.days_left == (dated.day - today).days
        assert dated.source or (dated.status == "estimate" and dated.note)
        assert dated.status != "estimate" or dated.ground == "assumption"
        assert dated.safe_day <= dated.day
