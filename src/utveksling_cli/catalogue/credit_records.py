"""What `credit_systems.yaml` holds as plain lists in the field order of the NamedTuples in `model.credits`."""

from __future__ import annotations

from typing import Any

from utveksling_cli.catalogue.records import text
from utveksling_cli.catalogue.schema.credit_systems import CreditSystemsFile, FirstYearCourses, Norm, ReplacedCourse


def credit_record(file: CreditSystemsFile) -> list[Any]:
    """The fields of `model.credits.CreditFacts`, in their order."""
    return [
        [_norm(norm) for norm in file.norms],
        [_replaced(course) for course in file.replaced_courses],
        [_first_year(entry) for entry in file.first_year_courses],
    ]


def _norm(norm: Norm) -> list[Any]:
    return [
        norm.id,
        norm.institution,
        norm.host,
        norm.countries,
        norm.level,
        norm.field,
        str(norm.credits),
        text(norm.credits_at_most),
        norm.unit,
        norm.basis,
        norm.status,
        norm.confidence,
        norm.source,
        norm.verified_on.isoformat(),
        norm.note,
    ]


def _replaced(course: ReplacedCourse) -> list[Any]:
    ended, verified_on = course.ended.isoformat(), course.verified_on.isoformat()
    return [course.code, course.replaced_by, ended, course.status, course.source, verified_on, course.note]


def _first_year(entry: FirstYearCourses) -> list[Any]:
    verified_on = entry.verified_on.isoformat()
    return [entry.code, entry.problem, entry.text, entry.status, entry.source, verified_on, entry.note]
