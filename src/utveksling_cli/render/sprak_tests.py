"""The tests that a student can take for a host: what is wanted, the last day and how it was found; and all sources."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from utveksling_cli.model.deadline import SOON_DAYS
from utveksling_cli.model.language import LanguageFacts, Price
from utveksling_cli.model.language_answer import Ground, HostAnswer, RequirementAnswer, TestDay
from utveksling_cli.render.language_words import score_words
from utveksling_cli.render.layout import Column, Styled, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, money, short_day
from utveksling_cli.render.wording import CONFIDENCE, STATUS, UNKNOWN, language

_COLUMNS = (
    Column("Test", prose=14),
    Column("Minst", prose=10),
    Column("Ta den senest"),
    Column("Dager", right=True),
    Column("Før fristen", right=True),
    Column("Pris", prose=12),
)
_LEGEND = "Før fristen: flest dager til svaret kommer, pluss margin."
_GROUNDS = {
    "levels": "Nivåene",
    "comparable": "Omregningen mellom skalaene",
    "validity": "Hvor lenge testen gjelder",
    "results": "Svartiden",
    "margin": "Marginen",
    "deadline": "Fristen",
}


def test_table(tests: Iterable[tuple[RequirementAnswer, TestDay]], screen: Screen) -> str:
    """One row for each test; those that it is too late for are dimmed."""
    tests = list(tests)
    several = len({entry.language for entry, _ in tests}) > 1
    rows = []
    for entry, test in tests:
        name = f"{test.name} ({language(entry.language)})" if several else test.name
        style = screen.dim if test.days_left < 0 else screen.warn if test.days_left <= SOON_DAYS else None
        rows.append(Styled([name, *_cells(test)], style))
    return table(_COLUMNS, rows, screen) + "\n".join(wrap(_LEGEND, screen.width, hanging="  ")) + "\n"


def _cells(test: TestDay) -> list[str]:
    now = f" (0–120), {score_words(test.wanted_now)} (1–6)" if test.wanted_now else ""
    return [
        f"{score_words(test.wanted)}{now}{'*' if test.converted else ''}",
        short_day(test.day),
        "passert" if test.days_left < 0 else str(test.days_left),
        f"{'?' if test.results is None else test.results} + {test.margin} dager",
        "; ".join(map(_price, test.prices)) or UNKNOWN,
    ]


def _price(price: Price) -> str:
    year = f" ({price.year})" if price.year else ""
    return f"{money(Decimal(price.amount), price.currency)}{year}"


def sources(answers: Iterable[HostAnswer], facts: LanguageFacts, screen: Screen) -> list[str]:
    """What the answers rest on beside the hosts' own requirements, each with its status and address."""
    answers = list(answers)
    tests = [test for answer in answers for entry in answer.requirements for test in entry.tests]
    checks = [check for answer in answers for entry in answer.requirements for check in entry.checks]
    grounds = [ground for check in checks for ground in check.grounds]
    grounds += [ground for test in tests for ground in test.grounds]
    targets = [answer.occasion.target for answer in answers]
    grounds += [target.ground for target in targets if target is not None]
    lines = ["* poengene er utledet av nivået som lærestedet krever"] if any(test.converted for test in tests) else []
    lines = [line for text in lines for line in wrap(text, screen.width, hanging="  ")]
    if not grounds:
        return lines
    lines += ["Bygger på:"]
    for ground in dict.fromkeys(grounds):
        lines += _ground(ground, screen)
    return lines


def _ground(ground: Ground, screen: Screen) -> list[str]:
    status = STATUS[ground.status] if ground.status else UNKNOWN
    sure = f", sikkerhet {CONFIDENCE[ground.confidence]}" if ground.confidence else ""
    note = f". {ground.note}" if ground.note else ""
    text = f"{_GROUNDS[ground.what]}: {status}{sure}{note}"
    return [*wrap(clean(text), screen.width, "  ", "    "), f"    {ground.source or 'uten kilde'}"]
