"""The answer of `budsjett` on a screen: the account month by month, each line, the totals, and what to check."""

from __future__ import annotations

from decimal import Decimal

from utveksling_cli.model.budget import EXPENSE, Budget, Line
from utveksling_cli.render import notices, plan_use
from utveksling_cli.render.budsjett import View, heading
from utveksling_cli.render.explain import explanation
from utveksling_cli.render.layout import Column, Styled, bold, pair, table, wrap
from utveksling_cli.render.lines import grouped, mark, status_words, title, when
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import iso_day, kroner, money, month, number, short_month, whole
from utveksling_cli.render.wording import KINDS


def as_table(view: View, screen: Screen) -> str:
    blocks = [
        _heading(view, screen),
        _months(view.budget, screen),
        _lines(view.budget, screen),
        _totals(view.budget, screen),
        _below(view, screen),
    ]
    return "\n".join(blocks + ([explanation(view.budget, view.explain, screen)] if view.explain else []))


def _heading(view: View, screen: Screen) -> str:
    return "\n".join([*bold(heading(view), screen), *plan_use.lines(view.used, screen)]) + "\n"


_BAR_WIDTH = 20
_FULL, _SHORT = "█", "▒"


def _months(budget: Budget, screen: Screen) -> str:
    """The account; a column that has nothing in it, such as own income, is left out."""
    with_income = any(entry.income for entry in budget.months)
    columns = [
        Column("Måned"),
        Column("Stipend", right=True),
        Column("Lån", right=True),
        *([Column("Inntekt", right=True)] if with_income else []),
        Column("Ut", right=True),
        Column("Saldo", right=True),
        Column("", drop=1),
    ]
    most = max((abs(entry.balance) for entry in budget.months), default=Decimal(0))
    rows = [
        Styled(
            [
                short_month(entry.month),
                _or_nothing(entry.grant),
                _or_nothing(entry.loan),
                *([_or_nothing(entry.income)] if with_income else []),
                _or_nothing(entry.expense),
                whole(entry.balance),
                _bar(entry.balance, most),
            ],
            screen.bad if entry.balance < 0 else None,
        )
        for entry in budget.months
    ]
    opening = budget.totals.opening_balance
    above = [*wrap(f"På konto før første utbetaling: {kroner(opening)}", screen.width), ""] if opening else []
    return "".join(f"{line}\n" for line in above) + table(columns, rows, screen)


def _bar(balance: Decimal, most: Decimal) -> str:
    """As long as the balance is large; another pattern below zero, for eyes and printers without colour."""
    length = int((abs(balance) * _BAR_WIDTH / most).to_integral_value()) if most else 0
    return (_FULL if balance >= 0 else _SHORT) * length


def _or_nothing(amount: Decimal) -> str:
    return whole(amount) if amount else ""


_LINE_COLUMNS = (
    Column("Post", prose=16),
    Column("Når", prose=10, drop=1),
    Column("Type", drop=3),
    Column("Kroner", right=True),
    Column(""),
    Column("Status", drop=2),
)


def _lines(budget: Budget, screen: Screen) -> str:
    """Lines that differ only in the month are one row."""
    groups = grouped(budget.lines, lambda line: (line.id, line.kind, line.status, line.note, line.amount < 0))
    return table(_LINE_COLUMNS, [_line_row(lines) for lines in groups], screen)


def _line_row(lines: list[Line]) -> list[str]:
    first = lines[0]
    total = sum((line.amount for line in lines), Decimal(0))
    shown = whole(-total if first.kind == EXPENSE else total)
    return [title(first), when(lines), KINDS[first.kind], shown, mark(first), status_words(first)]


_LEFT_OUT = frozenset(
    {"budget.living_unknown", "budget.exchange_unknown", "budget.cost_unknown", "budget.rate_unknown"}
)


def _totals(budget: Budget, screen: Screen) -> str:
    totals = budget.totals
    rows = [
        ("Stipend", kroner(totals.grant)),
        ("Lån", kroner(totals.loan)),
        *([("Egen inntekt", kroner(totals.income))] if totals.income else []),
        ("Utgifter", kroner(totals.expense)),
        ("Igjen til slutt", kroner(budget.months[-1].balance)),
        ("Laveste saldo", f"{kroner(totals.lowest_balance)} i {month(totals.lowest_month)}"),
    ]
    if totals.may_become_grant:
        rows.append(
            ("Senere stipend", f"inntil {kroner(totals.may_become_grant)} av basislånet kan bli gjort om til stipend")
        )
    lines = [line for label, value in rows for line in pair(label, value, screen)]
    if totals.buffer_needed:
        more = " mer enn sparepengene" if totals.opening_balance else ""
        needed = f"Du bør ha minst {kroner(totals.buffer_needed)}{more} før du reiser."
    else:
        needed = "Med disse tallene går kontoen aldri under null."
    if any(notice.code in _LEFT_OUT for notice in budget.notices):
        needed += " Men noen beløp er ukjent og ikke med: se under."
    return "\n".join([*lines, "", *(screen.bold(line) for line in wrap(needed, screen.width))]) + "\n"


def _below(view: View, screen: Screen) -> str:
    used = "".join(mark(line) for line in view.budget.lines)
    lines = [*notices.legend(used, screen), *_exchange(view.budget, screen)]
    lines += ["", *bold("Sjekk dette før du stoler på tallene", screen), *notices.lines(view.budget.notices, screen)]
    lines += [] if view.explain else wrap("Formel, sats og kilde for hvert tall: legg til --forklar", screen.width)
    return "\n".join(lines) + "\n"


def _exchange(budget: Budget, screen: Screen) -> list[str]:
    """Each rate, and what another rate would do to the balance at the end."""
    lines: list[str] = []
    for effect in budget.currencies:
        rate = effect.exchange
        text = f"1 {rate.currency} = {money(rate.nok, 'NOK')} ({iso_day(rate.on) if rate.on else 'din egen kurs'})."
        text += f" Blir den 10 % dyrere, endrer det saldoen til slutt med {_signed(effect.ten_percent)}"
        text += f", 10 % billigere med {_signed(effect.ten_percent_cheaper)}."
        swing = rate.swing
        if swing and effect.at_low is not None and effect.at_high is not None:
            years = f"{swing.from_date[:4]}–{swing.until_date[:4]}"
            text += f" I {years} svingte den mellom {number(swing.low)} og {number(swing.high)} kr: det gir"
            text += f" {_signed(effect.at_low)} og {_signed(effect.at_high)}."
        lines += wrap(text, screen.width, hanging="  ")
    return lines


def _signed(amount: Decimal) -> str:
    return f"+{kroner(amount)}" if amount > 0 else kroner(amount)
