"""Read rates, dated sets and exchange rates out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from typing import Any

from utveksling_cli.model.money import NOK, ExchangeRate, Swing
from utveksling_cli.model.rate import CodeSet, Rate, RateValue


def rates(catalogue: sqlite3.Connection) -> dict[str, Rate]:
    """Every parameter of `funding_rates.yaml` by its id, in the order of the file."""
    rows = catalogue.execute("SELECT id, record FROM rate ORDER BY rowid")
    return {identifier: _rate(json.loads(record)) for identifier, record in rows}


def _rate(row: list[Any]) -> Rate:
    identifier, title, unit, rule, values = row
    return Rate(identifier, title, unit, rule, tuple(_rate_value(value) for value in values))


def _rate_value(row: list[Any]) -> RateValue:
    from_date, until, value, *standing = row
    return RateValue(from_date, until, None if value is None else Decimal(value), *standing)


def dated_sets(catalogue: sqlite3.Connection) -> list[CodeSet]:
    """Every period of every set of countries, kinds of agreement and languages, in the order of the file."""
    return [_set(record) for (record,) in catalogue.execute("SELECT record FROM dated_set ORDER BY rowid")]


def sets_named(catalogue: sqlite3.Connection, ids: tuple[str, ...]) -> list[CodeSet]:
    """Every period of the sets with these ids."""
    rows = catalogue.execute(f"SELECT record FROM dated_set WHERE id IN ({', '.join('?' * len(ids))})", ids)
    return [_set(record) for (record,) in rows]


def _set(record: str) -> CodeSet:
    identifier, kind, title, rule, from_date, until, codes, *standing = json.loads(record)
    return CodeSet(identifier, kind, title, rule, from_date, until, frozenset(codes), *standing)


def rate_titles(catalogue: sqlite3.Connection) -> list[tuple[str, str]]:
    """(id, title) of every rate and set."""
    rates = catalogue.execute("SELECT id, json_extract(record, '$[1]') FROM rate ORDER BY rowid").fetchall()
    named = catalogue.execute(
        "SELECT id, json_extract(record, '$[2]') FROM dated_set GROUP BY id ORDER BY min(rowid)"
    ).fetchall()
    return [*rates, *named]


def exchange_rates(catalogue: sqlite3.Connection) -> dict[str, ExchangeRate | None]:
    """Currency to its rate; None for one that is in use but has no known rate. NOK is among them."""
    found: dict[str, ExchangeRate | None] = {NOK: None}
    for row in catalogue.execute("SELECT record FROM exchange"):
        currency, nok, on, status, source, swing = json.loads(row[0])
        found[currency] = None
        if nok is not None:
            found[currency] = ExchangeRate(currency, Decimal(nok), on, status, source, _swing(swing))
    return found


def _swing(row: list[Any] | None) -> Swing | None:
    if row is None:
        return None
    from_date, until, low, low_on, high, high_on = row
    return Swing(from_date, until, Decimal(low), low_on, Decimal(high), high_on)
