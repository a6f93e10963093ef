"""The sheet of a budget's workbook that says what it was made for, what to check, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from utveksling_cli import __version__
from utveksling_cli.model.budget import Assumptions
from utveksling_cli.model.choices import MONTHLY, Choices
from utveksling_cli.model.money import Money
from utveksling_cli.render.budsjett import View, sources
from utveksling_cli.render.notices import LABELS, sentence
from utveksling_cli.render.plan_use import sentences
from utveksling_cli.render.text import day, iso_day, money, month, semester
from utveksling_cli.render.wording import LINES, MARK_SENTENCES
from utveksling_cli.render.xlsx import Sheet

Pairs = Iterable[tuple[str, str]]
_HOW_IT_WORKS = (
    "De gule rutene er dine: pengene på konto i Måneder og kursene i Kurser. Det andre regnes da ut på nytt.",
    "En linje du legger til nederst i Poster, teller med når den har måned, type og beløp som linjene over.",
    "Støtte til skolepenger i en annen valuta er regnet ut på forhånd og følger ikke en ny kurs. "
    "Lag budsjettet på nytt med --kurs.",
)
_OPTIONS = {
    "with_parents": "--hjemmeboende",
    "without_loan": "--uten-lån",
    "extended_grant": "--utvidet-stipend",
    "traineeship": "--praksis",
    "fewer_opportunities": "--tillegg",
    "green": "--grønn",
}


def write_notes(sheet: Sheet, view: View) -> None:
    blocks: list[tuple[str, Pairs]] = [
        ("Dette budsjettet gjelder", _stay(view)),
        ("Slik virker arkene", (("", text) for text in _HOW_IT_WORKS)),
        ("Sjekk dette før du stoler på tallene", _notices(view)),
        ("Merker", MARK_SENTENCES.items()),
    ]
    row = 0
    for heading, pairs in blocks:
        row = _write_block(sheet, row, heading, pairs)
    sheet.text(row, 0, "Kilder", "title")
    for below, (url, lines) in enumerate(sources(view.budget.lines).items(), row + 1):
        sheet.text(below, 0, ", ".join(dict.fromkeys(LINES[line] for line in lines)), "label")
        sheet.link(below, 1, url)


def _write_block(sheet: Sheet, row: int, heading: str, pairs: Pairs) -> int:
    """The row after the block and an empty one."""
    sheet.text(row, 0, heading, "title")
    last = row
    for last, (label, value) in enumerate(pairs, row + 1):
        sheet.text(last, 0, label, "label")
        sheet.text(last, 1, value)
    return last + 2


def _stay(view: View) -> Pairs:
    stay = view.budget.assumptions
    yield "Land", view.country
    yield "Lærested", view.institution.name if view.institution else "ikke oppgitt"
    yield "Semester", semester(stay.semester)
    yield "Måneder", str(stay.months)
    yield "Fra og til", _period(stay)
    yield "Skolepenger i alt", _given(stay.tuition, "ikke oppgitt og ikke regnet med")
    yield "Levekostnader i måneden", _given(stay.living_cost, "se postene, eller ukjent")
    yield "Dine valg", ", ".join(_choices(stay.choices)) or "ingen utover dette"
    yield from (("Planen din", text) for text in sentences(view.used))
    yield "Data fra", iso_day(view.data_version)
    yield "Laget med", f"utveksling {__version__}"


def _period(stay: Assumptions) -> str:
    if stay.first_day and stay.last_day:
        return f"{day(stay.first_day)}–{day(stay.last_day)}"
    return f"{month(stay.first_month)}–{month(stay.last_month)}"


def _choices(choices: Choices) -> Iterator[str]:
    """What was asked for and does not show as a line or an amount of its own, as it was typed."""
    yield from (option for name, option in _OPTIONS.items() if getattr(choices, name))
    if choices.payout == MONTHLY:
        yield "--utbetaling månedlig"
    if choices.language_weeks is not None:
        yield f"--språkkurs-uker {choices.language_weeks}"
    if choices.scheme is not None:
        yield f"--ordning {'ingen' if choices.scheme == 'none' else choices.scheme}"
    if choices.home != Choices().home:
        yield f"--hjemby {choices.home}"


def _given(amount: Money | None, otherwise: str) -> str:
    return money(amount.amount, amount.currency) if amount else otherwise


def _notices(view: View) -> Pairs:
    """Each notice once."""
    return dict.fromkeys((LABELS[notice.kind], sentence(notice)) for notice in view.budget.notices)
