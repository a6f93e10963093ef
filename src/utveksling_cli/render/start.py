"""The answer of `start`: what the plan says now, where it is, and what to do next."""

from __future__ import annotations

from typing import Any, NamedTuple

from utveksling_cli.model.plan import Plan
from utveksling_cli.render.json import plain
from utveksling_cli.render.language_words import given
from utveksling_cli.render.layout import pair, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, number, plural, semester
from utveksling_cli.render.wording import CAMPUSES, STAYS, language

SCHEMA = "utveksling.start/1"
_CITIZENSHIPS = {"norwegian": "norsk", "nordic": "nordisk", "eu_eea": "i EU/EØS", "other": "annet"}
_ASKED = {True: "fakultetet ber om den", False: "fakultetet ber ikke om den"}
_NOT_TOLD = "ikke oppgitt"


class View(NamedTuple):
    """`created` is whether the file is new, `changed` whether anything in it is."""

    plan: Plan
    path: str
    created: bool
    changed: bool


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "path": view.path,
        "created": view.created,
        "changed": view.changed,
        "plan": plain(view.plan),
        "notices": [],
    }


def as_table(view: View, screen: Screen) -> str:
    lines = [screen.good(line) for line in wrap(_headline(view), screen.width)]
    lines += ["", *(line for title, value in _facts(view.plan) for line in pair(title, value, screen)), ""]
    private = (
        "Fila er privat: Bare du kan lese den, og programmet sender den aldri noe sted. "
        "Legg den ikke i et åpent Git-lager."
    )
    lines += wrap(private, screen.width)
    lines += ["", "Neste:", *(f"  {command}" for command in _next(view.plan))]
    return "\n".join(lines) + "\n"


def _headline(view: View) -> str:
    path = clean(view.path)
    if view.created:
        return f"Planen din er laget: {path}"
    return f"Planen din er oppdatert: {path}" if view.changed else f"Planen din er som før: {path}"


def _facts(plan: Plan) -> list[tuple[str, str]]:
    profile, stay = plan.profile, plan.stay
    values = [
        ("Program", profile.programme),
        ("Nivå", profile.level),
        ("Campus", profile.campus and CAMPUSES[profile.campus]),
        ("Studiepoeng", profile.credits_completed is not None and number(profile.credits_completed)),
        ("Snitt", profile.grade_average is not None and number(profile.grade_average)),
        ("Statsborger", profile.citizenship and _CITIZENSHIPS[profile.citizenship]),
        ("Fullført", _completed(profile.completed_courses)),
        ("Pensumliste", profile.asks_reading_list is not None and _ASKED[profile.asks_reading_list]),
        ("Språk", ", ".join(f"{language(one.language)}: {given(one)}" for one in plan.languages)),
        ("Semester", stay.semester and semester(stay.semester)),
        ("Opphold", stay.type and STAYS[stay.type]),
        ("Lengde", _length(plan)),
        ("Læresteder", ", ".join(f"{place}. {host}" for place, host in enumerate(stay.hosts, 1))),
        ("Favoritter", ", ".join(plan.favourites)),
        ("Emner", plan.courses and plural(len(plan.courses), "emne", "emner")),
    ]
    optional = {"Lengde", "Fullført", "Pensumliste", "Favoritter", "Emner"}
    return [(title, value or _NOT_TOLD) for title, value in values if value or title not in optional]


def _completed(codes: tuple[str, ...] | None) -> str | None:
    return None if codes is None else ", ".join(codes) or "ingen emner"


def _length(plan: Plan) -> str | None:
    stay = plan.stay
    if stay.first_day is not None:
        return None
    months = plural(stay.months, "måned", "måneder") if stay.months else None
    return ", ".join(filter(None, ("et studieår" if stay.study_year else None, months)))


def _next(plan: Plan) -> list[str]:
    """Commands, with what they are for."""
    if not plan.stay.hosts:
        return ["utveksling finn --land Tyskland", "utveksling velg LÆRESTED", "utveksling status"]
    return ["utveksling status", "utveksling søknad", "utveksling krav"]
