"""The answer of `frister`: each date, whom it binds, and how many days are left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Semester
from utveksling_cli.render import csv
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.text import weekday
from utveksling_cli.render.wording import STATUS, YES_NO

if TYPE_CHECKING:
    from utveksling_cli.render.screen import Screen

SCHEMA = "utveksling.frister/1"
_CSV_HEADER = (
    "id", "frist", "dato", "ukedag", "dager_igjen", "passert", "fridag", "trygg_dato", "gjelder", "binder",
    "omtrentlig", "status", "kilde", "kontrollert",
)  # fmt: skip
_JSON_NAMES = {"day": "date", "safe_day": "safe_date"}
_BINDING = {
    "everyone": "alle",
    "certain": "sikkert",
    "possible": "kanskje",
    "listed": "bare noen",
}


class View(NamedTuple):
    """`country` is the ISO code asked for, `host` the name of the host and `host_id` its id, if any."""

    deadlines: tuple[Deadline, ...]
    notices: tuple[Notice, ...]
    semester: Semester
    today: date
    country: str | None
    host: str | None
    data_version: str
    names: dict[str, str]
    host_id: str | None = None


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "semester": str(view.semester),
        "today": view.today.isoformat(),
        "country": view.country,
        "hosts": [view.host] if view.host else [],
        "host_ids": [view.host_id] if view.host_id else [],
        "count": len(view.deadlines),
        "deadlines": [json_deadline(deadline) for deadline in view.deadlines],
        "notices": json_notices(view.notices),
    }


def json_deadline(deadline: Deadline) -> dict[str, Any]:
    fields: dict[str, Any] = plain(deadline)
    return {_JSON_NAMES.get(name, name): value for name, value in fields.items()}


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [_csv_row(deadline) for deadline in view.deadlines])


def _csv_row(deadline: Deadline) -> list[object]:
    return [
        deadline.id,
        deadline.title,
        deadline.day.isoformat(),
        None if deadline.approximate else weekday(deadline.day),
        deadline.days_left,
        YES_NO[deadline.past],
        deadline.holiday,
        deadline.safe_day.isoformat(),
        deadline.applies_to,
        _BINDING[deadline.binding],
        YES_NO[deadline.approximate],
        STATUS[deadline.status],
        deadline.source,
        deadline.verified_on,
    ]


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import frister_table

    return frister_table.as_table(view, screen)
