"""The answer of `frister` for a plan: every date with what it rests on, and how many days are left."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.model.deadline import SOON_DAYS, Deadline
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import ASSUMPTION, PlanDate
from utveksling_cli.render import csv, notices, sources
from utveksling_cli.render.frister import SCHEMA, json_deadline
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.layout import Column, Styled, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, dated, day, listed, semester, weekday
from utveksling_cli.render.timeline_words import GROUNDS, KINDS, day_off, reason, safe, title
from utveksling_cli.render.wording import YES_NO

_CSV_HEADER = (
    "id", "hva", "dato", "ukedag", "dager_igjen", "passert", "fridag", "trygg_dato", "type", "grunnlag", "omtrentlig",
    "gjort", "forklaring", "kilde", "kontrollert",
)  # fmt: skip


class View(NamedTuple):
    """`within` is how many days ahead was asked for, `done` the ids of dates whose step is done.

    `hosts` are the names of the choices and `host_ids` their ids.
    `alarms` (days before) and `stamp` (ISO, UTC) are for a calendar.
    """

    dates: tuple[PlanDate, ...]
    notices: tuple[Notice, ...]
    deadlines: tuple[Deadline, ...]
    semester: Semester
    today: date
    country: str | None
    hosts: tuple[str, ...]
    data_version: str
    plan: str | None
    within: int | None
    done: frozenset[str]
    alarms: tuple[int, ...]
    stamp: str
    host_ids: tuple[str, ...] = ()


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "semester": str(view.semester),
        "today": view.today.isoformat(),
        "country": view.country,
        "plan": view.plan,
        "hosts": list(view.hosts),
        "host_ids": list(view.host_ids),
        "within_days": view.within,
        "count": len(view.deadlines),
        "deadlines": [json_deadline(deadline) for deadline in view.deadlines],
        "dates": [date_json(found, view.done) for found in view.dates],
        "notices": json_notices(view.notices),
    }


def date_json(found: PlanDate, done: frozenset[str] = frozenset()) -> dict[str, Any]:
    return {
        "id": found.id,
        "date": found.day.isoformat(),
        "title": title(found),
        "kind": found.kind,
        "ground": found.basis.ground,
        "days_left": found.days_left,
        "past": found.past,
        "done": found.id in done,
        "safe_date": found.safe_day.isoformat(),
        "approximate": found.approximate,
        "host": found.host,
        "reason": reason(found) or None,
        "source": found.basis.source,
        "verified_on": found.basis.verified_on,
        "note": found.basis.note,
    }


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [_csv_row(found, view) for found in view.dates])


def _csv_row(found: PlanDate, view: View) -> list[object]:
    return [
        found.id,
        title(found),
        found.day.isoformat(),
        None if found.approximate else weekday(found.day),
        found.days_left,
        YES_NO[found.past],
        day_off(found).rstrip("!") or None,
        found.safe_day.isoformat(),
        KINDS[found.kind],
        GROUNDS[found.basis.ground],
        YES_NO[found.approximate],
        YES_NO[found.id in view.done],
        reason(found) or None,
        found.basis.source,
        found.basis.verified_on,
    ]


def as_ics(view: View) -> bytes:
    from utveksling_cli.render.ics import calendar

    return calendar(view)


_COLUMNS = (
    Column("Dato"),
    Column("Dager", right=True),
    Column("Hva", prose=24),
    Column("Type", drop=1),
    Column("Grunnlag"),
)


def as_table(view: View, screen: Screen) -> str:
    heading = [line for text in _heading(view) for line in bold(text, screen)]
    parts = ["\n".join(heading) + "\n"]
    if view.dates:
        parts.append(table(_COLUMNS, [_row(found, view, screen) for found in view.dates], screen))
    else:
        parts.append("\n".join(wrap(_nothing(view), screen.width)) + "\n")
    below = [*notices.lines(view.notices, screen), *_reasons(view, screen), *_notes(view, screen)]
    below += sources.lines(_read(view.dates), screen)
    return "\n".join([*parts, "\n".join(below) + "\n"] if below else parts)


def _heading(view: View) -> list[str]:
    dates = f"Frister for {semester(view.semester)}{_ahead(view.within)}, regnet fra {day(view.today)}"
    return [dates, f"Valg: {listed(list(view.hosts))}"] if view.hosts else [dates]


def _ahead(within: int | None) -> str:
    if within is None:
        return ""
    return {0: ", i dag", 1: ", i dag og i morgen"}.get(within, f", de neste {within} dagene")


def _nothing(view: View) -> str:
    return "Ingen frister er kjent." if view.within is None else "Ingenting forfaller."


def _row(found: PlanDate, view: View, screen: Screen) -> Styled:
    off = day_off(found)
    cells = [
        dated(found.day, approximate=found.approximate),
        days_left(found, done=found.id in view.done),
        f"{title(found)} ({off})" if off else title(found),
        KINDS[found.kind],
        GROUNDS[found.basis.ground],
    ]
    if found.past or found.id in view.done:
        return Styled(cells, screen.dim)
    return Styled(cells, screen.warn if found.days_left <= SOON_DAYS else None)


def days_left(found: PlanDate, *, done: bool = False) -> str:
    if done:
        return "gjort"
    if found.past:
        return "passert"
    return "i dag" if found.days_left == 0 else str(found.days_left)


def _reasons(view: View, screen: Screen) -> list[str]:
    """How each date that no fact states was found, and what a day off asks for."""
    told = [(title(found), reason(found)) for found in view.dates if reason(found)]
    lines = [f"{name}: {why}" for name, why in dict.fromkeys(told)]
    lines += [f"{title(found)}: {safe(found)}" for found in view.dates if safe(found) and not _in_notices(found, view)]
    return [line for text in lines for line in wrap(clean(text), screen.width, hanging="  ")]


def _in_notices(found: PlanDate, view: View) -> bool:
    return any(notice.values.get("day") == found.day.isoformat() for notice in view.notices)


def _notes(view: View, screen: Screen) -> list[str]:
    """What the data says beside a date, with the title it belongs to."""
    noted = dict.fromkeys(f"Merk: {title(found)}: {found.basis.note}" for found in view.dates if found.basis.note)
    return [line for note in noted for line in wrap(clean(note), screen.width, hanging="  ")]


def _read(dates: tuple[PlanDate, ...]) -> list[sources.Read]:
    return [
        sources.Read(title(found), found.basis.source, found.basis.verified_on or "")
        for found in dates
        if found.basis.source and found.basis.ground != ASSUMPTION
    ]
