"""`budsjett` with a plan: where to, what counts of the plan there, and whose fault a figure is that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from utveksling_cli.catalogue.country_queries import country
from utveksling_cli.catalogue.queries import institutions_by_id
from utveksling_cli.cli.plan_hosts import unknown_in_plan
from utveksling_cli.cli.plan_inputs import with_plan
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.stay_budget import Asked, budget_of
from utveksling_cli.cli.stays import Place, Typed, read_place
from utveksling_cli.model.errors import DataUnusable, UsageProblem, UtvekslingError
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
    place, keys = _place(session, given.typed, first, plan, path)
    at_first = not plan.stay.hosts or (place.institution is not None and place.institution.id == plan.stay.hosts[0])
    otherwise = open_semester(session.catalogue, session.today, place.country.code)
    inputs = with_plan(given, plan, otherwise, at_first=at_first)
    try:
        budget = budget_of(session, place, inputs.asked)
    except UtvekslingError as error:
        # What is wrong with the typed figures alone is theirs.
        budget_of(session, place, given)
        raise in_plan(error, path) from None
    return place, budget, PlanUse(str(path), (*keys, *inputs.used), only_at(first, plan, inputs.left, among=False))


def first_choice(session: Session, plan: Plan) -> Institution | None:
    """None without one, and for one that the facts do not know."""
    found = institutions_by_id(session.catalogue, plan.stay.hosts[:1])
    return found[0] if found else None


def only_at(first: Institution | None, plan: Plan, inputs: tuple[str, ...], *, among: bool) -> FirstChoice | None:
    """`inputs` are keys of the plan that only count at its first choice."""
    if not inputs:
        return None
    return FirstChoice(plan.stay.hosts[0], first.name if first else plan.stay.hosts[0], inputs, among)


def in_plan(error: UtvekslingError, path: Path) -> DataUnusable:
    """The same message, with where the figure stands."""
    option = error.message.partition(" ")[0].rstrip(":")
    where = f"{path}:{line_of(path, *_KEYS[option])}" if option in _KEYS else str(path)
    told = f"{(error.hint or '').rstrip('.')}."
    hint = f"{told} Rett det i planen, eller regn uten den med --uten-plan."
    return DataUnusable(error.message, where=where, details=error.details, hint=hint)


def _place(
    session: Session, typed: Typed, first: Institution | None, plan: Plan, path: Path
) -> tuple[Place, tuple[str, ...]]:
    """What was typed, else the first choice and the key that says so; raises NotFound for one that is not known."""
    if typed.country is not None or typed.host is not None:
        return read_place(session.catalogue, typed), ()
    if not plan.stay.hosts:
        hint = "Oppgi --land eller --lærested, eller velg et lærested: utveksling velg LÆRESTED --prioritet 1"
        raise UsageProblem("Hvor skal du? Planen har ikke noe lærested.", where=str(path), hint=hint)
    if first is None:
        raise unknown_in_plan(plan.stay.hosts[0])
    return Place(country(session.catalogue, first.country), first), ("stay.hosts",)
