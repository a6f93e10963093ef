"""Read the language tests out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from utveksling_cli.model.language import (
    Advice,
    Band,
    Comparable,
    LanguageFacts,
    LanguageTest,
    Levels,
    Margin,
    Price,
    ResultTime,
    Scale,
    Validity,
)


def language_facts(catalogue: sqlite3.Connection) -> LanguageFacts:
    """All that is known of language tests, in the order of the file."""
    row = catalogue.execute("SELECT value FROM meta WHERE key = 'language'").fetchone()
    tests, advice, margin = json.loads(row[0])
    return LanguageFacts(
        {entry[0]: _test(entry) for entry in tests},
        {entry[0]: Advice(*entry) for entry in advice},
        Margin(*margin),
    )


def _test(row: list[Any]) -> LanguageTest:
    identifier, name, language, scales, validity, results, prices = row
    return LanguageTest(
        identifier,
        name,
        language,
        tuple(_scale(scale) for scale in scales),
        Validity(*validity) if validity else None,
        ResultTime(*results) if results else None,
        tuple(Price(*price) for price in prices),
    )


def _scale(row: list[Any]) -> Scale:
    *plain, levels, comparable, status, confidence, source, verified_on, note = row
    standing = (status, confidence, source, verified_on, note)
    return Scale._make((*plain, _levels(levels), _comparable(comparable), *standing))


def _levels(row: list[Any] | None) -> Levels | None:
    if row is None:
        return None
    scores, *standing = row
    return Levels(tuple((level, score) for level, score in scores), *standing)


def _comparable(row: list[Any] | None) -> Comparable | None:
    if row is None:
        return None
    scale, printed_until, bands, *standing = row
    return Comparable(scale, printed_until, tuple(Band(*band) for band in bands), *standing)
