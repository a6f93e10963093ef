"""All steps of the application on a screen: what is next and what is late on top, then each phase."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from utveksling_cli.model import process as codes
from utveksling_cli.model.process import PlannedStep
from utveksling_cli.render import notices
from utveksling_cli.render.layout import Column, Style, Styled, bold, table, wrap
from utveksling_cli.render.process_words import (
    ASSUMED,
    LEFT_OUT,
    MARKS,
    PHASES,
    WHO,
    dated,
    days_left,
    when,
)
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import day, inside, listed, semester
from utveksling_cli.render.wording import MARK_SENTENCES, STAYS

if TYPE_CHECKING:
    from utveksling_cli.render.soknad import View

_COLUMNS = (Column("Steg"), Column("Hva", prose=18), Column("Når", prose=16), Column("Hvem", prose=8, drop=1))


def overview(view: View, screen: Screen) -> str:
    title = f"Søknaden, {STAYS[view.application.stay]} {semester(view.application.semester)}{_where(view)}, "
    parts = [*bold(f"{title}regnet fra {day(view.today)}", screen), "", *_on_top(view, screen), ""]
    rows = [row for phase, steps in groupby(view.steps, _phase) for row in _rows(phase, list(steps), screen)]
    below = [*_legend(view, screen), *_left_out(view, screen), *notices.lines(view.application.notices, screen)]
    below += wrap("Se ett steg, med kilde og kontakt: utveksling søknad STEG", screen.width, hanging="  ")
    return "\n".join([*parts, table(_COLUMNS, rows, screen), *below]) + "\n"


def _where(view: View) -> str:
    if view.hosts:
        return f", {listed([name for _, name in view.hosts])}"
    return f" {inside(view.names[view.application.countries[0]])}" if view.application.countries else ""


def _phase(planned: PlannedStep) -> str:
    return planned.step.phase


def _on_top(view: View, screen: Screen) -> Iterator[str]:
    """What is late, what is next, whom the student waits for, and the next deadline."""
    found = view.application
    for planned in found.late:
        yield from _told("For sent", planned, screen, screen.bad)
    if found.next is not None and found.next not in found.late:
        yield from _told("Neste", found.next, screen, screen.good)
    if found.next is None:
        waiting = [one for one in found.steps if one.state == codes.WAITING and not one.waits_for]
        for planned in waiting:
            yield from _told("Venter på", planned, screen, screen.warn)
        if not waiting and not found.late:
            yield from wrap("Ingen steg står igjen nå.", screen.width)
    if found.next_deadline is not None and found.next_deadline != found.next:
        yield from _told("Neste frist", found.next_deadline, screen, screen.warn)


def _told(label: str, planned: PlannedStep, screen: Screen, style: Style) -> list[str]:
    limit = planned.limit
    left = f", {days_left(limit)}" if limit and (limit.role == codes.BY or limit.days_left >= 0) else ""
    tail = f", {dated(limit)}{left}" if limit else f": {planned.step.when}"
    if planned.state == codes.LATER and planned.opening is not None:
        tail = f", {dated(planned.opening)}{tail if limit else ''}"
    first, *rest = wrap(f"{label}: {planned.step.title} ({planned.step.id}){tail}", screen.width, hanging="  ")
    head, colon, remainder = first.partition(":")
    return [f"{style(head + colon)}{remainder}", *rest]


def _rows(phase: str, steps: list[PlannedStep], screen: Screen) -> Iterator[Styled]:
    yield Styled([PHASES[phase], "", "", ""], screen.bold)
    for planned in steps:
        cells = [
            f"{MARKS[planned.state]} {planned.step.id}",
            f"{planned.step.title}{_maybe(planned)}",
            when(planned),
            WHO[planned.step.who[0]],
        ]
        yield Styled(cells, _style(planned, screen))


def _maybe(planned: PlannedStep) -> str:
    if planned.applies != codes.DEPENDS:
        return ""
    return " (om du trenger det)" if planned.step.condition == codes.ON_NEED else " (kanskje)"


def _style(planned: PlannedStep, screen: Screen) -> Style | None:
    styles: dict[str, Style] = {
        codes.DONE: screen.dim,
        codes.IMPLIED: screen.dim,
        codes.PASSED: screen.dim,
        codes.LATE: screen.bad,
    }
    return styles.get(planned.state)


def _legend(view: View, screen: Screen) -> list[str]:
    words = {codes.DONE: "gjort", codes.READY: "kan gjøres nå", codes.LATE: "for sent", codes.WAITING: "venter"}
    words[codes.PASSED] = "passert"
    marks = {MARKS[planned.state] for planned in view.steps}
    used = [f"{MARKS[state]} {text}" for state, text in words.items() if MARKS[state] in marks]
    assumed = any(found.ground == codes.ASSUMPTION for planned in view.steps for found in planned.dates)
    used += [f"{ASSUMED} {MARK_SENTENCES[ASSUMED]}"] if assumed else []
    return wrap("; ".join(used), screen.width, hanging="  ")


def _left_out(view: View, screen: Screen) -> Iterator[str]:
    """Only what a condition leaves out; what belongs to another type of stay is not missed."""
    for step in view.left_out:
        if view.application.stay in step.stays and step.condition in LEFT_OUT:
            text = f"Ikke med: {step.title} ({step.id}), {LEFT_OUT[step.condition]}."
            yield from wrap(text, screen.width, hanging="  ")
