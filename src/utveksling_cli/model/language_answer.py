"""Whether a student's evidence of a language is enough for a host, and what it takes when it is not.

Answers are those of `model.answers`; reasons are codes that `render` has Norwegian sentences for.
"""

from datetime import date
from typing import NamedTuple

from utveksling_cli.model.institution import Institution, LanguageRequirement
from utveksling_cli.model.language import Price
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.model.time import Semester

HOST_DAY, NTNU_DAY = "host", "ntnu"


class Ground(NamedTuple):
    """A fact that an answer rests on.

    `what` is `requirement`, `levels`, `comparable`, `validity`, `results`, `margin`, `deadline` or an advice's id.
    """

    what: str
    status: str | None
    confidence: str | None
    source: str | None
    note: str | None = None


class Target(NamedTuple):
    """The day that the proof must be ready by: the host's own (HOST_DAY) or NTNU's application deadline (NTNU_DAY)."""

    kind: str
    title: str
    day: date
    days_left: int
    ground: Ground


class Occasion(NamedTuple):
    """What a stay's calendar says: `starts` is the first day of the host's term, `target` None when no day is known."""

    semester: Semester
    today: date
    starts: date
    target: Target | None

    @property
    def day(self) -> date:
        """The day on which results must still count."""
        return self.target.day if self.target else self.today


class Check(NamedTuple):
    """One piece of evidence held against one requirement.

    `wanted` is the minimum on the evidence's own scale, `level` the CEFR level that a score was read as.
    `expires` is the first day on which the result no longer counts; `taken_from` the first day that a test whose day
    is not told can have been taken on and still count.
    """

    evidence: LanguageEvidence
    answer: str
    reason: str
    wanted: str | None = None
    level: str | None = None
    expires: date | None = None
    taken_from: date | None = None
    grounds: tuple[Ground, ...] = ()


class TestDay(NamedTuple):
    """A test that the host takes, and the last day to take it on.

    `wanted` is a score or a CEFR level, and `wanted_now` the score that is surely enough on the scale now in use when
    the host's minimum is on an older one. `converted` tells that the score was read off a level that the host states.
    `results` is the most days until the result, None when that is unknown.
    """

    test: str
    name: str
    wanted: str
    wanted_now: str | None
    converted: bool
    day: date
    days_left: int
    results: int | None
    margin: int
    prices: tuple[Price, ...]
    grounds: tuple[Ground, ...]


class RequirementAnswer(NamedTuple):
    """One language at one host. `requirement` is None when nothing but the language of teaching is known.

    `decided` is the check that gave the answer, if one did.
    """

    language: str
    applies: str
    requirement: LanguageRequirement | None
    answer: str
    reason: str
    decided: Check | None
    checks: tuple[Check, ...]
    tests: tuple[TestDay, ...]


class HostAnswer(NamedTuple):
    """`decided_by` are the requirements that gave the answer; none when no requirement is known."""

    institution: Institution
    occasion: Occasion
    answer: str
    reason: str
    requirements: tuple[RequirementAnswer, ...]
    decided_by: tuple[RequirementAnswer, ...]
    notices: tuple[Notice, ...]


class Student(NamedTuple):
    """What the answers are for; `level` None is not told."""

    languages: tuple[LanguageEvidence, ...] = ()
    level: str | None = None
