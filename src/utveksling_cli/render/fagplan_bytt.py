"""The answer of `fagplan bytt`: what the change does to the plan, and the text of the mail to the adviser."""

from __future__ import annotations

from typing import Any, NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.render import fagplan_vis
from utveksling_cli.render.fagplan_pages import pages_lines
from utveksling_cli.render.fagplan_vis import PlanView
from utveksling_cli.render.fagplan_words import REASONS, size_words
from utveksling_cli.render.layout import bold
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import clean, semester


class SwapView(NamedTuple):
    """`old` went out and `new` came in, as they are after the change; one of them may be None."""

    plan: PlanView
    old: Course | None
    new: Course | None
    reason: str


def as_json(view: SwapView) -> dict[str, Any]:
    """As `fagplan vis`, with the change."""
    change = {
        "removed": view.old.id if view.old else None,
        "added": view.new.id if view.new else None,
        "reason": view.reason,
        "mail": mail(view),
    }
    return {**fagplan_vis.as_json(view.plan), "change": change}


def as_table(view: SwapView, screen: Screen) -> str:
    checked = view.plan.checked
    sides = [("Ut", view.old), ("Inn", view.new)]
    told = [f"{way}: {course.name}" for way, course in sides if course is not None]
    if view.new is None and view.old is not None and view.old.alternatives:
        told.append(f"Alternativene du har satt opp: {', '.join(view.old.alternatives)}")
    told += [fagplan_vis.total(one, view.plan) for one in view.plan.outlook.semesters]
    blocks = [fagplan_vis.prose(told, screen)]
    if checked.found.problems:
        blocks.append(fagplan_vis.problems(checked.found.problems, screen))
    blocks.append(fagplan_vis.prose(pages_lines(view.plan.pages, checked.host), screen))
    blocks.append("\n".join(bold("Tekst til e-posten til studieveilederen", screen)) + "\n")
    return "\n".join([*blocks, mail(view)])


def mail(view: SwapView) -> str:
    """Ready to be copied; names of people are the student's to fill in."""
    checked = view.plan.checked
    place = checked.host[1] if checked.host else "lærestedet"
    stay = " og ".join(semester(one) for one in view.plan.seasons.values())
    lines = [f"Emne: Endring i fagplanen, {clean(place)}, {stay}", "", "Hei,", ""]
    lines += ["Jeg ber om godkjenning av en endring i den forhåndsgodkjente fagplanen min:", ""]
    if view.old is not None:
        lines += [f"Går ut: {clean(view.old.name)}", *_about(view.old, view), ""]
    if view.new is not None:
        lines += [f"Kommer inn: {clean(view.new.name)}", *_about(view.new, view), *_link(view.new), ""]
    lines += [f"Grunn: {REASONS[view.reason]} ({view.reason}).", "", "Studiepoeng etter endringen:"]
    lines += [f"  {fagplan_vis.total(one, view.plan)}" for one in view.plan.outlook.semesters]
    lines += ["", "Kan dere bekrefte at endringen er godkjent, og at resten av planen fortsatt gjelder?"]
    return "\n".join(lines) + "\n"


def _about(course: Course, view: SwapView) -> list[str]:
    replaced = clean(", ".join(course.replaces)) or "ikke oppgitt"
    return [f"  Omfang: {size_words(view.plan.checked.found.sizes[course.id])}", f"  Erstatter: {replaced}"]


def _link(course: Course) -> list[str]:
    return [f"  Emnebeskrivelse: {clean(course.link) if course.link else 'lenke mangler'}"]
