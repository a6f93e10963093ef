"""The answer of `budsjett` on a screen: the account month by month, each line, the totals, and what to check."""

from __future__ import annotations

from decimal import Decimal

from utveksling_cli.model.budget import GRANT, LOAN, Budget, Line
from utveksling_cli.render import notices
from utveksling_cli.render.budsjett import View
from utveksling_cli.render.explain import explanation
from utveksling_cli.render.layout import Column, Styled, pair, table, wrap
from utveksling_cli.render.lines import grouped, mark, status_words, when
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import inside, iso_day, kroner, money, month, semester, short_month, whole
from utveksling_cli.render.wording import KINDS, LINES, MARK_SENTENCES


def as_table(view: View, screen: Screen) -> str:
    blocks = [
        _heading(view, screen),
        _months(view.budget, screen),
        _lines(view.budget, screen),
        _totals(view.budget, screen),
        _below(view, screen),
    ]
    return "\n".join(blocks + ([explanation(view.budget, screen)] if view.explain else []))


def _heading(view: View, screen: Screen) -> str:
    stay = view.budget.assumptions
    place = f"ved {view.institution.name}, {view.country}" if view.institution else inside(view.country)
    period = f"{month(stay.first_month)}–{month(stay.last_month)}" if stay.months > 1 else month(stay.first_month)
    length = f"{stay.months} måneder" if stay.months > 1 else "1 måned"
    line = f"Budsjett for {length} {place}, {semester(stay.semester)} ({period})"
    return "\n".join(screen.bold(part) for part in wrap(line, screen.width)) + "\n"


_MONTH_COLUMNS = (
    Column("Måned"),
    Column("Stipend", right=True),
    Column("Lån", right=True),
    Column("Ut", right=True),
    Column("Saldo", right=True),
)


def _months(budget: Budget, screen: Screen) -> str:
    rows = [
        Styled(
            [
                short_month(entry.month),
                _or_nothing(entry.grant),
                _or_nothing(entry.loan),
                _or_nothing(entry.expense),
                whole(entry.balance),
            ],
            screen.bad if entry.balance < 0 else None,
        )
        for entry in budget.months
    ]
    return table(_MONTH_COLUMNS, rows, screen)


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
    groups = grouped(budget.lines, lambda line: (line.id, line.kind, line.status, line.note))
    return table(_LINE_COLUMNS, [_line_row(lines) for lines in groups], screen)


def _line_row(lines: list[Line]) -> list[str]:
    first = lines[0]
    title = f"{LINES[first.id]}: {first.note}" if _is_one_off(first) else LINES[first.id]
    total = sum((line.amount for line in lines), Decimal(0))
    sign = "" if first.kind in {GRANT, LOAN} else "-"
    return [title, when(lines), KINDS[first.kind], f"{sign}{whole(total)}", mark(first), status_words(first)]


def _is_one_off(line: Line) -> bool:
    """A payment whose own name says more than its kind's: `Studentvisum` and the like."""
    return line.id.startswith("cost.") and line.note is not None and line.id not in {"cost.living", "cost.flight"}


_LEFT_OUT = frozenset(
    {"budget.living_unknown", "budget.exchange_unknown", "budget.cost_unknown", "budget.rate_unknown"}
)


def _totals(budget: Budget, screen: Screen) -> str:
    totals = budget.totals
    rows = [
        ("Stipend", kroner(totals.grant)),
        ("Lån", kroner(totals.loan)),
        ("Utgifter", kroner(totals.expense)),
        ("Igjen til slutt", kroner(totals.grant + totals.loan - totals.expense)),
        ("Laveste saldo", f"{kroner(totals.lowest_balance)} i {month(totals.lowest_month)}"),
    ]
    if totals.may_become_grant:
        rows.append(
            ("Senere stipend", f"inntil {kroner(totals.may_become_grant)} av basislånet kan bli gjort om til stipend")
        )
    lines = [line for label, value in rows for line in pair(label, value, screen)]
    if totals.buffer_needed:
        needed = f"Du bør ha minst {kroner(totals.buffer_needed)} før du reiser."
    else:
        needed = "Med disse tallene går kontoen aldri under null."
    if any(notice.code in _LEFT_OUT for notice in budget.notices):
        needed += " Men noen beløp er ukjent og ikke med: se under."
    return "\n".join([*lines, "", *(screen.bold(line) for line in wrap(needed, screen.width))]) + "\n"


def _below(view: View, screen: Screen) -> str:
    used = "".join(mark(line) for line in view.budget.lines)
    lines = [
        text
        for sign, sentence in MARK_SENTENCES.items()
        if sign in used
        for text in wrap(f"{sign} {sentence}", screen.width, hanging="  ")
    ]
    lines += notices.lines(view.budget.notices, screen)
    rates = [
        f"1 {rate.currency} = {money(rate.nok, 'NOK')} ({iso_day(rate.on) if rate.on else 'din egen kurs'})"
        for rate in view.budget.assumptions.exchange_rates
    ]
    lines += wrap(f"Kurser: {'; '.join(rates)}", screen.width, hanging="  ") if rates else []
    lines += [] if view.explain else wrap("Formel, sats og kilde for hvert tall: legg til --forklar", screen.width)
    return "\n".join(lines) + "\n"
