"""What each topic's cases ask of the program: one function for each YAML file, with the file's name.

A function takes the shipped facts, the day it is and the case's `input`, and gives what `output` may name.
It takes each key that it knows out of `given`: a key that is left is one that nobody reads, and fails the case.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from utveksling_cli.catalogue import calendar_queries, funding_queries, queries
from utveksling_cli.catalogue.lookup import search_hosts
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.search import Criteria
from utveksling_cli.model.time import AcademicYear, Semester
from utveksling_cli.planning import deadlines as rules
from utveksling_cli.planning.rates import RateBook, changes, rate_on_day, tuition_free_agreements
from utveksling_cli.planning.search import explain
from utveksling_cli.planning.search import search as search_for

from .application_adapter import application
from .budget_adapter import budget
from .comparison_adapter import comparison
from .course_plan_adapter import course_plan
from .credits_adapter import host_credits
from .language_adapter import eligibility, language
from .sayable import sayable
from .timeline_adapter import timeline

__all__ = [
    "application", "budget", "comparison", "course_plan", "credits", "deadlines", "eligibility", "language",
    "money_costs", "money_erasmus", "money_lanekassen", "next_semester", "rates", "search", "timeline",
]  # fmt: skip

# The cases of a budget are many: each file of them has its own part of the money.
money_costs = money_erasmus = money_lanekassen = budget
credits = host_credits  # noqa: A001 - the name of the file

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def deadlines(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """Each deadline by its id (nothing when it does not concern the stay), their order and the notices."""
    known = [*calendar_queries.deadline_rules(facts, "autumn"), *calendar_queries.deadline_rules(facts, "spring")]
    calendar = rules.Calendar(today, calendar_queries.holidays(facts))
    found = rules.deadlines(known, _first_semester(given), calendar, given.pop("country", None))
    missing: dict[str, object] = {rule.id: None for rule in known}
    shown: dict[str, object] = {deadline.id: _deadline(deadline) for deadline in found}
    order = [deadline.id for deadline in found]
    return missing | shown | {"order": order, "notices": _codes(rules.notices(found))}


def _first_semester(given: dict[str, Any]) -> Semester:
    """A stay is one semester (`semester: H2027`) or a study year (`study_year: 2027/28`)."""
    year = given.pop("study_year", None)
    return AcademicYear.parse(year).first_semester if year else Semester.parse(given.pop("semester"))


def _deadline(deadline: Deadline) -> dict[str, object]:
    return deadline._asdict() | {"weekday": WEEKDAYS[deadline.weekday]}


def next_semester(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """The semester that can still be applied for."""
    autumn, spring = (calendar_queries.deadline_rules(facts, season) for season in ("autumn", "spring"))
    return {"semester": rules.next_open_semester(autumn, spring, today, given.pop("country", None))}


def rates(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """The rate with id `rate` that holds today, and its change from the period before; nothing when it is unknown."""
    known = funding_queries.rates(facts)
    rate = known[given.pop("rate")]
    found = RateBook(known, funding_queries.dated_sets(facts)).find(rate.id, today)
    fields = found._asdict() if found else dict.fromkeys(("value", "unit", "status", "from_date", "until_date"))
    change = dict(zip(rate.values, changes(rate), strict=True)).get(rate_on_day(rate, today).current)
    return fields | {"known": found is not None, "change": change}


def search(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """How many hosts a search finds, which of the hosts in `about` are among them, and why."""
    hosts, names = queries.institutions(facts), queries.fields_of_study(facts)
    about = given.pop("about", [])
    criteria = _criteria(facts, today, given)
    result = search_for(hosts, criteria, names)
    found = {hit.institution.id for hit in result.hits}
    why = {host.id: dict(explain(host, criteria, names)) for host in hosts if host.id in about}
    return {
        "found": [identifier for identifier in about if identifier in found],
        "why": why,
        "notices": _codes(result.notices),
    }


def _criteria(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> Criteria:
    asked = {name: given.pop(name) for name in Criteria._fields if name in given and name != "text_ids"}
    lists = {name: tuple(value) for name, value in asked.items() if isinstance(value, list)}
    flags = {"tuition_free": asked["tuition_free"] == "true"} if "tuition_free" in asked else {}
    ids = {"text_ids": search_hosts(facts, asked["text"]).ids} if "text" in asked else {}
    free = tuition_free_agreements(funding_queries.dated_sets(facts), today)
    return Criteria(**(asked | lists | flags | ids), tuition_free_agreements=free)


def _codes(notices: tuple[Notice, ...]) -> list[str]:
    return [notice.code for notice in sayable(notices)]
