"""Schema models as plain lists in the field order of the NamedTuples in `model`, ready for JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from utveksling_cli.catalogue.host_term_records import host_term_records, language_record
from utveksling_cli.catalogue.schema.agreements import (
    HomeCost,
    HomeTown,
    Institution,
    Reports,
    Tuition,
)
from utveksling_cli.catalogue.schema.countries import (
    CostParts,
    Country,
    LivingCost,
    OfficialLanguages,
    OneOffCost,
    PlanningCost,
    Term,
    VisaTime,
)

_WHOLE_COUNTRY = "hele landet"


def institution_record(host: Institution) -> list[Any]:
    """The fields of `model.institution.Institution`, in their order; decisions on its courses stand by themselves."""
    return [
        host.id,
        host.name,
        host.local_name,
        host.aliases,
        host.country,
        host.city,
        str(host.location.lat),
        str(host.location.lon),
        host.location.basis,
        host.domain,
        host.erasmus_code,
        host.erasmus_code_basis,
        host.evidence,
        host.basis,
        host.confidence,
        host.source,
        host.source_note,
        host.verified_on.isoformat(),
        [[entry.type, entry.inferred, entry.scope] for entry in host.agreements],
        [[entry.isced_f, entry.text, entry.inferred] for entry in host.subject_areas],
        [[entry.level, entry.inferred] for entry in host.levels],
        host.teaching_languages,
        [language_record(entry) for entry in host.language_requirements],
        _tuition(host.tuition),
        host.grade_requirement,
        host.restrictions,
        host.places_note,
        host.notes,
        _reports(host.reports),
        None,
        *host_term_records(host),
    ]


def home_town_record(town: HomeTown) -> list[Any]:
    """The fields of `model.home.HomeTown`, in their order."""
    return [town.id, town.name, str(town.lat), str(town.lon), town.source, town.verified_on.isoformat()]


def home_cost_record(cost: HomeCost) -> list[Any]:
    """The fields of `model.home.HomeCost`, in their order."""
    standing = _standing(cost.status, cost.confidence, cost.source, cost.verified_on, cost.note)
    return [cost.id, cost.title, cost.currency, text(cost.amount), cost.per, *standing]


def _tuition(tuition: Tuition | None) -> list[Any] | None:
    if tuition is None:
        return None
    price = tuition.price
    terms = [str(price.amount), price.currency, price.per, price.year, price.note, price.source] if price else None
    return [tuition.waived, tuition.note, tuition.source, terms]


def _reports(reports: Reports | None) -> list[Any] | None:
    if reports is None:
        return None
    programmes = [[row.programme, row.count, row.latest_year] for row in reports.programmes]
    return [reports.total, reports.latest_year, reports.latest_report_id, programmes]


def country_record(country: Country) -> list[Any]:
    """The fields of `model.country.Country`, in their order."""
    return [
        country.code,
        country.names.nb,
        country.names.en,
        country.currency,
        country.lanekassen_region,
        _living(country.planning_month) if country.planning_month else None,
        [_living(cost) for cost in country.living_costs],
        [_one_off(cost) for cost in country.one_off_costs],
        [_term(term) for term in country.terms],
        country.notes,
        _official_languages(country.official_languages),
        _visa_time(country.visa_time),
    ]


def _official_languages(languages: OfficialLanguages | None) -> list[Any] | None:
    if languages is None:
        return None
    return [languages.codes, languages.status, languages.source, languages.verified_on.isoformat()]


def _visa_time(visa: VisaTime | None) -> list[Any] | None:
    if visa is None:
        return None
    standing = _standing(visa.status, visa.confidence, visa.source, visa.verified_on, visa.note)
    return [visa.months, visa.weeks, visa.text, *standing]


def _living(cost: LivingCost | PlanningCost) -> list[Any]:
    seen = cost if isinstance(cost, LivingCost) else None
    return [
        "living",
        seen.scope if seen else _WHOLE_COUNTRY,
        cost.currency,
        text(cost.amount),
        text(seen.low) if seen else None,
        text(seen.high) if seen else None,
        "month",
        seen.year if seen else None,
        seen.includes if seen else None,
        *_standing(cost.status, cost.confidence, cost.source, cost.verified_on, cost.note),
        _parts(seen.parts) if seen and seen.parts else [],
        seen.cities if seen else [],
    ]


def _parts(parts: CostParts) -> list[list[Any]]:
    return [[kind, text(part.amount), text(part.low), text(part.high)] for kind, part in parts.known().items()]


def _one_off(cost: OneOffCost) -> list[Any]:
    length = cost.stay_length
    return [
        cost.kind,
        cost.title,
        cost.currency,
        text(cost.amount),
        text(cost.low),
        text(cost.high),
        cost.per,
        cost.year,
        cost.only_if,
        *_standing(cost.status, cost.confidence, cost.source, cost.verified_on, cost.note),
        [length.rule, length.number, length.unit] if length else None,
    ]


def _standing(status: str, confidence: str, source: str | None, verified_on: date, note: str | None) -> list[Any]:
    return [status, confidence, source, verified_on.isoformat(), note]


def _term(term: Term) -> list[Any]:
    return [
        term.season,
        term.scope,
        term.start_month,
        term.end_month,
        term.text,
        term.typical,
        term.status,
        term.source,
        term.verified_on.isoformat(),
    ]


def text(value: object | None) -> str | None:
    """A number as decimal text; what is unknown stays so."""
    return None if value is None else str(value)
