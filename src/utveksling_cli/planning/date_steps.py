"""What a date of the plan asks of the student: the step that it is for, whether that is done, and whether it is due."""

from __future__ import annotations

from collections.abc import Iterable

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.deadline import EARLY, GRANT_PROOF, LANEKASSEN, MAIN, OPENING
from utveksling_cli.model.plan import Plan
from utveksling_cli.model.timeline import PlanDate

_HAPPENS = frozenset({OPENING, codes.REPLY, codes.STAY, codes.SEMESTER_START})
# By code or by kind: the step that a date belongs to.
_STEPS = {
    EARLY: "soknad",
    MAIN: "soknad",
    LANEKASSEN: "lanekassen",
    GRANT_PROOF: "ankomst",
    codes.PRE_APPROVAL: "forhandsgodkjenning",
    codes.ANSWER: "svar",
    codes.NOMINATION: "nominasjon",
    codes.HOST_APPLICATION: "vertssoknad",
    codes.VISA: "visum",
}


def is_task(found: PlanDate) -> bool:
    """Whether it is something for the student to do; an answer, an opening and NTNU's nomination are not."""
    return found.kind not in _HAPPENS and found.code != codes.NOMINATION


def is_due(found: PlanDate, days: int) -> bool:
    """Counted to the day on which it is safe, and no later than its own."""
    early = (found.day - found.safe_day).days
    return is_task(found) and found.days_left >= 0 and found.days_left - early <= days


def done_dates(plan: Plan, dates: Iterable[PlanDate]) -> frozenset[str]:
    """The ids of the dates whose step the plan says is done."""
    return frozenset(found.id for found in dates if _is_done(plan, step_of(found)))


def step_of(found: PlanDate) -> str | None:
    """The id of the step of `process.yaml` that the date is for; None for one that is no step."""
    return _STEPS.get(found.code) or _STEPS.get(found.kind)


def _is_done(plan: Plan, step: str | None) -> bool:
    return step is not None and step in plan.steps and plan.steps[step].done is not None
