"""Read out of the catalogue what the dates of any plan rest on."""

from __future__ import annotations

import json
import sqlite3

from utveksling_cli.model.place import NtnuTerm
from utveksling_cli.model.plan_facts import FreeMovement, LeadTime, PlanFacts, Statement


def plan_facts(catalogue: sqlite3.Connection) -> PlanFacts:
    row = catalogue.execute("SELECT value FROM meta WHERE key = 'plan'").fetchone()
    terms, pre_approval, reply, passport, visa, movement = json.loads(row[0])
    return PlanFacts(
        tuple(NtnuTerm(*term) for term in terms),
        Statement(*pre_approval),
        LeadTime(*reply),
        LeadTime(*passport),
        LeadTime(*visa),
        tuple(FreeMovement(frozenset(who), frozenset(where), *standing) for who, where, *standing in movement),
    )
