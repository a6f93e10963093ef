"""Between the checked file and the plan, and from the plan to the text that stands in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.comparison import QUESTIONS
from utveksling_cli.model.plan import LanguageEvidence, Plan, Profile, StayWish, StepDone
from utveksling_cli.model.time import Semester
from utveksling_cli.planfile.courses import course_tree, to_course
from utveksling_cli.planfile.schema import PlanFile, StayEntry, StepEntry, WeightsEntry

# What a part of the file is as dicts, lists and text; None stands for a value left empty.
Tree = dict[str, Any]
SCHEMA_PREFIX = "utveksling.plan/"
WEIGHT_NAMES = {question: str(WeightsEntry.model_fields[question].alias) for question in QUESTIONS}


def to_plan(file: PlanFile, version: int) -> Plan:
    """`version` is the schema version that the file has come to."""
    weights = dict(file.weights or ())
    return Plan(
        profile=Profile(**_told(dict(file.profile or ()))),
        languages=tuple(LanguageEvidence(**dict(entry)) for entry in file.languages or ()),
        stay=_stay(file.stay or StayEntry()),
        favourites=tuple(file.favourites or ()),
        weights={question: weight for question, weight in weights.items() if weight is not None},
        budget=BudgetWish(**_told(dict(file.budget or ()))),
        courses=tuple(map(to_course, file.courses or ())),
        year_credits=file.year_credits or {},
        steps={step: StepDone(*dict(entry or StepEntry()).values()) for step, entry in (file.steps or {}).items()},
        exceptions=file.exceptions or {},
        schema_version=version,
    )


def _stay(entry: StayEntry) -> StayWish:
    told = _told(dict(entry))
    if entry.semester is not None:
        told["semester"] = Semester.parse(entry.semester)
    return StayWish(**told)


def _told(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are there, lists as tuples."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items() if value is not None
    }


def to_tree(plan: Plan) -> Tree:
    """The plan as a file says it: what is not told is left out, and so is a part in which nothing is."""
    parts = {
        "profile": _part(plan.profile),
        "languages": [_part(entry) for entry in plan.languages],
        "stay": _part(plan.stay),
        "favourites": list(plan.favourites),
        "weights": {WEIGHT_NAMES[question]: _text(weight) for question, weight in plan.weights.items()},
        "budget": _part(plan.budget),
        "courses": [course_tree(course) for course in plan.courses],
        "year_credits": {host: _text(year) for host, year in plan.year_credits.items()},
        "steps": {step: _part(done) or None for step, done in plan.steps.items()},
        "exceptions": dict(plan.exceptions),
    }
    return {"schema": f"{SCHEMA_PREFIX}{plan.schema_version}"} | {name: part for name, part in parts.items() if part}


def _part(record: Any) -> Tree:
    """The fields of a NamedTuple of the model that say more than their default does, by name."""
    defaults: dict[str, Any] = record._field_defaults
    fields: Iterable[tuple[str, Any]] = zip(record._fields, record, strict=True)
    return {
        name: [_text(entry) for entry in value] if isinstance(value, tuple) else _text(value)
        for name, value in fields
        if value != defaults.get(name, ...)
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)
