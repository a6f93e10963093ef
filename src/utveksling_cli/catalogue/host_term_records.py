"""What a host asks of those who come, as plain lists in the field order of the NamedTuples in `model.institution`."""

from __future__ import annotations

from typing import Any

from utveksling_cli.catalogue.schema.agreements import Institution
from utveksling_cli.catalogue.schema.host_terms import ApplicationWindow, HostDay, LanguageRequirement


def host_term_records(host: Institution) -> list[Any]:
    """The last fields of an institution: its grade and credit minima and its application windows."""
    grade, least = host.grade_minimum, host.credits_minimum
    return [
        [grade.letter, grade.confidence, grade.source, grade.verified_on.isoformat()] if grade else None,
        [least.ects, least.confidence, least.source, least.verified_on.isoformat()] if least else None,
        [_window(window) for window in host.application_windows],
    ]


def language_record(entry: LanguageRequirement) -> list[Any]:
    """The fields of `model.institution.LanguageRequirement`, in their order."""
    return [
        entry.language,
        entry.cefr,
        None if entry.ielts is None else str(entry.ielts),
        entry.toefl_ibt,
        entry.duolingo,
        entry.level,
        entry.text,
        entry.confidence,
        entry.source,
        entry.verified_on.isoformat(),
        entry.cambridge,
        entry.upper_secondary_grade,
        entry.upper_secondary_max_age_years,
        entry.applies,
        entry.proof,
        entry.certificate_max_age_years,
    ]


def _window(window: ApplicationWindow) -> list[Any]:
    return [
        window.season,
        _host_day(window.nomination),
        _host_day(window.application),
        window.status,
        window.confidence,
        window.source,
        window.verified_on.isoformat(),
        window.note,
    ]


def _host_day(day: HostDay | None) -> list[int] | None:
    return [day.month, day.day, day.year_offset] if day else None
