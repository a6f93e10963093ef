"""Read the steps of the application out of the catalogue."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from utveksling_cli.model.process import Contact, DateRule, Enhance, ProcessFacts, Step


def process_facts(catalogue: sqlite3.Connection) -> ProcessFacts:
    """Every step in the order of the file, whom to ask, and what is said of ENHANCE."""
    row = catalogue.execute("SELECT value FROM meta WHERE key = 'process'").fetchone()
    steps, contacts, enhance = json.loads(row[0])
    return ProcessFacts(
        tuple(_step(step) for step in steps),
        {entry[0]: Contact(*entry) for entry in contacts},
        _enhance(enhance),
    )


def step_titles(catalogue: sqlite3.Connection) -> list[tuple[str, str]]:
    """(id, title) of every step, in the order of the file."""
    return [(step.id, step.title) for step in process_facts(catalogue).steps]


def _step(row: list[Any]) -> Step:
    identifier, title, phase, who, stays, condition, after, text, variants, documents, when, dates, *rest = row
    return Step._make(
        (
            identifier,
            title,
            phase,
            tuple(who),
            tuple(stays),
            condition,
            tuple(after),
            text,
            variants,
            tuple(documents),
            when,
            tuple(DateRule(*rule) for rule in dates),
            *rest,
        )
    )


def _enhance(row: list[Any]) -> Enhance:
    text, programmes, *rest = row
    return Enhance._make((text, tuple((name, tuple(words)) for name, words in programmes), *rest))
