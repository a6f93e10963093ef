"""NTNU's deadline, form and advisers and the host's own site, as they stand below a plan of courses."""

from __future__ import annotations

from typing import Any

from utveksling_cli.model.course_outlook import CoursePages
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.process import Contact
from utveksling_cli.render.text import day, plural, weekday

_WHOM = {"possible": ", kanskje", "listed": ", for noen land"}


def pages_json(pages: CoursePages) -> dict[str, Any]:
    """`course_catalogue` is null as long as the facts have no host's list of courses."""
    return {
        "deadlines": [_deadline_json(one) for one in pages.deadlines],
        "host_site": pages.site,
        "course_catalogue": None,
        "form": pages.form,
        "contacts": [
            {"id": one.id, "name": one.name, "email": one.email, "link": one.link, "verified_on": one.verified_on}
            for one in pages.contacts
        ],
    }


def _deadline_json(one: Deadline) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "date": one.day.isoformat(),
        "days_left": one.days_left,
        "binding": one.binding,
        "source": one.source,
        "verified_on": one.verified_on,
    }


def pages_lines(pages: CoursePages, host: tuple[str, str] | None) -> list[str]:
    lines = [_deadline(one) for one in pages.deadlines]
    if not lines:
        lines.append("NTNUs søknadsfrist: ukjent")
    lines += link_lines(pages, host[1] if host else None)
    return lines + [f"{one.name}: lenke ukjent" for one in pages.contacts if not _reached(one)]


def link_lines(pages: CoursePages, host: str | None) -> list[str]:
    """The pages alone, for where no semester is chosen yet."""
    lines = []
    if host is not None:
        start = f"begynn på {pages.site}" if pages.site else "lærestedets nettsted er også ukjent"
        lines.append(f"Emnesidene til {host}: adressen er ukjent; {start}")
    lines.append(f"NTNUs skjema: {pages.form or 'lenke ukjent'}")
    return lines + [f"{one.name}: {_reached(one)}" for one in pages.contacts if _reached(one)]


def _deadline(one: Deadline) -> str:
    left = f"{plural(one.days_left, 'dag', 'dager')} igjen" if not one.past else "passert"
    return f"{one.title}{_WHOM.get(one.binding, '')}: {weekday(one.day)} {day(one.day)} ({left})"


def _reached(one: Contact) -> str:
    return ", ".join(text for text in (one.email, one.link) if text)
