"""What may be wrong with the courses of a plan, each by itself: its fields, its level, its semester and its past."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2s
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.model.course import BACHELOR, FIRST_YEAR, GRANTED, MASTER, REJECTED, Course, ntnu_code
from utveksling_cli.model.course_decision import ACCEPTED, CourseDecision
from utveksling_cli.model.course_decision import REJECTED as TURNED_DOWN
from utveksling_cli.model.course_rules import RULES
from utveksling_cli.model.credits import NO_NORM, Size
from utveksling_cli.model.problem import Problem
from utveksling_cli.model.words import fold
from utveksling_cli.planning.decisions import first_day, is_old

if TYPE_CHECKING:
    from utveksling_cli.planning.course_plan import CourseSetting

# What NTNU asks of each course: its title, code, description and size.
ASKED = ("title", "code", "link", "credits")
_LONGEST_NAME = 80
_JOINED = re.compile(r"[+,/&]| og | and ")


class Judged(NamedTuple):
    """`counted` are the courses that the student will take at the first choice."""

    courses: tuple[Course, ...]
    counted: tuple[Course, ...]
    sizes: Mapping[str, Size]
    setting: CourseSetting


def each_course(judged: Judged) -> Iterator[Problem]:
    for course in judged.counted:
        yield from _itself(course, judged)
        yield from _history(course, judged)
    yield from _left_out(judged)
    yield from _not_known(judged)


def of_course(course: Course, code: str, judged: Judged, about: str = "", /, **values: str) -> Problem:
    """A problem of one course; `about` tells two of the same kind apart."""
    keys = ("courses", judged.courses.index(course))
    identifier = f"{code}:{course.id}:{slug(about)}" if about else f"{code}:{course.id}"
    return Problem(identifier, RULES[code].severity, {"course": _short(course), **values}, keys)


def of_all(code: str, about: str = "", /, **values: str) -> Problem:
    identifier = f"{code}:{slug(about)}" if about else code
    return Problem(identifier, RULES[code].severity, values, ("courses",))


def slug(text: str) -> str:
    """What may stand in an id; a text that is more than letters and digits has a mark of its own in it."""
    letters = fold(text)
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    same = letters == " ".join(text.casefold().translate(_LIKE_SPACE).split())
    if plain and same and plain == letters.replace(" ", "-"):
        return plain
    return "-".join(part for part in (plain[:40].strip("-"), _mark(text)) if part)


_LIKE_SPACE = str.maketrans({"-": " ", "æ": "ae", "ø": "o", "å": "a"})


def _mark(text: str) -> str:
    return blake2s(" ".join(text.casefold().split()).encode(), digest_size=3).hexdigest()


def names(courses: Iterable[Course]) -> str:
    return " + ".join(map(_short, courses))


def _short(course: Course) -> str:
    """A name that leaves room for the rest of the sentence."""
    return course.name if len(course.name) <= _LONGEST_NAME else f"{course.name[:_LONGEST_NAME].rstrip()}…"


def _itself(course: Course, judged: Judged) -> Iterator[Problem]:
    setting = judged.setting
    missing = [field for field in ASKED if getattr(course, field) is None]
    if missing:
        yield of_course(course, "course.missing", judged, fields=" ".join(missing))
    if setting.asks_reading_list and course.reading_list is None:
        yield of_course(course, "course.reading_list", judged)
    if setting.level == MASTER and course.level in {BACHELOR, FIRST_YEAR}:
        yield of_course(course, "course.level", judged)
    refused = setting.first_year.get(setting.country or "")
    if course.level == FIRST_YEAR and refused is not None:
        yield of_course(course, refused.problem, judged, refused=refused.text, source=refused.source or "")
    if setting.dated and course.semester is not None and course.semester not in setting.seasons:
        yield of_course(course, "course.wrong_semester", judged, season=course.semester)
    for code in dict.fromkeys(filter(None, map(ntnu_code, course.replaces))):
        old = setting.replaced.get(code)
        if old is not None:
            told = {"code": old.code, "day": old.ended, "successor": old.replaced_by or ""}
            yield of_course(course, "course.discontinued", judged, old.code, **told)


def _history(course: Course, judged: Judged) -> Iterator[Problem]:
    """What NTNU has said of the course before, to others; what it has said to this student goes before that."""
    found = [one for one in judged.setting.decisions if is_about(course, one)]
    accepted = [one.decided for one in found if one.decision in ACCEPTED]
    refused = [one for one in found if one.decision == TURNED_DOWN]
    if course.status in GRANTED:
        accepted = [course.decided.isoformat() if course.decided else ""]
    elif refused:
        last = max(refused, key=lambda one: one.decided)
        later = max((day for day in accepted if day > last.decided), default="") if last.decided else ""
        told = {"decided": last.decided, "code": last.ntnu_code, "later": later}
        yield of_course(course, "course.rejected_before", judged, **told)
    dated = [day for day in accepted if day]
    if dated:
        newest = max(dated, key=first_day)
        if is_old(newest, judged.setting.today):
            yield of_course(course, "course.old_approval", judged, decided=newest)
    elif accepted:
        yield of_course(course, "course.approval_undated", judged)


def is_about(course: Course, decision: CourseDecision) -> bool:
    if course.code and decision.host_code:
        return _bare(course.code) == _bare(decision.host_code)
    return bool(course.title) and _bare(course.title or "") == _bare(decision.host_title)


def is_part(course: Course, decision: CourseDecision) -> bool:
    """Whether the decision is on several courses as one (`02191 + 02121`), and this is one of them."""
    parts = [_bare(part) for part in _JOINED.split(decision.host_code)]
    return len(parts) > 1 and bool(course.code) and _bare(course.code or "") in parts and not is_about(course, decision)


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _left_out(judged: Judged) -> Iterator[Problem]:
    """Courses that do not count, which the student may think do."""
    for course in judged.courses:
        if course.status == REJECTED:
            yield of_course(course, "course.rejected", judged)
        elif course.counts and course not in judged.counted:
            yield of_course(course, "course.other_host", judged, host=course.host or "")


def _not_known(judged: Judged) -> Iterator[Problem]:
    """Rules that could not be tried for lack of something that the plan does not say."""
    setting = judged.setting
    untried = {
        "course.no_norm": [one for one in judged.counted if judged.sizes[one.id].state == NO_NORM],
        "course.level_unknown": [one for one in judged.counted if _level_matters(one, setting)],
        "course.semester_unknown": [
            one for one in judged.counted if not setting.dated or (one.semester is None and len(setting.seasons) == 1)
        ],
        "course.reading_list_unknown": [] if setting.asks_reading_list is not None else judged.counted,
        "course.completed_unknown": [] if setting.completed is not None else judged.counted,
    }
    for code, courses in untried.items():
        if courses:
            yield of_all(code, names=names(courses), host=setting.host or "")


def _level_matters(course: Course, setting: CourseSetting) -> bool:
    if course.level is None:
        return setting.level in {MASTER, None} or setting.country in setting.first_year
    return setting.level is None and course.level in {BACHELOR, FIRST_YEAR}
