"""The answer of `satser` for other programs and for spreadsheets; `satser_table` is the one for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import AGREEMENTS, COUNTRIES, LANGUAGES, CodeSet, Rate, RateOnDay, RateValue, SetOnDay
from utveksling_cli.model.time import AcademicYear
from utveksling_cli.render import csv
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.wording import STATUS, UNITS, UNKNOWN

SCHEMA = "utveksling.satser/1"
_TENTH = Decimal("0.1")
_CSV_HEADER = (
    "id", "tittel", "verdi", "enhet", "land", "fra", "til", "status", "endring", "endring_i", "kilde", "kontrollert",
    "merknad", "avtaler", "språk",
)  # fmt: skip
_CSV_COLUMNS = {COUNTRIES: "land", AGREEMENTS: "avtaler", LANGUAGES: "språk"}
_CHANGE_UNITS = {"percent": "prosent", "percentage_points": "prosentpoeng"}
# What stands beside a bare number in a spreadsheet where the table writes `40 %` and `juli`.
_BARE_UNITS = {"share": "andel", "month number": "måned nummer"}


Row = dict[str, object]


class ShownRate(NamedTuple):
    """A rate with how much each of its values differs from the one before it."""

    on_day: RateOnDay
    changes: tuple[Decimal | None, ...]


class View(NamedTuple):
    """`over_time` shows every period and not just that of the day; `below` are ids that lie below those asked for."""

    rates: tuple[ShownRate, ...]
    sets: tuple[SetOnDay, ...]
    notices: tuple[Notice, ...]
    day: date
    study_year: AcademicYear | None
    text: str | None
    over_time: bool
    below: tuple[str, ...]
    names: dict[str, str]
    data_version: str


def payer(identifier: str) -> str:
    """The first part of an id: who pays."""
    return identifier.partition(".")[0]


def status_words(status: str, own_status: str) -> str:
    """`videreført anslag`: as budgets say it."""
    words = STATUS.get(status, UNKNOWN)
    return f"{words} {STATUS['estimate']}" if status == "carried_forward" and own_status == "estimate" else words


def change_in(rate: Rate, change: Decimal) -> tuple[Decimal, str]:
    """The change with one decimal, and whether it is in percent or percentage points."""
    unit = "percentage_points" if rate.unit == "share" else "percent"
    return (change * 100).quantize(_TENTH, ROUND_HALF_UP) + 0, unit


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "day": view.day.isoformat(),
        "study_year": plain(view.study_year),
        "rates": [_json_rate(shown, view.over_time) for shown in view.rates],
        "country_sets": _json_sets(view, COUNTRIES),
        "agreement_sets": _json_sets(view, AGREEMENTS),
        "language_sets": _json_sets(view, LANGUAGES),
        "notices": json_notices(view.notices),
    }


def _json_rate(shown: ShownRate, over_time: bool) -> dict[str, Any]:
    rate, current, status = shown.on_day
    fields: dict[str, Any] = {
        "id": rate.id,
        "payer": payer(rate.id),
        "title": rate.title,
        "unit": rate.unit,
        "rule": rate.rule,
        "value": plain(current.value) if current else None,
        "status": status,
        "own_status": current.status if current and current.value is not None else None,
        **_standing(current),
    }
    if over_time:
        pairs = zip(rate.values, shown.changes, strict=True)
        fields["values"] = [_json_value(rate, value, change) for value, change in pairs]
    return fields


def _standing(period: RateValue | CodeSet | None) -> dict[str, str | None]:
    return {
        "from": period.from_date if period else None,
        "until": period.until_date if period else None,
        "source": period.source if period else None,
        "verified_on": period.verified_on if period else None,
        "note": period.note if period else None,
    }


def _json_value(rate: Rate, value: RateValue, change: Decimal | None) -> dict[str, Any]:
    amount, unit = change_in(rate, change) if change is not None else (None, None)
    status = "unknown" if value.value is None else value.status
    fields: dict[str, Any] = {"value": plain(value.value), "status": status, **_standing(value)}
    return fields | {"change": {"value": plain(amount), "unit": unit} if unit else None}


def _json_sets(view: View, kind: str) -> list[dict[str, Any]]:
    return [_json_set(entry, view.over_time) for entry in view.sets if entry.kind == kind]


def _json_set(entry: SetOnDay, over_time: bool) -> dict[str, Any]:
    current = entry.current
    fields: dict[str, Any] = {
        "id": entry.id,
        "payer": payer(entry.id),
        "title": entry.title,
        "rule": entry.rule,
        entry.kind: plain(current.codes) if current else None,
        "status": entry.status,
        "own_status": current.status if current else None,
        **_standing(current),
    }
    if over_time:
        fields["values"] = [
            {entry.kind: plain(period.codes), "status": period.status, **_standing(period)} for period in entry.periods
        ]
    return fields


def as_csv(view: View) -> str:
    """One row for each rate and set, or for each of their periods."""
    rows = [row for shown in view.rates for row in _csv_rate(shown, view.over_time)]
    rows += [row for entry in view.sets for row in _csv_set(entry, view.over_time)]
    return csv.table(_CSV_HEADER, [[row.get(column) for column in _CSV_HEADER] for row in rows])


def _csv_rate(shown: ShownRate, over_time: bool) -> Iterator[Row]:
    rate, current, status = shown.on_day
    same: Row = {"id": rate.id, "tittel": rate.title, "enhet": UNITS[rate.unit] or _BARE_UNITS[rate.unit]}
    if current is None and not over_time:
        yield same | {"verdi": UNKNOWN, "status": UNKNOWN}
    for value, change in zip(rate.values, shown.changes, strict=True):
        if value.value is None:
            found: Row = {"verdi": UNKNOWN, "status": UNKNOWN}
        else:
            words = status_words(value.status if over_time else status, value.status)
            found = {"verdi": csv.decimal(value.value), "status": words}
        if change is not None:
            amount, unit = change_in(rate, change)
            found |= {"endring": csv.decimal(amount), "endring_i": _CHANGE_UNITS[unit]}
        if over_time or value is current:
            yield same | found | _csv_standing(value)


def _csv_set(entry: SetOnDay, over_time: bool) -> Iterator[Row]:
    same: Row = {"id": entry.id, "tittel": entry.title}
    column = _CSV_COLUMNS[entry.kind]
    if entry.current is None and not over_time:
        yield same | {column: UNKNOWN, "status": UNKNOWN}
    for period in entry.periods:
        words = status_words(period.status if over_time else entry.status, period.status)
        if over_time or period is entry.current:
            codes = " ".join(sorted(period.codes))
            yield same | {column: codes, "status": words} | _csv_standing(period)


def _csv_standing(period: RateValue | CodeSet) -> Row:
    return {
        "fra": period.from_date,
        "til": period.until_date,
        "kilde": period.source,
        "kontrollert": period.verified_on,
        "merknad": period.note,
    }


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import satser_over_time, satser_table

    return satser_over_time.as_table(view, screen) if view.over_time else satser_table.as_table(view, screen)
