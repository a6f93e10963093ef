"""Courses that may stand for the same at NTNU: two of the plan, or one of it and one that the student has.

What NTNU's courses have in common is in no data. What can be known is where a course has been taken for an NTNU
course before, and which code has come for which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from utveksling_cli.model.course import Course, ntnu_code
from utveksling_cli.model.course_decision import ACCEPTED
from utveksling_cli.model.problem import Problem
from utveksling_cli.planning.course_checks import Judged, is_about, names, of_all, of_course


def overlaps(judged: Judged) -> Iterator[Problem]:
    yield from _twice(judged)
    shared = _by_place(judged.counted)
    for place, courses in shared.items():
        if _is_one_place(place) and apart(courses):
            code = "course.overlap" if ntnu_code(place) else "course.slot_twice"
            yield of_all(code, place, replaced=place, names=names(courses))
    yield from _possible(judged, shared)
    if judged.setting.completed:
        for course in judged.counted:
            yield from _completed(course, judged)


def place_of(replaced: str) -> str:
    """The NTNU code, or the slot, in one way of writing."""
    return ntnu_code(replaced) or " ".join(replaced.split()).upper()


def apart(courses: Iterable[Course]) -> bool:
    """Whether they are more than one thing: those of one group go together."""
    return len({course.group or f"\0{course.id}" for course in courses}) > 1


def _is_one_place(place: str) -> bool:
    """`K-EMNE 2` is one place in the plan, `VALGEMNE` may be any of several."""
    return any(sign.isdigit() for sign in place)


def _twice(judged: Judged) -> Iterator[Problem]:
    by_code: dict[str, list[Course]] = {}
    for course in judged.counted:
        if course.code:
            by_code.setdefault("".join(course.code.split()).upper(), []).append(course)
    for code, courses in by_code.items():
        if len(courses) > 1:
            yield of_all("course.twice", code, code=code, names=names(courses))


def _by_place(courses: Iterable[Course]) -> dict[str, list[Course]]:
    found: dict[str, list[Course]] = {}
    for course in courses:
        for place in dict.fromkeys(map(place_of, course.replaces)):
            found.setdefault(place, []).append(course)
    return found


def _possible(judged: Judged, shared: dict[str, list[Course]]) -> Iterator[Problem]:
    """Courses that have been taken for the same NTNU course, though the plan uses one of them for something else."""
    taken_for: dict[str, list[Course]] = {}
    for course in judged.counted:
        for code in dict.fromkeys([*filter(None, map(ntnu_code, course.replaces)), *_approved_for(course, judged)]):
            taken_for.setdefault(code, []).append(course)
    for code, courses in taken_for.items():
        if apart(courses) and not apart(shared.get(code, ())):
            yield of_all("course.overlap_possible", code, code=code, names=names(courses))


def _approved_for(course: Course, judged: Judged) -> list[str]:
    found = [one for one in judged.setting.decisions if one.decision in ACCEPTED and is_about(course, one)]
    return [code for code in dict.fromkeys(ntnu_code(one.ntnu_code) for one in found) if code]


def _completed(course: Course, judged: Judged) -> Iterator[Problem]:
    """What the student has already, under its own code, or under the code before or after it."""
    has = judged.setting.completed or ()
    told = [code for code in dict.fromkeys(map(ntnu_code, course.replaces)) if code]
    for code in told:
        if code in has:
            yield of_course(course, "course.completed", judged, code, code=code)
    for code in dict.fromkeys([*told, *_approved_for(course, judged)]):
        for other in _family(code, judged):
            if other in has and not (other == code and code in told):
                yield of_course(course, "course.completed_possible", judged, other, code=code, has=other)


def _family(code: str, judged: Judged) -> list[str]:
    replaced = judged.setting.replaced
    after = [replaced[code].replaced_by] if code in replaced else []
    before = [one.code for one in replaced.values() if one.replaced_by == code]
    return [one for one in dict.fromkeys([code, *after, *before]) if one]
