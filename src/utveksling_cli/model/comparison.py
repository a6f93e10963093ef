"""Places side by side: the seven questions that a student asks of each, what the facts answer, and a ranking."""

from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model.budget import Budget
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import Semester

LANGUAGE, ECONOMY, ACADEMIC, SOCIAL = "language", "economy", "academic", "social"
TERM, CLIMATE, CULTURE = "semester_length", "climate", "culture"
QUESTIONS = (LANGUAGE, ECONOMY, ACADEMIC, SOCIAL, TERM, CLIMATE, CULTURE)

HOST, COUNTRY = "host", "country"
# How a fact is known: what one host answers, a whole country does not.
KNOWN, UNKNOWN, DEPENDS = "known", "unknown", "depends_on_host"

Value = Decimal | int | str | tuple[str, ...] | tuple[int, ...] | None


class Fact(NamedTuple):
    """One thing that helps to answer a question. `value` is None unless `state` is KNOWN.

    `status` and `source` are those of the fact that it was taken from; None where that has none of its own.
    """

    name: str
    value: Value
    state: str = KNOWN
    status: str | None = None
    source: str | None = None
    note: str | None = None


class Side(NamedTuple):
    """One place. `id` is a host's id or a country's code; `facts` are by question, in the order of QUESTIONS."""

    id: str
    kind: str
    name: str
    country: str
    city: str | None
    budget: Budget
    facts: dict[str, tuple[Fact, ...]]


class Part(NamedTuple):
    """What one question adds: `score` is from 0 to 1 in two decimals, `share` its weight of all that count."""

    question: str
    score: Decimal
    weight: Decimal
    share: Decimal


class Ranked(NamedTuple):
    """`total` is the weighted mean of the scores; equal totals share a `rank`."""

    id: str
    rank: int
    total: Decimal
    parts: tuple[Part, ...]


class LeftOut(NamedTuple):
    """A question that was weighted but cannot be counted.

    `reason` is `unknown` (for the places in `missing`), `nothing` (none of the places has any), `mixed` (one host
    cannot be held against a whole country) or `no_rule`.
    """

    question: str
    reason: str
    missing: tuple[str, ...] = ()


class Ranking(NamedTuple):
    """`places` are the best first, and none when nothing could be counted."""

    places: tuple[Ranked, ...]
    left_out: tuple[LeftOut, ...]


class Comparison(NamedTuple):
    """`programme` is the NTNU programme asked for; `ranking` is None when no weights were given."""

    semester: Semester
    months: int
    programme: str | None
    sides: tuple[Side, ...]
    ranking: Ranking | None
    notices: tuple[Notice, ...]
