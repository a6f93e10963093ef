"""Late steps as problems of a plan, and the papers that steps take."""

from datetime import date, timedelta

from utveksling_cli.model.process import (
    BY,
    DONE,
    IMPLIED,
    LATE,
    READY,
    YES,
    Application,
    PlannedStep,
    Step,
    StepDate,
)
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import Basis, PlanDate
from utveksling_cli.planning.plan_steps import documents, finished, step_problems

DAY = date(2027, 2, 1)


def step(identifier: str, state: str, *papers: str) -> PlannedStep:
    known = Step(
        identifier, identifier.title(), "apply", ("student",), ("exchange",), None, (), "", {}, papers, "", (), None,
        None, "official", "high", None, "2026-11-24", None,
    )  # fmt: skip
    day = StepDate(BY, DAY, DAY, -1, False, "rule", "", "official", "high", None, "2026-11-24", None)
    return PlannedStep(known, "", (day,), YES, state, None, None, ())


def application(*steps: PlannedStep) -> Application:
    return Application(Semester("H", 2027), "exchange", (), steps, (), ())


def test_a_late_step_is_a_problem_with_its_day_and_papers() -> None:
    (problem,) = step_problems(application(step("bolig", LATE, "leiekontrakt", "depositum"), step("visum", READY)), ())
    assert (problem.id, problem.severity) == ("step.late:bolig", "warning")
    assert problem.values == {
        "title": "Bolig",
        "day": "2027-02-01",
        "step": "bolig",
        "documents": "leiekontrakt; depositum",
    }


def test_a_late_step_that_takes_no_papers_names_none() -> None:
    (problem,) = step_problems(application(step("svar", LATE)), ())
    assert "documents" not in problem.values
    assert problem.keys == ("steps",)


def test_what_a_date_speaks_for_is_not_told_twice() -> None:
    deadline = PlanDate("x", "x", DAY, -1, "ntnu_main", Basis("source"), DAY - timedelta(days=1))
    assert list(step_problems(application(step("soknad", LATE)), [deadline])) == []


def test_papers_are_told_by_step() -> None:
    assert documents(application(step("visum", READY, "pass"), step("bolig", READY))) == {"visum": "pass"}


def test_a_step_is_over_when_it_or_a_later_one_is_done() -> None:
    steps = application(step("a", DONE), step("b", IMPLIED), step("c", READY), step("d", LATE))
    assert finished(steps) == {"a", "b"}
