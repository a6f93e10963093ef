"""The answer of `krav`: each condition, whether it is met as far as the facts tell, and where that was read."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.model.answers import ENOUGH, NOT_MET, ORDER
from utveksling_cli.model.eligibility import Applicant, Eligibility, EligibilityCheck
from utveksling_cli.model.notice import Notice
from utveksling_cli.render import csv, notices, sources
from utveksling_cli.render.eligibility_words import ABOUT, TITLES, reason
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.language_words import ANSWERS
from utveksling_cli.render.layout import Column, Style, Styled, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, day, semester
from utveksling_cli.render.wording import CONFIDENCE, STATUS

SCHEMA = "utveksling.krav/1"
_CSV_HEADER = (
    "id", "navn", "semester", "krav", "gjelder", "svar", "grunn", "status", "sikkerhet", "kilde", "kontrollert",
)  # fmt: skip
_COLUMNS = (
    Column("Krav", prose=14),
    Column("Svar", prose=8),
    Column("Grunn", prose=30),
    Column("Bygger på", prose=10, drop=1),
)


class View(NamedTuple):
    """`found` is one for each host, or one without a host; `told` is what to know of the plan's courses."""

    found: tuple[Eligibility, ...]
    applicant: Applicant
    today: date
    data_version: str
    told: tuple[Notice, ...] = ()

    @property
    def notices(self) -> list[Notice]:
        """Each once, however many hosts have it."""
        told = list(self.told)
        for one in self.found:
            told += [notice for notice in one.notices if notice not in told]
        return told


def as_json(view: View) -> dict[str, Any]:
    """`checks` are those that hold wherever the student goes; each host has all that concern it.

    `count` is of the hosts, or of the checks where there is no host.
    """
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today.isoformat(),
        "applicant": plain(view.applicant),
        "count": sum(one.host is not None for one in view.found) or sum(len(one.checks) for one in view.found),
        "not_met": sum(check.answer == NOT_MET for one in view.found for check in one.checks),
        "hosts": [_json_host(one) for one in view.found if one.host is not None],
        "checks": [_json_check(check) for one in view.found if one.host is None for check in one.checks],
        "notices": json_notices(view.notices),
    }


def _json_host(one: Eligibility) -> dict[str, Any]:
    assert one.host is not None
    return {
        "id": one.host.id,
        "name": one.host.name,
        "country": one.host.country,
        "semester": str(one.semester),
        "checks": [_json_check(check) for check in one.checks],
    }


def _json_check(check: EligibilityCheck) -> dict[str, Any]:
    fields: dict[str, Any] = plain(check)
    return fields | {"values": dict(check.values), "text": reason(check)}


def as_csv(view: View) -> str:
    rows = [_csv_row(one, check) for one in view.found for check in one.checks]
    return csv.table(_CSV_HEADER, rows)


def _csv_row(one: Eligibility, check: EligibilityCheck) -> list[object]:
    return [
        one.host.id if one.host else None,
        one.host.name if one.host else None,
        str(one.semester),
        TITLES[check.id],
        ABOUT[check.about],
        ANSWERS[check.answer],
        reason(check),
        STATUS[check.status] if check.status else None,
        CONFIDENCE[check.confidence] if check.confidence else None,
        check.source,
        check.verified_on,
    ]


def as_table(view: View, screen: Screen) -> str:
    parts = [_block(one, view, screen) for one in view.found]
    below = notices.lines(view.notices, screen) + sources.lines(_read(view), screen)
    return "\n".join([*parts, "\n".join(below) + "\n"])


def _block(one: Eligibility, view: View, screen: Screen) -> str:
    where = one.host.name if one.host else "uansett lærested"
    title = f"Krav for {semester(one.semester)}, {where}, regnet fra {day(view.today)}"
    head = [screen.bold(line) for line in wrap(clean(title), screen.width)]
    head += wrap(_counted(one), screen.width)
    return "\n".join(head) + "\n\n" + table(_COLUMNS, [_row(check, screen) for check in one.checks], screen)


def _counted(one: Eligibility) -> str:
    """`4 oppfylt, 1 ikke oppfylt, 3 ukjent.`"""
    numbers = [(sum(check.answer == answer for check in one.checks), ANSWERS[answer]) for answer in reversed(ORDER)]
    return ", ".join(f"{number} {words}" for number, words in numbers if number) + "."


def _row(check: EligibilityCheck, screen: Screen) -> Styled:
    style: Style | None = None
    if check.answer not in ENOUGH:
        style = screen.bad if check.answer == NOT_MET else screen.warn
    return Styled([TITLES[check.id], ANSWERS[check.answer], reason(check), _rests_on(check)], style)


def _rests_on(check: EligibilityCheck) -> str:
    if check.status:
        return STATUS[check.status]
    return f"sikkerhet: {CONFIDENCE[check.confidence]}" if check.confidence else "–"


def _read(view: View) -> list[sources.Read]:
    checks = [check for one in view.found for check in one.checks]
    return [
        sources.Read(TITLES[check.id], check.source, check.verified_on)
        for check in checks
        if check.source and check.verified_on
    ]
