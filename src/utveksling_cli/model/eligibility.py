"""What NTNU, a host and the grants ask of a student who wants to go, and whether it is met as far as the facts tell."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Semester

# Whom a check is about: NTNU's own conditions, the host's, and those of grants, which are no condition for the stay.
EXCHANGE, HOST, GRANT = "exchange", "host", "grant"
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Applicant(NamedTuple):
    """What the student tells; None is not told. `grade_average` counts A as 5 and E as 1, `field` is ISCED-F or words.

    `planned_credits` are those of the whole stay. `days` are its days as Erasmus+ counts them, which count when no
    `months` are told; without either it is a usual stay.
    """

    credits: Decimal | None = None
    planned_credits: Decimal | None = None
    level: str | None = None
    grade_average: Decimal | None = None
    programme: str | None = None
    field: str | None = None
    erasmus_months: Decimal | None = None
    had_ntnu_grant: bool | None = None
    stay_type: str | None = None
    months: int | None = None
    study_year: bool = False
    days: int | None = None


class EligibilityCheck(NamedTuple):
    """One line. `answer` is one of `model.answers`, `reason` a code that `render` has the sentence for.

    `about` is EXCHANGE, HOST or GRANT. `status` is None for what a host's record says without one.
    """

    id: str
    about: str
    answer: str
    reason: str
    values: Mapping[str, str] = _NOTHING
    status: str | None = None
    confidence: str | None = None
    source: str | None = None
    verified_on: str | None = None
    note: str | None = None


class Eligibility(NamedTuple):
    """`host` None: only what holds wherever the student goes."""

    host: Institution | None
    semester: Semester
    checks: tuple[EligibilityCheck, ...]
    notices: tuple[Notice, ...]
