"""A plan of courses as it was judged: sizes in studiepoeng, their sum, and the problems."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course import Course
from utveksling_cli.model.credits import Size
from utveksling_cli.model.problem import Problem


class CoursePlan(NamedTuple):
    """`sizes` is by course id. `total` is what the courses that count surely give.

    `unknown` are those of them whose size is not one number, and `counted` is how many they are themselves.
    """

    courses: tuple[Course, ...]
    sizes: Mapping[str, Size]
    total: Decimal
    needed: Decimal | None
    unknown: tuple[str, ...]
    problems: tuple[Problem, ...]
    counted: int
