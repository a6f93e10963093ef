"""The page of all error messages, `docs/feil.md`, as the golden files give it."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from ..golden.runner import Case

PAGE = Path(__file__).parents[2] / "docs" / "feil.md"
_HEAD = """\
# Feilmeldinger

Hver melding som `utveksling` kan gi når noe ikke går, med en kommando som gir den. Siden er laget av `make golden`
fra `tests/errors/`: rett meldingen i koden, ikke her.

En melding sier hva som er galt, så hvor eller hva som passer, og til slutt hva du kan gjøre. Den står på standard
feil, og svaret på standard ut er da tomt. Med `--format json` er feilen ett JSON-objekt, også det på standard feil.

| Kode | Betyr |
|---|---|
| 0 | i orden; et søk uten treff er også i orden |
| 1 | en sjekk fant problemer, eller programmet har en feil |
| 2 | kommandoen kan ikke utføres slik den er skrevet |
| 3 | det du spør etter, finnes ikke i dataene |
| 4 | data eller en fil kan ikke brukes |
| 130 | avbrutt med Ctrl+C |
"""
# The first word of a golden file's name, and the title of its part of the page.
_TITLES = {
    "antall": "Antall rader",
    "argument": "Argumenter",
    "avtale": "Avtaletype",
    "beloep": "Beløp",
    "budsjett": "Budsjett uten sted",
    "cefr": "Språknivå",
    "datafeil": "Datafeil som JSON",
    "datamappe": "Datamappa",
    "dato": "Dato",
    "egensats": "Egne satser",
    "evidens": "Grunnlag",
    "fagkode": "Fagkode",
    "fagplan": "Fagplan",
    "feil": "Feil som JSON",
    "forklar": "Forklaring av én linje",
    "format": "Format",
    "fra": "Første dag",
    "hjemby": "Hjemby",
    "husleie": "Husleie",
    "hvorfor": "Lærested i --hvorfor",
    "innen": "Dager fram i tid",
    "kommando": "Kommandoer",
    "kostnad": "Egne kostnader",
    "krav": "Tall i krav",
    "kurs": "Valutakurs",
    "laerested": "Lærested",
    "land": "Land",
    "maaneder": "Måneder",
    "nivaa": "Nivå",
    "ordning": "Ordning",
    "paaminn": "Påminnelser i kalenderen",
    "plan": "Planen",
    "planfil": "Planfila",
    "start": "Svarene til start",
    "velg": "Ønskene i planen",
    "fjern": "Ønskene i planen",
    "sats": "Satser",
    "semester": "Semester",
    "sjekk": "Sjekk av data",
    "skall": "Fullføring",
    "skolepenger": "Skolepenger uten valuta",
    "sorter": "Sortering",
    "sparepenger": "Sparepenger",
    "spraak": "Språk",
    "spraakkurs": "Språkkurs",
    "steder": "Steder å sammenligne",
    "steg": "Steg i søknaden",
    "studieaar": "Studieår",
    "styretegn": "Styretegn i det du skriver",
    "tekst": "Tekst å lete etter",
    "testdato": "Dagen for en språktest",
    "testpoeng": "Poeng på en språktest",
    "til": "Siste dag",
    "toefl": "TOEFL",
    "underkommando": "Kommandoer under en kommando",
    "unnta": "Unntak i sjekken",
    "ut": "Fil å skrive til",
    "utbetaling": "Utbetaling",
    "valg": "Valg",
    "valuta": "Valuta",
    "valutakode": "Valutakode",
    "vekt": "Vekter",
    "vgs": "Engelsk fra videregående",
}


def page(cases: Iterable[tuple[str, Case]]) -> str:
    """The whole page; `cases` are names of golden files and what they hold."""
    parts = [_HEAD]
    ordered = sorted(cases, key=lambda named: (_TITLES[_first_word(named[0])], named[0]))
    for title, group in groupby(ordered, key=lambda named: _TITLES[_first_word(named[0])]):
        parts.append(f"## {title}\n")
        parts += [_block(case) for _, case in group]
    return "\n".join(parts)


def _first_word(name: str) -> str:
    return name.partition("-")[0]


def _block(case: Case) -> str:
    assert case.expected is not None
    said = case.expected.stdout + case.expected.stderr
    return f"```console\n$ {case.command}\n{said}```\n\nAvslutningskode {case.expected.exit_code}.\n"
