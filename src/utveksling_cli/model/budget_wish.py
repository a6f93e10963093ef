"""What a student wants a budget to count with, as text that is read where the budget is made."""

from __future__ import annotations

from typing import NamedTuple


class BudgetWish(NamedTuple):
    """What the options of `budsjett` would say, as typed there; that a stay is a traineeship stands in StayWish."""

    tuition: str | None = None
    living: str | None = None
    rent: str | None = None
    savings: str | None = None
    work: str | None = None
    costs: tuple[str, ...] = ()
    exchange_rates: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    payout: str | None = None
    scheme: str | None = None
    home: str | None = None
    language_weeks: str | None = None
    without_loan: bool = False
    with_parents: bool = False
    extended_grant: bool = False
    fewer_opportunities: bool = False
    green: bool = False
