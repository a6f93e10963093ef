"""Which course goes out of a plan and which comes in: found, and refused where the change would say nothing."""

from __future__ import annotations

from utveksling_cli.cli.fagplan.course_options import one_course, read_course, with_typed
from utveksling_cli.model.course import EXTENDING_MOBILITY, REJECTED, REMOVED, SUBSTITUTING_DELETED, Course
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan
from utveksling_cli.planning.course_changes import find_courses, free_id

Sides = tuple[Course | None, Course | None]
_SEE = "Se emnene med: utveksling fagplan vis"


def sides_of(plan: Plan, asked: tuple[str, str | None, str], typed: dict[str, str]) -> Sides:
    """The course that goes out and the one that comes in, from (UT, INN, reason)."""
    old, new, reason = asked
    if reason == EXTENDING_MOBILITY:
        return None, _incoming(plan, old, typed)
    going = _going(plan, old, reason)
    if new is None:
        if typed:
            raise UsageProblem("Uten INN kommer ikke noe emne inn å beskrive.", hint="Oppgi også emnet som kommer inn.")
        return going, None
    if find_courses(plan.courses, new) == (going,):
        raise UsageProblem("Et emne kan ikke byttes med seg selv.", hint=_SEE)
    return going, _incoming(plan, new, typed)


def _going(plan: Plan, text: str, reason: str) -> Course:
    """Of several with this name, the one that can go out."""
    found = find_courses(plan.courses, text)
    fitting = [one for one in found if (one.status == REMOVED) == (reason == SUBSTITUTING_DELETED)]
    going = fitting[0] if len(fitting) == 1 else one_course(plan, text)
    if going.status == REMOVED and reason != SUBSTITUTING_DELETED:
        hint = f"Skal et emne inn i stedet: utveksling fagplan bytt {going.id} INN --grunn {SUBSTITUTING_DELETED}"
        raise UsageProblem(f"{going.name} er tatt ut fra før.", hint=hint)
    if going.status != REMOVED and reason == SUBSTITUTING_DELETED:
        hint = "Oppgi grunnen til at det går ut: not-available, language-mismatch eller timetable-conflict."
        raise UsageProblem(f"{going.name} er ikke tatt ut.", hint=hint)
    return going


def _incoming(plan: Plan, text: str, typed: dict[str, str]) -> Course:
    """The one in the plan with this name, changed by what was typed; else a new one with this code."""
    if not find_courses(plan.courses, text):
        fresh = read_course({"code": text, **typed})
        at = fresh._replace(host=plan.stay.hosts[0] if plan.stay.hosts else None)
        return at._replace(id=free_id(at, [one.id for one in plan.courses]))
    coming = one_course(plan, text)
    if coming.status == REJECTED:
        hint = f"Har NTNU godkjent det siden: utveksling fagplan endre {coming.id} --status godkjent"
        raise UsageProblem(f"{coming.name} er avslått av NTNU, og kan ikke komme inn.", hint=hint)
    if coming.counts:
        hint = "Skal et emne bare ut, utelat INN. Skal noe annet inn, oppgi koden til det."
        raise UsageProblem(f"{coming.name} er med i planen fra før.", hint=hint)
    return with_typed(coming, typed)
