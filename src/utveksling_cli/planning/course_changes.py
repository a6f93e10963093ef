"""Change the courses of a plan: each change gives new courses and keeps what was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from utveksling_cli.model.course import (
    ADDED,
    EXTENDING_MOBILITY,
    PLANNED,
    REMOVAL_REASONS,
    REMOVED,
    SUBSTITUTING_DELETED,
    Course,
    CourseChange,
)
from utveksling_cli.model.words import fold

Courses = tuple[Course, ...]


def find_courses(courses: Courses, text: str) -> Courses:
    """Those with this id, else this code, else this title."""
    for name in ("id", "code", "title"):
        found = tuple(one for one in courses if fold(getattr(one, name) or "") == fold(text))
        if found:
            return found
    return ()


def free_id(course: Course, taken: Iterable[str]) -> str:
    """An id of the code or title that no other course has."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(course.code or course.title or "")).strip("-")[:40].strip("-") or "emne"
    used = set(taken)
    number = 1
    while (found := plain if number == 1 else f"{plain}-{number}") in used:
        number += 1
    return found


def added(courses: Courses, new: Iterable[Course]) -> Courses:
    """With the new courses last; one without an id, or with an id in use, gets a free one."""
    result = list(courses)
    for course in new:
        taken = [one.id for one in result]
        result.append(course._replace(id=free_id(course, taken)) if course.id in {"", *taken} else course)
    return tuple(result)


def replaced_one(courses: Courses, new: Course) -> Courses:
    return tuple(new if one.id == new.id else one for one in courses)


def swapped(courses: Courses, old: Course | None, new: Course | None, why: tuple[str, date]) -> Courses:
    """`old` goes out and `new` comes in. A course that stands in for another takes over what that replaced.

    Each side's history says why in the words of its own side: the new one came because the old went.
    """
    reason, today = why
    result = courses
    if old is not None and old.status != REMOVED:
        change = CourseChange(today, REMOVED, reason, new.id if new else None)
        result = replaced_one(result, old._replace(status=REMOVED, history=(*old.history, change)))
    if new is not None:
        came = SUBSTITUTING_DELETED if reason in REMOVAL_REASONS else reason
        change = CourseChange(today, ADDED, came, old.id if old else None)
        heir = _heir(new, old)._replace(history=(*new.history, change))
        result = replaced_one(result, heir) if any(one.id == new.id for one in result) else (*result, heir)
    return result


def _heir(new: Course, old: Course | None) -> Course:
    status = PLANNED if new.status == REMOVED else new.status
    if old is None:
        return new._replace(status=status)
    return new._replace(
        status=status,
        replaces=new.replaces or old.replaces,
        group=new.group or old.group,
        semester=new.semester or old.semester,
        unit=new.unit or old.unit,
        level=new.level or old.level,
        language=new.language or old.language,
        host=new.host or old.host,
    )


def only_adds(reason: str) -> bool:
    return reason == EXTENDING_MOBILITY
