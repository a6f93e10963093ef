"""The Norwegian words for what is wrong with a plan of courses, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from utveksling_cli.model.problem import Problem
from utveksling_cli.render.decision_words import decided
from utveksling_cli.render.fagplan_words import FIELDS, SEMESTERS
from utveksling_cli.render.text import iso_day, number

_CHANGE = "utveksling fagplan endre {emne}"
_EXEMPT = 'utveksling sjekk --unnta {id} --grunn "…"'
_FIND_SIZE = f'Finn omfanget i studiepoeng, og sett det: {_CHANGE} --poeng "7,5 ECTS".'
# What is the matter, and what to do.
WORDS = {
    "course.too_few": (
        "Emnene gir {have} studiepoeng, og oppholdet krever {need}.",
        "Legg til emner: utveksling fagplan legg-til. Full tid ved lærestedet kan være mindre enn det NTNU krever.",
    ),
    "course.total_unknown": (
        "Om emnene er nok, er ukjent: De gir {span} studiepoeng av {need}. Emner uten ett kjent tall: {count}.",
        _FIND_SIZE,
    ),
    "course.no_norm": (
        "Hvor mange poeng et helt år er ved {host}, er ukjent, så dette er ikke regnet om: {names}.",
        "Spør lærestedet eller fakultetet, og sett tallet, for eksempel 48: utveksling fagplan ny --norm 48.",
    ),
    "course.missing": (
        "{course} mangler {fields}, som skjemaet for forhåndsgodkjenning spør om.",
        f"Fyll ut: {_CHANGE}, med valgene for det som mangler.",
    ),
    "course.reading_list": (
        "{course} mangler pensumliste, og fakultetet ditt ber om den.",
        f"Legg inn nettadressen: {_CHANGE} --pensum.",
    ),
    "course.reading_list_unknown": (
        "Skjemaet tar pensumliste når fakultetet ber om det. Om ditt gjør det, er ukjent.",
        "Spør fakultetet, og skriv svaret i planen: utveksling start --ja --pensumliste ja (eller nei).",
    ),
    "course.twice": (
        "Emnekoden {code} står to ganger: {names}.",
        f"Ta ut det ene. Er det to emner, er det i orden: {_EXEMPT}.",
    ),
    "course.overlap": (
        "Emnene skal alle erstatte {replaced}: {names}.",
        "Velg ett av dem, eller gi dem samme gruppe hvis de hører sammen.",
    ),
    "course.overlap_possible": (
        "Emnene har alle vært godkjent for, eller skal erstatte, {code}, så de kan overlappe: {names}.",
        f"Spør fakultetet om begge teller fullt. Er det avklart: {_EXEMPT}.",
    ),
    "course.slot_twice": (
        "Emnene har samme plass, {replaced}: {names}.",
        "Gi hvert emne sin plass med --erstatter, eller samme gruppe hvis de hører sammen.",
    ),
    "course.completed": (
        "{course} skal erstatte {code}, som du har fra før. Da gir det mindre eller ingen uttelling.",
        f"La det erstatte noe annet: {_CHANGE} --erstatter, eller velg et annet emne.",
    ),
    "course.completed_possible": (
        "{course} kan overlappe med {has}, som du har fra før{why}.",
        f"Spør fakultetet om det teller fullt. Er det avklart: {_EXEMPT}.",
    ),
    "course.completed_unknown": (
        "Planen sier ikke hvilke NTNU-emner du har fra før, så overlapp med dem er ukjent.",
        "Skriv emnekodene: utveksling start --ja --fullført TDT4100,TMA4100. Har du ingen: --fullført ingen.",
    ),
    "course.level": (
        "{course} er på bachelornivå, og slike emner tas vanligvis ikke inn i en mastergrad.",
        f"Spør fakultetet først. Er det avklart: {_EXEMPT}.",
    ),
    "course.first_year": (
        "{course} er et førsteårsemne, og {refused}.",
        "Velg et emne fra et senere år.",
    ),
    "course.first_year_argentina": (
        "{course} er et førsteårsemne, og {refused}.",
        "Velg et emne fra et senere år.",
    ),
    "course.level_unknown": (
        "Om nivået er i orden, er ukjent for: {names}.",
        f"Sett nivået på emnet: {_CHANGE} --nivå, og ditt eget: utveksling start --ja --nivå.",
    ),
    "course.rejected": (
        "{course} er avslått og teller ikke.",
        "Bytt det ut med utveksling fagplan bytt, eller ta det ut med utveksling fagplan fjern.",
    ),
    "course.rejected_before": (
        "{course} er avslått før{purpose} ({decided}){later}.",
        "Les vedtaket: utveksling fagplan forslag. Et avslag til en annen student er ikke et avslag til deg; spør "
        "fakultetet.",
    ),
    "course.old_approval": (
        "Den nyeste godkjenningen av {course} kan være over tre år gammel ({decided}).",
        "Regn ikke med den. Søk på nytt.",
    ),
    "course.approval_undated": (
        "{course} er godkjent uten kjent dato, så om det er over tre år siden, er ukjent.",
        f"Finn datoen. Er det ditt eget svar, sett det: {_CHANGE} --svar.",
    ),
    "course.discontinued": (
        "{course} skal erstatte {code}, som ikke finnes under den koden fra {day}{successor}.",
        "Sjekk emnet på NTNUs sider, og spør fakultetet hva som gjelder nå.",
    ),
    "course.k_slot": (
        "{course} gir {span} studiepoeng. I industriell matematikk kreves {need} for det som skal bli K-emne.",
        "Sett det i gruppe med et emne til, eller velg et større.",
    ),
    "course.k_slot_unknown": ("Om {course} er stort nok som K-emne, er ukjent{size}.", _FIND_SIZE),
    "course.group_total": (
        "Gruppa «{group}» gir {span} studiepoeng. I industriell matematikk kreves {need} for det som skal bli K-emne.",
        "Legg til et emne i gruppa, eller velg større.",
    ),
    "course.group_unknown": ("Om gruppa «{group}» er stor nok for K-emnene i den, er ukjent{size}.", _FIND_SIZE),
    "course.group_broken": (
        "Gruppa «{group}» er ikke hel lenger. Ute av den er: {names}.",
        "Få hele kombinasjonen vurdert på nytt av fakultetet.",
    ),
    "course.wrong_semester": (
        "{course} går om {season}en, og oppholdet er i det andre semesteret.",
        "Velg et emne i riktig semester, eller spør lærestedet når det går.",
    ),
    "course.semester_unknown": (
        "Om emnet går i semesteret du er der, er ukjent for: {names}.",
        f"Sett semesteret: {_CHANGE} --semester, og ditt eget: utveksling start --ja --semester.",
    ),
    "course.other_host": (
        "{course} er ved {host}, som ikke er førstevalget, og teller ikke.",
        "Ta det ut, eller bytt førstevalg: utveksling velg.",
    ),
}


def what(problem: Problem) -> str:
    return WORDS[problem.code][0].format_map(_readable(problem))


def todo(problem: Problem) -> str:
    return WORDS[problem.code][1].format_map({"id": problem.id, "emne": _course(problem), **_readable(problem)})


def _course(problem: Problem) -> str:
    """The id of the course that it is about, to be typed."""
    return problem.id.split(":")[1] if "course" in problem.values else "EMNE"


def _readable(problem: Problem) -> dict[str, str]:
    values = problem.values
    told = {name: _READERS[name](value) if name in _READERS else value for name, value in values.items()}
    if "have" in values:
        told["span"] = _span(values["have"], values["most"])
        known = values["need"] and (values["most"] or Decimal(values["have"]))
        told["size"] = f": {told['span']} studiepoeng av {told['need']}" if known else ""
    if "decided" in values:
        told["purpose"] = f" som {values['code']}" if values.get("code") else ""
    if "has" in values:
        same = values["code"] == values["has"]
        told["why"] = ": Emnet har vært godkjent for det" if same else f": Det henger sammen med {values['code']}"
    return told


def _span(lowest: str, most: str) -> str:
    """`30`, `24–30` or `minst 24`."""
    if not most:
        return f"minst {number(Decimal(lowest))}"
    return number(Decimal(lowest)) if lowest == most else f"{number(Decimal(lowest))}–{number(Decimal(most))}"


_READERS: dict[str, Callable[[str], str]] = {
    "have": lambda text: number(Decimal(text)),
    "need": lambda text: number(Decimal(text)) if text else "",
    "fields": lambda text: ", ".join(FIELDS[name] for name in text.split()),
    "season": SEMESTERS.__getitem__,
    "successor": lambda text: f" (nå {text})" if text else "",
    "decided": decided,
    "later": lambda text: f", men godkjent etterpå ({decided(text)})" if text else "",
    "day": iso_day,
}
