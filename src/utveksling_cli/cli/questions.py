"""Ask the student on the terminal for what the command line did not tell; Enter keeps what is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer

from utveksling_cli.cli import profile_values as values
from utveksling_cli.cli.evidence_text import EXAMPLES
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import Session
from utveksling_cli.cli.told import PROFILE, STAY, Told, evidence_reader
from utveksling_cli.model.errors import UtvekslingError
from utveksling_cli.model.plan import LEVELS, MOST_HOSTS, Plan
from utveksling_cli.render.wording import CAMPUSES, STAYS

_CLEARED = "-"
_OPENING = f"""\
Trykk Enter for å la svaret stå som det er, eller for å hoppe over. Skriv {_CLEARED} for å ta et svar bort.
Ctrl+C avbryter uten å skrive noe.

"""
# What matters only when the courses are planned (`fagplan sjekk` asks for it then), and a stay of another length.
_NOT_ASKED = frozenset({"completed_courses", "asks_reading_list", "months", "study_year"})
_TEXTS = {
    "programme": "Studieprogram ved NTNU, for eksempel Datateknologi",
    "credits_completed": "Studiepoeng du har bestått, for eksempel 90",
    "grade_average": "Karaktersnitt der A er 5 og E er 1, for eksempel 3,8",
    "semester": "Semesteret du vil reise, for eksempel H2027 eller V2028",
}
_CHOICES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "level": ("Nivået du er på når du er ute", {level: level for level in LEVELS}),
    "campus": ("Campus", CAMPUSES),
    "citizenship": ("Statsborgerskap", values.CITIZENSHIP_NAMES),
    "type": ("Slags opphold", STAYS),
}


def ask(told: Told, plan: Plan, session: Session) -> Told:
    """Raises typer.Abort when the student gives up."""
    typer.echo(_OPENING, nl=False)
    answers: dict[str, Any] = {}
    for name in Told._fields:
        given = getattr(told, name)
        if name in _NOT_ASKED or (given is not None and given != ()):
            continue
        if name == "languages":
            answers[name] = _languages(plan, session)
        elif name == "hosts":
            answers[name] = _hosts(plan, session)
        else:
            part = plan.profile if name in PROFILE else plan.stay
            answers[name] = _one(name, getattr(part, name))
    return told._replace(**answers)


def _one(name: str, now: Any) -> str | None:
    """The text that was answered; None for an answer that is what stands in the plan."""
    if name in _CHOICES:
        words, names = _CHOICES[name]
        question, shown = f"{words} ({', '.join(names.values())})", "" if now is None else names[now]
    else:
        question, shown = _TEXTS[name], "" if now is None else str(now).replace(".", ",")
    answer = _text(question, shown, (PROFILE | STAY)[name])
    return None if answer == shown else answer


def _text(question: str, now: str, read: Callable[[str], object]) -> str:
    """Asked again until the answer can be read; empty for one that is taken away."""
    while True:
        text = str(typer.prompt(question, default=now, show_default=bool(now))).strip()
        answer = "" if text == _CLEARED else text
        try:
            read(answer)
        except UtvekslingError as error:
            typer.echo(f"  {error.message} {error.hint or ''}".rstrip())
        else:
            return answer


def _languages(plan: Plan, session: Session) -> tuple[str, ...]:
    read = evidence_reader(session)
    has = ", ".join(f"{one.language}:{one.kind}={one.score}" for one in plan.languages)
    question = f"Språkprøve eller karakter, for eksempel {EXAMPLES}" + (f" (du har {has})" if has else "")
    found: list[str] = []
    while answer := _text(question, "", lambda text: text and read(text)):
        found.append(answer)
        question = "En til"
    return tuple(found)


def _hosts(plan: Plan, session: Session) -> tuple[str, ...] | None:
    found: list[str] = []
    for number in range(1, MOST_HOSTS + 1):
        now = plan.stay.hosts[number - 1] if number <= len(plan.stay.hosts) else ""
        question = f"Lærested, ønske nummer {number}" + (", for eksempel eth-zurich" if number == 1 else "")
        answer = _text(question, now, lambda text: text and find_host(session.catalogue, text))
        if answer:
            found.append(answer)
        elif not now:
            break
    return None if tuple(found) == plan.stay.hosts else tuple(found)
