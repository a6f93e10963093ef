"""Write checked facts into one SQLite file, the catalogue, that commands can read in a millisecond.

Each record is stored as JSON in the field order of its NamedTuple in `model`, beside the columns that
queries filter on. `*records.py` and `*queries.py` are the halves of this contract; bump `fingerprint.FORMAT` with them.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter, defaultdict
from typing import Any

from utveksling_cli.catalogue.credit_records import credit_record
from utveksling_cli.catalogue.decision_ids import with_ids
from utveksling_cli.catalogue.files import DECISIONS_FILE, SCHEMAS
from utveksling_cli.catalogue.fingerprint import FORMAT
from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.funding_records import (
    deadline_record,
    exchange_record,
    rate_record,
    set_records,
)
from utveksling_cli.catalogue.language_records import language_record
from utveksling_cli.catalogue.place_records import ntnu_record, place_record
from utveksling_cli.catalogue.plan_fact_records import plan_facts_record
from utveksling_cli.catalogue.process_records import process_record
from utveksling_cli.catalogue.public_holidays import norwegian_holidays
from utveksling_cli.catalogue.records import country_record, home_cost_record, home_town_record
from utveksling_cli.model.words import spellings

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE country_key (key TEXT PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE field (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE rate (id TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE dated_set (id TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE deadline (position INTEGER PRIMARY KEY, season TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE exchange (currency TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE holiday (day TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE decision_count (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE decision (
    position INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, institution TEXT NOT NULL, ntnu_code TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX decision_institution ON decision (institution);
CREATE INDEX decision_ntnu_code ON decision (ntnu_code);
"""


_NAMES = re.findall(r"CREATE TABLE (\w+)", _TABLES)


def write_facts(connection: sqlite3.Connection, facts: Facts) -> None:
    """Fill the tables of everything but hosts, anew when they hold what the files said before a change."""
    for name in _NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    _meta(connection, facts)
    _countries(connection, facts)
    _funding(connection, facts)
    _deadlines(connection, facts)
    _places(connection, facts)
    _decisions(connection, facts)


def _dump(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _meta(connection: sqlite3.Connection, facts: Facts) -> None:
    schemas = {
        "agreements.yaml": facts.agreements,
        "countries.yaml": facts.countries,
        "credit_systems.yaml": facts.credits,
        "deadlines.yaml": facts.deadlines,
        "exchange_rates.yaml": facts.exchange,
        "fields_of_study.yaml": facts.fields,
        "funding_rates.yaml": facts.funding,
        "language_tests.yaml": facts.language_tests,
        "places.yaml": facts.places,
        "process.yaml": facts.process,
    }
    versions = {name: [file.schema_, file.data_version.isoformat()] for name, file in schemas.items()}
    versions[DECISIONS_FILE] = [SCHEMAS[DECISIONS_FILE], facts.decisions.data_version]
    rows = {
        "format": FORMAT,
        "files": _dump(versions),
        "ntnu": _dump(ntnu_record(facts.places.ntnu)),
        "language": _dump(language_record(facts.language_tests)),
        "credits": _dump(credit_record(facts.credits)),
        "process": _dump(process_record(facts.process)),
        "plan": _dump(plan_facts_record(facts)),
        "links": _dump(
            [[link.id, link.title, link.url, link.verified_on.isoformat()] for link in facts.agreements.links]
        ),
        "home_towns": _dump([home_town_record(town) for town in facts.agreements.home_towns]),
        "home_costs": _dump([home_cost_record(cost) for cost in facts.agreements.home_costs]),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())


def _decision_counts(found: list[tuple[str, str]]) -> list[Any]:
    counts = Counter(decision for decision, _ in found)
    latest = max((decided for _, decided in found), default="")
    outcomes = [counts[outcome] for outcome in ("approved", "conditional", "rejected", "unknown")]
    return [len(found), *outcomes, latest or None]


def _countries(connection: sqlite3.Connection, facts: Facts) -> None:
    connection.executemany("INSERT INTO field VALUES (?, ?)", [(row.code, row.name) for row in facts.fields.fields])
    for country in facts.countries.countries:
        connection.execute("INSERT INTO country VALUES (?, ?)", (country.code, _dump(country_record(country))))
        names = [country.code, country.names.nb, country.names.en, *country.names.aliases]
        connection.executemany(
            "INSERT OR IGNORE INTO country_key VALUES (?, ?, ?)",
            [(key, country.code, name) for name in names for key in spellings(name)],
        )


def _funding(connection: sqlite3.Connection, facts: Facts) -> None:
    for rate in facts.funding.rates:
        connection.execute("INSERT INTO rate VALUES (?, ?)", (rate.id, _dump(rate_record(rate))))
    for kind, entry in facts.funding.sets():
        for record in set_records(kind, entry):
            connection.execute("INSERT INTO dated_set VALUES (?, ?)", (entry.id, _dump(record)))
    for known in facts.exchange.rates:
        connection.execute("INSERT INTO exchange VALUES (?, ?)", (known.currency, _dump(exchange_record(known))))
    for unknown in facts.exchange.unknown:
        record = [unknown.currency, None, None, None, unknown.note, None]
        connection.execute("INSERT INTO exchange VALUES (?, ?)", (unknown.currency, _dump(record)))


def _deadlines(connection: sqlite3.Connection, facts: Facts) -> None:
    sets = {entry.id: entry for entry in facts.funding.country_sets}
    for position, rule in enumerate(facts.deadlines.deadlines):
        record = deadline_record(rule, sets)
        connection.execute("INSERT INTO deadline VALUES (?, ?, ?)", (position, rule.season, _dump(record)))
    connection.executemany("INSERT INTO holiday VALUES (?, ?)", norwegian_holidays())


def _places(connection: sqlite3.Connection, facts: Facts) -> None:
    rows = [(place.id, _dump(place_record(place))) for place in facts.places.places]
    connection.executemany("INSERT INTO place VALUES (?, ?)", rows)


def _decisions(connection: sqlite3.Connection, facts: Facts) -> None:
    rows = [
        (position, identifier, row.institution_id, row.ntnu_code, _dump(list(row)))
        for position, (identifier, row) in enumerate(with_ids(facts.decisions.rows))
    ]
    connection.executemany("INSERT INTO decision VALUES (?, ?, ?, ?, ?)", rows)
    by_host: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for decision in facts.decisions.rows:
        by_host[decision.institution_id].append((decision.decision, decision.decided))
    counts = [(identifier, _dump(_decision_counts(found))) for identifier, found in by_host.items()]
    connection.executemany("INSERT INTO decision_count VALUES (?, ?)", counts)
