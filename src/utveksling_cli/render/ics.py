"""Dates as a calendar (RFC 5545): days of their own, the same UID each time, and reminders in the morning.

An event that is imported again has a higher SEQUENCE, so that the calendar changes it and adds no second one.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from utveksling_cli.model.timeline import PlanDate
from utveksling_cli.render.text import clean, semester
from utveksling_cli.render.timeline_words import GROUNDS, KINDS, day_off, reason, safe, title

if TYPE_CHECKING:
    from utveksling_cli.render.timeline import View

_DOMAIN = "utveksling-cli"
# SEQUENCE counts minutes from here, and grows with each export.
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_HOUR = 9


def calendar(view: View) -> bytes:
    made = Calendar()
    made.add("prodid", f"-//{_DOMAIN}//frister//NO")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", f"Utveksling {semester(view.semester)}")
    for found in view.dates:
        made.add_component(_event(found, view))
    return bytes(made.to_ical())


def _event(found: PlanDate, view: View) -> Event:
    stamp = datetime.fromisoformat(view.stamp)
    event = Event()
    event.add("uid", f"{found.id}.{view.semester}@{_DOMAIN}")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max(int((stamp - _EPOCH).total_seconds()) // 60, 0))
    event.add("dtstart", found.day)
    event.add("dtend", found.day + timedelta(days=1))
    event.add("summary", clean(_summary(found)))
    event.add("description", "\n".join(map(clean, _description(found, view))))
    event.add("categories", [clean(KINDS[found.kind])])
    event.add("transp", "TRANSPARENT")
    if found.basis.source:
        event.add("url", clean(found.basis.source))
    if found.id not in view.done:
        for days in view.alarms:
            event.add_component(_alarm(found, days))
    return event


def _summary(found: PlanDate) -> str:
    off = day_off(found)
    about = "ca. " if found.approximate else ""
    return f"{about}{title(found)}{f' ({off})' if off else ''}"


def _description(found: PlanDate, view: View) -> list[str]:
    lines = [reason(found), safe(found), found.basis.note or "", f"Grunnlag: {GROUNDS[found.basis.ground]}"]
    if found.basis.source:
        lines.append(f"Kilde: {found.basis.source}")
    if found.id in view.done:
        lines.append("Gjort.")
    return [line for line in lines if line]


def _alarm(found: PlanDate, days: int) -> Alarm:
    """Counted from the day's first minute, wherever the calendar's owner is."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(hours=_HOUR) - timedelta(days=days))
    alarm.add("description", clean(_summary(found)))
    return alarm
