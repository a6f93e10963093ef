"""How the facts of a comparison, its questions and its rules are said in Norwegian."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from utveksling_cli.model.comparison import DEPENDS, KNOWN, Fact
from utveksling_cli.render.climate import climate
from utveksling_cli.render.text import NBSP, iso_month, kroner, listed, plural, whole
from utveksling_cli.render.wording import MARKS, UNKNOWN, language

QUESTIONS = {
    "language": "språk",
    "economy": "økonomi",
    "academic": "faglig",
    "social": "sosialt",
    "semester_length": "semesterlengde",
    "climate": "klima",
    "culture": "kultur",
}
FACTS = {
    "official_languages": "Offisielt språk",
    "teaching_languages": "Undervisning",
    "language_minimum": "Språkkrav",
    "net_per_month": "Igjen per måned",
    "lowest_balance": "Laveste saldo",
    "lowest_month": "Lavest i",
    "grant": "Stipend",
    "loan": "Lån",
    "tuition_free": "Skolepenger",
    "programme_reports": "Ditt program",
    "approved_decisions": "Godkjente emner",
    "decisions": "Emnevedtak",
    "hosts": "Læresteder",
    "reports": "NTNU-rapporter",
    "latest_report": "Nyeste opphold",
    "population": "Innbyggere",
    "term_begins": "Begynner",
    "term_ends": "Slutter",
    "overlap_months": "Overlapper NTNU",
    "climate": "Klima",
    "minutes_ahead": "Klokka",
}
RULES = {
    "language": "1 der engelsk, norsk, dansk eller svensk er offisielt språk, ellers 0",
    "economy": "1 der du har mest igjen per måned; 0,1 mindre for hver 1000 kr lavere, aldri under 0",
    "academic": "godkjente emnevedtak (rapporter fra programmet når du oppgir det), delt på det høyeste tallet",
    "social": "rapporter fra NTNU-studenter, delt på det høyeste tallet",
    "semester_length": "1 der semesteret slutter før NTNUs neste begynner, ellers 0",
    "climate": "varmere er bedre: tropisk og varm ørken eller steppe 1, mild vinter med varm sommer 0,75, annen mild "
    "vinter og kjølig ørken eller steppe 0,5, kald vinter 0,25, polart 0; for et land det vanligste",
}
LEFT_OUT = {
    "unknown": "det er ukjent for {places}",
    "nothing": "ingen av stedene har noen i dataene",
    "mixed": "tallet for et helt land kan ikke holdes opp mot ett lærested",
    "no_rule": "ingen opplysning i dataene sier hva som er best",
}
_MISSING = {DEPENDS: "avhenger av lærestedet"}
_TUITION = {"yes": "fritak", "inferred": "fritak, antatt", "no": "må betales"}
_MILLION = 1_000_000


def words(fact: Fact) -> str:
    """The fact as a person reads it."""
    return _WORDS[fact.name](fact) if fact.state == KNOWN else _MISSING.get(fact.state, UNKNOWN)


def plain_words(fact: Fact) -> str:
    """The same for other programs, whose spaces are all alike."""
    return words(fact).replace(NBSP, " ")


def mark(fact: Fact) -> str:
    """The sign of how sure the fact is; nothing for what a source states."""
    return MARKS.get(fact.status or "", "")


def two_decimals(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def _languages(fact: Fact) -> str:
    return listed([language(code) for code in _texts(fact)])


def _minimum(fact: Fact) -> str:
    told = []
    for requirement in _texts(fact):
        code, _, score = requirement.partition(" ")
        told.append(f"{language(code)} {score.replace('.', ',') or '(se utveksling vis)'}")
    return "; ".join(told)


def _climate(fact: Fact) -> str:
    classes = _texts(fact)
    if len(classes) == 1:
        return climate(classes[0]) + (f". {fact.note}" if fact.note else "")
    return f"vanligst {climate(classes[0])}; også {listed(list(classes[1:]))}"


def _population(fact: Fact) -> str:
    """Two figures and no more: the gazetteer's numbers are of no stated year."""
    people = int(_any(fact))
    if people >= _MILLION:
        return f"ca. {f'{people / _MILLION:.1f}'.replace('.', ',')} mill."
    step = 10 ** max(len(str(people)) - 2, 0)
    return f"ca. {whole(Decimal(round(people / step) * step))}"


def _month(fact: Fact) -> str:
    told = iso_month(str(fact.value))
    return f"{told} (lest hos {fact.note})" if fact.note else told


def _overlap(fact: Fact) -> str:
    months = int(_any(fact))
    return f"ja, {plural(months, 'måned', 'måneder')}" if months else "nei"


def _clock(fact: Fact) -> str:
    """`6 timer foran Trondheim`; `6–12 timer etter Trondheim` for a country with several."""
    told: dict[str, list[str]] = {}
    for minutes in sorted(_any(fact), key=abs):
        way = "foran" if minutes > 0 else "etter" if minutes < 0 else ""
        told.setdefault(way, []).append(f"{abs(minutes) / 60:g}".replace(".", ","))
    return " og ".join(_apart(hours, way) for way, hours in told.items())


def _apart(hours: list[str], way: str) -> str:
    if not way:
        return "som i Trondheim"
    span = "–".join(dict.fromkeys((hours[0], hours[-1])))
    return f"{span} {'time' if span == '1' else 'timer'} {way} Trondheim"


def _texts(fact: Fact) -> tuple[str, ...]:
    return tuple(map(str, _any(fact)))


def _any(fact: Fact) -> Any:
    """The value, whose kind follows from the fact's name."""
    return fact.value


def _count(fact: Fact) -> str:
    return whole(Decimal(_any(fact)))


def _kroner(fact: Fact) -> str:
    return kroner(_any(fact))


_WORDS: dict[str, Callable[[Fact], str]] = {
    "official_languages": _languages,
    "teaching_languages": _languages,
    "language_minimum": _minimum,
    "net_per_month": _kroner,
    "lowest_balance": _kroner,
    "lowest_month": _month,
    "grant": _kroner,
    "loan": _kroner,
    "tuition_free": lambda fact: _TUITION[str(fact.value)],
    "programme_reports": lambda fact: plural(int(_any(fact)), "rapport", "rapporter"),
    "approved_decisions": _count,
    "decisions": _count,
    "hosts": _count,
    "reports": _count,
    "latest_report": lambda fact: str(fact.value),
    "population": _population,
    "term_begins": _month,
    "term_ends": _month,
    "overlap_months": _overlap,
    "climate": _climate,
    "minutes_ahead": _clock,
}
