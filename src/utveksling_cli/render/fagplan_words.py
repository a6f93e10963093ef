"""The Norwegian words of a plan of courses: its columns, its codes, its arithmetic and its problems."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from utveksling_cli.model import course as codes
from utveksling_cli.model import credits as sizes
from utveksling_cli.model.credits import Size, YearNorm
from utveksling_cli.model.problem import Problem
from utveksling_cli.render.problem_words import Words
from utveksling_cli.render.text import iso_day, number

LEVELS = {codes.FIRST_YEAR: "første år", codes.BACHELOR: "bachelor", codes.MASTER: "master", codes.PHD: "phd"}
SEMESTERS = {codes.AUTUMN: "høst", codes.SPRING: "vår"}
STATUSES = {
    codes.PLANNED: "planlagt",
    codes.SENT: "sendt",
    codes.APPROVED: "godkjent",
    codes.CONDITIONAL: "godkjent på vilkår",
    codes.REJECTED: "avslått",
    codes.REMOVED: "tatt ut",
}
REASONS = {
    codes.NOT_AVAILABLE: "emnet kan ikke tas likevel",
    codes.LANGUAGE_MISMATCH: "emnet går på et annet språk enn oppgitt",
    codes.TIMETABLE_CONFLICT: "emnet kolliderer i timeplanen",
    codes.SUBSTITUTING_DELETED: "emnet kommer i stedet for et som går ut",
    codes.EXTENDING_MOBILITY: "oppholdet er forlenget",
}
FIELDS = {"title": "tittel", "code": "kode", "link": "lenke til emnebeskrivelse", "credits": "omfang"}
BASES = {
    sizes.NTNU_TABLE: "NTNUs egen tabell",
    sizes.STATED: "oppgitt likeverd",
    sizes.FULL_TIME: "vanlig fulltid",
}
CONFIDENCE = {"high": "høy", "medium": "middels", "low": "lav"}
# Rules that are no sum: shown, never worked out.
PROSE = (
    "Fakultetet eller instituttet avgjør hvilke emner som godkjennes, og hvor mye de teller.",
    "Et emne som overlapper med noe du har fra før, gir mindre eller ingen uttelling.",
    "Noen fakulteter vil ha pensumliste for emnene.",
    "Førsteårsemner fra noen andre land enn USA godtas heller ikke; hvilke land er ikke oppgitt.",
)
WORDS = {
    "course.too_few": Words(
        "Emnene gir {have} studiepoeng, og oppholdet krever {need}.", "Legg til emner: utveksling fagplan legg-til."
    ),
    "course.total_unknown": Words(
        "Emnene gir minst {have} studiepoeng av {need}; emner uten kjent omfang: {count}.",
        "Finn omfanget, og sett det: utveksling fagplan endre EMNE --poeng.",
    ),
    "course.missing": Words("{course} mangler {fields}.", "Fyll ut med utveksling fagplan endre."),
    "course.overlap": Words(
        "{names} erstatter alle {replaced}.", "Velg ett av dem, eller gi dem samme gruppe hvis de hører sammen."
    ),
    "course.slot_twice": Words("{names} har samme plass: {replaced}.", "Gi hvert emne sin plass med --erstatter."),
    "course.level": Words(
        "{course} er et bacheloremne, og de tas vanligvis ikke inn i en mastergrad.", "Spør fakultetet først."
    ),
    "course.first_year": Words(
        "{course} er et førsteårsemne, og slike fra USA godtas ikke i en norsk bachelor.", "Velg et emne lenger ute."
    ),
    "course.first_year_argentina": Words(
        "{course} er et førsteårsemne, og slike fra Argentina godtas ikke.", "Velg et emne lenger ute."
    ),
    "course.rejected": Words(
        "{course} er avslått og teller ikke.", "Bytt det ut: utveksling fagplan bytt, eller ta det ut."
    ),
    "course.rejected_before": Words(
        "{course} er avslått for en annen student ({decided}).", "Les vedtaket: utveksling fagplan forslag."
    ),
    "course.old_approval": Words(
        "Den nyeste godkjenningen av {course} er over tre år gammel ({decided}).", "Regn ikke med den; søk på nytt."
    ),
    "course.discontinued": Words(
        "{course} erstatter {code}, som ikke går etter {day}{successor}.", "Sjekk emnet på NTNUs sider."
    ),
    "course.k_slot": Words(
        "{course} gir {have} studiepoeng, og et K-emne trenger {need} i industriell matematikk.",
        "Sett det i gruppe med et emne til, eller velg et større.",
    ),
    "course.group_total": Words(
        "Gruppa «{group}» gir {have} studiepoeng, og K-emnene i den trenger {need}.", "Legg til et emne i gruppa."
    ),
    "course.group_broken": Words(
        "Gruppa «{group}» mangler nå {names}.", "Få hele kombinasjonen vurdert på nytt av fakultetet."
    ),
    "course.wrong_semester": Words(
        "{course} går om {season}en, og oppholdet er i det andre semesteret.", "Velg et emne i riktig semester."
    ),
    "course.other_host": Words(
        "{course} er ved {host}, som ikke er førstevalget, og teller ikke.", "Ta det ut, eller bytt førstevalg."
    ),
}


def what(problem: Problem) -> str:
    return WORDS[problem.code].what.format_map(_readable(problem))


def todo(problem: Problem) -> str:
    return WORDS[problem.code].todo


def _readable(problem: Problem) -> dict[str, str]:
    return {name: _READERS[name](value) if name in _READERS else value for name, value in problem.values.items()}


_READERS: dict[str, Callable[[str], str]] = {
    "have": lambda text: number(Decimal(text)),
    "need": lambda text: number(Decimal(text)),
    "fields": lambda text: ", ".join(FIELDS[name] for name in text.split()),
    "season": SEMESTERS.__getitem__,
    "successor": lambda text: f" (nå {text})" if text else "",
    "decided": lambda text: text or "uten dato",
    "day": iso_day,
}


def sp(value: Decimal) -> str:
    """To hundredths, as `7,5`."""
    return number(value.quantize(Decimal("0.01")))


def size_words(size: Size) -> str:
    """`24 av 48 i året = 30 sp`, or why it is not known."""
    if size.state == sizes.NO_SIZE:
        return "omfang mangler"
    if size.state == sizes.AS_SAID and size.sp is not None:
        return f"{sp(size.sp)} sp"
    if size.year is None or size.said.credits is None or size.lowest is None or size.highest is None:
        return "årsnormen ved lærestedet er ukjent; oppgi omfanget i studiepoeng"
    given = f"{number(size.said.credits)} × 60 / {_year(size.year)}"
    if size.sp is None:
        return f"{given} = {sp(size.lowest)}–{sp(size.highest)} sp; oppgi det fakultetet bruker"
    return f"{given} = {sp(size.sp)} sp ({basis(size.year)})"


def _year(year: YearNorm) -> str:
    return number(year.lowest) if year.lowest == year.highest else f"{number(year.lowest)}–{number(year.highest)}"


def basis(year: YearNorm) -> str:
    if not year.norms:
        return "egen norm"
    norm = year.norms[0]
    return f"{BASES[norm.basis]}, sikkerhet {CONFIDENCE[norm.confidence]}"
