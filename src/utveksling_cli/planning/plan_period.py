"""When a planned stay begins and ends, and whether it runs into NTNU's own semesters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.country import Country, Term
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.place import NtnuTerm
from utveksling_cli.model.plan import StayWish
from utveksling_cli.model.stay import last_day_of
from utveksling_cli.model.time import AUTUMN, SPRING, Month, Semester
from utveksling_cli.model.timeline import ASSUMPTION, SOURCE, USER, Basis
from utveksling_cli.planning.deadlines import season_of

_JUNE, _OCTOBER = 6, 10


class Period(NamedTuple):
    """The first and the last day abroad, and what each rests on; `last` is None when nothing tells it."""

    first: date
    last: date | None
    begins_by: Basis
    ends_by: Basis
    semesters: int
    notices: tuple[Notice, ...]


class Following(NamedTuple):
    """NTNU's own semester after the stay, and the month that it begins in."""

    month: Month
    term: NtnuTerm


def semester_of(wish: StayWish) -> Semester | None:
    """The semester that the plan names, else the one that its days begin in; None when it tells neither.

    A stay from June is an autumn when it lasts beyond September, for that is no spring.
    """
    if wish.semester is not None or wish.first_day is None:
        return wish.semester
    first = wish.first_day
    beyond = wish.last_day is not None and wish.last_day >= date(first.year, _OCTOBER, 1)
    autumn = first.month > _JUNE or (first.month == _JUNE and beyond)
    return Semester(AUTUMN if autumn else SPRING, first.year)


def plan_period(wish: StayWish, semester: Semester, country: Country | None) -> Period:
    """By the student's own days, else by how the country's semesters usually fall, else by NTNU's months."""
    semesters = 2 if wish.study_year else 1
    term = _typical(country, semester)
    last_term = _typical(country, semester.next() if wish.study_year else semester)
    month = Month(semester.year, term.start_month) if term else semester.first_month
    first = wish.first_day or month.first_day
    last, ends_by = _last(wish, first, last_term, semester)
    if wish.first_day is not None:
        return Period(first, last, Basis(USER), ends_by, semesters, ())
    return Period(first, last, _by_term(term), ends_by, semesters, tuple(_how(term, month)))


def _last(wish: StayWish, first: date, term: Term | None, semester: Semester) -> tuple[date | None, Basis]:
    if wish.last_day is not None:
        return wish.last_day, Basis(USER)
    if wish.months is not None:
        after = Month(first.year, first.month) + wish.months
        day = min(first.day, last_day_of(after).day)
        return date(after.year, after.month, day) - timedelta(days=1), Basis(USER)
    if term is None:
        return None, Basis(ASSUMPTION)
    begins = (semester.next() if wish.study_year else semester).year
    ends = Month(begins + (term.end_month < term.start_month), term.end_month)
    return last_day_of(ends), _by_term(term)


def _by_term(term: Term | None) -> Basis:
    if term is None or term.source is None:
        return Basis(ASSUMPTION)
    return Basis(SOURCE, term.source, term.verified_on)


def _typical(country: Country | None, semester: Semester) -> Term | None:
    terms = country.terms if country else ()
    return next((term for term in terms if term.typical and term.season == season_of(semester)), None)


def _how(term: Term | None, month: Month) -> Iterator[Notice]:
    values = {"month": str(month)}
    if term is None:
        yield Notice("assumption", "timeline.term_unknown", values)
    elif term.scope:
        yield Notice("assumption", "timeline.term_of_one_host", {**values, "scope": term.scope})
    else:
        yield Notice("assumption", "timeline.term", values)


def next_semester(period: Period, semester: Semester, terms: Iterable[NtnuTerm]) -> Following | None:
    """None when NTNU's calendar is unknown."""
    following = semester.next() if period.semesters == 1 else semester.next().next()
    found = (term for term in terms if term.season == season_of(following))
    return next((Following(Month(following.year, term.start_month), term) for term in found), None)


def collisions(period: Period, semester: Semester, terms: Iterable[NtnuTerm]) -> Iterator[Notice]:
    """Whole months are held against each other: no newer calendar of NTNU's than that of 2021 has been read."""
    terms = tuple(terms)
    following = next_semester(period, semester, terms)
    if period.last is None:
        yield Notice("unknown", "timeline.end_unknown")
    elif following is not None and period.last >= following.month.first_day:
        values = {"day": period.last.isoformat(), "month": str(following.month)}
        yield Notice("warning", "timeline.collision", values)
    before = _exams_before(semester, terms)
    if before is not None and period.first <= last_day_of(before):
        values = {"day": period.first.isoformat(), "month": str(before)}
        yield Notice("warning", "timeline.exam_collision", values)


def _exams_before(semester: Semester, terms: tuple[NtnuTerm, ...]) -> Month | None:
    """The last month of NTNU's semester before the stay, in which its exams are."""
    wanted = season_of(semester.next())
    year = semester.year if wanted == "spring" else semester.year - 1
    return next((Month(year, term.end_month) for term in terms if term.season == wanted), None)
