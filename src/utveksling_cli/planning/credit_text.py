"""Read the size of a course as a page says it: `6`, `5.33`, `6+6`, `12 NQF / 7.5 sp`, `3 credits`, `6?`.

Only what has a single reading gives a number: `6/8`, `9-10`, `6 6` and whatever has a question mark do not.
"""

from __future__ import annotations

import re
from decimal import Decimal

from utveksling_cli.model.credits import IN_HOST_UNIT, IN_SP, NOT_SAID, SaidSize

_NUMBER = r"(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,3})?"
_SP = r"(?:sp|stp|studiepoeng|ects)\b"
_SUM = rf"{_NUMBER}(?:\s*\+\s*{_NUMBER})*"
_SUM_IN_SP = re.compile(rf"(?<![0-9.+\-])(?:{_NUMBER}\s*(?:{_SP})?\s*\+\s*)*{_NUMBER}\s*{_SP}")
_PLAIN_SUM = re.compile(_SUM)
_HOST_SUM = re.compile(
    rf"({_SUM})\s*(?:credit points?|credits?|cred\.?|cr\.?|units?|points?|nqf(?: credits?)?|au|cats|mc)"
)
_DIGITS = re.compile(_NUMBER)


def read_size(text: str) -> SaidSize:
    """The number and what it counts; studiepoeng go before the host's own where a page has both."""
    words = " ".join(text.casefold().replace(",", ".").split())
    if "?" in words:
        return SaidSize(text, None, NOT_SAID)
    in_sp = _SUM_IN_SP.findall(words)
    if in_sp:
        return SaidSize(text, _sum(in_sp[0]) if len(in_sp) == 1 and not _more(words, in_sp[0]) else None, IN_SP)
    if _PLAIN_SUM.fullmatch(words):
        return SaidSize(text, _sum(words), NOT_SAID)
    host = _HOST_SUM.fullmatch(words)
    return SaidSize(text, _sum(host[1]), IN_HOST_UNIT) if host else SaidSize(text, None, NOT_SAID)


def _sum(text: str) -> Decimal:
    return sum((Decimal(number) for number in _DIGITS.findall(text)), Decimal(0))


def _more(words: str, found: str) -> bool:
    """Whether something is added to what was found, so that it is not the whole."""
    before, after = words.split(found, 1)
    return before.rstrip().endswith("+") or after.lstrip().startswith("+")
