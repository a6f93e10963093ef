"""The way from the idea to recognised courses: its steps as facts, and as they fall for one plan.

Codes are the data file's own; `docs/data.md` explains each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Semester

if TYPE_CHECKING:
    from utveksling_cli.model.plan_facts import LeadTime

PHASES = ("plan", "apply", "place", "prepare", "abroad", "home")
STUDENT = "student"
OPENS, BY, EXPECTED = "opens", "by", "expected"
VISA, ERASMUS, ON_NEED = "visa", "erasmus", "on_need"
# Anchors that rest on how long something takes; a rule's text has that time for TIME.
NTNU_REPLY, VISA_APPLICATION = "ntnu_reply", "visa_application"
TIME = "{time}"
YES, DEPENDS, NO = "yes", "depends", "no"
# What stands behind a date: a rule that was read, something assumed on the way, or the student's own date.
RULE, ASSUMPTION, OWN = "rule", "assumption", "own"
# Done; taken as done since the plan has come further; its day has passed; can be done now; waits for others or other
# steps; not open yet; and, where nobody told what is done, its day has passed.
DONE, IMPLIED, LATE, READY, WAITING, LATER, PASSED = "done", "implied", "late", "ready", "waiting", "later", "passed"


class DateRule(NamedTuple):
    """A date counted from `anchor`, or a month and a day; see `catalogue.schema.process.DateRule`."""

    role: str
    text: str
    season: str | None
    anchor: str | None
    months: int
    days: int
    month: int | None
    day: int | None
    year_offset: int
    approximate: bool
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Step(NamedTuple):
    """`variants` is stay type to what is different then; `after` are ids of steps that must be done before."""

    id: str
    title: str
    phase: str
    who: tuple[str, ...]
    stays: tuple[str, ...]
    condition: str | None
    after: tuple[str, ...]
    text: str
    variants: Mapping[str, str]
    documents: tuple[str, ...]
    when: str
    dates: tuple[DateRule, ...]
    link: str | None
    contact: str | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Contact(NamedTuple):
    id: str
    name: str
    email: str | None
    link: str | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Enhance(NamedTuple):
    """`programmes` is each field's name, and the words that a programme of it is called by."""

    text: str
    programmes: tuple[tuple[str, tuple[str, ...]], ...]
    link: str
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class ProcessFacts(NamedTuple):
    """`steps` in the order of the file, `contacts` by id."""

    steps: tuple[Step, ...]
    contacts: Mapping[str, Contact]
    enhance: Enhance


class StepDate(NamedTuple):
    """One date of a step for one plan, seen from today. `safe_day` as in `model.deadline.Deadline`.

    `time` is what stands for TIME in the text.
    """

    role: str
    day: date
    safe_day: date
    days_left: int
    approximate: bool
    ground: str
    text: str
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None
    time: LeadTime | None = None

    @property
    def is_deadline(self) -> bool:
        """Whether it is a day that somebody has set and that has not passed."""
        told = self.ground != OWN and self.status != "estimate" and not self.approximate
        return self.role == BY and told and self.days_left >= 0


class PlannedStep(NamedTuple):
    """A step for one plan. `applies` is YES or DEPENDS. `waits_for` are the steps before it that are not done yet.

    `text` says what is different for the type of stay as well; `own_note` is the student's.
    """

    step: Step
    text: str
    dates: tuple[StepDate, ...]
    applies: str
    state: str
    done: date | None
    own_note: str | None
    waits_for: tuple[str, ...]

    @property
    def limit(self) -> StepDate | None:
        """The date that must be kept, else the one that something is expected by."""
        return self._first(BY) or self._first(EXPECTED)

    @property
    def opening(self) -> StepDate | None:
        return self._first(OPENS)

    def _first(self, role: str) -> StepDate | None:
        return min((found for found in self.dates if found.role == role), key=lambda found: found.day, default=None)


class Told(NamedTuple):
    """What was not assumed: that there is a plan which says what is done, and which semester it is about."""

    plan: bool
    semester: bool


class Application(NamedTuple):
    """Every step of a plan in the order of the facts; `left_out` are those that do not concern it."""

    semester: Semester
    stay: str
    countries: tuple[str, ...]
    steps: tuple[PlannedStep, ...]
    left_out: tuple[Step, ...]
    notices: tuple[Notice, ...]

    @property
    def next(self) -> PlannedStep | None:
        """The first step that the student can do; one that is not open yet or may not concern them comes after.

        What only some have a need for is never next.
        """
        free = [
            planned
            for planned in self.steps
            if planned.state in {READY, LATE, LATER}
            and STUDENT in planned.step.who
            and planned.step.condition != ON_NEED
            and not planned.waits_for
        ]
        return min(free, key=lambda planned: (planned.applies != YES, planned.state == LATER), default=None)

    @property
    def next_deadline(self) -> PlannedStep | None:
        """The student's step with the nearest last day; that a thing must be done before departure is no deadline."""
        ahead = [
            (planned.limit.days_left, planned)
            for planned in self.steps
            if planned.state not in {DONE, IMPLIED}
            and planned.applies == YES
            and STUDENT in planned.step.who
            and planned.limit is not None
            and planned.limit.is_deadline
        ]
        return min(ahead, key=lambda found: found[0])[1] if ahead else None

    @property
    def late(self) -> tuple[PlannedStep, ...]:
        return tuple(planned for planned in self.steps if planned.state == LATE)
