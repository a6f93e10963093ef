"""Earlier decisions on host courses: who decided what, when, and what the course replaced at NTNU."""

from typing import NamedTuple

APPROVED, CONDITIONAL, REJECTED, UNDECIDED = "approved", "conditional", "rejected", "unknown"
OUTCOMES = (APPROVED, CONDITIONAL, REJECTED, UNDECIDED)
ACCEPTED = frozenset({APPROVED, CONDITIONAL})
# All decisions of the facts are of this programme; those of a student's own file name none.
PROGRAMME = "Industriell økonomi og teknologiledelse (Indøk)"


class CourseDecision(NamedTuple):
    """`id` is made from the host, the course and the source, so it stays the same when rows come and go.

    `number` is the row's place in the data, from 1: short to type, the same in every list, and another one when rows
    come and go. Those of a student's own file go on after it. Texts are as the source has them and may be empty;
    `decided` is a year, a month or a day in ISO form, or empty.
    """

    id: str
    institution: str
    host_code: str
    host_title: str
    host_credits: str
    ntnu_code: str
    ntnu_title: str
    decision: str
    decided: str
    source_url: str
    programme: str | None = PROGRAMME
    number: int = 0
