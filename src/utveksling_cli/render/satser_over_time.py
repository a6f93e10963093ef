"""Rates and sets over time on a screen: the rule, each period with its change, and what is said of it."""

from __future__ import annotations

from decimal import Decimal

from utveksling_cli.model.rate import CodeSet, Rate, RateValue, SetOnDay
from utveksling_cli.render.layout import Column, Styled, bold, pair, table, wrap
from utveksling_cli.render.periods import period
from utveksling_cli.render.satser import ShownRate, View, change_in, status_words
from utveksling_cli.render.satser_table import LISTS, Sources, amount, below, mark, named
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import NBSP, clean, day, iso_day, listed, number
from utveksling_cli.render.wording import STATUS, UNKNOWN

Periods = tuple[RateValue, ...] | tuple[CodeSet, ...]
_RATE = (
    Column("Gjelder", prose=10),
    Column("Verdi", right=True),
    Column(""),
    Column("Endring", right=True),
    Column("Status"),
    Column("Kilde", right=True),
)


def as_table(view: View, screen: Screen) -> str:
    sources = Sources()
    blocks = [_rate(shown, view, sources, screen) for shown in view.rates]
    blocks += [_set(entry, view, sources, screen) for entry in view.sets]
    values = [value for shown in view.rates for value in shown.on_day.rate.values if value.value is not None]
    marks = "".join(mark(value.status, value.status) for value in values)
    marks += "".join(mark(found.status, found.status) for entry in view.sets for found in entry.periods)
    nothing = [f"Ingen satser der nevner «{clean(view.text or '')}».\n"]
    return "\n".join([*(blocks or nothing), below(view, marks, sources, screen)])


def _rate(shown: ShownRate, view: View, sources: Sources, screen: Screen) -> str:
    rate, current, status = shown.on_day
    now = UNKNOWN
    if current is not None and current.value is not None:
        now = f"{amount(current, rate.unit)} ({_standing(status, current.status)})"
    rows = []
    for value, change in zip(rate.values, shown.changes, strict=True):
        cells = [
            period(value.from_date, value.until_date),
            amount(value, rate.unit),
            mark(value.status, value.status) if value.value is not None else "",
            _change(rate, change),
            STATUS[value.status] if value.value is not None else UNKNOWN,
            sources.number(value.source),
        ]
        rows.append(Styled(cells, screen.bold if value is current else None))
    head = _head(f"{rate.title} ({rate.id})", rate.rule, screen)
    return "\n".join([*head, *_today(now, view, screen), "", table(_RATE, rows, screen) + _said(rate.values, screen)])


def _set(entry: SetOnDay, view: View, sources: Sources, screen: Screen) -> str:
    current = entry.current
    now = UNKNOWN
    if current is not None:
        now = f"{named(current.codes, entry.kind, view.names)} ({_standing(entry.status, current.status)})"
    rows = []
    before = None
    for found in entry.periods:
        cells = [
            period(found.from_date, found.until_date),
            named(found.codes, entry.kind, view.names),
            mark(found.status, found.status),
            _moved(before, found, view.names),
            STATUS[found.status],
            sources.number(found.source),
        ]
        rows.append(Styled(cells, screen.bold if found is current else None))
        before = found
    head = _head(f"{entry.title} ({entry.id})", entry.rule, screen)
    shown = table(_set_columns(entry.kind), rows, screen) + _said(entry.periods, screen)
    return "\n".join([*head, *_today(now, view, screen), "", shown])


def _set_columns(kind: str) -> tuple[Column, ...]:
    _, content = LISTS[kind]
    return (
        Column("Gjelder", prose=10),
        Column(content, prose=16),
        Column(""),
        Column("Endring", prose=16),
        Column("Status"),
        Column("Kilde", right=True),
    )


def _head(title: str, rule: str, screen: Screen) -> list[str]:
    return [*bold(title, screen), *wrap(rule, screen.width)]


def _today(now: str, view: View, screen: Screen) -> list[str]:
    return wrap(f"{day(view.day)}: {now}", screen.width, hanging="  ")


def _standing(status: str, own_status: str) -> str:
    """`videreført, i seg selv gjengitt`: how sure it is on the day, and how sure it was in its own period."""
    words = status_words(status, own_status)
    told = status != "carried_forward" or own_status == "estimate"
    return words if told else f"{words}, i seg selv {STATUS[own_status]}"


def _change(rate: Rate, change: Decimal | None) -> str:
    if change is None:
        return ""
    amount, unit = change_in(rate, change)
    sign = "+" if amount > 0 else ""
    return f"{sign}{number(amount)}{NBSP}{'%' if unit == 'percent' else 'prosentpoeng'}"


def _moved(before: CodeSet | None, found: CodeSet, names: dict[str, str]) -> str:
    """What came and went since the period before."""
    if before is None:
        return ""
    came, went = found.codes - before.codes, before.codes - found.codes
    parts = [f"inn: {named(came, found.kind, names)}"] if came else []
    parts += [f"ut: {named(went, found.kind, names)}"] if went else []
    return "; ".join(parts) or "ingen"


def _said(periods: Periods, screen: Screen) -> str:
    """The note to each period, and the day that each was checked; periods checked on the same day together."""
    lines = [
        line
        for found in periods
        if found.note
        for line in pair(period(found.from_date, found.until_date), found.note, screen)
    ]
    checked: dict[str, list[str]] = {}
    for found in periods:
        checked.setdefault(found.verified_on, []).append(period(found.from_date, found.until_date))
    for when, which in checked.items():
        about = "" if len(checked) == 1 else f" ({listed(which)})"
        lines += pair("Kontrollert", f"{iso_day(when)}{about}", screen)
    return "\n".join(["", *lines]) + "\n"
