"""What an application case asks of the program: each step with its dates, what is next and late, and the notices.

A step is under its id: `dates` are `role day ground`, with `approx` where the day is only about then. A step that does
not concern the stay is nothing.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from utveksling_cli.catalogue.process_queries import process_facts
from utveksling_cli.cli.applied import applied
from utveksling_cli.cli.dates import Asked
from utveksling_cli.cli.session import Session
from utveksling_cli.model.plan import Plan, Profile, StayWish, StepDone
from utveksling_cli.model.process import PlannedStep, StepDate
from utveksling_cli.model.time import Semester
from utveksling_cli.render.notice_sentences import SENTENCES

from .sayable import sayable


def application(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """`semester`, and if need be `hosts` or `country`, `stay`, `first_day`, `last_day`, `citizenship`, `programme`.

    `done` is step to day; without it there is no plan.
    """
    has_plan = "done" in given
    done = {step: StepDone(date.fromisoformat(day)) for step, day in (given.pop("done", None) or {}).items()}
    plan = Plan(Profile(given.pop("programme", None), citizenship=given.pop("citizenship", None)), steps=done)
    asked = Asked(plan._replace(stay=_stay(given)), None, None, given.pop("country", None))
    known = process_facts(facts)
    found = applied(Session(today, facts, ""), known, asked, has_plan=has_plan).application
    following, deadline = found.next, found.next_deadline
    return {
        **{step.id: None for step in known.steps},
        **{planned.step.id: _step(planned) for planned in found.steps},
        "next": following.step.id if following else None,
        "next_deadline": deadline.step.id if deadline else None,
        "late": [planned.step.id for planned in found.late],
        "left_out": [step.id for step in found.left_out],
        "notices": dict.fromkeys(SENTENCES)
        | {notice.code: " ".join(notice.values.values()) or True for notice in sayable(found.notices)},
    }


def _stay(given: dict[str, Any]) -> StayWish:
    days = {name: date.fromisoformat(given.pop(name)) for name in ("first_day", "last_day") if name in given}
    return StayWish(
        Semester.parse(given.pop("semester")),
        type=given.pop("stay", None),
        hosts=tuple(given.pop("hosts", ())),
        **days,
    )


def _step(planned: PlannedStep) -> dict[str, object]:
    return {
        "state": planned.state,
        "applies": planned.applies,
        "who": planned.step.who,
        "waits_for": planned.waits_for,
        "dates": [_date(found) for found in planned.dates],
        "safe": [found.safe_day for found in planned.dates if found.safe_day != found.day],
        "documents": planned.step.documents,
    }


def _date(found: StepDate) -> str:
    about = " approx" if found.approximate else ""
    return f"{found.role} {found.day} {found.ground}{about}"
