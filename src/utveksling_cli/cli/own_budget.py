"""`budsjett` with a plan: where to, what counts of the plan there, and whose fault a figure is that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from utveksling_cli.catalogue.funding_queries import country
from utveksling_cli.catalogue.queries import institutions_by_id
from utveksling_cli.cli.plan_inputs import with_plan
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.stay_budget import Asked, budget_of
from utveksling_cli.cli.stays import Place, Typed, read_place
from utveksling_cli.model.errors import DataUnusable, NotFound, UsageProblem, UtvekslingError
from utveksling_cli.model.plan_use import FirstChoice, PlanUse
from utveksling_cli.planfile import line_of, load

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.budget import Budget
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.plan import Plan

# What an error calls a figure, and where it stands in the plan.
_KEYS = {
    "--skolepenger": ("budget", "tuition"),
    "--levekostnad": ("budget", "living"),
    "--husleie": ("budget", "rent"),
    "--sparepenger": ("budget", "savings"),
    "--arbeid": ("budget", "work"),
    "--kostnad": ("budget", "costs"),
    "--kurs": ("budget", "exchange_rates"),
    "--sats": ("budget", "rates"),
    "--utbetaling": ("budget", "payout"),
    "--ordning": ("budget", "scheme"),
    "--hjemby": ("budget", "home"),
    "--språkkurs-uker": ("budget", "language_weeks"),
}


def own_budget(session: Session, path: Path, given: Asked) -> tuple[Place, Budget, PlanUse]:
    """Raises DataUnusable for what stands in the plan and cannot be used, else as a budget without a plan does."""
    plan = load(path)
    first = first_choice(session, plan)
    place, keys = _place(session, given.typed, first, path)
    at_first = not plan.stay.hosts or (place.institution is not None and place.institution.id == plan.stay.hosts[0])
    otherwise = open_semester(session.catalogue, session.today, place.country.code)
    inputs = with_plan(given, plan, otherwise, at_first=at_first)
    try:
        budget = budget_of(session, place, inputs.asked)
    except UtvekslingError as error:
        # What is wrong with the typed figures alone is theirs.
        budget_of(session, place, given)
        raise in_plan(error, path) from None
    only = FirstChoice(first.id, first.name, inputs.left, among=False) if first and inputs.left else None
    return place, budget, PlanUse(str(path), (*keys, *inputs.used), only)


def first_choice(session: Session, plan: Plan) -> Institution | None:
    """Raises NotFound for one that the facts do not know."""
    if not plan.stay.hosts:
        return None
    found = institutions_by_id(session.catalogue, plan.stay.hosts[:1])
    if not found:
        hint = "Rett id-en i planen. Let med: utveksling finn --tekst NAVN"
        raise NotFound(f"Lærestedet «{plan.stay.hosts[0]}» i planen finnes ikke i dataene.", hint=hint)
    return found[0]


def in_plan(error: UtvekslingError, path: Path) -> DataUnusable:
    """The same message, with where the figure stands."""
    option = error.message.partition(" ")[0].rstrip(":")
    where = f"{path}:{line_of(path, *_KEYS[option])}" if option in _KEYS else str(path)
    hint = f"{error.hint} Rett det i planen, eller regn uten den med --uten-plan."
    return DataUnusable(error.message, where=where, details=error.details, hint=hint)


def _place(session: Session, typed: Typed, first: Institution | None, path: Path) -> tuple[Place, tuple[str, ...]]:
    """What was typed, else the first choice and the key that says so."""
    if typed.country is not None or typed.host is not None:
        return read_place(session.catalogue, typed), ()
    if first is None:
        hint = "Oppgi --land eller --lærested, eller velg et lærested: utveksling velg LÆRESTED --prioritet 1"
        raise UsageProblem("Hvor skal du? Planen har ikke noe lærested.", where=str(path), hint=hint)
    return Place(country(session.catalogue, first.country), first), ("stay.hosts",)
