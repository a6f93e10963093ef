"""What the steps of the application add to the check of a plan: those that are late, and the documents they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from utveksling_cli.model.problem import WARNING, Problem
from utveksling_cli.model.process import DONE, IMPLIED, Application
from utveksling_cli.model.timeline import PlanDate
from utveksling_cli.planning.date_steps import step_of


def step_problems(application: Application, dates: Iterable[PlanDate]) -> Iterator[Problem]:
    """Each late step that no date of the timeline speaks for already."""
    dated = {step_of(found) for found in dates}
    for planned in application.late:
        if planned.step.id not in dated and planned.limit is not None:
            values = {"title": planned.step.title, "day": planned.limit.day.isoformat(), "step": planned.step.id}
            values |= _papers(planned.step.documents)
            yield Problem(f"step.late:{planned.step.id}", WARNING, values, ("steps",))


def finished(application: Application) -> frozenset[str]:
    """The ids of the steps that are done, or must be since a later one is."""
    return frozenset(planned.step.id for planned in application.steps if planned.state in {DONE, IMPLIED})


def documents(application: Application) -> Mapping[str, str]:
    """By step, for those that take any."""
    return {one.step.id: "; ".join(one.step.documents) for one in application.steps if one.step.documents}


def _papers(needed: tuple[str, ...]) -> dict[str, str]:
    return {"documents": "; ".join(needed)} if needed else {}
