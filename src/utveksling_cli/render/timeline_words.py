"""The Norwegian words for the dates of a plan: what each is called, and how it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from utveksling_cli.model import deadline as rules
from utveksling_cli.model import timeline as codes
from utveksling_cli.model.plan import FREEMOVER
from utveksling_cli.model.timeline import PlanDate
from utveksling_cli.render.text import day, iso_day, lasting, lasting_in_figures, weekday

TITLES = {
    codes.PRE_APPROVAL: "Send fagplanen til forhåndsgodkjenning",
    codes.ANSWER: "Svar på førstevalget ventes innen",
    codes.NOMINATION: "NTNUs frist for å nominere deg: {host}",
    codes.HOST_APPLICATION: "Søknadsfrist hos {host}",
    codes.LANGUAGE_TEST: "Ta språktest: {host}",
    codes.PASSPORT: "Søk om pass, hvis du trenger nytt",
    codes.VISA: "Søk om visum eller oppholdstillatelse",
    codes.ARRIVAL: "Oppholdet begynner",
    codes.LAST_DAY: "Oppholdet slutter",
    codes.NEXT_SEMESTER: "NTNUs neste semester begynner",
}
REASONS = {
    codes.PRE_APPROVAL: "{text}",
    codes.ANSWER: "NTNU bruker {figures} etter fristen.",
    codes.NOMINATION: "NTNU nominerer deg; søk hos lærestedet når du får beskjed derfra.",
    codes.HOST_APPLICATION: "Gjelder hvis NTNU nominerer deg dit. Sjekk datoen hos lærestedet.",
    codes.LANGUAGE_TEST: "Antatt: {margin} dager til overs etter at resultatet er klart, før beviset trengs {until}. "
    "Nok er én av: {tests}.",
    codes.PASSPORT: "Antatt: {time}, {text}, før det trengs {needed}.",
    codes.VISA: "{how} Du kan ikke søke før du har fått plass.",
    codes.ARRIVAL: "Etter når semesteret vanligvis begynner i landet.",
    codes.LAST_DAY: "Etter når semesteret vanligvis slutter i landet.",
    codes.NEXT_SEMESTER: "Etter en eldre studiekalender; bare måneden er sikker nok.",
}
KINDS = {
    rules.EARLY: "NTNU",
    rules.MAIN: "NTNU",
    rules.OPENING: "Lånekassen",
    rules.LANEKASSEN: "Lånekassen",
    rules.GRANT_PROOF: "stipend",
    codes.PREPARATION: "forberedelse",
    codes.HOST_DATE: "lærestedet",
    codes.REPLY: "NTNU",
    codes.STAY: "oppholdet",
    codes.SEMESTER_START: "NTNU",
}
GROUNDS = {codes.SOURCE: "kilde", codes.ASSUMPTION: "antatt", codes.USER: "oppgitt av deg"}
_USUAL_VISA = "Antatt: {time} før oppholdet, {text}."
_OWN_APPLICATION = "Datoen er for dem NTNU nominerer. Spør lærestedet om den også gjelder deg som reiser på egen hånd."
_NOT_FOR_ALL = frozenset({"possible", "listed"})
_OWN_STAY = frozenset({codes.ARRIVAL, codes.LAST_DAY})


def title(found: PlanDate) -> str:
    return found.title or TITLES[found.code].format_map(found.values)


def reason(found: PlanDate) -> str:
    """How the date was found, or whom it is for when that is not sure; nothing where the title says all."""
    if found.values.get("binding") in _NOT_FOR_ALL:
        return f"Gjelder: {found.values['applies_to']}."
    if found.code == codes.HOST_APPLICATION and found.values.get("stay") == FREEMOVER:
        return _OWN_APPLICATION
    if found.code not in REASONS or (found.code in _OWN_STAY and found.basis.ground == codes.USER):
        return ""
    readable = {name: _READERS[name](value) for name, value in found.values.items() if name in _READERS}
    values = {**found.values, **readable, **_times(found.values)}
    return REASONS[found.code].format_map({**values, "how": _how(found, values)})


def _how(found: PlanDate, values: Mapping[str, str]) -> str:
    """What the day to apply for a visa rests on: the country's own advice, or what stands in for it."""
    advice = values.get("advice", "")
    assumed = found.code == codes.VISA and found.basis.ground == codes.ASSUMPTION
    return f"{_USUAL_VISA.format_map(values)} {advice}".strip() if assumed else advice


def _times(values: Mapping[str, str]) -> dict[str, str]:
    """How long something takes, where the date rests on that."""
    if "longest" not in values:
        return {}
    shortest = int(values["shortest"]) if "shortest" in values else None
    span = int(values["longest"]), values["unit"], shortest
    return {"time": lasting(*span), "figures": lasting_in_figures(*span)}


def _tests(lines: str) -> str:
    """`IELTS Academic 6,0 senest 13. januar 2027; …`."""
    rows = [line.split("\t") for line in lines.split("\n")]
    return "; ".join(f"{name} {wanted.replace('.', ',')} senest {iso_day(last)}" for name, wanted, last in rows)


_READERS: dict[str, Callable[[str], str]] = {"needed": iso_day, "until": iso_day, "tests": _tests}


def day_off(found: PlanDate) -> str:
    """`søndag!`, or the holiday's name; nothing for a working day."""
    return "" if found.day_off is None else f"{found.day_off or weekday(found.day)}!"


def safe(found: PlanDate) -> str:
    """What a day off asks of the student."""
    if found.day_off is None:
        return ""
    off = found.day_off or f"en {weekday(found.day)}"
    return f"{day(found.day)} er {off}. Om fristen da flyttes, er ukjent: vær ferdig {day(found.safe_day)}."
