"""A course at the host as the student plans it, what it stands for at NTNU, and what has happened to it.

Everything but the id may be left out: None, or an empty tuple, is not told.
"""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

FIRST_YEAR, BACHELOR, MASTER, PHD = "first_year", "bachelor", "master", "phd"
COURSE_LEVELS = (FIRST_YEAR, BACHELOR, MASTER, PHD)
AUTUMN, SPRING = "autumn", "spring"
COURSE_SEMESTERS = (AUTUMN, SPRING)

PLANNED, SENT, APPROVED, CONDITIONAL, REJECTED, REMOVED = (
    "planned", "sent", "approved", "conditional", "rejected", "removed",
)  # fmt: skip
COURSE_STATUSES = (PLANNED, SENT, APPROVED, CONDITIONAL, REJECTED, REMOVED)
GRANTED = (APPROVED, CONDITIONAL)

ADDED = "added"
CHANGES = (ADDED, REMOVED)
NOT_AVAILABLE, LANGUAGE_MISMATCH, TIMETABLE_CONFLICT = "not-available", "language-mismatch", "timetable-conflict"
SUBSTITUTING_DELETED, EXTENDING_MOBILITY = "substituting-deleted", "extending-mobility"
# As in the changes of the European learning agreement: why a component goes out, and why one comes in.
REMOVAL_REASONS = (NOT_AVAILABLE, LANGUAGE_MISMATCH, TIMETABLE_CONFLICT)
ADDITION_REASONS = (SUBSTITUTING_DELETED, EXTENDING_MOBILITY)
CHANGE_REASONS = (*REMOVAL_REASONS, *ADDITION_REASONS)
# An elective of one of NTNU's engineering programmes that a course abroad may stand for, as `K-emne 1`.
K_SLOT = "k-emne"
NTNU_CODE = "[A-ZÆØÅ]{2,5}[0-9]{3,4}"
_BEGINS_WITH_CODE = re.compile(rf"{NTNU_CODE}(?![^\W_])")


class CourseChange(NamedTuple):
    """The course came in (ADDED) or went out (REMOVED); `other` is the id of the course on the other side, if any."""

    day: date
    change: str
    reason: str
    other: str | None = None


class Course(NamedTuple):
    """`credits` are in the host's `unit`; `host` is the id of the facts, None for the plan's first choice.

    `replaces` are NTNU codes, or slots such as `K-emne 1`. Courses of one `group` are approved together or not at all.
    `alternatives` are courses to take if this one cannot be had. `decided` is the day of NTNU's answer.
    `reading_list` is where the course's reading list stands.
    """

    id: str
    title: str | None = None
    code: str | None = None
    link: str | None = None
    credits: Decimal | None = None
    unit: str | None = None
    replaces: tuple[str, ...] = ()
    level: str | None = None
    semester: str | None = None
    language: str | None = None
    group: str | None = None
    alternatives: tuple[str, ...] = ()
    status: str = PLANNED
    decided: date | None = None
    host: str | None = None
    history: tuple[CourseChange, ...] = ()
    reading_list: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it is part of what the student will take."""
        return self.status not in {REJECTED, REMOVED}

    @property
    def name(self) -> str:
        """What to call it: its code and title, as far as they are told."""
        return " ".join(part for part in (self.code, self.title) if part) or self.id


def is_ntnu_code(text: str) -> bool:
    return re.fullmatch(NTNU_CODE, text) is not None


def ntnu_code(replaced: str) -> str | None:
    """`TDT4171` of `tdt4171 Metoder i KI`; None for a slot such as `K-emne 1`."""
    found = _BEGINS_WITH_CODE.match(replaced.strip().upper())
    return found[0] if found else None


def is_k_slot(replaced: str) -> bool:
    return replaced.casefold().startswith(K_SLOT)
