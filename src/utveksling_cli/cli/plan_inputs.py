"""The plan's inputs to a budget together with what is typed: what is typed wins, and what is used is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from utveksling_cli.cli.choices import cost_name
from utveksling_cli.cli.stay_budget import Asked
from utveksling_cli.cli.stays import Typed
from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.plan import FREEMOVER, TRAINEESHIP, Plan, StayWish
from utveksling_cli.model.stay import months_begun
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.plan_period import semester_of

# What a plan says of the student; its other figures are about life at one place, the first choice.
_EVERYWHERE = frozenset({"savings", "payout", "exchange_rates", "rates", "home", "without_loan", "fewer_opportunities"})


class Inputs(NamedTuple):
    """`used` are the plan's keys that count, `left` those that only count at the first choice."""

    asked: Asked
    used: tuple[str, ...]
    left: tuple[str, ...] = ()


def from_plan(plan: Plan, otherwise: Semester, *, by_days: bool = True) -> Asked:
    """All that the plan says; `otherwise` is the semester of one that names none.

    With exact days neither the semester nor the months are asked for; without `by_days` they say how many months.
    """
    wish = plan.budget._replace(home=plan.budget.home or plan.profile.campus)
    kind = plan.stay.type
    typed = _typed(plan.stay, otherwise, by_days=by_days)
    return Asked(typed, wish, kind == TRAINEESHIP, kind == FREEMOVER, plan.profile.citizenship)


def _typed(stay: StayWish, otherwise: Semester, *, by_days: bool) -> Typed:
    months = str(stay.months) if stay.months else None
    if stay.first_day is not None and by_days:
        last = stay.last_day.isoformat() if stay.last_day else None
        return Typed(months=None if last else months, first=stay.first_day.isoformat(), last=last)
    if stay.first_day is not None and stay.last_day is not None:
        months = str(months_begun(stay.first_day, stay.last_day))
    semester = semester_of(stay) or otherwise
    if stay.study_year:
        return Typed(months=months, study_year=str(semester.academic_year))
    return Typed(months=months, semester=str(semester))


def with_plan(given: Asked, plan: Plan, otherwise: Semester, *, at_first: bool, by_days: bool = True) -> Inputs:
    """What was typed over what the plan says; `at_first` is whether the place is the plan's first choice."""
    planned = from_plan(plan, otherwise, by_days=by_days and at_first and not _says_when(given.typed))
    typed, when = _stay(given.typed, planned.typed, plan.stay)
    wish, figures = _wish(given.wish, planned.wish, at_first=at_first)
    kind = planned if not (given.traineeship or given.freemover) else given
    told = ["stay.type"] if kind is planned and (kind.traineeship or kind.freemover) else []
    return Inputs(
        Asked(typed, wish, kind.traineeship, kind.freemover, plan.profile.citizenship),
        tuple(dict.fromkeys((*when, *told, *(_key(name, plan) for name in figures)))),
        () if at_first else tuple(_left(given.wish, planned, plan)),
    )


def _says_when(typed: Typed) -> bool:
    return any((typed.semester, typed.study_year, typed.first, typed.last))


def _stay(given: Typed, planned: Typed, wish: StayWish) -> tuple[Typed, list[str]]:
    """When is said in one of three ways: a semester, a study year or days; what is typed stands alone."""
    months, length = given.months, [] if given.months or not planned.months else [_length(wish)]
    if given.first or given.last:
        takes = not given.last and not wish.study_year
        return given._replace(months=months or (planned.months if takes else None)), length if takes else []
    if given.semester or given.study_year:
        takes = bool(given.study_year) == wish.study_year
        return given._replace(months=months or (planned.months if takes else None)), length if takes else []
    found = planned._replace(country=given.country, host=given.host, months=months or planned.months)
    if months and found.last:
        found = found._replace(last=None)
    return found, [*_when(found, wish), *length]


def _when(found: Typed, wish: StayWish) -> list[str]:
    if found.first:
        return ["stay.first_day", *(["stay.last_day"] if found.last else [])]
    named = "stay.semester" if wish.semester else "stay.first_day" if wish.first_day else ""
    return [*([named] if named else []), *(["stay.study_year"] if wish.study_year else [])]


def _length(wish: StayWish) -> str:
    return "stay.last_day" if wish.first_day and wish.last_day else "stay.months"


def _wish(given: BudgetWish, planned: BudgetWish, *, at_first: bool) -> tuple[BudgetWish, list[str]]:
    """Each field as typed or else as planned, and the names of those that the plan adds to."""
    kept = _kept(given, planned)
    kept = kept if at_first else {name: value for name, value in kept.items() if name in _EVERYWHERE}
    lists = {name: (*kept.get(name, ()), *getattr(given, name)) for name in _NAMES}
    return BudgetWish(**kept | _told(given) | lists), list(kept)


def _left(given: BudgetWish, planned: Asked, plan: Plan) -> Iterator[str]:
    """What would have counted at the first choice."""
    yield from (_key(name, plan) for name in _kept(given, planned.wish) if name not in _EVERYWHERE)


def _kept(given: BudgetWish, planned: BudgetWish) -> dict[str, Any]:
    """What the plan says and nothing that was typed stands in for; in a list it is the same name that does."""
    rent = (cost_name(_RENT),) if given.rent else ()
    costs = {*map(cost_name, given.costs), *rent}
    kept = {name: value for name, value in _told(planned).items() if name in _NAMES or not getattr(given, name)}
    if cost_name(_RENT) in costs:
        kept.pop("rent", None)
    for name, of in _NAMES.items():
        typed = {*map(of, getattr(given, name)), *(rent if name == "costs" else ())}
        kept[name] = tuple(text for text in kept.get(name, ()) if of(text) not in typed)
    return {name: value for name, value in kept.items() if value}


def _told(wish: BudgetWish) -> dict[str, Any]:
    return {name: value for name, value in wish._asdict().items() if value}


def _before_equals(text: str) -> str:
    return text.partition("=")[0].strip().casefold()


# What each entry of a list is about.
_NAMES = {"costs": cost_name, "exchange_rates": _before_equals, "rates": _before_equals}
_RENT = "husleie"


def _key(name: str, plan: Plan) -> str:
    return "profile.campus" if name == "home" and not plan.budget.home else f"budget.{name}"
