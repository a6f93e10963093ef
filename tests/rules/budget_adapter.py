"""What a budget case asks of the program: the lines by their id, the account by month, the totals and the notices.

A line is written `2027-07 75845`: its month and whole kroner. Lists are compared whole: a line too many fails a case.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.catalogue import country_queries, funding_queries, queries
from utveksling_cli.cli.stays import Period, Place, make_stay
from utveksling_cli.model.budget import EXPENSE, GRANT, INCOME, LOAN, Budget, Line
from utveksling_cli.model.choices import Choices, OwnCost
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import months_begun
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.citizens import for_citizen
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.render.budget_sentences import SENTENCES
from utveksling_cli.render.wording import LINES

from .sayable import explainable, sayable


def budget(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """The budget of a stay in a `country` or at an `institution`; the day it is has no say in it."""
    host = given.pop("institution", None)
    institution = queries.institutions_by_id(facts, (host,))[0] if host else None
    place = country_queries.country(facts, institution.country if institution else given.pop("country"))
    semester = Semester.parse(given.pop("semester"))
    choices = _choices(given)
    stay, told = make_stay(Place(place, institution), _period(given, semester), choices)
    tuition, living = _money(given.pop("tuition", None)), _money(given.pop("living", None))
    stay = stay._replace(tuition=tuition, living_cost=living)
    own = {code: ExchangeRate(code, Decimal(nok), None, "user", None) for code, nok in given.pop("rates", {}).items()}
    exchange = Exchange(funding_queries.exchange_rates(facts) | own)
    put_in = {identifier: Decimal(value) for identifier, value in given.pop("own_rates", {}).items()}
    book = RateBook(funding_queries.rates(facts), funding_queries.dated_sets(facts), put_in)
    home = next(town for town in queries.home_towns(facts) if town.id == choices.home)
    from_home = (float(home.lat), float(home.lon))
    found = make_budget(stay, Facts(place, book, exchange, from_home, queries.home_costs(facts)), told)
    return _shown(for_citizen(found, given.pop("citizenship", None)))


def _period(given: dict[str, Any], semester: Semester) -> Period:
    """A number of `months`, or the days from `first_day` to `last_day`."""
    if "first_day" not in given:
        return Period(semester, int(given.pop("months")))
    first, last = (date.fromisoformat(given.pop(name)) for name in ("first_day", "last_day"))
    return Period(semester, months_begun(first, last), first, last)


def _choices(given: dict[str, Any]) -> Choices:
    """`choices` by the names of `model.choices.Choices`; own costs are `id amount currency`, in each month or once."""
    asked = given.pop("choices", {})
    flags = {name: value == "true" for name, value in asked.items() if value in ("true", "false")}
    text = {name: value for name, value in asked.items() if name in {"payout", "home", "scheme"}}
    numbers: dict[str, Any] = {"language_weeks": int, "savings": Decimal, "work": _money, "costs": _own_costs}
    read = {name: numbers[name](value) for name, value in asked.items() if name in numbers}
    assert set(asked) == {*flags, *text, *read}, "keys in choices that nobody reads"
    return Choices(**flags, **text, **read)


def _own_costs(texts: list[str]) -> tuple[OwnCost, ...]:
    """`cost.rent 7500 NOK monthly` or `cost.other 1200 NOK 2027-09`."""
    found = []
    for text in texts:
        identifier, amount, currency, *when = text.split()
        monthly = when == ["monthly"]
        month = Month(*map(int, when[0].split("-"))) if when and not monthly else None
        found.append(OwnCost(identifier, "kostnad", Money(Decimal(amount), currency), month, monthly))
    return tuple(found)


def _money(text: str | None) -> Money | None:
    """`5700 USD`."""
    if text is None:
        return None
    amount, currency = text.split()
    return Money(Decimal(amount), currency)


def _shown(made: Budget) -> dict[str, object]:
    notices = sayable(made.notices)
    explainable(made.lines)
    lines = {identifier: _line([line for line in made.lines if line.id == identifier]) for identifier in LINES}
    return {
        **lines,
        "stay": [made.assumptions.first_month, made.assumptions.last_month],
        "balance": [f"{entry.month} {entry.balance}" for entry in made.months],
        "totals": made.totals._asdict(),
        "currencies": {effect.exchange.currency: effect._asdict() for effect in made.currencies},
        "notices": {code: _told(code, notices) for code in SENTENCES},
    }


def _line(lines: list[Line]) -> dict[str, object] | None:
    """Nothing when the budget has no such line."""
    if not lines:
        return None
    return {
        **{kind: [f"{line.month} {line.amount}" for line in lines if line.kind == kind] for kind in _KINDS},
        "sum": {kind: sum(line.amount for line in lines if line.kind == kind) for kind in _KINDS},
        "original": _each(
            f"{line.original.amount.normalize():f} {line.original.currency}" for line in lines if line.original
        ),
        "status": _each(line.status for line in lines),
        "rates": _each(f"{used.id} {used.from_date}" for line in lines for used in line.rates),
    }


_KINDS = (GRANT, LOAN, INCOME, EXPENSE)


def _each(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _told(code: str, notices: Iterable[Notice]) -> object:
    """Nothing, or what each notice with this code says: its values, or `true` when it has none."""
    told = [" ".join(notice.values.values()) for notice in notices if notice.code == code]
    return None if not told else True if told == [""] else told
