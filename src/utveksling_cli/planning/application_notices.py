"""What the steps of a plan do not say themselves: what was assumed, what is unknown, and what ENHANCE means for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from utveksling_cli.model.deadline import EARLY, MAIN
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import EXCHANGE
from utveksling_cli.model.process import DONE, IMPLIED, PlannedStep, ProcessFacts, Told
from utveksling_cli.model.words import fold
from utveksling_cli.planning.deadlines import notices as deadline_notices
from utveksling_cli.planning.step_dates import ntnu_deadline
from utveksling_cli.planning.timeline import Setting

_AGREEMENT = "enhance"


class Place(NamedTuple):
    """`erasmus` are the countries whose stays Erasmus+ supports, as they are when the stay begins."""

    setting: Setting
    erasmus: frozenset[str]

    @property
    def stay(self) -> str:
        return self.setting.plan.stay.type or EXCHANGE

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the choices, the first choice's first."""
        first = (self.setting.country.code,) if self.setting.country else ()
        return tuple(dict.fromkeys((*first, *(host.country for host in self.setting.hosts))))


def notices(facts: ProcessFacts, place: Place, told: Told, steps: tuple[PlannedStep, ...]) -> Iterator[Notice]:
    """In the order in which they matter: what the answer rests on, then the deadline, the place and the programme."""
    setting = place.setting
    if not told.plan:
        yield Notice("information", "process.no_plan")
    if not told.semester:
        yield Notice("assumption", "process.semester_assumed", {"semester": str(setting.semester)})
    if setting.plan.stay.type is None:
        yield Notice("assumption", "process.stay_assumed")
    yield from _deadline_notices(place, steps)
    if not place.countries:
        yield Notice("unknown", "process.no_place")
    else:
        yield from setting.period.notices
    if place.countries and setting.plan.profile.citizenship is None:
        yield Notice("assumption", "process.citizenship_assumed")
    unknown = sorted(set(setting.plan.steps) - {step.id for step in facts.steps})
    if unknown:
        yield Notice("warning", "process.step_unknown", {"steps": ", ".join(unknown)})
    yield from _enhance(facts, place)


def _deadline_notices(place: Place, steps: tuple[PlannedStep, ...]) -> Iterator[Notice]:
    setting = place.setting
    binding = [deadline for deadline in setting.deadlines if deadline.binding != "listed"]
    yield from deadline_notices(binding)
    kinds = {deadline.kind for deadline in binding}
    if {EARLY, MAIN} <= kinds and any(found.kind == EARLY and found.binding == "certain" for found in binding):
        yield Notice("information", "process.earliest_of_choices")
    due = ntnu_deadline(setting)
    finished = {planned.step.id for planned in steps if planned.state in {DONE, IMPLIED}}
    if due is not None and due.past and "soknad" not in finished:
        yield Notice("warning", "process.deadline_passed", {"day": due.day.isoformat()})


def _enhance(facts: ProcessFacts, place: Place) -> Iterator[Notice]:
    """Which programmes belong to the fields is not known, so a name that is not recognised is no no."""
    members = [
        host.name
        for host in place.setting.hosts
        if any(agreement.type == _AGREEMENT and not agreement.inferred for agreement in host.agreements)
    ]
    if not members or place.stay != EXCHANGE:
        return
    programme = place.setting.plan.profile.programme
    told = {"hosts": "; ".join(members), "link": facts.enhance.link}
    field = _field(facts, programme) if programme else None
    if programme and field:
        yield Notice("information", "process.enhance_nominated", {**told, "programme": programme, "field": field})
    else:
        yield Notice("unknown", "process.enhance", told)


def _field(facts: ProcessFacts, programme: str) -> str | None:
    """The first field with a word that the programme's name holds."""
    name = f" {fold(programme)} "
    fields = facts.enhance.programmes
    return next((field for field, words in fields if any(f" {fold(word)} " in name for word in words)), None)
