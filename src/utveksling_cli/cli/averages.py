"""Read a grade average as students tell it: a letter, or a number where A is 5."""

from __future__ import annotations

from decimal import Decimal

from utveksling_cli.cli.numbers import parse_decimal
from utveksling_cli.model.errors import UsageProblem

_LETTERS = {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1}


def parse_average(text: str, option: str = "--snitt") -> Decimal:
    """`B` or `3,8`."""
    letter = text.strip().upper()
    if letter in _LETTERS:
        return Decimal(_LETTERS[letter])
    hint = "Skriv en bokstav fra A til E, eller et tall fra 1 til 5 der A er 5 og E er 1."
    value = parse_decimal(text, option, hint)
    if not min(_LETTERS.values()) <= value <= max(_LETTERS.values()):
        raise UsageProblem(f"{option}: {text.strip()} er ikke et karaktersnitt.", hint=hint)
    return value
