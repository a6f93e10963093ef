"""The dates of one student's plan, and what each of them rests on."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

# What a date rests on: a fact with a source, an assumption of the program's, or what the student wrote.
SOURCE, ASSUMPTION, USER = "source", "assumption", "user"
# Kinds beside those of `model.deadline`.
PREPARATION, HOST_DATE, REPLY, STAY, SEMESTER_START = "preparation", "host", "reply", "stay", "semester"

PRE_APPROVAL, PASSPORT, VISA = "plan.pre_approval", "plan.passport", "plan.visa"
LANGUAGE_TEST = "plan.language_test"
NOMINATION, HOST_APPLICATION = "plan.nomination", "plan.host_application"
ANSWER, ARRIVAL, LAST_DAY = "plan.reply", "plan.arrival", "plan.last_day"
NEXT_SEMESTER = "ntnu.next_semester"
KINDS = {
    PRE_APPROVAL: PREPARATION,
    PASSPORT: PREPARATION,
    VISA: PREPARATION,
    LANGUAGE_TEST: PREPARATION,
    NOMINATION: HOST_DATE,
    HOST_APPLICATION: HOST_DATE,
    ANSWER: REPLY,
    ARRIVAL: STAY,
    LAST_DAY: STAY,
    NEXT_SEMESTER: SEMESTER_START,
}

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Basis(NamedTuple):
    """What a date rests on: `ground` is SOURCE, ASSUMPTION or USER."""

    ground: str
    source: str | None = None
    verified_on: str | None = None
    note: str | None = None


class PlanDate(NamedTuple):
    """One date. `id` is the same each time it is worked out: the code, and the host's id where it is a host's own.

    `title` is the data's own; without one `render` has it by `code`. `values` fill the sentence that says how the
    date was found. `safe_day` is the last working day on or before it, and `day_off` why it is not the day itself:
    a holiday's name, or an empty text for a weekend; None for a working day.
    """

    id: str
    code: str
    day: date
    days_left: int
    kind: str
    basis: Basis
    safe_day: date
    title: str | None = None
    day_off: str | None = None
    approximate: bool = False
    host: str | None = None
    values: Mapping[str, str] = _NOTHING

    @property
    def past(self) -> bool:
        return self.days_left < 0
