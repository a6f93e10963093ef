"""What a host asks beside a language: its own deadlines, the lowest average and the credits, in words."""

from __future__ import annotations

from collections.abc import Callable

from utveksling_cli.model.institution import ApplicationWindow, HostDay, Institution
from utveksling_cli.render.text import MONTHS, NBSP, listed
from utveksling_cli.render.wording import CONFIDENCE, SEASONS

_YEARS = {-2: "to år før", -1: "året før", 0: "", 1: "året etter"}
Pairs = list[tuple[str, str]]


def pairs(host: Institution, day: Callable[[str], str]) -> Pairs:
    """What is known of them, as `vis` shows it; `day` writes a date."""
    found: Pairs = []
    if host.grade_minimum is not None:
        known = host.grade_minimum
        found.append(("Laveste snitt", f"{known.letter} ({_checked(known.confidence, day(known.verified_on))})"))
    if host.credits_minimum is not None:
        least = host.credits_minimum
        text = f"minst {least.ects} før oppholdet ({_checked(least.confidence, day(least.verified_on))})"
        found.append(("Studiepoeng", text))
    found += [("Egen frist", _window(window, day)) for window in host.application_windows]
    terms = (host.grade_minimum, host.credits_minimum, *host.application_windows)
    read = dict.fromkeys(term.source for term in terms if term is not None and term.source)
    return found + [("Kilde", source) for source in read]


def _window(window: ApplicationWindow, day: Callable[[str], str]) -> str:
    days = [("nominasjon", window.nomination), ("søknad", window.application)]
    told = listed([f"{what} {_day(when)}" for what, when in days if when is not None])
    note = f" {window.note}" if window.note else ""
    return f"{SEASONS[window.season]}: {told}.{note} ({_checked(window.confidence, day(window.verified_on))})"


def _day(when: HostDay) -> str:
    year = _YEARS[when.year_offset]
    return f"{when.day}.{NBSP}{MONTHS[when.month - 1]}{f' {year}' if year else ''}"


def _checked(confidence: str, when: str) -> str:
    return f"sikkerhet: {CONFIDENCE[confidence]}, kontrollert {when}"
