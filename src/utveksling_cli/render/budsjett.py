"""The answer of `budsjett` for other programs and for spreadsheets; `budsjett_table` is the one for people."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.budget import Budget, CurrencyEffect, Line
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.money import Money
from utveksling_cli.model.plan_use import PlanUse
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.time import Month
from utveksling_cli.render import csv, plan_use
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.lines import status_words
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import day, inside, month, semester
from utveksling_cli.render.wording import KINDS, LINES

SCHEMA = "utveksling.budsjett/1"
_CENTS = Decimal("0.01")
_CSV_HEADER = (
    "id", "post", "måned", "type", "beløp_nok", "beløp_valuta", "valuta", "kurs", "status", "satser", "kilde",
    "merknad",
)  # fmt: skip


class View(NamedTuple):
    """`used` is what the budget took from the student's plan, None without one."""

    budget: Budget
    country: str
    institution: Institution | None
    data_version: str
    explain: str | None
    used: PlanUse | None = None


def heading(view: View) -> str:
    """What the budget is for, in a sentence."""
    stay = view.budget.assumptions
    place = f"ved {view.institution.name}, {view.country}" if view.institution else inside(view.country)
    if stay.first_day and stay.last_day:
        return f"Budsjett for {day(stay.first_day)}–{day(stay.last_day)} {place}, {semester(stay.semester)}"
    period = f"{month(stay.first_month)}–{month(stay.last_month)}" if stay.months > 1 else month(stay.first_month)
    length = f"{stay.months} måneder" if stay.months > 1 else "1 måned"
    return f"Budsjett for {length} {place}, {semester(stay.semester)} ({period})"


def as_json(view: View) -> dict[str, Any]:
    budget = view.budget
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "assumptions": _json_assumptions(view),
        "lines": [_json_line(line) for line in budget.lines],
        "months": [{name: _json_value(value) for name, value in entry._asdict().items()} for entry in budget.months],
        "totals": _json_totals(budget),
        "currencies": [_json_currency(effect) for effect in budget.currencies],
        "notices": json_notices(budget.notices),
        "sources": [{"url": url, "lines": ids} for url, ids in sources(budget.lines).items()],
        **plan_use.as_json(view.used),
    }


def _amount(value: Decimal) -> str:
    return f"{value.quantize(_CENTS):f}"


def _json_value(value: Decimal | Month) -> str:
    return _amount(value) if isinstance(value, Decimal) else str(value)


def _json_assumptions(view: View) -> dict[str, Any]:
    assumed = view.budget.assumptions
    fields: dict[str, Any] = plain(assumed._replace(choices=Choices(), exchange_rates=()))
    fields |= {"tuition": _json_money(assumed.tuition), "living_cost": _json_money(assumed.living_cost)}
    fields["choices"] = _json_choices(assumed.choices)
    fields["exchange_rates"] = [
        {"currency": rate.currency, "nok": f"{rate.nok:f}", "on": rate.on, "status": rate.status, "source": rate.source}
        for rate in assumed.exchange_rates
    ]
    return fields


def _json_money(money: Money | None) -> dict[str, str] | None:
    return {"amount": _amount(money.amount), "currency": money.currency} if money else None


def _json_choices(choices: Choices) -> dict[str, Any]:
    fields: dict[str, Any] = plain(choices._replace(costs=(), work=None))
    fields["savings"] = _amount(choices.savings)
    fields["work"] = _json_money(choices.work)
    fields["costs"] = [
        {
            "id": cost.id,
            "title": cost.title,
            "amount": _json_money(cost.amount),
            "month": str(cost.month) if cost.month else None,
            "monthly": cost.monthly,
        }
        for cost in choices.costs
    ]
    return fields


def _json_line(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "month": str(line.month),
        "kind": line.kind,
        "amount": _amount(line.amount),
        "original": _json_money(line.original),
        "exchange_rate": f"{line.exchange.nok:f}" if line.exchange else None,
        "status": line.status,
        "estimate": line.has_estimate,
        "rates": [_json_rate(rate) for rate in line.rates],
        "factors": plain(line.factors),
        "source": line.source,
        "note": line.note,
        "year": line.year,
    }


def _json_rate(rate: UsedRate) -> dict[str, Any]:
    return {
        "id": rate.id,
        "from": rate.from_date,
        "until": rate.until_date,
        "value": f"{rate.value:f}",
        "unit": rate.unit,
        "status": rate.status,
        "own_status": rate.own_status,
        "source": rate.source,
        "verified_on": rate.verified_on,
        "rule": rate.rule,
    }


def _json_currency(effect: CurrencyEffect) -> dict[str, Any]:
    swing = effect.exchange.swing
    return {
        "currency": effect.exchange.currency,
        "net": _amount(effect.net),
        "effect_of_ten_percent": _amount(effect.ten_percent),
        "effect_of_ten_percent_cheaper": _amount(effect.ten_percent_cheaper),
        "effect_at_low": _amount(effect.at_low) if effect.at_low is not None else None,
        "effect_at_high": _amount(effect.at_high) if effect.at_high is not None else None,
        "swing": {name: str(value) for name, value in swing._asdict().items()} if swing else None,
    }


def _json_totals(budget: Budget) -> dict[str, Any]:
    totals = budget.totals
    convertible = totals.may_become_grant
    return {
        "grant": _amount(totals.grant),
        "loan": _amount(totals.loan),
        "income": _amount(totals.income),
        "expense": _amount(totals.expense),
        "opening_balance": _amount(totals.opening_balance),
        "may_become_grant": _amount(convertible) if convertible is not None else None,
        "lowest_balance": {"month": str(totals.lowest_month), "amount": _amount(totals.lowest_balance)},
        "buffer_needed": _amount(totals.buffer_needed),
    }


def sources(lines: tuple[Line, ...]) -> dict[str, list[str]]:
    """Address to the ids of the lines that rest on it, in the order of the lines."""
    found: dict[str, list[str]] = {}
    for line in lines:
        exchange = line.exchange.source if line.exchange else None
        for url in (*(rate.source for rate in line.rates), line.source, exchange):
            if url and line.id not in found.setdefault(url, []):
                found[url].append(line.id)
    return found


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [_csv_row(line) for line in view.budget.lines])


def _csv_row(line: Line) -> list[object]:
    return [
        line.id,
        LINES[line.id],
        str(line.month),
        KINDS[line.kind],
        csv.decimal(line.amount),
        csv.decimal(line.original.amount.quantize(_CENTS)) if line.original else None,
        line.original.currency if line.original else None,
        csv.decimal(line.exchange.nok) if line.exchange else None,
        status_words(line),
        ", ".join(f"{rate.id} fra {rate.from_date}" for rate in line.rates),
        " ".join(dict.fromkeys(rate.source for rate in line.rates if rate.source)) or line.source,
        line.note,
    ]


def as_xlsx(view: View) -> bytes:
    from utveksling_cli.render import budsjett_xlsx

    return budsjett_xlsx.as_xlsx(view)


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import budsjett_table

    return budsjett_table.as_table(view, screen)
