"""Rank places by the questions that the student weights: one stated rule for each, and every step shown.

A score is from 0 to 1 and is rounded once, to two decimals; the total is the weighted mean of such scores.

- language: 1 where English, Norwegian, Danish or Swedish is official in the country, else 0
- economy: 1 where most is left in a month, 0.1 less for each 1,000 NOK below that, never below 0
- academic: reports by students of the programme asked for, else approved course decisions, of the highest number
- social: reports by NTNU students, of the highest number
- semester_length: 1 where the semester ends before NTNU's next one begins, else 0
- climate: how warm the class is, from 1 in the tropics to 0 in polar climates; for a country that of most hosts
- culture: no fact says what is better, so it is never counted
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from utveksling_cli.model.comparison import (
    ACADEMIC,
    CLIMATE,
    ECONOMY,
    LANGUAGE,
    SOCIAL,
    TERM,
    LeftOut,
    Part,
    Ranked,
    Ranking,
    Side,
    Value,
)

UNDERSTOOD = frozenset({"en", "no", "nb", "nn", "da", "sv"})
_HUNDREDTH, _TEN_THOUSANDTH = Decimal("0.01"), Decimal("0.0001")
_KRONER_FROM_BEST_TO_WORST = Decimal(10_000)
# By the letters of a class, the first that fits: A and hot deserts and steppes (Bh), mild winter and hot summer (C.a),
# other mild winters and cold dry climates (C, B), cold winter (D), polar (E).
_WARMTH = (("A", "", "1"), ("B", "h", "1"), ("C", "a", "0.75"), ("C", "", "0.5"), ("B", "", "0.5"), ("D", "", "0.25"))
# The fact that decides each question; a programme that was asked for decides the academic one.
_DECIDING = {
    LANGUAGE: "official_languages",
    ECONOMY: "net_per_month",
    ACADEMIC: "approved_decisions",
    SOCIAL: "reports",
    TERM: "overlap_months",
    CLIMATE: "climate",
}
_COUNTED = frozenset({ACADEMIC, SOCIAL})


def rank(sides: Sequence[Side], weights: Mapping[str, Decimal]) -> Ranking:
    """The places by the weighted mean of their scores; at least one weight is above zero."""
    found = {question: _scores(question, sides) for question in weights}
    left_out = tuple(entry for entry in found.values() if isinstance(entry, LeftOut))
    scores = {question: entry for question, entry in found.items() if not isinstance(entry, LeftOut)}
    whole = sum((weights[question] for question in scores), Decimal(0))
    if not whole:
        return Ranking((), left_out)
    rows = []
    for index, side in enumerate(sides):
        parts = tuple(
            Part(question, entry[index], weights[question], _rounded(weights[question] / whole, _TEN_THOUSANDTH))
            for question, entry in scores.items()
        )
        total = sum((part.score * part.weight for part in parts), Decimal(0)) / whole
        rows.append((side.id, _rounded(total, _HUNDREDTH), parts))
    totals = [total for _, total, _ in rows]
    ranked = [Ranked(name, 1 + sum(other > total for other in totals), total, parts) for name, total, parts in rows]
    return Ranking(tuple(sorted(ranked, key=lambda row: row.rank)), left_out)


def _scores(question: str, sides: Sequence[Side]) -> tuple[Decimal, ...] | LeftOut:
    """One score for each place, or why there are none."""
    if question not in _DECIDING:
        return LeftOut(question, "no_rule")
    if question in _COUNTED and len({side.kind for side in sides}) > 1:
        return LeftOut(question, "mixed")
    values = [_deciding(question, side) for side in sides]
    missing = tuple(side.id for side, value in zip(sides, values, strict=True) if value is None)
    if missing:
        return LeftOut(question, "unknown", missing)
    if question in _COUNTED and not any(values):
        return LeftOut(question, "nothing")
    score = _RULES[question](values)
    return tuple(_rounded(score(value), _HUNDREDTH) for value in values)


def _deciding(question: str, side: Side) -> Value:
    facts = {fact.name: fact.value for fact in side.facts[question]}
    return facts["programme_reports"] if "programme_reports" in facts else facts[_DECIDING[question]]


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return value.quantize(step, ROUND_HALF_UP)


_Score = Callable[[Value], Decimal]


def _language(_: Sequence[Value]) -> _Score:
    return lambda codes: Decimal(isinstance(codes, tuple) and bool(UNDERSTOOD & set(codes)))


def _economy(values: Sequence[Value]) -> _Score:
    best = max(value for value in values if isinstance(value, Decimal))

    def score(value: Value) -> Decimal:
        assert isinstance(value, Decimal)
        return max(1 - (best - value) / _KRONER_FROM_BEST_TO_WORST, Decimal(0))

    return score


def _of_highest(values: Sequence[Value]) -> _Score:
    highest = max(value for value in values if isinstance(value, int))

    def score(value: Value) -> Decimal:
        assert isinstance(value, int)
        return Decimal(value) / highest

    return score


def _term(_: Sequence[Value]) -> _Score:
    return lambda overlap: Decimal(overlap == 0)


def _climate(_: Sequence[Value]) -> _Score:
    def score(classes: Value) -> Decimal:
        assert isinstance(classes, tuple)
        koppen = str(classes[0])
        fitting = (points for group, heat, points in _WARMTH if koppen[0] == group and koppen.endswith(heat))
        return Decimal(next(fitting, "0"))

    return score


_RULES: dict[str, Callable[[Sequence[Value]], _Score]] = {
    LANGUAGE: _language,
    ECONOMY: _economy,
    ACADEMIC: _of_highest,
    SOCIAL: _of_highest,
    TERM: _term,
    CLIMATE: _climate,
}
