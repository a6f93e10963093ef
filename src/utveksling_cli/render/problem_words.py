"""The Norwegian words for what a check of a plan finds: what is the matter, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.render.text import iso_day, iso_month, kroner, number, plural, semester
from utveksling_cli.render.wording import EVIDENCE

SEVERITIES = {ERROR: "feil", WARNING: "obs", INFO: "merk"}
# Their words are imported only where a plan has courses.
_OF_COURSES = "course."


class Words(NamedTuple):
    what: str
    todo: str


_SEE_REQUIREMENTS = "Spør NTNU (EIR) om du likevel kan søke dit, eller velg et annet lærested."
WORDS = {
    "stay.no_host": Words(
        "Planen har ingen læresteder.", "Velg opptil tre: utveksling finn, og så utveksling velg LÆRESTED."
    ),
    "stay.no_semester": Words(
        "Planen sier ikke når du skal ut; regnet for {semester}.", "Sett semester under stay i planen."
    ),
    "stay.deadline_unknown": Words(
        "NTNUs søknadsfrist for {semester} er ikke i dataene.", "Sjekk fristen på NTNUs sider."
    ),
    "stay.not_open": Words(
        "NTNUs neste søknadsfrist gjelder {open}; runden for {semester} kommer senere.",
        "Begynn å planlegge nå, og søk når runden kommer.",
    ),
    "host.unknown": Words(
        "Lærestedet «{host}» finnes ikke i dataene.", "Finn id-en med utveksling finn, og rett den i planen."
    ),
    "host.list_only": Words(
        "{host} står bare i en studentlaget kopi av avtalelista fra 2024.",
        "Sjekk i NTNUs avtaleportal at avtalen gjelder for programmet ditt.",
    ),
    "host.agreement_unsure": Words(
        "Om NTNU har en avtale med {host} nå, er usikkert ({evidence}).",
        "Sjekk i NTNUs avtaleportal om det er en, og om den gjelder for programmet ditt.",
    ),
    "profile.missing": Words("{field} står ikke i planen.", "Fyll det inn under profile med utveksling start."),
    "deadline.passed": Words(
        "Fristen er ute: {date} ({day}).",
        "Er det gjort, merk det: utveksling søknad --ferdig {step}. Er det ikke, spør {who} med en gang.",
    ),
    "deadline.soon": Words(
        "{date}: {day} ({left}).{off}", "Gjør det nå, og merk det som gjort: utveksling søknad --ferdig {step}."
    ),
    "step.late": Words(
        "{title} skulle vært gjort {day}.", "Er det gjort, merk det: utveksling søknad --ferdig {step}."
    ),
    "language.not_met": Words(
        "Språkbevisene i planen er ikke nok for {host}.",
        "Se hva som skal til med utveksling språk, og ta en test eller legg inn beviset i planen.",
    ),
    "language.unknown": Words(
        "Om språkbevisene i planen er nok for {host}, er ukjent.", "Spør lærestedet hvilket bevis det tar."
    ),
    "requirement.credits": Words(
        "Du har {have} studiepoeng, og NTNU krever {need} før avreise.",
        "Fullfør {missing} til før du reiser, eller velg et senere semester.",
    ),
    "requirement.level": Words("Avtalen med {host} gjelder ikke nivået ditt.", _SEE_REQUIREMENTS),
    "requirement.subject_area": Words("Avtalen med {host} gjelder andre fag enn ditt.", _SEE_REQUIREMENTS),
    "requirement.grade_average": Words(
        "Karaktersnittet ditt, {average}, er under det {host} krever ({letter}).", _SEE_REQUIREMENTS
    ),
    "requirement.host_credits": Words(
        "Du har {have} studiepoeng, og {host} krever {need} før oppholdet.", _SEE_REQUIREMENTS
    ),
    "requirement.erasmus_months": Words(
        "Erasmus+ gis i høyst {most} måneder på hvert nivå, også medregnet det du har hatt.",
        "Regn med at siste del av oppholdet er uten Erasmus+-stipend.",
    ),
    "requirement.ntnu_grant": Words(
        "NTNU-stipendet gis ikke til den som alt har hatt det, eller Erasmus+-stipend.", "Regn budsjettet uten det."
    ),
    "calendar.next_semester": Words(
        "Oppholdet varer til omtrent {day}, og NTNUs neste semester begynner i {month}.",
        "Avklar med studieveilederen hva du går glipp av.",
    ),
    "calendar.host_before_ntnu": Words(
        "{host} har frist {day}, ikke etter NTNUs egen.", "Spør NTNU (EIR) hvordan du rekker det."
    ),
    "calendar.exams": Words(
        "Oppholdet begynner {day}, før NTNUs eksamener er over ({month}).", "Sjekk eksamensdatoene dine."
    ),
    "money.unusable": Words(
        "Budsjettet kan ikke regnes ut: {message}",
        "Se hva som skal til med utveksling budsjett, og rett budget i planen.",
    ),
    "money.living_unknown": Words(
        "Levekostnadene er ukjent, så budsjettet er for lavt.", "Sett ditt eget tall: living under budget i planen."
    ),
    "money.below_zero": Words(
        "Budsjettet går under null: {amount} i {month}.",
        "Se utveksling budsjett, og sett savings under budget hvis du har sparepenger.",
    ),
    "facts.carried_forward": Words(
        "Poster i budsjettet som bygger på satser fra et tidligere år: {count}.", "Se etter nye satser hos kildene."
    ),
    "facts.old_host": Words(
        "Det som er kjent om {host}, er sist kontrollert {day}.", "Sjekk opplysningene hos lærestedet."
    ),
    "facts.old_dates": Words(
        "Datoer som sist ble kontrollert for over et år siden: {count}. Den eldste er kontrollert {day}.",
        "Sjekk dem hos kildene.",
    ),
}
# What is no step of the application cannot be marked as one.
_WITHOUT_STEP = 'Gjør det nå. Er det i orden: utveksling sjekk --unnta {id} --grunn "…".'
# Whom to ask when a day has passed, by step; else NTNU.
_ASKED = {"vertssoknad": "lærestedet og NTNU", "lanekassen": "Lånekassen", "visum": "ambassaden"}
FIELDS = {
    "programme": "Studieprogrammet ditt (programme)",
    "level": "Nivået du studerer på (level)",
    "credits_completed": "Hvor mange studiepoeng du har (credits_completed)",
    "grade_average": "Karaktersnittet ditt (grade_average)",
    "citizenship": "Statsborgerskapet ditt (citizenship)",
}


def what(problem: Problem) -> str:
    if problem.code.startswith(_OF_COURSES):
        from utveksling_cli.render import course_problem_words

        return course_problem_words.what(problem)
    return WORDS[problem.code].what.format_map(_readable(problem.values))


def todo(problem: Problem) -> str:
    if problem.code.startswith(_OF_COURSES):
        from utveksling_cli.render import course_problem_words

        return course_problem_words.todo(problem)
    if problem.values.get("step") == "":
        return _WITHOUT_STEP.format(id=problem.id)
    asked = _ASKED.get(problem.values.get("step", ""), "NTNU")
    text = WORDS[problem.code].todo.format_map({"who": asked, **_readable(problem.values)})
    papers = problem.values.get("documents")
    return f"{text} Trengs: {papers}." if papers else text


def _readable(values: Mapping[str, str]) -> dict[str, str]:
    read = {key: _READERS[key](value) if key in _READERS else value for key, value in values.items()}
    read["off"] = f" Det er en fridag: vær ferdig {iso_day(values['safe'])}." if "safe" in values else ""
    read["left"] = _left(int(values["days"])) if "days" in values else ""
    return read


def _left(days: int) -> str:
    return "i dag" if days == 0 else f"om {plural(days, 'dag', 'dager')}"


_READERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("have", "need", "missing", "average", "most"), lambda text: number(Decimal(text))),
    "amount": lambda text: kroner(Decimal(text)),
    "day": iso_day,
    "evidence": EVIDENCE.__getitem__,
    "field": FIELDS.__getitem__,
    "month": iso_month,
    "open": lambda text: semester(Semester.parse(text)),
    "semester": lambda text: semester(Semester.parse(text)),
}
