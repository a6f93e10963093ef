"""The answer of `status`: the whole plan on one screen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.answers import UNKNOWN
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.model.problem import ERROR, SEVERITIES, Problem
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.model.timeline import PlanDate
from utveksling_cli.render import csv
from utveksling_cli.render.decision_words import hundredths
from utveksling_cli.render.hosts import evidence_words
from utveksling_cli.render.hosts import place as place_of
from utveksling_cli.render.json import plain
from utveksling_cli.render.language_words import ANSWERS, given
from utveksling_cli.render.layout import bold, pair
from utveksling_cli.render.problem_words import what
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.sjekk import count, problem_json
from utveksling_cli.render.text import dated, day, kroner, month, number, plural, semester
from utveksling_cli.render.timeline import date_json, days_left
from utveksling_cli.render.timeline_words import day_off, title
from utveksling_cli.render.wording import language

SCHEMA = "utveksling.status/1"
_CSV_HEADER = ("del", "id", "hva", "dato", "beløp")
_SHOWN_PROBLEMS = 3
LANGUAGE_ANSWERS = {**ANSWERS, UNKNOWN: "ukjent, spør lærestedet"}


class Money(NamedTuple):
    """`net` is all that comes in minus all that goes out, in NOK.

    `complete` is whether the living costs are known. `lacks_tuition` is that of a freemover, whom no agreement frees
    from it, and whose plan does not tell it.
    """

    net: Decimal
    lowest: Decimal
    lowest_month: Month
    complete: bool
    lacks_tuition: bool = False


class Courses(NamedTuple):
    """All that are in the plan, those of them that count, and what these give in studiepoeng of what is needed.

    `unknown` is how many of them have no single size; then `sp` is the least that they give.
    """

    number: int
    counted: int = 0
    sp: Decimal = Decimal(0)
    needed: Decimal | None = None
    unknown: int = 0


class Language(NamedTuple):
    """Whether the evidence is enough for a host, by `model.answers`, and else the last day to take a test."""

    host: str
    name: str
    answer: str
    test_by: date | None


class View(NamedTuple):
    """`hosts` are the first choice first, `unknown` those that the facts lack, `dates` the next that are not done."""

    hosts: tuple[Institution, ...]
    unknown: tuple[str, ...]
    dates: tuple[PlanDate, ...]
    languages: tuple[Language, ...]
    evidence: tuple[LanguageEvidence, ...]
    courses: Courses
    money: Money | None
    problems: tuple[Problem, ...]
    semester: Semester
    today: date
    path: str
    data_version: str
    names: dict[str, str]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today.isoformat(),
        "plan": view.path,
        "semester": str(view.semester),
        "hosts": [
            {"rank": rank, "id": host.id, "name": host.name, "country": host.country, "evidence": host.evidence}
            for rank, host in enumerate(view.hosts, 1)
        ],
        "unknown_hosts": list(view.unknown),
        "dates": [date_json(found) for found in view.dates],
        "languages": plain(view.languages),
        "language_evidence": plain(view.evidence),
        "courses": view.courses.number,
        "course_credits": {
            "counted": view.courses.counted,
            "credits": f"{hundredths(view.courses.sp):f}",
            "needed": plain(view.courses.needed),
            "unknown": view.courses.unknown,
        },
        "money": plain(view.money),
        "problems": [problem_json(problem) for problem in view.problems],
        "notices": [],
    }


def as_csv(view: View) -> str:
    rows: list[tuple[object, ...]] = [("lærested", host.id, host.name, None, None) for host in view.hosts]
    rows += [("dato", found.id, title(found), found.day.isoformat(), None) for found in view.dates]
    rows += [("språk", one.host, LANGUAGE_ANSWERS[one.answer], one.test_by, None) for one in view.languages]
    rows += [("språkbevis", one.language, given(one), one.date, None) for one in view.evidence]
    rows.append(("emner", None, str(view.courses.number), None, None))
    if view.courses.number:
        rows.append(("studiepoeng", None, _credits(view.courses), None, None))
    if view.money is not None:
        rows.append(("netto", None, None, None, f"{view.money.net:f}"))
        rows.append(("lavest", None, None, view.money.lowest_month, f"{view.money.lowest:f}"))
    rows += [("problem", problem.id, what(problem), None, None) for problem in _open(view)]
    return csv.table(_CSV_HEADER, rows)


def as_table(view: View, screen: Screen) -> str:
    lines = bold(f"Planen din for {semester(view.semester)}, {day(view.today)}", screen)
    sections = {
        "Læresteder": _hosts(view),
        "Neste datoer": [_date(found) for found in view.dates] or ["ingen kjent"],
        "Språk": [_language(one) for one in view.languages] or ["kommer an på lærestedet"],
        "Språkbevis": [_evidence(one) for one in view.evidence] or ["ingen i planen"],
        "Emner": [_courses(view.courses)],
        "Økonomi": _money(view.money),
        "Sjekk": _problems(view),
    }
    for label, texts in sections.items():
        for index, text in enumerate(texts):
            # On a narrow screen a label has a line of its own, and no label has none.
            lines += [line for line in pair("" if index else label, text, screen) if line.strip()]
    return "\n".join(lines) + "\n"


def _hosts(view: View) -> list[str]:
    known = [
        f"{rank}. {host.name}, {place_of(host, view.names)} ({evidence_words(host)})"
        for rank, host in enumerate(view.hosts, 1)
    ]
    return [*known, *(f"{host}: finnes ikke i dataene" for host in view.unknown)] or ["ingen valgt"]


def _date(found: PlanDate) -> str:
    when = dated(found.day, approximate=found.approximate)
    left = days_left(found) if found.days_left == 0 else f"om {plural(found.days_left, 'dag', 'dager')}"
    off = day_off(found)
    return f"{when}: {title(found)} ({off}, {left})" if off else f"{when}: {title(found)} ({left})"


def _language(one: Language) -> str:
    test = f"; ta en test senest {day(one.test_by)}" if one.test_by else ""
    return f"{one.name}: {LANGUAGE_ANSWERS[one.answer]}{test}"


def _evidence(one: LanguageEvidence) -> str:
    """In the words of `språk` and `start`."""
    return f"{language(one.language)}: {given(one)}"


def _courses(courses: Courses) -> str:
    """`4 i planen, 3 teller: minst 22,5 av 30 sp (1 uten ett kjent tall)`."""
    if not courses.number:
        return "ingen i planen"
    counted = "" if courses.counted == courses.number else f", {courses.counted} teller"
    unknown = f" ({courses.unknown} uten ett kjent tall)" if courses.unknown else ""
    return f"{courses.number} i planen{counted}: {_credits(courses)} sp{unknown}"


def _credits(courses: Courses) -> str:
    """`minst 22,5 av 30`."""
    need = "" if courses.needed is None else f" av {number(courses.needed)}"
    return f"{'minst ' if courses.unknown else ''}{number(hundredths(courses.sp))}{need}"


def _money(money: Money | None) -> list[str]:
    if money is None:
        return ["ikke regnet ut: budsjettet trenger et lærested og gyldige tall"]
    low = f"lavest {kroner(money.lowest)} i {month(money.lowest_month)}"
    unsure = "" if money.complete else "; levekostnadene er ukjent og ikke med"
    unsure += "; skolepengene er ukjent og ikke med" if money.lacks_tuition else ""
    return [f"netto {kroner(money.net)}, {low}{unsure}"]


def _open(view: View) -> list[Problem]:
    return [problem for problem in view.problems if problem.exception is None]


def _problems(view: View) -> list[str]:
    """How many there are, and the gravest of them."""
    counted = count(view.problems)
    if not counted:
        return ["ingen problemer"]
    grave = [problem for problem in _open(view) if problem.severity != SEVERITIES[-1]][:_SHOWN_PROBLEMS]
    marks = {ERROR: "Feil: "}
    told = [f"{marks.get(problem.severity, 'Obs: ')}{what(problem)}" for problem in grave]
    return [", ".join(counted), *told, "Se alle med: utveksling sjekk"]
