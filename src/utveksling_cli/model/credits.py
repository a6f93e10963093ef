"""Host credits and what they are worth: a year's norm, what a page says of a course, and the studiepoeng it gives.

Numbers of the facts are decimal text; a full year is FULL_YEAR studiepoeng.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

FULL_YEAR = 60
ECTS = "ECTS"
# What people write for it.
STUDIEPOENG = frozenset({"ects", "sp", "stp", "studiepoeng"})
NTNU_TABLE, STATED, FULL_TIME = "ntnu_table", "stated_equivalence", "full_time_load"
OWN = "own"

# What a number on the page counts: studiepoeng (or ECTS), the host's own credits, or not said.
IN_SP, IN_HOST_UNIT, NOT_SAID = "sp", "host", "not_said"

# How studiepoeng were found: as the page says, by a norm, the norm gives a range, or they are unknown since the
# page gives no size, the size has several readings, its unit is not said, or the host's norm is not known.
AS_SAID, CONVERTED, RANGE = "as_said", "converted", "range"
NO_SIZE, UNCLEAR, NO_UNIT, NO_NORM = "no_size", "unclear", "no_unit", "no_norm"


class Norm(NamedTuple):
    """`credits` (to `credits_at_most`) of the host make a full year; `level` and `field` None are all.

    `institution` is an id of the facts, `host` the name of another; without either it holds for the countries.
    """

    id: str
    institution: str | None
    host: str | None
    countries: tuple[str, ...]
    level: str | None
    field: str | None
    credits: str
    credits_at_most: str | None
    unit: str | None
    basis: str
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class ReplacedCourse(NamedTuple):
    """An NTNU course that is not taught under its code from `ended` on."""

    code: str
    replaced_by: str | None
    ended: str
    status: str
    source: str | None
    verified_on: str
    note: str | None


class FirstYearCourses(NamedTuple):
    """A country whose first-year courses do not count. `problem` is the code of the rule; `text` is what it says."""

    country: str
    problem: str
    text: str
    status: str
    source: str | None
    verified_on: str
    note: str | None


class CreditFacts(NamedTuple):
    """`replaced` is by the old code, `first_year` by country."""

    norms: tuple[Norm, ...]
    replaced: Mapping[str, ReplacedCourse]
    first_year: Mapping[str, FirstYearCourses]


class YearNorm(NamedTuple):
    """What is known of a host's full year: from `lowest` to `highest` credits, by the norms it rests on.

    The student's own figure has no norms.
    """

    lowest: Decimal
    highest: Decimal
    unit: str | None
    norms: tuple[Norm, ...]


class SaidSize(NamedTuple):
    """A course's size as the page says it; `credits` None when it has no single reading."""

    text: str
    credits: Decimal | None
    unit: str


class Size(NamedTuple):
    """A course's size in studiepoeng, unrounded, and how it was found; `highest` differs from `sp` for RANGE alone.

    For RANGE `sp` is None: nothing may count on one of the ends.
    """

    said: SaidSize
    state: str
    sp: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    year: YearNorm | None = None
