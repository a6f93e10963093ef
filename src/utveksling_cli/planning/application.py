"""The steps of the application for one plan: which concern it, what is done, what can be done now and what is late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from utveksling_cli.model import process as states
from utveksling_cli.model.plan import EXCHANGE, StepDone
from utveksling_cli.model.process import (
    BY,
    DEPENDS,
    NO,
    STUDENT,
    YES,
    Application,
    PlannedStep,
    ProcessFacts,
    Step,
    Told,
)
from utveksling_cli.planning.application_notices import Place, notices
from utveksling_cli.planning.step_dates import step_dates
from utveksling_cli.planning.visas import is_free

_PLACE_FOUND = "finn-sted"


def application(facts: ProcessFacts, place: Place, told: Told) -> Application:
    """Without a plan nothing counts as done, and nothing as late."""
    setting = place.setting
    applies = {step.id: _applies(step, place) for step in facts.steps}
    concerned = [step for step in facts.steps if applies[step.id] != NO]
    done = {name: entry for name, entry in setting.plan.steps.items() if entry.done is not None} if told.plan else {}
    implied = _implied(concerned, done, place, told) - set(done)
    planned = tuple(
        _planned(step, place, applies[step.id], told, _Known(done, implied, concerned)) for step in concerned
    )
    return Application(
        setting.semester,
        place.stay,
        place.countries,
        planned,
        tuple(step for step in facts.steps if applies[step.id] == NO),
        tuple(notices(facts, place, told, planned)),
    )


class _Known(NamedTuple):
    done: Mapping[str, StepDone]
    implied: frozenset[str]
    concerned: list[Step]


def _planned(step: Step, place: Place, applies: str, told: Told, known: _Known) -> PlannedStep:
    there = {other.id for other in known.concerned}
    finished = {*known.done, *known.implied}
    waits_for = tuple(name for name in step.after if name in there and name not in finished)
    own = place.setting.plan.steps.get(step.id, StepDone()) if told.plan else StepDone()
    variant = step.variants.get(place.stay)
    made = PlannedStep(
        step=step,
        text=f"{step.text} {variant}" if variant else step.text,
        dates=step_dates(step, place.setting),
        applies=applies,
        state=states.READY,
        done=own.done,
        own_note=own.note,
        waits_for=waits_for,
    )
    return made._replace(state=_state(made, told, known.implied))


def _state(made: PlannedStep, told: Told, implied: frozenset[str]) -> str:
    """A day that has passed is the student's to mend whatever comes before; others are late once it is their turn."""
    if made.done is not None or made.step.id in implied:
        return states.IMPLIED if made.done is None else states.DONE
    student = STUDENT in made.step.who
    if made.limit is not None and made.limit.role == BY and made.limit.days_left < 0:
        if not told.plan:
            return states.PASSED
        if made.applies == YES and (student or not made.waits_for):
            return states.LATE
    if made.opening is not None and made.opening.days_left > 0 and not made.waits_for:
        return states.LATER
    return states.READY if student and not made.waits_for else states.WAITING


def _implied(steps: Iterable[Step], done: Iterable[str], place: Place, told: Told) -> frozenset[str]:
    """The steps that the plan shows are done without saying so: who has chosen hosts has found a place."""
    chosen = {_PLACE_FOUND} if told.plan and place.setting.plan.stay.hosts else set()
    return _before(steps, done) | chosen


def _before(steps: Iterable[Step], done: Iterable[str]) -> frozenset[str]:
    """The steps that must have been done since a later one is."""
    after = {step.id: step.after for step in steps}
    found: set[str] = set()
    rest = [name for name in done if name in after]
    while rest:
        for name in after[rest.pop()]:
            if name in after and name not in found:
                found.add(name)
                rest.append(name)
    return frozenset(found)


def _applies(step: Step, place: Place) -> str:
    if place.stay not in step.stays:
        return NO
    if step.condition == states.ON_NEED:
        return DEPENDS
    if step.condition == states.VISA:
        return _needs_visa(place)
    return _is_erasmus(place) if step.condition == states.ERASMUS else YES


def _needs_visa(place: Place) -> str:
    citizenship, movement = place.setting.plan.profile.citizenship, place.setting.facts.free_movement
    outside = [not is_free(citizenship, code, movement) for code in place.countries]
    if not outside:
        return DEPENDS
    return YES if outside[0] else DEPENDS if any(outside) else NO


def _is_erasmus(place: Place) -> str:
    """Certain for ordinary exchange by such an agreement with the first choice; elsewhere in the programme possible."""
    if place.countries and not place.erasmus & set(place.countries):
        return NO
    first = place.setting.hosts[0].agreements if place.setting.hosts else ()
    stated = any(agreement.type == "erasmus" and not agreement.inferred for agreement in first)
    return YES if stated and place.stay == EXCHANGE else DEPENDS
