"""Read what a student finds important: `klima=2,økonomi=3`."""

from __future__ import annotations

import re
from decimal import Decimal

from utveksling_cli.cli.usage import nearest
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.words import fold
from utveksling_cli.render.comparison_words import QUESTIONS

_OPTION = "--vekt"
_WEIGHT = re.compile(r"[0-9]{1,6}(\.[0-9]{1,4})?")
_EXAMPLE = "Skriv for eksempel --vekt klima=2,økonomi=1.5."


def parse_weights(texts: list[str]) -> dict[str, Decimal]:
    """Question to weight, in the order given; raises UsageProblem for what cannot be weighted."""
    names = {fold(name): question for question, name in QUESTIONS.items()}
    weights: dict[str, Decimal] = {}
    for text in ",".join(texts).split(","):
        name, equals, number = text.partition("=")
        if not equals:
            raise UsageProblem(f"{_OPTION}: «{text}» er ikke en vekt.", hint=_EXAMPLE)
        question = names.get(fold(name))
        if question is None:
            raise _unknown(name.strip())
        if question in weights:
            raise UsageProblem(
                f"{_OPTION}: {QUESTIONS[question]} er nevnt to ganger.", hint="Gi hvert spørsmål én vekt."
            )
        weights[question] = _number(number.strip(), QUESTIONS[question])
    if not any(weights.values()):
        raise UsageProblem(f"{_OPTION}: minst én vekt må være større enn null.", hint=_EXAMPLE)
    return weights


def _unknown(name: str) -> UsageProblem:
    near = nearest(name.casefold(), QUESTIONS.values())
    allowed = f"Lov er {', '.join(QUESTIONS.values())}."
    return UsageProblem(f"{_OPTION}: spørsmålet «{name}» finnes ikke.", hint=f"{near} {allowed}" if near else allowed)


def _number(text: str, name: str) -> Decimal:
    if not _WEIGHT.fullmatch(text):
        hint = f"En vekt er et tall fra 0 og opp. {_EXAMPLE}"
        raise UsageProblem(f"{_OPTION}: «{text}» er ikke en vekt for {name}.", hint=hint)
    return Decimal(text)
