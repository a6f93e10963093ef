"""Read one piece of evidence of a language, as `start` takes it: `en:ielts=6.5@2026-05-01`."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from utveksling_cli.cli.evidence import read_evidence
from utveksling_cli.cli.language_options import Typed
from utveksling_cli.cli.parse import parse_date
from utveksling_cli.cli.resolve import find_language
from utveksling_cli.cli.usage import nearest
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.language import CAMBRIDGE, DUOLINGO, IELTS, TOEFL, LanguageTest
from utveksling_cli.model.plan import CEFR, UPPER_SECONDARY, LanguageEvidence

EXAMPLES = "«en:ielts=6,5@2026-05-01», «en:vgs=5@2023» eller «de:cefr=B1»"
_OPTION = "--språk"
_HINT = f"Skriv språk:prøve=resultat@dato, for eksempel {EXAMPLES}."
_OTHER_NAMES = {"toefl": TOEFL, "vgs": UPPER_SECONDARY, "delf": "delf_dalf", "dalf": "delf_dalf"}
# The tests whose scores `språk` knows how to read.
_SCORED = {TOEFL: "toefl", IELTS: "ielts", CAMBRIDGE: "cambridge", DUOLINGO: "duolingo"}
_YEAR = re.compile(r"(19[5-9]|2[0-9]{2})[0-9]")


def parse_evidence(text: str, tests: dict[str, LanguageTest], today: date) -> LanguageEvidence:
    """Raises UsageProblem for a test nobody knows, and for a score or a day that cannot be."""
    head, equals, rest = text.partition("=")
    name, colon, kind_text = head.partition(":")
    score, at, when = (part.strip() for part in rest.partition("@"))
    if not (equals and colon and name.strip() and score) or (at and not when):
        raise UsageProblem(f"{_OPTION}: «{text}» kan ikke leses.", hint=_HINT)
    language = find_language(name, _OPTION)
    kind = _kind(kind_text.strip().casefold(), tests)
    tested = tests[kind].language if kind in tests else "en" if kind == UPPER_SECONDARY else language
    if tested != language:
        raise UsageProblem(f"{_OPTION}: {kind_text.strip()} er ikke en prøve i {name.strip()}.", hint=_HINT)
    if kind == UPPER_SECONDARY:
        return read_evidence(Typed(grade=score, diploma=when or None), tests, today)[0]
    year = int(when) if _YEAR.fullmatch(when) else None
    day = parse_date(when, _OPTION) if when and year is None else None
    if (day is not None and day > today) or (year is not None and year > today.year):
        raise UsageProblem(f"{_OPTION}: {when} er ikke kommet ennå.", hint="Oppgi bare det du har.")
    return _scored(language, kind, score, tests, today, day)._replace(date=day, year=year)


def _scored(
    language: str, kind: str, score: str, tests: dict[str, LanguageTest], today: date, day: date | None
) -> LanguageEvidence:
    """Without its day; the score is held against the scale that was in use on it."""
    if kind == CEFR:
        return read_evidence(Typed(cefr=(f"{language}={score}",)), tests, today)[0]
    if kind in _SCORED:
        taken = None if day is None else day.isoformat()
        typed = Typed(taken=taken)._replace(**dict[str, Any]({_SCORED[kind]: score}))
        return read_evidence(typed, tests, today)[0]
    return LanguageEvidence(language, kind, score)


def _kind(text: str, tests: dict[str, LanguageTest]) -> str:
    kind = _OTHER_NAMES.get(text, text)
    if kind in {CEFR, UPPER_SECONDARY, *tests}:
        return kind
    allowed = (*tests, CEFR, "vgs")
    near = nearest(text, allowed)
    hint = f"Lov er {', '.join(allowed)}."
    raise UsageProblem(f"{_OPTION}: prøven «{text}» er ikke kjent.", hint=f"{near} {hint}" if near else hint)
