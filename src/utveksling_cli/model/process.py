"""The way from the idea to recognised courses: its steps as facts, and as they fall for one plan.

Codes are the data file's own; `docs/data.md` explains each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Semester

PHASES = ("plan", "apply", "place", "prepare", "abroad", "home")
STUDENT = "student"
OPENS, BY, EXPECTED = "opens", "by", "expected"
VISA, ERASMUS, ON_NEED = "visa", "erasmus", "on_need"
YES, DEPENDS, NO = "yes", "depends", "no"
# What stands behind a date: a rule that was read, something assumed on the way, or the student's own date.
RULE, ASSUMPTION, OWN = "rule", "assumption", "own"
# Done; taken as done since a later step is; its day has passed; can be done now; waits for others or other steps; not
# open yet; and, where nobody told what is done, its day has passed.
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
    """One date of a step for one plan, seen from today. `safe_day` as in `model.deadline.Deadline`."""

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


class PlannedStep(NamedTuple):
    """A step for one plan. `applies` is YES or DEPENDS; `text` and `note` are the facts', `own_note` the student's."""

    step: Step
    text: str
    dates: tuple[StepDate, ...]
    applies: str
    state: str
    done: date | None
    own_note: str | None

    @property
    def limit(self) -> StepDate | None:
        """The date that must be kept, else the one that something is expected by."""
        return self._first(BY) or self._first(EXPECTED)

    @property
    def opening(self) -> StepDate | None:
        return self._first(OPENS)

    def _first(self, role: str) -> StepDate | None:
        return min((found for found in self.dates if found.role == role), key=lambda found: found.day, default=None)


class Application(NamedTuple):
    """Every step of a plan in the order of the facts; `left_out` are those that do not concern it."""

    semester: Semester
    stay: str
    countries: tuple[str, ...]
    has_plan: bool
    steps: tuple[PlannedStep, ...]
    left_out: tuple[Step, ...]
    notices: tuple[Notice, ...]

    @property
    def next(self) -> PlannedStep | None:
        """The first step that the student can do now; one that may not concern them comes after those that do."""
        ready = [planned for planned in self.steps if planned.state in {READY, LATE} and STUDENT in planned.step.who]
        return min(ready, key=lambda planned: planned.applies != YES, default=None)

    @property
    def late(self) -> tuple[PlannedStep, ...]:
        return tuple(planned for planned in self.steps if planned.state == LATE)
