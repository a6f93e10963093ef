"""The answer of `budsjett` as a workbook: months that add up the lines, lines that follow the exchange rates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from utveksling_cli.model.budget import EXPENSE, Budget, Line
from utveksling_cli.model.money import ExchangeRate
from utveksling_cli.render.budsjett import View, heading
from utveksling_cli.render.budsjett_xlsx_notes import write_notes
from utveksling_cli.render.lines import mark, status_words, title
from utveksling_cli.render.wording import KINDS, STATUS
from utveksling_cli.render.xlsx import Sheet, Workbook, cell

MONTHS, LINES, RATES, NOTES = "Måneder", "Poster", "Kurser", "Forutsetninger"
_COLUMNS = (
    "Id", "Post", "Måned", "Type", "Beløp i kroner", "Merke", "Beløp i valuta", "Valuta", "Kurs", "Status", "Satser",
    "Merknad",
)  # fmt: skip
_WIDTHS = (30, 30, 12, 10, 16, 8, 16, 9, 11, 22, 44, 44)
_SOURCE_WIDTH = 60
_MONTH, _KIND, _AMOUNT, _MARK, _ORIGINAL, _CURRENCY, _RATE, _STATUS, _USED, _NOTE = range(2, 12)
_SAVINGS_ROW, _MONTHS_HEADER = 2, 5


def as_xlsx(view: View) -> bytes:
    book = Workbook(heading(view), date.fromisoformat(view.data_version))
    rates = _rates(view.budget)
    _write_months(book.sheet(MONTHS, [52, *[15] * (len(KINDS) + 1)]), view)
    sources = [_sources(line) for line in view.budget.lines]
    most = max(map(len, sources), default=0)
    _write_lines(book.sheet(LINES, [*_WIDTHS, *[_SOURCE_WIDTH] * most]), view.budget.lines, sources, list(rates))
    _write_rates(book.sheet(RATES, [12, 18, 22, 16, 70]), list(rates.values()))
    write_notes(book.sheet(NOTES, [34, 110]), view)
    return book.content()


def _rates(budget: Budget) -> dict[str, ExchangeRate]:
    """Each exchange rate that the budget was made with, by its currency."""
    used = {line.exchange.currency: line.exchange for line in budget.lines if line.exchange}
    return {rate.currency: rate for rate in budget.assumptions.exchange_rates} | used


def _sources(line: Line) -> list[str]:
    found = [*(rate.source for rate in line.rates), line.source]
    return list(dict.fromkeys(url for url in found if url))


def _write_months(sheet: Sheet, view: View) -> None:
    """A row for each month: what the lines of each kind come to, and the balance at its end."""
    budget = view.budget
    sheet.text(0, 0, heading(view), "title")
    sheet.text(_SAVINGS_ROW, 0, "På konto før første utbetaling (skriv ditt eget tall)", "label")
    sheet.number(_SAVINGS_ROW, 1, budget.totals.opening_balance, "input")
    balance = len(KINDS) + 1
    numbers = range(1, balance + 1)
    sheet.header(_MONTHS_HEADER, ["Måned", *(name.capitalize() for name in KINDS.values()), "Saldo"], numbers)
    first = _MONTHS_HEADER + 1
    for row, entry in enumerate(budget.months, first):
        sheet.day(row, 0, entry.month.first_day, "month")
        for column, (kind, name) in enumerate(KINDS.items(), 1):
            sheet.formula(row, column, _of_month(cell(row, 0), name), getattr(entry, kind), "kroner or nothing")
        before = cell(_SAVINGS_ROW, 1, fixed=True) if row == first else cell(row - 1, balance)
        moves = "".join(f"{'-' if kind == EXPENSE else '+'}{cell(row, i)}" for i, kind in enumerate(KINDS, 1))
        sheet.formula(row, balance, f"={before}{moves}", entry.balance, "kroner")
    _write_sums(sheet, budget, first, first + len(budget.months) - 1)


def _of_month(month: str, kind: str) -> str:
    """The sum of the lines of a kind in a month; whole columns, so that lines the student adds are in it."""
    amount, when, what = (f"{LINES}!${letter}:${letter}" for letter in map(_letter, (_AMOUNT, _MONTH, _KIND)))
    return f'=SUMIFS({amount},{when},{month},{what},"{kind}")'


def _letter(column: int) -> str:
    return cell(0, column).rstrip("1")


def _write_sums(sheet: Sheet, budget: Budget, first: int, last: int) -> None:
    balance = len(KINDS) + 1
    balances = f"{cell(first, balance)}:{cell(last, balance)}"
    row, totals = last + 1, budget.totals
    sheet.text(row, 0, "Sum", "sum label")
    for column, kind in enumerate(KINDS, 1):
        total = sum((getattr(entry, kind) for entry in budget.months), Decimal(0))
        sheet.formula(row, column, f"=SUM({cell(first, column)}:{cell(last, column)})", total, "sum")
    sheet.formula(row, balance, f"={cell(last, balance)}", budget.months[-1].balance, "sum")
    lowest, when, needed = row + 2, row + 3, row + 4
    sheet.text(lowest, 0, "Laveste saldo", "label")
    sheet.formula(lowest, 1, f"=MIN({balances})", totals.lowest_balance, "kroner")
    sheet.text(when, 0, "Laveste saldo er i", "label")
    months = f"{cell(first, 0)}:{cell(last, 0)}"
    place = f"MATCH({cell(lowest, 1)},{balances},0)"
    sheet.day_formula(when, 1, f"=INDEX({months},{place})", totals.lowest_month.first_day, "month")
    sheet.text(needed, 0, "Du bør ha minst så mye mer før du reiser", "label")
    sheet.formula(needed, 1, f"=MAX(0,-{cell(lowest, 1)})", totals.buffer_needed, "kroner")
    if totals.may_become_grant:
        sheet.text(needed + 1, 0, "Inntil så mye av basislånet kan bli stipend senere", "label")
        sheet.number(needed + 1, 1, totals.may_become_grant, "kroner")


def _write_lines(sheet: Sheet, lines: Sequence[Line], sources: Sequence[list[str]], currencies: list[str]) -> None:
    most = max(map(len, sources), default=0)
    titles = [*_COLUMNS, *(f"Kilde {number}" for number in range(1, most + 1))]
    sheet.header(0, titles, {_AMOUNT, _ORIGINAL, _RATE})
    sheet.filter(0, len(lines), len(titles))
    sheet.print_columns(len(lines), len(_COLUMNS))
    for row, (line, urls) in enumerate(zip(lines, sources, strict=True), 1):
        sheet.text(row, 0, line.id)
        sheet.text(row, 1, title(line))
        sheet.day(row, _MONTH, line.month.first_day, "month")
        sheet.text(row, _KIND, KINDS[line.kind])
        _write_amount(sheet, row, line, currencies)
        sheet.text(row, _MARK, mark(line))
        sheet.text(row, _STATUS, status_words(line))
        sheet.text(row, _USED, "; ".join(f"{rate.id} fra {rate.from_date}" for rate in line.rates))
        sheet.text(row, _NOTE, line.note)
        for column, url in enumerate(urls, len(_COLUMNS)):
            sheet.link(row, column, url)


def _write_amount(sheet: Sheet, row: int, line: Line, currencies: list[str]) -> None:
    """Whole kroner, rounded as the program does: half away from zero."""
    if line.original is None or line.exchange is None:
        sheet.number(row, _AMOUNT, line.amount, "kroner")
        return
    sheet.number(row, _ORIGINAL, line.original.amount, "amount")
    sheet.text(row, _CURRENCY, line.original.currency)
    rate = cell(currencies.index(line.exchange.currency) + 1, 1, fixed=True)
    sheet.formula(row, _RATE, f"={RATES}!{rate}", line.exchange.nok, "rate")
    sheet.formula(row, _AMOUNT, f"=ROUND({cell(row, _ORIGINAL)}*{cell(row, _RATE)},0)", line.amount, "kroner")


def _write_rates(sheet: Sheet, rates: Sequence[ExchangeRate]) -> None:
    sheet.header(0, ("Valuta", "Kroner for én", "Dato", "Status", "Kilde"), {1})
    if not rates:
        sheet.text(1, 0, "Ingen")
    for row, rate in enumerate(rates, 1):
        sheet.text(row, 0, rate.currency)
        sheet.number(row, 1, rate.nok, "input rate")
        if rate.on:
            sheet.day(row, 2, date.fromisoformat(rate.on), "day")
        sheet.text(row, 3, STATUS[rate.status])
        if rate.source:
            sheet.link(row, 4, rate.source)
