"""The days of a language requirement: how long proof counts, when it must be ready, and when to take a test.

A test result counts in [day, day + years), as its owner reports it: on the anniversary it is gone. A host that
takes what is at most so many years old takes it on the anniversary too.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.deadline import NTNU, Deadline
from utveksling_cli.model.institution import ApplicationWindow, Institution
from utveksling_cli.model.language import LanguageTest, Margin
from utveksling_cli.model.language_answer import HOST_DAY, NTNU_DAY, Ground, Occasion, Target
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.model.time import Semester, day_in
from utveksling_cli.planning.deadlines import season_of

VALID, ASSUMED, EXPIRED = "valid", "assumed", "expired"
_ONE_DAY = timedelta(days=1)


class Age(NamedTuple):
    """How proof stands on a day. ASSUMED: its day is not told, and it counts if that was `taken_from` or later."""

    standing: str
    expires: date | None = None
    taken_from: date | None = None


def result_age(evidence: LanguageEvidence, years: int, on: date) -> Age:
    """By the test's own rule: gone on the day `years` after the test."""
    return _age(evidence, years, on, _ONE_DAY)


def proof_age(evidence: LanguageEvidence, years: int, on: date) -> Age:
    """By the host's rule: at most `years` old."""
    return _age(evidence, years, on, timedelta(0))


def _age(evidence: LanguageEvidence, years: int, on: date, slack: timedelta) -> Age:
    """`slack` is one day when the anniversary itself is too late."""
    first = later(on, -years) + slack
    if evidence.date is not None:
        expires = later(evidence.date, years) + _ONE_DAY - slack
        return Age(VALID if on < expires else EXPIRED, expires)
    if evidence.year is not None:
        if date(evidence.year, 1, 1) >= first:
            return Age(VALID)
        if date(evidence.year, 12, 31) < first:
            return Age(EXPIRED)
    return Age(ASSUMED, None, first)


def later(day: date, years: int) -> date:
    """The same day so many years later; 28 February for 29 February in a common year."""
    return day_in(day.year + years, day.month, day.day)


def target(host: Institution, semester: Semester, deadlines: Iterable[Deadline], today: date) -> Target | None:
    """The host's own last day for applications when it is known well enough, else NTNU's first deadline that may bind.

    `deadlines` are those of the host's country for the semester, by date.
    """
    window = application_window(host, semester)
    if window is not None and window.confidence != "low":
        return _host_target(window, semester, today)
    ours = next((entry for entry in deadlines if entry.kind in NTNU and entry.binding != "listed"), None)
    if ours is None:
        return None
    ground = Ground("deadline", ours.status, ours.confidence, ours.source, ours.note)
    return Target(NTNU_DAY, ours.title, ours.day, ours.days_left, ground)


def application_window(host: Institution, semester: Semester) -> ApplicationWindow | None:
    """The host's window for the semester, however sure it is; None without a day for the student's application."""
    season = season_of(semester)
    return next((entry for entry in host.application_windows if entry.season == season and entry.application), None)


def application_day(window: ApplicationWindow, semester: Semester) -> date:
    day = window.application
    assert day is not None
    return day_in(semester.year + day.year_offset, day.month, day.day)


def _host_target(window: ApplicationWindow, semester: Semester, today: date) -> Target:
    day = application_day(window, semester)
    ground = Ground("deadline", window.status, window.confidence, window.source, window.note)
    return Target(HOST_DAY, "", day, (day - today).days, ground)


class LastDay(NamedTuple):
    """The deadline minus the days that the result takes and the margin."""

    day: date
    days_left: int
    results: int | None
    grounds: tuple[Ground, ...]


def last_test_day(test: LanguageTest, margin: Margin, occasion: Occasion) -> LastDay | None:
    """None when no deadline is known. Where the days for the result are unknown, only the margin is taken off."""
    if occasion.target is None:
        return None
    results = test.results
    day = occasion.target.day - timedelta(days=margin.days + (results.days if results else 0))
    grounds = [occasion.target.ground]
    if results is not None:
        grounds.append(Ground("results", results.status, results.confidence, results.source, results.note))
    grounds.append(Ground("margin", margin.status, None, margin.source, margin.note))
    return LastDay(day, (day - occasion.today).days, results.days if results else None, tuple(grounds))
