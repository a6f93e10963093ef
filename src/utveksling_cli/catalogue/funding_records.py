"""Rates, dated sets, exchange rates and deadlines as plain lists; see `records.py` for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from utveksling_cli.catalogue.records import text
from utveksling_cli.catalogue.schema.deadlines import DayRule, Deadline
from utveksling_cli.catalogue.schema.exchange import ExchangeRateEntry
from utveksling_cli.catalogue.schema.funding import AnySet, CountrySet, Rate


def rate_record(rate: Rate) -> list[Any]:
    """The fields of `model.rate.Rate`, in their order."""
    values = [
        [
            value.from_.isoformat(),
            value.until.isoformat() if value.until else None,
            text(value.value),
            value.status,
            value.source,
            value.verified_on.isoformat(),
            value.note,
        ]
        for value in rate.values
    ]
    return [rate.id, rate.title, rate.unit, rate.rule, values]


def set_records(kind: str, entry: AnySet) -> list[list[Any]]:
    """For each period the fields of `model.rate.CodeSet`, in their order; `kind` is what the codes are."""
    return [
        [
            entry.id,
            kind,
            entry.title,
            entry.rule,
            value.from_.isoformat(),
            value.until.isoformat() if value.until else None,
            sorted(value.codes),
            value.status,
            value.source,
            value.verified_on.isoformat(),
            value.note,
        ]
        for value in entry.values
    ]


def exchange_record(rate: ExchangeRateEntry) -> list[Any]:
    """The fields of `model.money.ExchangeRate`, in their order."""
    swing = rate.swing
    seen = None
    if swing is not None:
        low, high = [str(swing.low), swing.low_on.isoformat()], [str(swing.high), swing.high_on.isoformat()]
        seen = [swing.from_.isoformat(), swing.until.isoformat(), *low, *high]
    return [rate.currency, str(rate.nok), rate.on.isoformat(), rate.status, rate.source, seen]


def deadline_record(rule: Deadline, country_sets: Mapping[str, CountrySet]) -> list[Any]:
    """The fields of `model.deadline.DeadlineRule`, in their order, with the country sets spelled out in each period."""
    sets = [country_sets[name] for name in rule.except_country_sets]
    values = [
        _day_record(value, begins, ends, sets) for value in rule.values for begins, ends in _stretches(value, sets)
    ]
    return [
        rule.id,
        rule.title,
        rule.kind,
        rule.season,
        rule.applies_to,
        rule.countries,
        rule.some_hosts_in,
        sorted(rule.except_countries),
        rule.approximate,
        values,
    ]


def _stretches(value: DayRule, sets: list[CountrySet]) -> Iterator[tuple[date, date | None]]:
    """The parts of the period in which no country set changes."""
    changes = {period.from_ for entry in sets for period in entry.values}
    begins = value.from_
    for change in sorted(changes):
        if begins < change and (value.until is None or change < value.until):
            yield begins, change
            begins = change
    yield begins, value.until


def _day_record(value: DayRule, begins: date, ends: date | None, sets: list[CountrySet]) -> list[Any]:
    return [
        begins.isoformat(),
        ends.isoformat() if ends else None,
        value.month,
        value.day,
        value.year_offset,
        value.status,
        value.confidence,
        value.source,
        value.verified_on.isoformat(),
        value.note,
        sorted({code for entry in sets for code in _countries_on(entry, begins)}),
    ]


def _countries_on(entry: CountrySet, day: date) -> list[str]:
    """Those of the newest list that has begun, as `planning.rates` has it; `crosscheck` sees to it that one has."""
    return [period for period in entry.values if period.from_ <= day][-1].countries
