"""What NTNU's form for pre-approval asks, in its order, as rows and lines that each format writes in its own way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.render.fagplan_pages import pages_lines
from utveksling_cli.render.fagplan_vis import PlanView
from utveksling_cli.render.fagplan_words import LEVELS, SEMESTERS, STATUSES, size_words, sp
from utveksling_cli.render.text import NBSP, clean, plural, semester

_READING = "Pensumliste"
# The title of each column, and how much of the page's width it takes.
_HEADS = {
    "Emne": 18,
    "Kode": 8,
    "Emnebeskrivelse": 17,
    "Omfang": 10,
    "Studiepoeng": 12,
    "Erstatter ved NTNU": 11,
    _READING: 15,
    "Nivå": 8,
    "Semester": 10,
    "Status": 10,
}


class Form(NamedTuple):
    """`widths` are shares, one for each of `heads`; `sizes` say how each course's studiepoeng were found."""

    title: str
    draft: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    sizes: tuple[str, ...]
    pages: tuple[str, ...]


def form_of(view: PlanView) -> Form:
    """Every text in it is clean, so that only what is markup in a format is left to escape."""
    host, courses = view.checked.host, view.checked.found.counting
    heads = [head for head in _HEADS if head != _READING or any(course.reading_list for course in courses)]
    rows = [_cells(course, view) for course in courses]
    return Form(
        clean(f"Fagplan: {host[1] if host else 'lærested ikke valgt'}, {_stay(view)}"),
        "Utkast. Ikke signert av student, NTNU eller lærested.",
        tuple(heads),
        tuple(_HEADS[head] for head in heads),
        tuple(tuple(clean(row[head]) for head in heads) for row in rows),
        tuple(_total(view, len(courses))),
        tuple(clean(f"{one.name}: {size_words(view.checked.found.sizes[one.id])}") for one in courses),
        tuple(map(clean, (*pages_lines(view.pages, None), *_site(view)))),
    )


def _site(view: PlanView) -> Iterable[str]:
    if view.checked.host and view.pages.site:
        yield f"Nettstedet til {view.checked.host[1]}: {view.pages.site}"


def _stay(view: PlanView) -> str:
    stay = " og ".join(map(semester, view.seasons.values()))
    return f"{stay} (antatt, planen sier ikke når)" if view.assumed else stay


def _cells(course: Course, view: PlanView) -> dict[str, str]:
    size = view.checked.found.sizes[course.id]
    return {
        "Emne": course.title or "",
        "Kode": course.code or "",
        "Emnebeskrivelse": course.link or "",
        "Omfang": size.said.text.replace(".", ",").replace(" ", NBSP) or "ikke oppgitt",
        "Studiepoeng": "ukjent" if size.sp is None else sp(size.sp),
        "Erstatter ved NTNU": ", ".join(course.replaces),
        _READING: course.reading_list or "",
        "Nivå": LEVELS[course.level] if course.level else "",
        "Semester": _semester(course, view),
        "Status": STATUSES[course.status],
    }


def _semester(course: Course, view: PlanView) -> str:
    """With its year where the stay has that semester; a course that does not say is in the only one there is."""
    seasons = view.seasons
    if course.semester is None:
        return semester(next(iter(seasons.values()))) if len(seasons) == 1 else ""
    return semester(seasons[course.semester]) if course.semester in seasons else SEMESTERS[course.semester]


def _total(view: PlanView, count: int) -> Iterable[str]:
    found = view.checked.found
    unsure = f" (minst; {plural(len(found.unknown), 'emne', 'emner')} med ukjent størrelse)" if found.unknown else ""
    yield f"Sum: {sp(found.total)} studiepoeng{unsure}" if count else "Ingen emner å søke om ennå."
    if left := len(found.courses) - count:
        yield f"Ikke med: {plural(left, 'emne', 'emner')} tatt ut, avslått eller ved et annet lærested."
