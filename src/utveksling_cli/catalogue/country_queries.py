"""Read a country out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from utveksling_cli.model.country import Cost, CostPart, Country, OfficialLanguages, StayLength, Term, VisaTime


def country(catalogue: sqlite3.Connection, code: str) -> Country:
    """The country with this ISO code, which must exist."""
    row = catalogue.execute("SELECT record FROM country WHERE code = ?", (code,)).fetchone()
    code, name, name_en, currency, region, planning, living, one_off, terms, notes, spoken, visa = json.loads(row[0])
    return Country(
        code,
        name,
        name_en,
        currency,
        region,
        _living(planning) if planning else None,
        tuple(_living(cost) for cost in living),
        tuple(_one_off(cost) for cost in one_off),
        tuple(Term(*term) for term in terms),
        tuple(notes),
        OfficialLanguages(tuple(spoken[0]), *spoken[1:]) if spoken else None,
        VisaTime(*visa) if visa else None,
    )


def _living(row: list[Any]) -> Cost:
    *plain, parts, cities = row
    return Cost._make((*plain, tuple(CostPart(*part) for part in parts), tuple(cities), None))


def _one_off(row: list[Any]) -> Cost:
    *plain, length = row
    return Cost(*plain)._replace(stay_length=StayLength(*length) if length else None)
