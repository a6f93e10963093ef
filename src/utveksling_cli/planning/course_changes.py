"""Change the courses of a plan: each change gives new courses and keeps what was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.model.course import (
    ADDED,
    AUTUMN,
    PLANNED,
    REMOVAL_REASONS,
    REMOVED,
    SPRING,
    SUBSTITUTING_DELETED,
    Course,
    CourseChange,
)
from utveksling_cli.model.words import fold

Courses = tuple[Course, ...]


def find_courses(courses: Courses, text: str) -> Courses:
    """Those with this id, else this code, else this title; as it is written before what only reads like it."""
    for read in (_as_written, fold):
        for name in ("id", "code", "title"):
            told = [(one, read(getattr(one, name) or "")) for one in courses]
            found = tuple(one for one, what in told if what and what == read(text))
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


class Merged(NamedTuple):
    """`twice` are the courses that were there already; each of them is in `updated` or `same` too."""

    courses: Courses
    added: Courses
    updated: Courses
    same: Courses

    @property
    def twice(self) -> Courses:
        return (*self.updated, *self.same)


def merged(courses: Courses, new: Iterable[Course], *, host: str | None) -> Merged:
    """With the new courses last, at `host` unless they say another or come from a plan.

    One with the id of a course that is there takes its place. One without an id that is the same course as one that
    is there changes what it tells itself, and leaves the rest.
    """
    result, changed = list(courses), Merged((), (), (), ())
    for course in new:
        at_host = course if course.host or course.id else course._replace(host=host)
        place = next((place for place, old in enumerate(result) if is_same(old, at_host)), None)
        if place is None:
            result.append(at_host._replace(id=at_host.id or free_id(at_host, [one.id for one in result])))
            changed = changed._replace(added=(*changed.added, result[-1]))
            continue
        now = course if course.id else result[place]._replace(**_told(course))
        if now == result[place]:
            changed = changed._replace(same=(*changed.same, now))
        else:
            changed = changed._replace(updated=(*changed.updated, now))
        result[place] = now
    return changed._replace(courses=tuple(result))


def is_same(old: Course, new: Course) -> bool:
    """By id; else by code at one host, unless they are told to be in different semesters."""
    if new.id:
        return old.id == new.id
    if old.host not in {None, new.host} or {old.semester, new.semester} == {AUTUMN, SPRING}:
        return False
    if old.code and new.code:
        return _bare(old.code) == _bare(new.code)
    # Signs tell titles apart: C++ is not C#.
    return not (old.code or new.code) and _as_written(old.title or "") == _as_written(new.title or "")


def _bare(code: str) -> str:
    return "".join(fold(code).split()) or _as_written(code)


def _as_written(text: str) -> str:
    return " ".join(text.casefold().split())


def _told(course: Course) -> dict[str, Any]:
    usual = Course._field_defaults
    return {name: value for name, value in course._asdict().items() if name != "id" and value != usual[name]}


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
