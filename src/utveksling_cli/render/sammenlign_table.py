"""The answer of `sammenlign` on a screen: places side by side, or one after the other where there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from utveksling_cli.model.comparison import DEPENDS, QUESTIONS, Comparison, Fact, LeftOut, Ranked, Side
from utveksling_cli.render import comparison_words, notices, plan_use
from utveksling_cli.render.comparison_words import FACTS, LEFT_OUT, RULES, mark, two_decimals, words
from utveksling_cli.render.layout import Column, Row, Styled, bold, pair, table, width_of, wrap
from utveksling_cli.render.sammenlign import View, that_matter
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import listed, number, semester

_LABEL_WIDTH, _PLACE_WIDTH, _GAP = 20, 17, 2


def as_table(view: View, screen: Screen) -> str:
    sides = view.comparison.sides
    wide = screen.width >= _LABEL_WIDTH + len(sides) * (_GAP + _PLACE_WIDTH)
    parts = [_heading(view, screen), _side_by_side(sides, screen) if wide else _cards(sides, screen)]
    if view.comparison.ranking is not None:
        parts.append(_ranking(view.comparison, screen))
    return "\n".join([*parts, _below(view.comparison, screen)])


def _heading(view: View, screen: Screen) -> str:
    comparison = view.comparison
    length = f"{comparison.months} måneder" if comparison.months > 1 else "1 måned"
    line = f"{listed([side.name for side in comparison.sides])}: {length}, {semester(comparison.semester)}"
    return "\n".join([*bold(line, screen), *plan_use.lines(view.used, screen)]) + "\n"


def _side_by_side(sides: tuple[Side, ...], screen: Screen) -> str:
    columns = [Column("", prose=_LABEL_WIDTH), *(Column(side.name, prose=_PLACE_WIDTH - 3) for side in sides)]
    rows: list[Row | Styled] = []
    for question in QUESTIONS:
        rows.append(Styled([_title(question), *[""] * len(sides)], screen.bold))
        for name in _names(question, sides):
            found = [_named(side, question, name) for side in sides]
            rows.append([f"  {FACTS[name]}", *map(_cell, found)])
    return table(columns, rows, screen)


def _names(question: str, sides: tuple[Side, ...]) -> list[str]:
    """The facts that any of the places can answer."""
    facts = [fact for side in sides for fact in side.facts[question]]
    return [name for name in dict.fromkeys(fact.name for fact in facts) if not _depends(name, facts)]


def _depends(name: str, facts: list[Fact]) -> bool:
    return all(fact.state == DEPENDS for fact in facts if fact.name == name)


def _cell(fact: Fact | None) -> str:
    return f"{words(fact)} {mark(fact)}".rstrip() if fact else ""


def _named(side: Side, question: str, name: str) -> Fact | None:
    return next((fact for fact in side.facts[question] if fact.name == name), None)


def _cards(sides: tuple[Side, ...], screen: Screen) -> str:
    return "\n".join(_card(side, screen) for side in sides)


def _card(side: Side, screen: Screen) -> str:
    lines = bold(side.name, screen)
    lines.append(screen.dim("─" * max(map(width_of, wrap(side.name, screen.width)))))
    for question in QUESTIONS:
        lines.append(screen.bold(_title(question)))
        lines += [line for fact in side.facts[question] for line in pair(FACTS[fact.name], _cell(fact), screen)]
    return "\n".join(lines) + "\n"


def _title(question: str) -> str:
    return comparison_words.QUESTIONS[question].capitalize()


def _ranking(comparison: Comparison, screen: Screen) -> str:
    ranking = comparison.ranking
    assert ranking is not None
    names = {side.id: side.name for side in comparison.sides}
    lines = bold("Rangering etter dine vekter", screen)
    if not ranking.places:
        lines += wrap("Ingen av spørsmålene du vekter, kan telles.", screen.width)
    for row in ranking.places:
        lines += wrap(f"{row.rank}. {names[row.id]}: {two_decimals(row.total)}", screen.width, hanging="   ")
        lines += wrap(f"= {_sum(row)}", screen.width, "   ", "     ")
    if ranking.places:
        lines += wrap("Slik er poengene satt, fra 0 til 1:", screen.width)
        asked = [part.question for part in ranking.places[0].parts]
        lines += [
            line for name in asked for line in wrap(f"{_title(name)}: {RULES[name]}.", screen.width, "  ", "    ")
        ]
    for entry in ranking.left_out:
        lines += wrap(f"Ikke med: {_why(entry, names)}.", screen.width, hanging="  ")
    return "\n".join(lines) + "\n"


def _sum(row: Ranked) -> str:
    """`(3 × 1,00 økonomi + 2 × 0,50 klima) / 5`."""
    terms = [
        f"{number(part.weight)} × {two_decimals(part.score)} {comparison_words.QUESTIONS[part.question]}"
        for part in row.parts
    ]
    whole = sum((part.weight for part in row.parts), Decimal(0))
    return f"({' + '.join(terms)}) / {number(whole)}"


def _why(entry: LeftOut, names: dict[str, str]) -> str:
    places = listed([names[identifier] for identifier in entry.missing])
    return f"{comparison_words.QUESTIONS[entry.question]}, for {LEFT_OUT[entry.reason].format(places=places)}"


def _below(comparison: Comparison, screen: Screen) -> str:
    used = "".join(mark(fact) for side in comparison.sides for facts in side.facts.values() for fact in facts)
    lines = [*notices.legend(used, screen), *notices.lines(comparison.notices, screen)]
    lines += [line for text in _of_budgets(comparison.sides) for line in wrap(text, screen.width, hanging="  ")]
    command = f"utveksling budsjett {_budget_of(comparison.sides[0])}"
    lines += wrap(f"Hele regnskapet, med plass til dine egne tall: {command}", screen.width)
    return "\n".join(lines) + "\n"


def _of_budgets(sides: tuple[Side, ...]) -> Iterator[str]:
    """What is unknown or to be checked in the budgets, once, with the places that it holds for when not for all."""
    holders: dict[tuple[str, str], list[str]] = {}
    for side in sides:
        for notice in that_matter(side):
            holders.setdefault((notices.LABELS[notice.kind], notices.sentence(notice)), []).append(side.name)
    for (label, told), names in holders.items():
        yield f"{label}{'' if len(names) == len(sides) else f' ({listed(names)})'}: {told}"


def _budget_of(side: Side) -> str:
    return f"--lærested {side.id}" if side.kind == "host" else f"--land {side.id}"
