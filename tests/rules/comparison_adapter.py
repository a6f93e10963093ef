"""What a comparison case asks of the program: the facts of each place, the ranking, what it left out, and the notices.

A place is a host's id or a country's code; a fact is under its place by its name. The account is not asked for here:
`budget` has the cases of it.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.catalogue import queries
from utveksling_cli.cli.compared import Named
from utveksling_cli.cli.stay_budget import Asked
from utveksling_cli.cli.stays import Period
from utveksling_cli.cli.subjects import read_subjects
from utveksling_cli.model.comparison import Ranking, Side
from utveksling_cli.model.time import Semester
from utveksling_cli.planning import comparison as rules
from utveksling_cli.planning.weighing import rank

from .sayable import sayable


def comparison(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """`places`, `semester`, and if need be `months`, `programme` and `weights`; the day it is has no say in it."""
    named = [_named(facts, text) for text in given.pop("places")]
    period = Period(Semester.parse(given.pop("semester")), int(given.pop("months", "5")))
    setting, subjects = read_subjects(facts, [(one, Asked()) for one in named], period, given.pop("programme", None))
    sides = [rules.side(subject, setting) for subject in subjects]
    weights = {name: Decimal(weight) for name, weight in given.pop("weights", {}).items()}
    shown: dict[str, object] = {side.id: _facts(side) for side in sides}
    return shown | {
        **_ranking(rank(sides, weights) if weights else None),
        "notices": [notice.code for notice in sayable(rules.notices(sides, setting))],
    }


def _named(facts: sqlite3.Connection, text: str) -> Named:
    hosts = queries.institutions_by_id(facts, (text,))
    return Named(hosts[0].country, hosts[0]) if hosts else Named(text, None)


def _facts(side: Side) -> dict[str, object]:
    """The value of each fact; `unknown` or `depends_on_host` where there is none."""
    known = (fact for found in side.facts.values() for fact in found)
    return {fact.name: fact.state if fact.value is None else fact.value for fact in known}


def _ranking(ranking: Ranking | None) -> dict[str, object]:
    if ranking is None:
        return {"ranking": None, "scores": None, "left_out": None}
    return {
        "ranking": [f"{row.rank}. {row.id} {row.total}" for row in ranking.places],
        "scores": {row.id: {part.question: part.score for part in row.parts} for row in ranking.places},
        "left_out": {entry.question: " ".join((entry.reason, *entry.missing)) for entry in ranking.left_out},
    }
