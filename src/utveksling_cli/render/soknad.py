"""The answer of `søknad`: every step of the application with its date, or one step in full."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.model.process import Application, Contact, PlannedStep, Step, StepDate
from utveksling_cli.render import csv
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.process_words import GROUNDS, PHASES, ROLES, STATES, rule_text, who
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.wording import STATUS, YES_NO

SCHEMA = "utveksling.soknad/1"
_CSV_HEADER = (
    "id", "steg", "fase", "hvem", "gjelder", "stadium", "gjort", "notat", "dato", "dato_gjelder", "trygg_dato",
    "dager_igjen", "omtrentlig", "grunnlag", "regel", "tidspunkt", "venter_pa", "dokumenter", "hva", "lenke", "kontakt",
    "status", "kilde", "kontrollert", "merk",
)  # fmt: skip
_APPLIES = {"yes": "ja", "depends": "kanskje"}


class View(NamedTuple):
    """`shown` is the id of the one step to show in full, `plan` the plan's file, `hosts` are (id, name)."""

    application: Application
    shown: str | None
    contacts: Mapping[str, Contact]
    hosts: tuple[tuple[str, str], ...]
    plan: str | None
    today: date
    data_version: str
    names: dict[str, str]

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """Those to show: all, or the one that was asked for."""
        return tuple(one for one in self.application.steps if self.shown in {None, one.step.id})

    @property
    def left_out(self) -> tuple[Step, ...]:
        return tuple(step for step in self.application.left_out if self.shown in {None, step.id})


def as_json(view: View) -> dict[str, Any]:
    found = view.application
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today.isoformat(),
        "plan": view.plan,
        "semester": str(found.semester),
        "stay_type": found.stay,
        "countries": list(found.countries),
        "hosts": [{"id": identifier, "name": name} for identifier, name in view.hosts],
        "next": _short(found.next) if found.next else None,
        "next_deadline": _short(found.next_deadline) if found.next_deadline else None,
        "late": [_short(planned) for planned in found.late],
        "count": len(view.steps),
        "steps": [_json_step(planned, view) for planned in view.steps],
        "left_out": [
            {"id": step.id, "title": step.title, "reason": reason_left_out(step, found)} for step in view.left_out
        ],
        "notices": json_notices(found.notices),
    }


def reason_left_out(step: Step, found: Application) -> str:
    """`stay_type`, or the condition that is not met."""
    return "stay_type" if found.stay not in step.stays else step.condition or ""


def _short(planned: PlannedStep) -> dict[str, Any]:
    limit = planned.limit
    return {
        "id": planned.step.id,
        "title": planned.step.title,
        "date": limit.day.isoformat() if limit else None,
        "days_left": limit.days_left if limit else None,
    }


def _json_step(planned: PlannedStep, view: View) -> dict[str, Any]:
    step = planned.step
    fields: dict[str, Any] = plain(step)
    for name in ("stays", "variants", "dates", "contact", "after"):
        del fields[name]
    contact = view.contacts.get(step.contact or "")
    return {
        **fields,
        "text": planned.text,
        "applies": planned.applies,
        "state": planned.state,
        "done": plain(planned.done) if planned.done is None else planned.done.isoformat(),
        "own_note": planned.own_note,
        "waits_for": list(planned.waits_for),
        "dates": [_json_date(found) for found in planned.dates],
        "contact": plain(contact) if contact else None,
    }


def _json_date(found: StepDate) -> dict[str, Any]:
    names = {"day": "date", "safe_day": "safe_date"}
    fields: dict[str, Any] = plain(found._replace(text=rule_text(found)))
    del fields["time"]
    return {names.get(name, name): value for name, value in fields.items()}


def as_csv(view: View) -> str:
    """A row for each date of a step, and one for a step without."""
    rows = [_csv_row(planned, found, view) for planned in view.steps for found in planned.dates or (None,)]
    return csv.table(_CSV_HEADER, rows)


def _csv_row(planned: PlannedStep, found: StepDate | None, view: View) -> list[object]:
    step = planned.step
    contact = view.contacts.get(step.contact or "")
    dated: list[object] = [None] * 7
    if found is not None:
        dated = [
            found.day.isoformat(),
            ROLES[found.role],
            found.safe_day.isoformat(),
            found.days_left,
            YES_NO[found.approximate],
            GROUNDS[found.ground],
            rule_text(found),
        ]
    return [
        step.id,
        step.title,
        PHASES[step.phase],
        who(planned),
        _APPLIES[planned.applies],
        STATES[planned.state],
        planned.done.isoformat() if planned.done else None,
        planned.own_note,
        *dated,
        step.when,
        ", ".join(planned.waits_for),
        "; ".join(step.documents),
        planned.text,
        step.link,
        contact.name if contact else None,
        STATUS[step.status],
        step.source,
        step.verified_on,
        step.note,
    ]


def as_table(view: View, screen: Screen) -> str:
    if view.shown is not None:
        from utveksling_cli.render.soknad_step import card

        return card(view, screen)
    from utveksling_cli.render.soknad_table import overview

    return overview(view, screen)
