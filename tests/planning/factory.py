"""Small hand-made facts: everything unknown but what the test says."""

from typing import Any

from utveksling_cli.model.deadline import DayRule, DeadlineRule
from utveksling_cli.model.institution import (
    Agreement,
    Institution,
    ProgrammeReports,
    Reports,
    StudyLevel,
    SubjectArea,
    Tuition,
)
from utveksling_cli.model.plan_facts import FreeMovement, LeadTime, PlanFacts, Statement

_READ = ("2026-11-23", None)
PLAN_FACTS = PlanFacts(
    (),
    Statement("Sammen med søknaden.", "official", "https://pre.example", *_READ),
    LeadTime(4, 8, "weeks", None, "official", "high", "https://reply.example", *_READ),
    LeadTime(None, 10, "weeks", "leveringstid", "estimate", "low", "https://passport.example", *_READ),
    LeadTime(None, 3, "months", "råd", "estimate", "low", "https://visa.example", *_READ),
    (
        FreeMovement(
            frozenset({"norwegian", "nordic", "eu_eea"}), frozenset({"DE"}), "official", "https://free.example", *_READ
        ),
    ),
)
FIELDS = {
    "06": "Informasjons- og kommunikasjonsteknologi",
    "0613": "Programvareutvikling",
    "07": "Ingeniørfag",
    "0714": "Elektronikk",
    "031": "Samfunnsfag",
    "0311": "Samfunnsøkonomi",
}

_UNKNOWN = Institution(
    id="somewhere",
    name="University of Somewhere",
    local_name=None,
    aliases=(),
    country="DE",
    city="Somewhere",
    lat="0",
    lon="0",
    location_basis="town_centre",
    domain=None,
    erasmus_code=None,
    erasmus_code_basis=None,
    evidence="listed",
    basis=("reports",),
    confidence="low",
    source=None,
    source_note=None,
    verified_on="2026-11-23",
    agreements=(),
    subject_areas=(),
    levels=(),
    teaching_languages=(),
    language_requirements=(),
    tuition=None,
    grade_requirement=None,
    restrictions=None,
    places_note=None,
    notes=(),
    reports=None,
    decisions=None,
)


def host(identifier: str = "somewhere", **known: Any) -> Institution:
    return _UNKNOWN._replace(id=identifier, **known)


def agreement(kind: str, *, inferred: bool = False) -> Agreement:
    return Agreement(kind, inferred, None)


def area(isced_f: str | None = None, text: str | None = None, *, inferred: bool = False) -> SubjectArea:
    return SubjectArea(isced_f, text, inferred)


def level(name: str, *, inferred: bool = False) -> StudyLevel:
    return StudyLevel(name, inferred)


def tuition(waived: str) -> Tuition:
    return Tuition(waived, "", None, None)


def reports(**programmes: int) -> Reports:
    rows = tuple(ProgrammeReports(name, number, 2020) for name, number in programmes.items())
    return Reports(sum(programmes.values()), 2020, 1, rows)


def day_rule(month: int, day: int, **other: Any) -> DayRule:
    known = DayRule("2020-01-01", None, month, day, 0, "official", "high", "https://example.no", "2026-11-23", None)
    return known._replace(**other)


def deadline_rule(identifier: str, *values: DayRule, **other: Any) -> DeadlineRule:
    nobody: frozenset[str] = frozenset()
    rule = DeadlineRule(
        identifier, identifier, "ntnu_main", "autumn", "Alle", nobody, nobody, nobody, None, values or (day_rule(2, 1),)
    )
    return rule._replace(**other)
