"""The answer of `sammenlign` for other programs and for spreadsheets; `sammenlign_table` is the one for people."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.comparison import QUESTIONS, Comparison, Fact, Ranked, Side
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan_use import PlanUse
from utveksling_cli.render import comparison_words, csv, plan_use
from utveksling_cli.render.comparison_words import two_decimals
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.wording import STATUS

SCHEMA = "utveksling.sammenlign/1"
_CENTS = Decimal("0.01")
_CSV_HEADER = ("id", "sted", "spørsmål", "opplysning", "verdi", "status", "kilde")
_RANKING = "rangering"
# What a comparison shows of a budget's notices; the rest stands in the budget itself.
_MATTERS = frozenset({"unknown", "warning"})


class View(NamedTuple):
    """`names` is country code to Norwegian name; `used` is what was taken from the student's plan."""

    comparison: Comparison
    data_version: str
    names: dict[str, str]
    used: PlanUse | None = None


def as_json(view: View) -> dict[str, Any]:
    comparison = view.comparison
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "semester": str(comparison.semester),
        "months": comparison.months,
        "programme": comparison.programme,
        "places": [_json_side(side, view) for side in comparison.sides],
        "questions": [_json_question(question, comparison.sides) for question in QUESTIONS],
        "ranking": _json_ranking(view),
        "notices": json_notices(comparison.notices),
        **plan_use.as_json(view.used),
    }


def _json_side(side: Side, view: View) -> dict[str, Any]:
    return {
        "id": side.id,
        "kind": side.kind,
        "name": side.name,
        "city": side.city,
        "country": side.country,
        "country_name": view.names.get(side.country),
        "notices": json_notices(that_matter(side)),
    }


def that_matter(side: Side) -> tuple[Notice, ...]:
    """What is unknown or to be checked in the place's budget."""
    return tuple(notice for notice in side.budget.notices if notice.kind in _MATTERS)


def _json_question(question: str, sides: tuple[Side, ...]) -> dict[str, Any]:
    answers = [{"place": side.id, "facts": [_json_fact(fact) for fact in side.facts[question]]} for side in sides]
    return {"id": question, "title": comparison_words.QUESTIONS[question], "answers": answers}


def _json_fact(fact: Fact) -> dict[str, Any]:
    value = f"{fact.value.quantize(_CENTS):f}" if isinstance(fact.value, Decimal) else plain(fact.value)
    return {
        "id": fact.name,
        "state": fact.state,
        "answer": value,
        "text": comparison_words.plain_words(fact),
        "status": fact.status,
        "source": fact.source,
        "note": fact.note,
    }


def _json_ranking(view: View) -> dict[str, Any] | None:
    ranking = view.comparison.ranking
    if ranking is None:
        return None
    return {
        "places": [_json_ranked(row) for row in ranking.places],
        "left_out": plain(ranking.left_out),
        "rules": {part.question: comparison_words.RULES[part.question] for row in ranking.places for part in row.parts},
    }


def _json_ranked(row: Ranked) -> dict[str, Any]:
    return {"id": row.id, "rank": row.rank, "total": f"{row.total:f}", "parts": plain(row.parts)}


def as_csv(view: View) -> str:
    rows: list[list[object]] = [
        [
            side.id,
            side.name,
            comparison_words.QUESTIONS[question],
            comparison_words.FACTS[fact.name],
            _cell(fact),
            STATUS.get(fact.status or ""),
            fact.source,
        ]
        for side in view.comparison.sides
        for question in QUESTIONS
        for fact in side.facts[question]
    ]
    return csv.table(_CSV_HEADER, rows + _ranking_rows(view.comparison))


def _cell(fact: Fact) -> str:
    """Amounts and counts as numbers that a spreadsheet can sum, the rest in words."""
    if isinstance(fact.value, Decimal):
        return csv.decimal(fact.value)
    return str(fact.value) if isinstance(fact.value, int) else comparison_words.plain_words(fact)


def _ranking_rows(comparison: Comparison) -> list[list[object]]:
    if comparison.ranking is None:
        return []
    names = {side.id: side.name for side in comparison.sides}
    rows: list[list[object]] = []
    for row in comparison.ranking.places:
        scores = [(comparison_words.QUESTIONS[part.question], two_decimals(part.score)) for part in row.parts]
        told = [("plass", str(row.rank)), ("poeng", two_decimals(row.total)), *scores]
        rows += [[row.id, names[row.id], _RANKING, label, value, None, None] for label, value in told]
    return rows


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import sammenlign_table

    return sammenlign_table.as_table(view, screen)
