"""A recurring deadline as facts, and one date of it as a result."""

from datetime import date
from typing import NamedTuple

EARLY, MAIN = "ntnu_early", "ntnu_main"
NTNU = frozenset({EARLY, MAIN})
OPENING = "lanekassen_opens"
LANEKASSEN, GRANT_PROOF = "lanekassen", "grant_proof"
# What is no more than so many days away is soon: shown as such, and a warning of a check.
SOON_DAYS = 14


class DayRule(NamedTuple):
    """Month and day of the deadline for stays that begin in [from_date, until_date).

    `except_countries` are those of the country sets that the rule excepts, as they are in the period.
    """

    from_date: str
    until_date: str | None
    month: int
    day: int
    year_offset: int
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None
    except_countries: frozenset[str] = frozenset()


class DeadlineRule(NamedTuple):
    """Whom it binds: see `catalogue.schema.deadlines.Deadline`; `except_countries` hold in every period."""

    id: str
    title: str
    kind: str
    season: str
    applies_to: str
    countries: frozenset[str]
    some_hosts_in: frozenset[str]
    except_countries: frozenset[str]
    approximate: str | None
    values: tuple[DayRule, ...]


class Deadline(NamedTuple):
    """One deadline for one semester, seen from `today`.

    `binding` is `everyone`, `certain` (the country is named), `possible` (only some hosts in the country,
    which is unknown) or `listed` (no country was asked for, and the rule is not for all).
    `safe_day` is the last working day on or before `day`, but not a day that has passed while `day` has not.
    An opening and an approximate date have no such day but their own.
    """

    id: str
    title: str
    kind: str
    day: date
    days_left: int
    weekday: int
    holiday: str | None
    safe_day: date
    past: bool
    binding: str
    applies_to: str
    countries: tuple[str, ...]
    some_hosts_in: tuple[str, ...]
    approximate: bool
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None
