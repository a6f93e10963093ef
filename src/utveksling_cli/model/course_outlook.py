"""What stands beside the courses of a plan: earlier answers, each semester's sum, and the pages to go on to."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.course_search import Suggestion
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.process import Contact


class SemesterTotal(NamedTuple):
    """`season` is None for the courses that do not say which; `unknown` counts those without a known size."""

    season: str | None
    sp: Decimal
    unknown: int
    needed: Decimal | None


class CourseOutlook(NamedTuple):
    """`earlier` is by the id of each course at the first choice."""

    semesters: tuple[SemesterTotal, ...]
    earlier: Mapping[str, tuple[Suggestion, ...]]


class CoursePages(NamedTuple):
    """`deadlines` are NTNU's for the plan's semester. None is not known; the site is the host's own."""

    deadlines: tuple[Deadline, ...]
    site: str | None
    form: str | None
    contacts: tuple[Contact, ...]


class LanguageSkill(NamedTuple):
    """How well the student knows the language of the courses, as a CEFR level; None is not known as one."""

    language: str
    cefr: str | None
