"""One step of the application in full: what to do, when and why then, whom to ask and where it was read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from utveksling_cli.model.notice import Notice
from utveksling_cli.model.process import DEPENDS, NTNU_REPLY, VISA, Contact, PlannedStep, Step
from utveksling_cli.render import notices
from utveksling_cli.render.layout import bold, pair
from utveksling_cli.render.process_words import CONDITIONS, LEFT_OUT, PHASES, STATES, rule, who
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, day, listed, semester
from utveksling_cli.render.wording import CONFIDENCE, STATUS, STAYS

if TYPE_CHECKING:
    from utveksling_cli.render.soknad import View

_NO_SOURCE = "ingen nettside"
_NOMINATION = "nominasjon"
Pairs = list[tuple[str, str]]


def card(view: View, screen: Screen) -> str:
    if view.steps:
        (planned,) = view.steps
        step, pairs = planned.step, _pairs(planned, view)
    else:
        (step,) = view.left_out
        pairs = [("Gjelder", _not_here(step, view)), ("Hva", step.text)]
    lines = bold(step.title, screen)
    for label, value in [*pairs, *_standing(step)]:
        # On a narrow screen a label has a line of its own, and some values have none.
        lines += [line for line in pair(label, value, screen) if line.strip()]
    below = notices.lines(_about(step, view), screen)
    return "\n".join([*lines, "", *below]).rstrip("\n") + "\n"


def _about(step: Step, view: View) -> list[Notice]:
    """The notices that concern the step."""
    anchors = {rule.anchor for rule in step.dates}
    by_deadline = bool(anchors & {"ntnu_deadline", NTNU_REPLY})
    concerned = {
        "deadlines.": by_deadline,
        "timeline.term": bool(anchors & {"stay_begins", "stay_ends"}),
        "process.no_place": by_deadline,
        "process.earliest": by_deadline,
        "process.deadline": by_deadline,
        "process.citizenship": step.condition == VISA,
        "process.step_unknown": False,
        "process.enhance": step.id == _NOMINATION,
    }
    left_out = tuple(start for start, wanted in concerned.items() if not wanted)
    return [notice for notice in view.application.notices if not notice.code.startswith(left_out)]


def _not_here(step: Step, view: View) -> str:
    stay = view.application.stay
    if stay not in step.stays:
        return f"ikke for {STAYS[stay]}, bare for {listed([STAYS[name] for name in step.stays])}"
    return f"ikke her: {LEFT_OUT.get(step.condition or '', 'ikke for dette oppholdet')}"


def _pairs(planned: PlannedStep, view: View) -> Pairs:
    step = planned.step
    about = f"{STAYS[view.application.stay]} {semester(view.application.semester)}"
    maybe = f", {CONDITIONS[step.condition]}" if planned.applies == DEPENDS and step.condition else ""
    contact = view.contacts.get(step.contact or "")
    return [
        ("Id", step.id),
        ("Fase", PHASES[step.phase]),
        ("Gjelder", f"{about}{maybe}"),
        ("Hvem", who(planned)),
        ("Stadium", _stage(planned)),
        *([("Venter på", ", ".join(planned.waits_for))] if planned.waits_for else []),
        *([("Ditt notat", planned.own_note)] if planned.own_note else []),
        ("Hva", planned.text),
        *[("Dokument", document) for document in step.documents],
        *_dates(planned),
        ("Lenke", step.link or _NO_SOURCE),
        *_asked(contact),
    ]


def _stage(planned: PlannedStep) -> str:
    return f"gjort {day(planned.done)}" if planned.done else STATES[planned.state]


def _dates(planned: PlannedStep) -> Pairs:
    """Each date, what the data says beside it, and where the rule was read."""
    if not planned.dates:
        return [("Når", f"{planned.step.when} (ingen dato er kjent)")]
    found: Pairs = []
    for one in planned.dates:
        found.append(("Når", rule(one)))
        found += [("", one.note)] if one.note else []
        found += [("", one.source)] if one.source and one.source != planned.step.source else []
    return found


def _asked(contact: Contact | None) -> Pairs:
    if contact is None:
        return [("Spør", "ingen kjent")]
    where = [part for part in (contact.email, contact.link) if part]
    return [("Spør", contact.name), *[("", part) for part in where]]


def _standing(step: Step) -> Pairs:
    checked = day(date.fromisoformat(step.verified_on))
    known = f"{STATUS[step.status]}, sikkerhet: {CONFIDENCE[step.confidence]}, kontrollert {checked}"
    return [
        ("Kilde", step.source or _NO_SOURCE),
        ("Om kilden", known),
        *([("Merk", clean(step.note))] if step.note else []),
    ]
