"""From what a student answers `start` to the plan that it makes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.cli.parse import parse_date, parse_semester
from utveksling_cli.cli.resolve import find_host, find_language
from utveksling_cli.cli.session import Session
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import (
    CAMPUSES,
    CEFR,
    EU_EEA,
    EXCHANGE,
    FREEMOVER,
    LEVELS,
    MOST_HOSTS,
    NORDIC,
    NORWEGIAN,
    OTHER,
    TRAINEESHIP,
    UPPER_SECONDARY,
    LanguageEvidence,
    Plan,
)

_CITIZENSHIPS = {"norsk": NORWEGIAN, "nordisk": NORDIC, "eu": EU_EEA, "annet": OTHER}
_TYPES = {"utveksling": EXCHANGE, "praksis": TRAINEESHIP, "freemover": FREEMOVER}
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")
_EVIDENCE = re.compile(r"(?P<language>[^:=@]+):(?P<kind>[^:=@]+)=(?P<score>[^:=@]+)(@(?P<when>[^:=@]+))?")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_MOST_CREDITS, _BEST_AVERAGE = 480, 5
_EVIDENCE_HINT = "Skriv språk:prøve=resultat@dato, for eksempel en:ielts=6.5@2026-05-01."


class Answers(NamedTuple):
    """As typed; None or empty was not answered."""

    programme: str | None = None
    level: str | None = None
    campus: str | None = None
    credits_done: str | None = None
    average: str | None = None
    citizenship: str | None = None
    semester: str | None = None
    stay_type: str | None = None
    languages: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


class Question(NamedTuple):
    field: str
    text: str
    several: bool = False


ANSWERS = (
    Question("programme", "NTNU-program, for eksempel Datateknologi"),
    Question("level", "Nivå (bachelor, master, phd)"),
    Question("credits_done", "Studiepoeng du har fullført, for eksempel 120"),
    Question("average", "Karaktersnitt der A er 5 og E er 1, for eksempel 3,8"),
    Question("citizenship", "Statsborgerskap (norsk, nordisk, eu, annet)"),
    Question("semester", "Semesteret du vil ut, for eksempel H2027"),
    Question("hosts", "Førstevalget ditt, for eksempel tu-berlin", several=True),
    Question("languages", "Språkbevis, for eksempel en:ielts=6.5@2026-05-01", several=True),
)


def with_answers(plan: Plan, given: Answers, session: Session) -> Plan:
    """The plan with what was answered in it; what was not answered stays. Raises UsageProblem or NotFound."""
    profile = plan.profile
    if given.programme:
        profile = profile._replace(programme=given.programme.strip())
    if given.level:
        profile = profile._replace(level=_one_of("--nivå", given.level, {level: level for level in LEVELS}))
    if given.campus:
        profile = profile._replace(campus=_one_of("--campus", given.campus, {campus: campus for campus in CAMPUSES}))
    if given.credits_done:
        profile = profile._replace(credits_completed=_number("--studiepoeng", given.credits_done, _MOST_CREDITS))
    if given.average:
        profile = profile._replace(grade_average=_number("--snitt", given.average, _BEST_AVERAGE))
    if given.citizenship:
        profile = profile._replace(citizenship=_one_of("--statsborgerskap", given.citizenship, _CITIZENSHIPS))
    stay = plan.stay
    if given.semester:
        stay = stay._replace(semester=parse_semester(given.semester))
    if given.stay_type:
        stay = stay._replace(type=_one_of("--type", given.stay_type, _TYPES))
    if given.hosts:
        stay = stay._replace(hosts=_hosts(given.hosts, session))
    languages = plan.languages
    if given.languages:
        new = tuple(_evidence(text, session) for text in given.languages)
        kinds = {(one.language, one.kind) for one in new}
        languages = (*(one for one in languages if (one.language, one.kind) not in kinds), *new)
    return plan._replace(profile=profile, stay=stay, languages=languages)


def _one_of(option: str, given: str, allowed: dict[str, str]) -> str:
    name = given.strip().casefold()
    if name not in allowed:
        raise not_allowed(option, given, allowed)
    return allowed[name]


def _number(option: str, text: str, most: int) -> Decimal:
    if _NUMBER.fullmatch(text.strip()) and Decimal(text.strip().replace(",", ".")) <= most:
        return Decimal(text.strip().replace(",", "."))
    raise UsageProblem(f"{option}: «{text}» er ikke lov.", hint=f"Skriv et tall fra 0 til {most}.")


def _hosts(texts: tuple[str, ...], session: Session) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(find_host(session.catalogue, text).id for text in texts))
    if len(ids) > MOST_HOSTS:
        raise UsageProblem("--lærested: du kan velge høyst tre læresteder.", hint=f"Du skrev {', '.join(ids)}.")
    return ids


def _evidence(text: str, session: Session) -> LanguageEvidence:
    match = _EVIDENCE.fullmatch(text.strip())
    if match is None:
        raise UsageProblem(f"--språk: «{text}» kan ikke leses.", hint=_EVIDENCE_HINT)
    kinds = (*sorted(language_facts(session.catalogue).tests), CEFR, UPPER_SECONDARY)
    kind = match["kind"].strip().casefold()
    if kind not in kinds:
        raise not_allowed("--språk", kind, kinds)
    day, year = _when(match["when"])
    return LanguageEvidence(find_language(match["language"], "--språk"), kind, match["score"].strip(), day, year)


def _when(text: str | None) -> tuple[date | None, int | None]:
    """A day, or only a year."""
    if text is None:
        return None, None
    if _YEAR.fullmatch(text.strip()):
        return None, int(text)
    return parse_date(text, "--språk"), None
