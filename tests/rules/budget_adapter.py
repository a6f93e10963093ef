"""What a budget case asks of the program: the lines by their id, the account by month, the totals and the notices.

A line is written `2027-07 75845`: its month and whole kroner. Lists are compared whole: a line too many fails a case.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from utveksling_cli.catalogue import funding_queries, queries
from utveksling_cli.model.budget import EXPENSE, GRANT, LOAN, Budget, Line
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.budget import make_budget
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import first_month
from utveksling_cli.render.notices import SENTENCES
from utveksling_cli.render.wording import LINES


def budget(facts: sqlite3.Connection, today: date, given: dict[str, Any]) -> dict[str, object]:
    """The budget of a stay in a `country` or at an `institution`; the day it is has no say in it."""
    host = given.pop("institution", None)
    institution = queries.institutions_by_id(facts, (host,))[0] if host else None
    place = funding_queries.country(facts, institution.country if institution else given.pop("country"))
    semester = Semester.parse(given.pop("semester"))
    start, told = first_month(place.terms, semester)
    stay = Stay(
        place.code,
        place.region,
        semester,
        int(given.pop("months")),
        start,
        host,
        frozenset(entry.type for entry in institution.agreements) if institution else None,
        _money(given.pop("tuition", None)),
        _money(given.pop("living", None)),
    )
    own = {code: ExchangeRate(code, Decimal(nok), None, "user", None) for code, nok in given.pop("rates", {}).items()}
    exchange = Exchange(funding_queries.exchange_rates(facts) | own)
    book = RateBook(funding_queries.rates(facts), funding_queries.country_sets(facts))
    return _shown(make_budget(stay, place, book, exchange, told))


def _money(text: str | None) -> Money | None:
    """`5700 USD`."""
    if text is None:
        return None
    amount, currency = text.split()
    return Money(Decimal(amount), currency)


def _shown(made: Budget) -> dict[str, object]:
    lines = {identifier: _line([line for line in made.lines if line.id == identifier]) for identifier in LINES}
    return {
        **lines,
        "stay": [made.assumptions.first_month, made.assumptions.last_month],
        "balance": [f"{entry.month} {entry.balance}" for entry in made.months],
        "totals": made.totals._asdict(),
        "notices": {code: _told(code, made.notices) for code in SENTENCES if code.startswith("budget.")},
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


_KINDS = (GRANT, LOAN, EXPENSE)


def _each(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _told(code: str, notices: Iterable[Notice]) -> object:
    """Nothing, or what each notice with this code says: its values, or `true` when it has none."""
    told = [" ".join(notice.values.values()) for notice in notices if notice.code == code]
    return None if not told else True if told == [""] else told
