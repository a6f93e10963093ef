"""The answer of `finn --hvorfor`: which criteria a host meets, and which exclude it."""

from __future__ import annotations

from typing import Any, NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.model.search import FITS, INFERRED, NO, UNKNOWN, YES, Verdict
from utveksling_cli.render import csv
from utveksling_cli.render.layout import Column, Styled, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import listed
from utveksling_cli.render.wording import ANSWERS, CRITERIA

SCHEMA = "utveksling.finn.hvorfor/1"
_CSV_HEADER = ("id", "navn", "krav", "svar")


class Explained(NamedTuple):
    institution: Institution
    verdicts: tuple[Verdict, ...]

    @property
    def included(self) -> bool:
        return all(verdict.answer in FITS for verdict in self.verdicts)


class View(NamedTuple):
    explained: tuple[Explained, ...]
    data_version: str


def as_json(view: View) -> dict[str, Any]:
    found = [
        {
            "id": entry.institution.id,
            "name": entry.institution.name,
            "included": entry.included,
            "criteria": [
                {"option": CRITERIA[verdict.criterion], "criterion": verdict.criterion, "answer": verdict.answer}
                for verdict in entry.verdicts
            ],
        }
        for entry in view.explained
    ]
    return {"schema": SCHEMA, "data_version": view.data_version, "institutions": found, "notices": []}


def as_csv(view: View) -> str:
    rows = [
        [entry.institution.id, entry.institution.name, CRITERIA[verdict.criterion], ANSWERS[verdict.answer]]
        for entry in view.explained
        for verdict in entry.verdicts
    ]
    return csv.table(_CSV_HEADER, rows)


def as_table(view: View, screen: Screen) -> str:
    return "\n".join(_block(entry, screen) for entry in view.explained)


def _block(entry: Explained, screen: Screen) -> str:
    name = entry.institution.name
    if not entry.verdicts:
        return "\n".join(wrap(f"{name}: du har ikke stilt noe krav, så ingenting utelukker det.", screen.width)) + "\n"
    answer = "er med i treffene" if entry.included else f"er ikke med: {_because(entry)}"
    lines = bold(f"{name} {answer}", screen)
    styles = {YES: screen.good, INFERRED: screen.good, NO: screen.bad, UNKNOWN: screen.warn}
    rows = [
        Styled([CRITERIA[verdict.criterion], ANSWERS[verdict.answer]], styles[verdict.answer])
        for verdict in entry.verdicts
    ]
    return "\n".join([*lines, "", table((Column("Krav"), Column("Oppfylt")), rows, screen)])


def _because(entry: Explained) -> str:
    reasons = {NO: "passer ikke med", UNKNOWN: "det er ukjent om det passer med"}
    return "; ".join(
        f"{reasons[answer]} {listed([CRITERIA[v.criterion] for v in entry.verdicts if v.answer == answer])}"
        for answer in (NO, UNKNOWN)
        if any(verdict.answer == answer for verdict in entry.verdicts)
    )
