"""The plan's figures under what is typed: nothing typed is lost, and nothing of the plan goes without a word."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.cli.plan_inputs import with_plan
from utveksling_cli.cli.stay_budget import Asked
from utveksling_cli.cli.stays import Typed
from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.plan import Plan, StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.render.plan_use import INPUTS

AUTUMN = Semester.parse("H2027")
LISTS = {
    "costs": st.sampled_from(["fly=9000", "flyreise=8000", "mat=3500@måned", "husleie=7000", "sykkel=1200"]),
    "exchange_rates": st.sampled_from(["USD=8,5", "usd=9", "EUR=11"]),
    "rates": st.sampled_from(["lanekassen.basislan=15600", "lanekassen.basislan=16000", "x=1"]),
}
FLAGS = [name for name, value in BudgetWish._field_defaults.items() if value is False]
TEXTS = [name for name, value in BudgetWish._field_defaults.items() if value is None]
WISHES = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.booleans() for name in FLAGS},
        **{name: st.sampled_from(["en", "to"]) for name in TEXTS},
        **{name: st.lists(value, max_size=3).map(tuple) for name, value in LISTS.items()},
    },
).map(lambda fields: BudgetWish(**fields))


def told(wish: BudgetWish) -> dict[str, Any]:
    return {name: value for name, value in wish._asdict().items() if value}


@given(typed=WISHES, at_first=st.booleans())
def test_an_empty_plan_adds_nothing(typed: BudgetWish, at_first: bool) -> None:
    asked = Asked(Typed(semester="V2028", months="4"), typed, traineeship=True)
    found = with_plan(asked, Plan(), AUTUMN, at_first=at_first)
    assert found == (asked, (), ())


@given(typed=WISHES, planned=WISHES, at_first=st.booleans())
def test_what_is_typed_stands_and_comes_last_in_a_list(typed: BudgetWish, planned: BudgetWish, at_first: bool) -> None:
    found = with_plan(Asked(wish=typed), Plan(budget=planned), AUTUMN, at_first=at_first).asked.wish
    for name, value in told(typed).items():
        kept = getattr(found, name)
        assert kept[-len(value) :] == value if name in LISTS else kept == value


@given(typed=WISHES, planned=WISHES)
def test_what_the_plan_says_is_used_or_left_or_typed_anew(typed: BudgetWish, planned: BudgetWish) -> None:
    plan = Plan(budget=planned, stay=StayWish(hosts=("kth",)))
    first = with_plan(Asked(wish=typed), plan, AUTUMN, at_first=True)
    elsewhere = with_plan(Asked(wish=typed), plan, AUTUMN, at_first=False)
    assert set(first.used) == {*elsewhere.used, *elsewhere.left}
    assert not {*elsewhere.used} & {*elsewhere.left}
    assert {*first.used} <= INPUTS.keys()
    silent = {name for name in told(planned) if f"budget.{name}" not in first.used}
    said_anew = {*told(typed), *(("rent",) if any(cost.startswith("husleie") for cost in typed.costs) else ())}
    assert silent <= said_anew | ({"costs"} if typed.rent else set())


@given(planned=WISHES)
def test_the_plan_alone_is_what_is_asked(planned: BudgetWish) -> None:
    assert with_plan(Asked(), Plan(budget=planned), AUTUMN, at_first=True).asked.wish == planned
