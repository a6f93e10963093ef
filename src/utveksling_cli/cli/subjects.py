"""From the places that were named to all that a comparison knows of them, each with the budget of `budsjett`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from utveksling_cli.catalogue.funding_queries import country, country_sets, exchange_rates, rates
from utveksling_cli.catalogue.place_queries import ntnu, places
from utveksling_cli.catalogue.queries import home_costs, home_towns, institutions
from utveksling_cli.cli.clocks import minutes_ahead
from utveksling_cli.cli.compared import Named
from utveksling_cli.cli.session import Session
from utveksling_cli.cli.stays import Period, Place, Typed, host_notices, make_stay, read_period
from utveksling_cli.model.budget import Budget
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.home import HomeCost
from utveksling_cli.model.money import ExchangeRate
from utveksling_cli.model.place import Ntnu
from utveksling_cli.model.place import Place as Known
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.comparison import Setting, Subject
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import parts


class _Shared(NamedTuple):
    """What is the same for every place."""

    period: Period
    book: RateBook
    exchange: Mapping[str, ExchangeRate | None]
    home: tuple[float, float]
    home_costs: tuple[HomeCost, ...]
    ntnu: Ntnu


def common_period(session: Session, named: list[Named], typed: Typed) -> Period:
    """The same for all; without a semester the first that can still be applied for in every country."""
    codes = dict.fromkeys(place.country for place in named)
    periods = [read_period(session.catalogue, typed, session.today, code) for code in codes]
    return max(periods, key=lambda period: period.semester.first_month)


def read_subjects(
    catalogue: sqlite3.Connection, named: list[Named], period: Period, programme: str | None
) -> tuple[Setting, list[Subject]]:
    town = next(town for town in home_towns(catalogue) if town.id == Choices().home)
    shared = _Shared(
        period,
        RateBook(rates(catalogue), country_sets(catalogue)),
        exchange_rates(catalogue),
        (float(town.lat), float(town.lon)),
        home_costs(catalogue),
        ntnu(catalogue),
    )
    subjects, last = [], period.semester
    for name in named:
        place = Place(country(catalogue, name.country), name.host)
        budget, last = _budget(place, shared)
        subjects.append(_subject(catalogue, place, budget, shared))
    return Setting(period.semester, last, period.months, programme, shared.ntnu), subjects


def _budget(place: Place, shared: _Shared) -> tuple[Budget, Semester]:
    """What `budsjett` says without options, and the semester that the stay ends in."""
    stay, told = make_stay(place, shared.period, Choices())
    facts = Facts(place.country, shared.book, Exchange(shared.exchange), shared.home, shared.home_costs)
    known = (*told, *host_notices(place.institution, tuition_given=False))
    return make_budget(stay, facts, known), parts(stay, shared.book)[-1].semester


def _subject(catalogue: sqlite3.Connection, place: Place, budget: Budget, shared: _Shared) -> Subject:
    host = place.institution
    hosts = tuple(institutions(catalogue, (place.country.code,))) if host is None else (host,)
    known = places(catalogue, tuple(entry.id for entry in hosts))
    return Subject(place.country, host, hosts, known, budget, _minutes(known, shared))


def _minutes(known: Mapping[str, Known], shared: _Shared) -> tuple[int, ...]:
    """How far the clocks of the hosts' towns are ahead when the semester begins."""
    day = shared.period.semester.first_month.first_day
    zones = {entry.town.time_zone for entry in known.values() if entry.town}
    ahead = {minutes_ahead(zone, shared.ntnu.town.time_zone, day) for zone in zones}
    return tuple(sorted(minutes for minutes in ahead if minutes is not None))
