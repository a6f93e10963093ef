"""A proposed set of earlier approved host courses, and why some wanted NTNU courses are not covered."""

from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course_search import Suggestion
from utveksling_cli.model.notice import Notice

# Why a wanted NTNU course is not covered: nobody has asked at this host, the answer was no, no answer is known, a no
# came after the yes, or the only courses for it are used for another wanted one.
NEVER_TRIED, REJECTED, NO_ANSWER, REJECTED_LATER, TAKEN = (
    "never_tried",
    "rejected",
    "no_answer",
    "rejected_later",
    "taken",
)


class Chosen(NamedTuple):
    """`wanted` is whether the course stands for an asked-for NTNU course, and not only for studiepoeng.

    `rejected_before` tells of an older no to the same course for the same NTNU course.
    """

    suggestion: Suggestion
    wanted: bool
    rejected_before: bool


class NotCovered(NamedTuple):
    """`elsewhere` are the hosts with most approvals for the course: (host id, name, approvals)."""

    code: str
    reason: str
    elsewhere: tuple[tuple[str, str, int], ...]


class CourseChoice(NamedTuple):
    """`total` counts the chosen courses whose size is known; `exact` is False when the search was cut short."""

    target: Decimal
    chosen: tuple[Chosen, ...]
    total: Decimal
    unknown_sizes: int
    not_covered: tuple[NotCovered, ...]
    exact: bool
    notices: tuple[Notice, ...]

    @property
    def missing(self) -> Decimal:
        return max(self.target - self.total, Decimal(0))

    @property
    def excess(self) -> Decimal:
        return max(self.total - self.target, Decimal(0))
