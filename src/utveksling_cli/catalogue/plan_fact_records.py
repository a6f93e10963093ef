"""What the dates of any plan rest on, in the field order of the NamedTuples in `model.plan_facts`, ready for JSON.

It stands in several files and is one record, so that a question about a plan reads it by one statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from utveksling_cli.catalogue.place_records import ntnu_terms

if TYPE_CHECKING:
    from utveksling_cli.catalogue.folder import Facts
    from utveksling_cli.catalogue.schema.common import Sourced
    from utveksling_cli.catalogue.schema.countries import FreeMovement
    from utveksling_cli.catalogue.schema.process import LeadTime


def plan_facts_record(facts: Facts) -> list[Any]:
    """The fields of `model.plan_facts.PlanFacts`, in their order."""
    dates = facts.process.plan_dates
    return [
        ntnu_terms(facts.places.ntnu),
        [dates.pre_approval.text, *_standing(dates.pre_approval)],
        *map(_lead_time, (dates.reply, dates.passport, dates.visa)),
        [_free_movement(entry) for entry in facts.countries.free_movement],
    ]


def _lead_time(time: LeadTime) -> list[Any]:
    status, *source = _standing(time)
    return [time.shortest, time.longest, time.unit, time.text, status, time.confidence, *source]


def _free_movement(entry: FreeMovement) -> list[Any]:
    return [entry.citizens, entry.countries, *_standing(entry)]


def _standing(fact: Sourced) -> list[Any]:
    return [fact.status, fact.source, fact.verified_on.isoformat(), fact.note]
