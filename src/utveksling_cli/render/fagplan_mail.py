"""The text of the mail to the adviser when a course is changed: what goes out, what comes in, what it stands for."""

from __future__ import annotations

from utveksling_cli.model.course import Course
from utveksling_cli.render.fagplan import View
from utveksling_cli.render.fagplan_words import REASONS, size_words
from utveksling_cli.render.text import clean


def mail(swap: tuple[Course | None, Course | None], reason: str, view: View) -> str:
    """Ready to be copied; names of people are the student's to fill in."""
    old, new = swap
    place = view.host[1] if view.host else "lærestedet"
    lines = [f"Emne: Endring i fagplanen, {clean(place)}, {view.semester}", "", "Hei,", ""]
    lines += ["Jeg ber om godkjenning av en endring i den forhåndsgodkjente fagplanen min:", ""]
    if old is not None:
        lines += [f"Går ut: {clean(old.name)}", *_about(old, view), ""]
    if new is not None:
        lines += [f"Kommer inn: {clean(new.name)}", *_about(new, view), ""]
    lines += [f"Grunn: {REASONS[reason]} ({reason}).", ""]
    lines += ["Kan dere bekrefte at endringen er godkjent, og at resten av planen fortsatt gjelder?"]
    return "\n".join(lines) + "\n"


def _about(course: Course, view: View) -> list[str]:
    lines = [f"  Omfang: {size_words(view.found.sizes[course.id])}"]
    if course.replaces:
        lines.append(f"  Erstatter: {clean(', '.join(course.replaces))}")
    if course.link:
        lines.append(f"  Emnebeskrivelse: {clean(course.link)}")
    return lines
