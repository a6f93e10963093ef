"""`--forklar`: for each figure the formula, the rates, their period, status and source."""

from __future__ import annotations

from datetime import date

from utveksling_cli.model.budget import Budget, Factor, Line
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.render.layout import bold, wrap
from utveksling_cli.render.lines import grouped, is_own_figure, status_words, title, when
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import day, kroner, money, number, share, whole
from utveksling_cli.render.wording import FACTORS, KINDS, STATUS, UNITS

ALL = "alle"


def explanation(budget: Budget, wanted: str, screen: Screen) -> str:
    """One block for each figure of the line `wanted`, or of all; the same figure in several months is told once."""
    lines = [line for line in budget.lines if wanted in {ALL, line.id}]
    same = grouped(lines, lambda line: line._replace(month=budget.assumptions.first_month))
    blocks = ["\n".join(_block(lines, screen)) for lines in same]
    title = "\n".join(bold("Slik er tallene regnet ut", screen))
    return "\n\n".join([title, *blocks]) + "\n"


def _block(same: list[Line], screen: Screen) -> list[str]:
    line = same[0]
    each = " hver gang" if len(same) > 1 else ""
    head = f"{title(line)}, {KINDS[line.kind]}, {when(same)}: {kroner(line.amount)}{each}"
    lines = bold(head, screen)
    lines += wrap(f"= {_formula(line)}", screen.width, "  ", "    ")
    for rule in dict.fromkeys(rate.rule for rate in line.rates if rate.rule):
        lines += wrap(rule, screen.width, "  ", "    ")
    for rate in line.rates:
        lines += wrap(_rate(rate), screen.width, "  ", "    ")
        lines += [] if rate.status == "user" else [f"    {rate.source or 'uten kilde'}"]
    if line.exchange is not None:
        on = f"kurs {day(date.fromisoformat(line.exchange.on))}" if line.exchange.on else "din egen kurs"
        lines += wrap(
            f"{on}: 1 {line.exchange.currency} = {money(line.exchange.nok, 'NOK')}", screen.width, "  ", "    "
        )
        lines += [f"    {line.exchange.source}"] if line.exchange.source else []
    if line.rates and line.status not in {rate.status for rate in line.rates}:
        lines += wrap(f"Status: {status_words(line)}.", screen.width, "  ", "    ")
    if not line.rates:
        year = f" Tall fra {line.year}." if line.year else ""
        lines += wrap(f"Status: {status_words(line)}.{year} {line.note or ''}".strip(), screen.width, "  ", "    ")
        if not is_own_figure(line):
            lines += [f"    {line.source or 'uten kilde'}"]
    return lines


def _formula(line: Line) -> str:
    product = " × ".join(_factor(factor) for factor in line.factors)
    return f"{product} × {number(line.exchange.nok)} kr" if line.exchange else product


_ONE_OVER_DAYS = "one over days in a month"


def _factor(factor: Factor) -> str:
    value = share(factor.value) if factor.unit == "share" else number(factor.value)
    if factor.unit == _ONE_OVER_DAYS:
        value = f"1/{whole(1 / factor.value)}"
    unit = UNITS.get(factor.unit, factor.unit)
    label = FACTORS.get(factor.name)
    words = f"{value} {unit}".strip()
    return f"{words} ({label})" if label and label != unit else words


def _rate(rate: UsedRate) -> str:
    value = share(rate.value) if rate.unit == "share" else f"{number(rate.value)} {UNITS.get(rate.unit, rate.unit)}"
    if rate.status == "user":
        return f"{rate.title} ({rate.id}): {value}, oppgitt av deg."
    until = f"til {day(date.fromisoformat(rate.until_date))}" if rate.until_date else "uten kjent slutt"
    period = f"gjelder fra {day(date.fromisoformat(rate.from_date))} {until}"
    own = f", i seg selv {STATUS[rate.own_status]}" if rate.status != rate.own_status else ""
    note = f" {rate.note}" if rate.note else ""
    return f"{rate.title} ({rate.id}): {value}, {period} ({STATUS[rate.status]}{own}).{note}"
