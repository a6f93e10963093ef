"""What may be wrong with the courses of a plan, one by one and held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.model.course import BACHELOR, FIRST_YEAR, GRANTED, MASTER, REJECTED, REMOVED, Course, is_k_slot
from utveksling_cli.model.course_decision import ACCEPTED, CourseDecision
from utveksling_cli.model.course_decision import REJECTED as TURNED_DOWN
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.credits import Size
from utveksling_cli.model.problem import Problem

if TYPE_CHECKING:
    from utveksling_cli.planning.course_plan import CourseSetting

K_CREDITS = Decimal("7.5")
OLD_YEARS = 3
# What NTNU asks of each course: its title, code, description and size.
ASKED = ("title", "code", "link", "credits")
_FIRST_YEAR_REFUSED = {"US": "course.first_year", "AR": "course.first_year_argentina"}


class Judged(NamedTuple):
    """`counted` are the courses that the student will take at the first choice."""

    courses: tuple[Course, ...]
    counted: tuple[Course, ...]
    sizes: Mapping[str, Size]
    setting: CourseSetting


def course_problems(judged: Judged) -> Iterator[Problem]:
    for course in judged.counted:
        yield from _itself(course, judged)
        yield from _history(course, judged)
    yield from _left_out(judged)
    yield from _shared(judged)
    yield from _slots(judged)
    yield from _groups(judged)


def _of(course: Course, code: str, judged: Judged, about: str = "", /, **values: str) -> Problem:
    """A problem of one course; `about` tells two of the same kind apart."""
    keys = ("courses", judged.courses.index(course))
    identifier = f"{code}:{course.id}:{about}" if about else f"{code}:{course.id}"
    return Problem(identifier, RULES[code].severity, {"course": course.name, **values}, keys)


def _of_all(code: str, about: str, /, **values: str) -> Problem:
    return Problem(f"{code}:{about}", RULES[code].severity, values, ("courses",))


def _itself(course: Course, judged: Judged) -> Iterator[Problem]:
    setting = judged.setting
    missing = [field for field in ASKED if getattr(course, field) is None]
    if missing:
        yield _of(course, "course.missing", judged, fields=" ".join(missing))
    if setting.level == MASTER and course.level in {BACHELOR, FIRST_YEAR}:
        yield _of(course, "course.level", judged)
    if course.level == FIRST_YEAR and setting.country in _FIRST_YEAR_REFUSED:
        yield _of(course, _FIRST_YEAR_REFUSED[setting.country], judged)
    if course.semester is not None and course.semester not in setting.seasons:
        yield _of(course, "course.wrong_semester", judged, season=course.semester)
    for code in course.replaces:
        old = setting.replaced.get(code.upper())
        if old is not None and old.ended <= setting.today.isoformat():
            told = {"code": old.code, "day": old.ended, "successor": old.replaced_by or ""}
            yield _of(course, "course.discontinued", judged, old.code, **told)


def _history(course: Course, judged: Judged) -> Iterator[Problem]:
    """What NTNU has said of the course before, to others and to this student."""
    found = [one for one in judged.setting.decisions if is_about(course, one)]
    refused = [one.decided for one in found if one.decision == TURNED_DOWN]
    if refused:
        yield _of(course, "course.rejected_before", judged, decided=max(refused))
    granted = [one.decided for one in found if one.decision in ACCEPTED and one.decided]
    if course.status in GRANTED and course.decided is not None:
        granted = [course.decided.isoformat()]
    if granted and _is_old(max(granted), judged):
        yield _of(course, "course.old_approval", judged, decided=max(granted))


def is_about(course: Course, decision: CourseDecision) -> bool:
    if course.code and decision.host_code:
        return _bare(course.code) == _bare(decision.host_code)
    return bool(course.title) and _bare(course.title or "") == _bare(decision.host_title)


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _is_old(decided: str, judged: Judged) -> bool:
    """A year or a month alone is not old before the whole of it is."""
    today = judged.setting.today.isoformat()
    limit = f"{int(today[:4]) - OLD_YEARS:04d}{today[4:]}"
    return decided < limit[: len(decided)]


def _left_out(judged: Judged) -> Iterator[Problem]:
    """Courses that do not count, which the student may think do."""
    for course in judged.courses:
        if course.status == REJECTED:
            yield _of(course, "course.rejected", judged)
        elif course.counts and course not in judged.counted:
            yield _of(course, "course.other_host", judged, host=course.host or "")


def _shared(judged: Judged) -> Iterator[Problem]:
    """Courses that stand for the same at NTNU, unless they do so together as a group."""
    for replaced, courses in _by_replaced(judged.counted).items():
        code = "course.overlap" if _is_code(replaced) else "course.slot_twice"
        if _is_one_place(replaced) and len({course.group or f"\0{course.id}" for course in courses}) > 1:
            names = " + ".join(course.name for course in courses)
            yield _of_all(code, _slug(replaced), replaced=replaced, names=names)


def _by_replaced(courses: Iterable[Course]) -> dict[str, list[Course]]:
    found: dict[str, list[Course]] = {}
    for course in courses:
        for replaced in dict.fromkeys(" ".join(text.split()).upper() for text in course.replaces):
            found.setdefault(replaced, []).append(course)
    return found


def _is_code(replaced: str) -> bool:
    """`TDT4171` is a course, `K-EMNE 1` and `VALGEMNE` are slots."""
    return " " not in replaced and "-" not in replaced


def _is_one_place(replaced: str) -> bool:
    """`K-EMNE 2` is one place in the plan, `VALGEMNE` may be any of several."""
    return any(sign.isdigit() for sign in replaced)


def _slug(replaced: str) -> str:
    return "-".join(replaced.casefold().split())


def _slots(judged: Judged) -> Iterator[Problem]:
    """A course alone for K-emner has 7.5 studiepoeng for each of them."""
    for course in judged.counted:
        slots = [replaced for replaced in course.replaces if is_k_slot(replaced)]
        size = judged.sizes[course.id].sp
        if slots and course.group is None and size is not None and size < K_CREDITS * len(slots):
            told = {"have": _plain(size), "need": _plain(K_CREDITS * len(slots))}
            yield _of(course, "course.k_slot", judged, **told)


def _groups(judged: Judged) -> Iterator[Problem]:
    for group in dict.fromkeys(course.group for course in judged.courses if course.group):
        counted = [course for course in judged.counted if course.group == group]
        gone = [one for one in judged.courses if one.group == group and one.status in {REJECTED, REMOVED}]
        if counted and gone:
            names = " + ".join(course.name for course in gone)
            yield _of_all("course.group_broken", _slug(group), group=group, names=names)
        slots = {replaced.casefold() for course in counted for replaced in course.replaces if is_k_slot(replaced)}
        sizes = [size for course in counted if (size := judged.sizes[course.id].sp) is not None]
        total, need = sum(sizes, Decimal(0)), K_CREDITS * len(slots)
        if len(sizes) == len(counted) and total < need:
            told = {"have": _plain(total), "need": _plain(need)}
            yield _of_all("course.group_total", _slug(group), group=group, **told)


def _plain(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01')):f}"
