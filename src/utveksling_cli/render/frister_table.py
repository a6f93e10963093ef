"""The deadlines of `frister` on a screen: a row for each, then the notes and the sources."""

from __future__ import annotations

from utveksling_cli.model.deadline import EARLY, MAIN, SOON_DAYS, Deadline
from utveksling_cli.render import notices, sources
from utveksling_cli.render.frister import View
from utveksling_cli.render.layout import Column, Styled, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import dated, day, inside, semester, weekday

_COLUMNS = (
    Column("Dato"),
    Column("Dager", right=True),
    Column("Frist", prose=18),
    Column("Gjelder", prose=24),
)


def as_table(view: View, screen: Screen) -> str:
    title = f"Frister for {semester(view.semester)}{_where(view)}, regnet fra {day(view.today)}"
    parts = ["\n".join(bold(title, screen)) + "\n"]
    if view.deadlines:
        parts.append(table(_COLUMNS, [_row(deadline, view, screen) for deadline in view.deadlines], screen))
    below = notices.lines(view.notices, screen) + _notes(view, screen)
    below += sources.lines(_read(view.deadlines), screen)
    return "\n".join([*parts, "\n".join(below) + "\n"])


def _where(view: View) -> str:
    if view.host:
        return f", {view.host}"
    return f", {view.names[view.country]}" if view.country else ""


def _row(deadline: Deadline, view: View, screen: Screen) -> Styled:
    cells = [
        dated(deadline.day, approximate=deadline.approximate),
        _days_left(deadline),
        deadline.title + _day_off(deadline),
        _applies_to(deadline, view),
    ]
    if deadline.past:
        return Styled(cells, screen.dim)
    return Styled(cells, screen.warn if deadline.days_left <= SOON_DAYS else None)


def _days_left(deadline: Deadline) -> str:
    if deadline.past:
        return "passert"
    return "i dag" if deadline.days_left == 0 else str(deadline.days_left)


def _day_off(deadline: Deadline) -> str:
    if deadline.safe_day == deadline.day:
        return ""
    return f" ({deadline.holiday or weekday(deadline.day)}!)"


def _applies_to(deadline: Deadline, view: View) -> str:
    if deadline.kind not in {EARLY, MAIN}:
        return deadline.applies_to
    if deadline.binding == "certain" and view.country:
        return f"Alle læresteder {inside(view.names[view.country])}"
    if deadline.binding == "possible" and view.country:
        return f"Noen læresteder {inside(view.names[view.country])}; hvilke er ukjent"
    return deadline.applies_to


def _notes(view: View, screen: Screen) -> list[str]:
    """What the data file says beside a date, with the title it belongs to."""
    noted = {f"{deadline.title}: {deadline.note}" for deadline in view.deadlines if deadline.note}
    return [line for note in sorted(noted) for line in wrap(f"Merk: {note}", screen.width, hanging="  ")]


def _read(deadlines: tuple[Deadline, ...]) -> list[sources.Read]:
    return [sources.Read(one.title, one.source, one.verified_on) for one in deadlines if one.source]
