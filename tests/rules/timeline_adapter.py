"""What a timeline case asks of the program: each date of a plan by its id, their order, and the notices."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from utveksling_cli.catalogue.calendar_queries import deadline_rules
from utveksling_cli.cli.plan_languages import plan_languages
from utveksling_cli.cli.planned import against_facts
from utveksling_cli.cli.session import Session
from utveksling_cli.model.plan import LanguageEvidence, Plan, Profile, StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import KINDS, PlanDate
from utveksling_cli.planning import timeline as rules
from utveksling_cli.planning.plan_language import test_dates

from .sayable import sayable

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def timeline(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """`hosts` (ids, the first choice first), `semester`, and if need be more of what a plan tells of the stay."""
    wish = StayWish(
        semester=Semester.parse(given.pop("semester")),
        study_year=given.pop("study_year", "false") == "true",
        months=_number(given.pop("months", None)),
        first_day=_day(given.pop("first_day", None)),
        last_day=_day(given.pop("last_day", None)),
        type=given.pop("type", None),
        hosts=tuple(given.pop("hosts")),
    )
    languages = tuple(LanguageEvidence(**one) for one in given.pop("languages", []))
    plan = Plan(profile=Profile(citizenship=given.pop("citizenship", None)), languages=languages, stay=wish)
    setting = against_facts(facts, plan, today).setting
    found = rules.timeline(setting, test_dates(plan_languages(Session(today, facts, ""), setting)))
    known = [*deadline_rules(facts, "autumn"), *deadline_rules(facts, "spring")]
    missing: dict[str, object] = dict.fromkeys([*KINDS, *(rule.id for rule in known)])
    missing |= {f"{code}:{host}": None for code in KINDS for host in wish.hosts}
    shown: dict[str, object] = {one.id: _date(one) for one in found.dates}
    told = {notice.code: dict(notice.values) for notice in sayable(found.notices)}
    notable = (
        "collision",
        "exam_collision",
        "host_before_ntnu",
        "visa_time_unknown",
        "window_unknown",
        "own_window_unknown",
    )
    unsaid = dict.fromkeys(f"timeline.{name}" for name in notable)
    return missing | shown | {"order": [one.id for one in found.dates], "notices": unsaid | told}


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _date(found: PlanDate) -> dict[str, object]:
    return found._asdict() | {"ground": found.basis.ground, "weekday": WEEKDAYS[found.day.weekday()]}
