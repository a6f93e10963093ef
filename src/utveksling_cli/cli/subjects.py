"""From the places that were named to all that a comparison knows of them, each with the budget of `budsjett`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from utveksling_cli.catalogue.country_queries import country
from utveksling_cli.catalogue.place_queries import ntnu, places
from utveksling_cli.catalogue.queries import institutions
from utveksling_cli.cli.clocks import minutes_ahead
from utveksling_cli.cli.compared import Named
from utveksling_cli.cli.session import Session
from utveksling_cli.cli.stay_budget import Asked, Known, known_money, make_budget
from utveksling_cli.cli.stays import Period, Place, Typed, read_period
from utveksling_cli.model.budget import Budget
from utveksling_cli.model.place import Ntnu
from utveksling_cli.model.place import Place as Facts
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.comparison import Setting, Subject
from utveksling_cli.planning.rates import tuition_free_agreements
from utveksling_cli.planning.stays import parts, rate_day


class _Shared(NamedTuple):
    """What is the same for every place."""

    period: Period
    money: Known
    ntnu: Ntnu


def common_period(session: Session, named: list[Named], typed: Typed) -> Period:
    """The same for all; without a semester the first that can still be applied for in every country."""
    codes = dict.fromkeys(place.country for place in named)
    periods = [read_period(session.catalogue, typed, session.today, code) for code in codes]
    return max(periods, key=lambda period: period.semester.first_month)


def read_subjects(
    catalogue: sqlite3.Connection, asked: list[tuple[Named, Asked]], period: Period, programme: str | None
) -> tuple[Setting, list[Subject]]:
    """Each place with what its budget is asked with; the period is the same for all, whatever that says."""
    shared = _Shared(period, known_money(catalogue), ntnu(catalogue))
    subjects, last = [], period.semester
    for name, money in asked:
        place = Place(country(catalogue, name.country), name.host)
        budget, last = _budget(catalogue, place, shared, money)
        subjects.append(_subject(catalogue, place, budget, shared))
    free = tuition_free_agreements(shared.money.sets, rate_day(period.semester))
    return Setting(period.semester, last, period.months, programme, shared.ntnu, free), subjects


def _budget(catalogue: sqlite3.Connection, place: Place, shared: _Shared, asked: Asked) -> tuple[Budget, Semester]:
    """What `budsjett` says, and the semester that the stay ends in."""
    made = make_budget(catalogue, shared.money, place, shared.period, asked)
    return made.budget, parts(made.stay, made.book)[-1].semester


def _subject(catalogue: sqlite3.Connection, place: Place, budget: Budget, shared: _Shared) -> Subject:
    host = place.institution
    hosts = tuple(institutions(catalogue, (place.country.code,))) if host is None else (host,)
    known = places(catalogue, tuple(entry.id for entry in hosts))
    return Subject(place.country, host, hosts, known, budget, _minutes(known, shared))


def _minutes(known: Mapping[str, Facts], shared: _Shared) -> tuple[int, ...]:
    """How far the clocks of the hosts' towns are ahead when the semester begins."""
    day = shared.period.semester.first_month.first_day
    zones = {entry.town.time_zone for entry in known.values() if entry.town}
    ahead = {minutes_ahead(zone, shared.ntnu.town.time_zone, day) for zone in zones}
    return tuple(sorted(minutes for minutes in ahead if minutes is not None))
