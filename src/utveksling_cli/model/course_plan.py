"""A plan of courses as it was judged: sizes in studiepoeng, their sum, and the problems."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.model.credits import Size
from utveksling_cli.model.problem import Problem


class GroupTotal(NamedTuple):
    """What the courses of a group that count surely give, at most (None when unknown), and what they stand for."""

    lowest: Decimal
    highest: Decimal | None
    replaces: tuple[str, ...]


class CoursePlan(NamedTuple):
    """`sizes` is by course id. `total` is what the courses that count surely give.

    `unknown` are those of them whose size is not one number, and `counted` the ids of all of them.
    """

    courses: tuple[Course, ...]
    sizes: Mapping[str, Size]
    total: Decimal
    needed: Decimal | None
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]
    counted: frozenset[str]
    groups: Mapping[str, GroupTotal]

    @property
    def counting(self) -> tuple[Course, ...]:
        """What counts at the first choice: what is removed, refused or at another host does not."""
        return tuple(course for course in self.courses if course.id in self.counted)
