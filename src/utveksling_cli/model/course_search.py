"""A search among earlier decisions, and what it finds."""

from typing import NamedTuple

from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.credits import ReplacedCourse, Size
from utveksling_cli.model.notice import Notice

BY_HOST, BY_COURSE = "host", "ntnu_course"
# An approval of this age must be expected to be looked at anew.
YEARS_UNTIL_OLD = 3


class DecisionWish(NamedTuple):
    """What is asked for; None or nothing asks nothing.

    `approved_after` is a year, a month or a day in ISO form, and asks for approvals (also conditional) later than it.
    """

    institution: str | None = None
    ntnu_codes: tuple[str, ...] = ()
    text: str | None = None
    programme: str | None = None
    approved_after: str | None = None


class Suggestion(NamedTuple):
    """A decision with what it means today.

    `years` is whole years since the first day that it can have been taken on, None when it has no date; `old` tells
    whether that is more than YEARS_UNTIL_OLD years ago. `replaced` is set when the NTNU course has ended.
    """

    decision: CourseDecision
    host_name: str
    country: str
    size: Size
    years: int | None
    old: bool | None
    replaced: ReplacedCourse | None

    @property
    def number(self) -> int:
        return self.decision.number


class DecisionGroup(NamedTuple):
    """The decisions of one host or on one NTNU course, counted; `latest` is the newest approval."""

    key: str
    name: str
    approved: int
    conditional: int
    rejected: int
    unknown: int
    latest: str | None
    numbers: tuple[int, ...]


class DecisionSearch(NamedTuple):
    suggestions: tuple[Suggestion, ...]
    groups: tuple[DecisionGroup, ...]
    notices: tuple[Notice, ...]
