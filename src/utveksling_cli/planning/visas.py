"""Who may need a visa or a permit for the stay, and the day to apply for it by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from utveksling_cli.model.country import Country, VisaTime
from utveksling_cli.model.plan import NORWEGIAN
from utveksling_cli.model.plan_facts import FreeMovement, LeadTime, PlanFacts
from utveksling_cli.model.stay import moved


class VisaDay(NamedTuple):
    """`known` is what the data has of the country, if anything; `assumed` is whether the day rests on no such fact."""

    day: date
    known: VisaTime | None
    assumed: bool


def is_free(citizenship: str | None, code: str, movement: Iterable[FreeMovement]) -> bool:
    """Whether the student can live there without asking; a citizenship that is not told is taken to be Norwegian."""
    return any(code in one.countries and (citizenship or NORWEGIAN) in one.citizens for one in movement)


def needs_visa(citizenship: str | None, country: Country | None, facts: PlanFacts) -> bool:
    """Whether a visa or a permit may be needed."""
    return country is not None and not is_free(citizenship, country.code, facts.free_movement)


def visa_day(arrival: date, country: Country, usual: LeadTime) -> VisaDay:
    """The last day to apply by the country's own advice, else by the `usual` time."""
    known = country.visa_time
    if known is None or not (known.months or known.weeks):
        return VisaDay(usual.before(arrival), known, assumed=True)
    return VisaDay(moved(arrival, -(known.months or 0), -(known.weeks or 0)), known, assumed=False)
