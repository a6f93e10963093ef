"""`sammenlign` with a plan: its places when none are named, its weights, and its figures in each budget."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.cli.compared import FEWEST, MOST, Named, find_all
from utveksling_cli.cli.own_budget import first_choice, in_plan, only_at
from utveksling_cli.cli.plan_hosts import asked_for
from utveksling_cli.cli.plan_inputs import with_plan
from utveksling_cli.cli.stay_budget import Asked
from utveksling_cli.cli.subjects import common_period, read_subjects
from utveksling_cli.model.errors import UsageProblem, UtvekslingError
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan_use import PlanUse
from utveksling_cli.planfile import load

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.cli.stays import Period, Typed
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.planning.comparison import Setting, Subject


class Wanted(NamedTuple):
    """What was typed, and then what the plan adds; `weights` None ranks nothing."""

    named: list[str]
    typed: Typed
    programme: str | None
    weights: Mapping[str, Decimal] | None


class Own(NamedTuple):
    wanted: Wanted
    period: Period
    setting: Setting
    subjects: list[Subject]
    used: PlanUse
    notices: tuple[Notice, ...]


class _Places(NamedTuple):
    """`used` are the keys of the plan that they come from, `more` is how many favourites there was no room for."""

    named: list[Named]
    used: tuple[str, ...] = ()
    more: int = 0


def own_comparison(session: Session, path: Path, wanted: Wanted) -> Own:
    """Raises UsageProblem for too few places, DataUnusable for what stands in the plan and cannot be used."""
    plan = load(path)
    first = first_choice(session, plan)
    places = _places(session, plan, wanted.named, path)
    # What is wrong with what was typed is told as such.
    otherwise = common_period(session, places.named, wanted.typed).semester
    given = Asked(wanted.typed)
    here = with_plan(given, plan, otherwise, at_first=True, by_days=False)
    elsewhere = with_plan(given, plan, otherwise, at_first=not plan.stay.hosts, by_days=False)
    programme, weights, keys = _of_plan(wanted, plan)
    asked = [(one, here.asked if _is(one, first) else elsewhere.asked) for one in places.named]
    try:
        period = common_period(session, places.named, elsewhere.asked.typed)
        setting, subjects = read_subjects(session.catalogue, asked, period, programme)
    except UtvekslingError as error:
        raise in_plan(error, path) from None
    among = any(_is(one, first) for one in places.named)
    only = only_at(first, plan, elsewhere.left, among=among)
    used = PlanUse(str(path), (*places.used, *elsewhere.used, *keys), only)
    told = (Notice("information", "compare.more_favourites", {"count": str(places.more)}),) if places.more else ()
    return Own(wanted._replace(programme=programme, weights=weights), period, setting, subjects, used, told)


def _places(session: Session, plan: Plan, named: list[str], path: Path) -> _Places:
    """What was named, else the hosts of the plan, and its favourites too when those are too few."""
    if named:
        return _Places(find_all(session.catalogue, named))
    hosts, favourites = plan.stay.hosts, tuple(one for one in plan.favourites if one not in plan.stay.hosts)
    wished = hosts if len(hosts) >= FEWEST else (*hosts, *favourites)
    if len(wished) < FEWEST:
        raise UsageProblem(
            f"Planen har for få læresteder å sammenligne: {len(wished)}, og det trengs minst {FEWEST}.",
            where=str(path),
            hint="Legg til med utveksling velg LÆRESTED --favoritt, eller nevn stedene: utveksling sammenlign kth dtu",
        )
    shown = plan._replace(stay=plan.stay._replace(hosts=wished[:MOST]))
    found = [Named(host.country, host) for host in asked_for(session, None, shown)]
    used = (*(["stay.hosts"] if hosts else []), *(["favourites"] if wished != hosts else []))
    return _Places(found, used, len(wished[MOST:]))


def _of_plan(wanted: Wanted, plan: Plan) -> tuple[str | None, Mapping[str, Decimal] | None, tuple[str, ...]]:
    """The programme and the weights, and the keys of those that come from the plan."""
    programme, weights, keys = wanted.programme, wanted.weights, []
    if programme is None and plan.profile.programme:
        programme = plan.profile.programme
        keys.append("profile.programme")
    if weights is None and any(plan.weights.values()):
        weights = plan.weights
        keys.append("weights")
    return programme, weights, tuple(keys)


def _is(place: Named, host: Institution | None) -> bool:
    return host is not None and place.host is not None and place.host.id == host.id
