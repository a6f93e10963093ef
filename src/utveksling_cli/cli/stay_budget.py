"""The budget of one place, from what was asked as text: the same for `budsjett`, `sammenlign` and the plan's checks."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from utveksling_cli.catalogue.funding_queries import dated_sets, rates
from utveksling_cli.catalogue.queries import home_costs, home_towns
from utveksling_cli.cli.choices import (
    check_costs,
    read_costs,
    read_home,
    read_payout,
    read_rates,
    read_savings,
    read_scheme,
    read_weeks,
)
from utveksling_cli.cli.currencies import Exchange, known_amount, read_exchange
from utveksling_cli.cli.session import Session
from utveksling_cli.cli.stays import Period, Place, Typed, host_notices, make_stay, read_period
from utveksling_cli.model.budget import Budget
from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.choices import SEMESTER, Choices
from utveksling_cli.model.home import HomeCost, HomeTown
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import FREEMOVER
from utveksling_cli.model.rate import CodeSet, Rate
from utveksling_cli.model.stay import Stay
from utveksling_cli.planning import budget as rules
from utveksling_cli.planning import ledger
from utveksling_cli.planning.rates import RateBook


class Asked(NamedTuple):
    """What a budget is asked with, as text: when, the figures and choices, and what kind of stay it is.

    `citizenship` is what the plan says.
    """

    typed: Typed = Typed()
    wish: BudgetWish = BudgetWish()
    traineeship: bool = False
    freemover: bool = False
    citizenship: str | None = None


class Known(NamedTuple):
    """What the facts say that is the same for every place."""

    rates: dict[str, Rate]
    sets: tuple[CodeSet, ...]
    towns: tuple[HomeTown, ...]
    home_costs: tuple[HomeCost, ...]


class Made(NamedTuple):
    budget: Budget
    stay: Stay
    book: RateBook


def known_money(catalogue: sqlite3.Connection) -> Known:
    return Known(rates(catalogue), tuple(dated_sets(catalogue)), home_towns(catalogue), home_costs(catalogue))


def budget_of(session: Session, place: Place, asked: Asked) -> Budget:
    """Raises UsageProblem or NotFound for a stay or for figures that cannot be."""
    period = read_period(session.catalogue, asked.typed, session.today, place.country.code)
    return make_budget(session.catalogue, known_money(session.catalogue), place, period, asked).budget


def make_budget(catalogue: sqlite3.Connection, known: Known, place: Place, period: Period, asked: Asked) -> Made:
    """Raises UsageProblem or NotFound for figures that cannot be used."""
    wish = asked.wish
    exchange = read_exchange(catalogue, list(wish.exchange_rates))
    town = read_home(wish.home or Choices().home, known.towns)
    stay, notices = make_stay(place, period, _choices(asked, town, exchange))
    stay = stay._replace(
        tuition=known_amount(wish.tuition, "--skolepenger", exchange, with_currency=True),
        living_cost=known_amount(wish.living, "--levekostnad", exchange),
    )
    check_costs(stay, place.country)
    book = RateBook(known.rates, known.sets, read_rates(list(wish.rates), known.rates))
    spot = (float(town.lat), float(town.lon))
    facts = rules.Facts(place.country, book, ledger.Exchange(exchange), spot, known.home_costs)
    told = host_notices(place.institution, tuition_given=wish.tuition is not None)
    if asked.freemover:
        # What NTNU has agreed with the host is not for those who go outside it.
        stay = stay._replace(agreements=frozenset({FREEMOVER}))
        told = (*told, Notice("warning", "budget.freemover"))
    budget = rules.make_budget(stay, facts, (*notices, *told))
    if asked.citizenship is not None:
        from utveksling_cli.planning.citizens import for_citizen

        budget = for_citizen(budget, asked.citizenship)
    return Made(budget, stay, book)


def _choices(asked: Asked, town: HomeTown, exchange: Exchange) -> Choices:
    wish = asked.wish
    return Choices(
        payout=read_payout(wish.payout or SEMESTER),
        with_parents=wish.with_parents,
        without_loan=wish.without_loan,
        extended_grant=wish.extended_grant,
        language_weeks=read_weeks(wish.language_weeks),
        traineeship=asked.traineeship,
        fewer_opportunities=wish.fewer_opportunities,
        green=wish.green,
        home=town.id,
        scheme=read_scheme(wish.scheme),
        savings=read_savings(wish.savings, exchange),
        work=known_amount(wish.work, "--arbeid", exchange),
        costs=read_costs(list(wish.costs), wish.rent, exchange),
    )
