"""Read what the student tells of themself; an empty text takes away what was told before.

Each function takes the text, and raises UsageProblem with what is allowed. Its own names are those of the options.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from decimal import Decimal

from utveksling_cli.cli.averages import parse_average
from utveksling_cli.cli.levels import read_level
from utveksling_cli.cli.numbers import parse_decimal
from utveksling_cli.cli.parse import parse_months, parse_semester
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.usage import YES_NO, not_allowed, one_of
from utveksling_cli.model.course import is_ntnu_code
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import EU_EEA, MOST_HOSTS, NORDIC, NORWEGIAN, OTHER
from utveksling_cli.model.time import Semester
from utveksling_cli.model.words import fold
from utveksling_cli.render.wording import CAMPUSES, STAYS

CITIZENSHIP_NAMES = {NORWEGIAN: "norsk", NORDIC: "nordisk", EU_EEA: "eøs", OTHER: "annet"}
_NONE = "ingen"
_COMPLETED_HINT = "Skriv emnekodene, for eksempel TDT4100,TMA4100, eller ingen."
_MOST_CREDITS = 1000
_CREDITS_HINT = "Skriv antall studiepoeng du har bestått, for eksempel 90 eller 97,5."


def programme(text: str) -> str | None:
    """The programme's name, as the student calls it."""
    words = " ".join(text.split())
    if words and not fold(words):
        raise UsageProblem(f"--program: «{text}» har ingen bokstaver.", hint="Skriv navnet på studieprogrammet ditt.")
    return words or None


def level(text: str) -> str | None:
    return read_level(text) if text.strip() else None


def campus(text: str) -> str | None:
    return _one_of(text, "--campus", CAMPUSES)


def citizenship(text: str) -> str | None:
    return _one_of(text, "--statsborgerskap", CITIZENSHIP_NAMES)


def stay_type(text: str) -> str | None:
    return _one_of(text, "--type", STAYS)


def _one_of(text: str, option: str, names: Mapping[str, str]) -> str | None:
    """The code with this Norwegian name."""
    if not text.strip():
        return None
    for code, name in names.items():
        if fold(text) == fold(name):
            return code
    raise not_allowed(option, text, [name.casefold() for name in names.values()])


def credits_completed(text: str) -> Decimal | None:
    if not text.strip():
        return None
    number = parse_decimal(text, "--studiepoeng", _CREDITS_HINT)
    if number > _MOST_CREDITS:
        raise UsageProblem(f"--studiepoeng: {text.strip()} er for mange.", hint=_CREDITS_HINT)
    return number


def grade_average(text: str) -> Decimal | None:
    return parse_average(text) if text.strip() else None


def completed_courses(text: str) -> tuple[str, ...] | None:
    """NTNU codes, or `ingen`."""
    if not text.strip():
        return None
    if fold(text) == _NONE:
        return ()
    codes = [code for code in re.split(r"[\s,;]+", text.strip()) if code]
    for code in codes:
        if not is_ntnu_code(code.upper()):
            raise UsageProblem(f"--fullført: «{code}» er ikke en emnekode ved NTNU.", hint=_COMPLETED_HINT)
    return tuple(dict.fromkeys(code.upper() for code in codes))


def asks_reading_list(text: str) -> bool | None:
    return one_of("--pensumliste", text, YES_NO) if text.strip() else None


def months(text: str) -> int | None:
    return parse_months(text) if text.strip() else None


def study_year(text: str) -> bool:
    return bool(text.strip()) and one_of("--studieår", text, YES_NO)


def semester(text: str) -> Semester | None:
    return parse_semester(text) if text.strip() else None


def hosts(catalogue: sqlite3.Connection, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Ids in the order of the wishes; raises NotFound for what the facts do not know."""
    found = tuple(find_host(catalogue, text).id for text in texts if text.strip())
    for host in found:
        if found.count(host) > 1:
            raise UsageProblem(f"--lærested: {host} er nevnt to ganger.", hint="Nevn hvert lærested én gang.")
    if len(found) > MOST_HOSTS:
        hint = "Du kan rangere tre. Ta vare på resten med: utveksling velg LÆRESTED --favoritt"
        raise UsageProblem(f"--lærested: {len(found)} læresteder er for mange.", hint=hint)
    return found
