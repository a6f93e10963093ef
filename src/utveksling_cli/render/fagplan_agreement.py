"""A plan of courses as the components of the European learning agreement, with the names that EWP gives its fields.

Erasmus Without Paper writes them in XML with hyphens, and here they have underscores. What NTNU or the host must
fill in is left empty, and nothing is signed: this is a draft to copy from, and no message that EWP takes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from utveksling_cli.model.course import ADDED, AUTUMN, PHD, SPRING, Course, ntnu_code
from utveksling_cli.model.credits import STUDIEPOENG, Size
from utveksling_cli.render.decision_words import hundredths
from utveksling_cli.render.json import notices

if TYPE_CHECKING:
    from utveksling_cli.render.fagplan_export import ExportView

SCHEMA = "utveksling.fagplan.eksport/1"
SPECIFICATION = "https://github.com/erasmus-without-paper/ewp-specs-api-omobility-las"
ECTS = "ects"
_NTNU = "ntnu.no"
# The levels of the European qualifications framework.
_EQF = {"first_year": 6, "bachelor": 6, "master": 7, PHD: 8}
_TERMS = {AUTUMN: 1, SPRING: 2}


def as_json(view: ExportView) -> dict[str, Any]:
    """Table A is what is studied at the host, table B what is recognised for it at NTNU."""
    checked, courses = view.plan.checked, view.plan.checked.found.counting
    first = next(iter(view.plan.seasons.values()))
    return {
        "schema": SCHEMA,
        "specification": SPECIFICATION,
        "data_version": checked.data_version,
        "today": checked.today,
        "draft": True,
        "signatures": [],
        "sending_hei": {"hei_id": _NTNU},
        "receiving_hei": {
            "hei_id": view.hei_id,
            "id": checked.host[0] if checked.host else None,
            "name": checked.host[1] if checked.host else None,
        },
        "academic_year": str(first.academic_year),
        "semesters": [str(one) for one in view.plan.seasons.values()],
        "eqf_level_studied_at_departure": _EQF.get(view.level or ""),
        "isced_f_code": view.isced_f,
        "student_language_skill": _skill(view),
        "count": len(courses),
        "components_studied": [_studied(one, checked.found.sizes[one.id], view) for one in courses],
        "components_recognized": [part for one in courses for part in _recognized(one, checked.found.sizes[one.id])],
        "changes": [part for one in checked.found.courses for part in _changes(one)],
        "notices": notices(view.notices),
    }


def _studied(course: Course, size: Size, view: ExportView) -> dict[str, Any]:
    return {
        "id": course.id,
        "los_code": course.code,
        "title": course.title,
        "term_id": _term(course, view),
        "credit": _credit(course, size),
        "recognition_conditions": None,
        "eqf_level": _EQF.get(course.level or ""),
        "language": course.language,
        "url": course.link,
        "plan_status": course.status,
    }


def _term(course: Course, view: ExportView) -> dict[str, int] | None:
    """How a host outside Erasmus+ divides its year is not known."""
    seasons = tuple(view.plan.seasons)
    season = course.semester or (seasons[0] if len(seasons) == 1 else None)
    return {"term_number": _TERMS[season], "total_terms": len(_TERMS)} if season and view.two_terms else None


def _credit(course: Course, size: Size) -> list[dict[str, str]]:
    """What it gives at NTNU as ECTS, and what the host calls it where that is something else."""
    told = [] if size.sp is None else [{"scheme": ECTS, "value": f"{hundredths(size.sp):f}"}]
    if course.credits is not None and course.unit is not None and course.unit.casefold() not in STUDIEPOENG:
        told.append({"scheme": course.unit, "value": f"{course.credits:f}"})
    return told


def _recognized(course: Course, size: Size) -> Iterable[dict[str, Any]]:
    """The size stands only where one course is for one other: how NTNU would share it out is not known.

    A slot such as `K-emne 1` is no code, and the title is what the plan itself says.
    """
    for replaced in course.replaces:
        credit = _credit(course, size)[:1] if len(course.replaces) == 1 and size.sp is not None else []
        code = ntnu_code(replaced)
        title = replaced.strip()[len(code or "") :].strip(" ,:–-") or None
        yield {"los_code": code, "title": title, "credit": credit, "replaced_by": course.id}


def _changes(course: Course) -> Iterable[dict[str, Any]]:
    for one in course.history:
        yield {
            "id": course.id,
            "los_code": course.code,
            "title": course.title,
            "date": one.day.isoformat(),
            "status": "inserted" if one.change == ADDED else "deleted",
            "reason_code": one.reason,
        }


def _skill(view: ExportView) -> dict[str, str | None] | None:
    return None if view.skill is None else {"language": view.skill.language, "cefr_level": view.skill.cefr}
