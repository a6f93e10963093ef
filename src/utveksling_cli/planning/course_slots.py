"""Whether courses are large enough for the slots they are put in, alone or as a group, and whole as a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from utveksling_cli.model.course import REJECTED, REMOVED, Course, is_k_slot
from utveksling_cli.model.course_plan import GroupTotal
from utveksling_cli.model.problem import Problem
from utveksling_cli.planning.course_checks import Judged, names, of_all, of_course
from utveksling_cli.planning.course_overlap import place_of
from utveksling_cli.planning.credits import rounded

_TOO_SMALL, _NOT_KNOWN = "too_small", "not_known"


def slots(judged: Judged) -> Iterator[Problem]:
    for course in judged.counted:
        if course.group is None:
            answer, told = _held_against_slots([course], judged)
            if answer is not None:
                yield of_course(course, _ALONE[answer], judged, **told)
    for group in dict.fromkeys(course.group for course in judged.courses if course.group):
        yield from _group(group, judged)


_ALONE = {_TOO_SMALL: "course.k_slot", _NOT_KNOWN: "course.k_slot_unknown"}
_TOGETHER = {_TOO_SMALL: "course.group_total", _NOT_KNOWN: "course.group_unknown"}


def _group(group: str, judged: Judged) -> Iterator[Problem]:
    counted = [course for course in judged.counted if course.group == group]
    gone = [one for one in judged.courses if one.group == group and one.status in {REJECTED, REMOVED}]
    if counted and gone:
        yield of_all("course.group_broken", group, group=group, names=names(gone))
    answer, told = _held_against_slots(counted, judged)
    if answer is not None:
        yield of_all(_TOGETHER[answer], group, group=group, **told)


def _held_against_slots(courses: Sequence[Course], judged: Judged) -> tuple[str | None, dict[str, str]]:
    """What is wrong, None for nothing, with what they have (a range where that is all that is known) and need."""
    wanted = {place_of(replaced) for course in courses for replaced in course.replaces if is_k_slot(replaced)}
    if not wanted:
        return None, {}
    each = judged.setting.slot_credits
    lowest, highest = span(courses, judged)
    need = None if each is None else each * len(wanted)
    told = {"have": plain(lowest), "most": plain(highest), "need": plain(need), "count": str(len(wanted))}
    if need is not None and rounded(lowest) >= need:
        return None, {}
    if need is not None and highest is not None and rounded(highest) < need:
        return _TOO_SMALL, told
    return _NOT_KNOWN, told


def span(courses: Sequence[Course], judged: Judged) -> tuple[Decimal, Decimal | None]:
    """What they surely give, and at most; None where a size is not known."""
    sizes = [judged.sizes[course.id] for course in courses]
    highest = [size.highest for size in sizes if size.highest is not None]
    lowest = sum((size.lowest for size in sizes if size.lowest is not None), Decimal(0))
    return lowest, sum(highest, Decimal(0)) if len(highest) == len(sizes) else None


def group_totals(judged: Judged) -> dict[str, GroupTotal]:
    members: dict[str, list[Course]] = {}
    for course in judged.counted:
        if course.group:
            members.setdefault(course.group, []).append(course)
    return {
        group: GroupTotal(
            *span(courses, judged), tuple(dict.fromkeys(what for one in courses for what in one.replaces))
        )
        for group, courses in members.items()
    }


def plain(value: Decimal | None) -> str:
    return "" if value is None else f"{rounded(value):f}"
