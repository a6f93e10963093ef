"""Read what shows how well a student knows a language, from the command line and the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from utveksling_cli.cli.language_options import Typed
from utveksling_cli.cli.numbers import parse_decimal
from utveksling_cli.cli.parse import parse_date
from utveksling_cli.cli.resolve import find_language
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.language import CAMBRIDGE, CEFR_LEVELS, DUOLINGO, IELTS, TOEFL, LanguageTest, Scale
from utveksling_cli.model.plan import CEFR, UPPER_SECONDARY, LanguageEvidence
from utveksling_cli.planning.language_checks import scale_of
from utveksling_cli.render.text import day, number

_OPTIONS = {TOEFL: "--toefl", IELTS: "--ielts", CAMBRIDGE: "--cambridge", DUOLINGO: "--duolingo"}
_ENGLISH = "en"
_GRADES = (1, 6)
_YEAR = re.compile(r"(19|2[0-9])[0-9]{2}")
_CEFR_HINT = "Skriv språk=nivå, for eksempel --cefr en=C1 eller --cefr spansk=B1."


def read_evidence(typed: Typed, tests: dict[str, LanguageTest], today: date) -> tuple[LanguageEvidence, ...]:
    """Raises UsageProblem for a score that no scale of the test has, and for what does not go together."""
    taken = _taken(typed, today)
    found = [_score(tests[test], text, taken) for test, text in _scores(typed).items()]
    found += [_level(text) for text in typed.cefr]
    if typed.grade is not None:
        found.append(_grade(typed.grade, typed.diploma, today))
    elif typed.diploma is not None:
        raise UsageProblem("--vgs-år trenger --vgs-engelsk.", hint="For eksempel: --vgs-engelsk 5 --vgs-år 2022")
    return tuple(found)


def together(plan: Iterable[LanguageEvidence], flags: tuple[LanguageEvidence, ...]) -> tuple[LanguageEvidence, ...]:
    """The plan's evidence, where what the command line says stands in for the same kind in the same language."""
    said = {(evidence.language, evidence.kind) for evidence in flags}
    return (*(one for one in plan if (one.language, one.kind) not in said), *flags)


def _scores(typed: Typed) -> dict[str, str]:
    """The score by the test's id, for the tests that were named."""
    given = {TOEFL: typed.toefl, IELTS: typed.ielts, CAMBRIDGE: typed.cambridge, DUOLINGO: typed.duolingo}
    return {test: score for test, score in given.items() if score is not None}


def _taken(typed: Typed, today: date) -> date | None:
    if typed.taken is None:
        return None
    if len(_scores(typed)) != 1:
        named = "flere tester" if _scores(typed) else "ingen test"
        hint = "Oppgi én test med dato på kommandolinja, og skriv resten i planen."
        raise UsageProblem(f"--dato hører til én test, og du har oppgitt {named}.", hint=hint)
    taken = parse_date(typed.taken, "--dato")
    if taken > today:
        raise UsageProblem(f"--dato: {taken} er ikke kommet ennå.", hint="Oppgi bare en test som er tatt.")
    return taken


def _score(test: LanguageTest, text: str, taken: date | None) -> LanguageEvidence:
    option = _OPTIONS[test.id]
    hint = f"{test.name} har skalaen {' eller '.join(map(_range, test.scales))}."
    score = parse_decimal(text, option, hint)
    scale = scale_of(test, score)
    if scale is None:
        raise UsageProblem(f"{option}: {text.strip()} er ikke på skalaen.", hint=hint)
    if taken is not None:
        _check_day(scale, test, taken)
    return LanguageEvidence(test.language, test.id, f"{score.normalize():f}", taken)


def _range(scale: Scale) -> str:
    return f"{scale.name} i trinn på {number(Decimal(scale.step))}"


def _check_day(scale: Scale, test: LanguageTest, taken: date) -> None:
    """A scale that was not in use on the day; an older one is printed beside the newer for a while."""
    newer = next((one.comparable for one in test.scales if one.comparable and one.comparable.scale == scale.id), None)
    last = (newer.printed_until if newer else None) or scale.until_date
    if scale.from_date is not None and taken.isoformat() < scale.from_date:
        begins = day(date.fromisoformat(scale.from_date))
        raise UsageProblem(
            f"{test.name}: skalaen {scale.name} kom {begins}, etter testen din.",
            hint="Oppgi poengene på skalaen som gjaldt da du tok testen.",
        )
    if last is not None and taken.isoformat() >= last:
        raise UsageProblem(
            f"{test.name}: skalaen {scale.name} sto ikke lenger på resultatet da du tok testen.",
            hint="Oppgi poengene på den nye skalaen.",
        )


def _level(text: str) -> LanguageEvidence:
    name, equals, level = text.partition("=")
    if not equals or not name.strip() or not level.strip():
        raise UsageProblem(f"--cefr: «{text}» kan ikke leses.", hint=_CEFR_HINT)
    if level.strip().upper() not in CEFR_LEVELS:
        raise not_allowed(f"--cefr {name.strip()}", level.strip(), CEFR_LEVELS)
    return LanguageEvidence(find_language(name, "--cefr"), CEFR, level.strip().upper())


def _grade(text: str, diploma: str | None, today: date) -> LanguageEvidence:
    lowest, highest = _GRADES
    hint = f"Karakterene i videregående er {lowest} til {highest}; et snitt kan ha desimaler."
    grade = parse_decimal(text, "--vgs-engelsk", hint)
    if not lowest <= grade <= highest:
        raise UsageProblem(f"--vgs-engelsk: {text.strip()} er ikke en karakter.", hint=hint)
    score = f"{grade.normalize():f}"
    if diploma is None:
        return LanguageEvidence(_ENGLISH, UPPER_SECONDARY, score)
    if _YEAR.fullmatch(diploma.strip()):
        year, when = int(diploma), None
    else:
        when = parse_date(diploma, "--vgs-år")
        year = when.year
    if year > today.year or (when is not None and when > today):
        raise UsageProblem(f"--vgs-år: {diploma.strip()} er ikke kommet ennå.", hint="Oppgi året på vitnemålet.")
    return LanguageEvidence(_ENGLISH, UPPER_SECONDARY, score, when, None if when else year)
