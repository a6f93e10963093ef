"""The student's own plan: who is going, where and when, with which language evidence, and what is done.

Everything may be left out: None, or an empty collection, is not told, and never no or zero. Codes are the plan
file's own; hosts are ids of the facts. `docs/plan.md` explains each key of the file.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.course import Course
from utveksling_cli.model.time import Semester

SCHEMA_VERSION = 1
MOST_HOSTS = 3

LEVELS = ("bachelor", "master", "phd")
CAMPUSES = ("trondheim", "gjovik", "alesund")
NORWEGIAN, NORDIC, EU_EEA, OTHER = "norwegian", "nordic", "eu_eea", "other"
CITIZENSHIPS = (NORWEGIAN, NORDIC, EU_EEA, OTHER)
EXCHANGE, TRAINEESHIP, FREEMOVER = "exchange", "traineeship", "freemover"
STAY_TYPES = (EXCHANGE, TRAINEESHIP, FREEMOVER)
# Evidence that is no test of its own; all other kinds are ids of tests in the facts, such as `ielts`.
CEFR, UPPER_SECONDARY = "cefr", "upper_secondary"

_NOTHING: Mapping[str, Any] = MappingProxyType({})
# A field is called date.
_Day = date


class Profile(NamedTuple):
    """`programme` is an NTNU programme as the student names it. `grade_average` counts A as 5 and E as 1.

    `completed_courses` are NTNU codes, with none for who has none; None is not told. `asks_reading_list` is whether
    the student's faculty asks for one with the plan of courses.
    """

    programme: str | None = None
    level: str | None = None
    campus: str | None = None
    credits_completed: Decimal | None = None
    grade_average: Decimal | None = None
    citizenship: str | None = None
    earlier_erasmus_months: Decimal | None = None
    had_ntnu_grant: bool | None = None
    completed_courses: tuple[str, ...] | None = None
    asks_reading_list: bool | None = None


class LanguageEvidence(NamedTuple):
    """What shows how well the student knows a language (ISO 639-1).

    `kind` is CEFR, UPPER_SECONDARY or a test's id; `score` is text on the kind's own scale (`6.5`, `C1`, a grade).
    `date` is the day of the test, `year` the year where only that is known, as of a diploma.
    """

    language: str
    kind: str
    score: str
    date: _Day | None = None
    year: int | None = None


class StayWish(NamedTuple):
    """When, how long and where. `hosts` are at most MOST_HOSTS, the first choice first.

    `study_year` is a stay of a whole study year, that begins in `semester`. `first_day` and `last_day` are inclusive.
    """

    semester: Semester | None = None
    study_year: bool = False
    months: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    type: str | None = None
    hosts: tuple[str, ...] = ()


class StepDone(NamedTuple):
    """A step of the application: the day it was done, or None for one that only has a note so far."""

    done: date | None = None
    note: str | None = None


class Plan(NamedTuple):
    """`weights` are by question of `model.comparison`, `steps` by step id, `exceptions` the reasons by check id.

    `year_credits` are what the student has found to be a full year at a host, in its own credits, by the host's id.
    """

    profile: Profile = Profile()
    languages: tuple[LanguageEvidence, ...] = ()
    stay: StayWish = StayWish()
    favourites: tuple[str, ...] = ()
    weights: Mapping[str, Decimal] = _NOTHING
    budget: BudgetWish = BudgetWish()
    courses: tuple[Course, ...] = ()
    year_credits: Mapping[str, Decimal] = _NOTHING
    steps: Mapping[str, StepDone] = _NOTHING
    exceptions: Mapping[str, str] = _NOTHING
    schema_version: int = SCHEMA_VERSION
