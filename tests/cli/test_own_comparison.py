"""`sammenlign` with a plan: which places, and that each has the budget that `budsjett` makes of it with the plan."""

import json
from pathlib import Path
from typing import Any

import pytest

PLANS = Path(__file__).parents[1] / "golden" / "files" / "planer"
MONEY = str(PLANS / "med-penger.yaml")
FAVOURITES = str(PLANS / "favoritter.yaml")


def answer(run, *arguments: str) -> dict[str, Any]:
    outcome = run(*arguments, "--format", "json")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    return json.loads(outcome.stdout)


def fact(found: dict[str, Any], place: str, question: str, name: str) -> Any:
    (asked,) = [one for one in found["questions"] if one["id"] == question]
    (answers,) = [one["facts"] for one in asked["answers"] if one["place"] == place]
    (value,) = [one["answer"] for one in answers if one["id"] == name]
    return value


def test_each_place_has_the_budget_of_budsjett(run) -> None:
    found = answer(run, "sammenlign", "--plan", MONEY)
    hosts = [place["id"] for place in found["places"]]
    assert hosts == ["university-of-queensland", "rwth-aachen-university"]
    for host in hosts:
        budget = answer(run, "budsjett", "--plan", MONEY, "--lærested", host)["totals"]
        assert fact(found, host, "economy", "lowest_balance") == budget["lowest_balance"]["amount"]
        assert fact(found, host, "economy", "grant") == budget["grant"]
        assert fact(found, host, "economy", "loan") == budget["loan"]


def test_savings_are_no_part_of_what_a_month_leaves(run) -> None:
    """The account of `budsjett` ends with 20 000 kr more for the one who began with them."""
    found = answer(run, "sammenlign", "--plan", MONEY)
    balance = answer(run, "budsjett", "--plan", MONEY)["months"][-1]["balance"]
    left = fact(found, "university-of-queensland", "economy", "net_per_month")
    assert round((float(balance) - 20000) / 6) == float(left)


def test_the_plan_ranks_and_typed_weights_win(run) -> None:
    weighted = answer(run, "sammenlign", "--plan", MONEY)
    assert [part["question"] for part in weighted["ranking"]["places"][0]["parts"]] == ["economy", "climate"]
    assert "weights" in weighted["plan"]["used"]
    typed = answer(run, "sammenlign", "--plan", MONEY, "--vekt", "klima=2")
    assert [part["question"] for part in typed["ranking"]["places"][0]["parts"]] == ["climate"]
    assert "weights" not in typed["plan"]["used"]


def test_favourites_are_compared_when_the_hosts_are_too_few(run) -> None:
    """One host and six favourites that are not it: there is room for six places."""
    found = answer(run, "sammenlign", "--plan", FAVOURITES)
    assert [place["id"] for place in found["places"]] == [
        "kth", "dtu", "chalmers", "university-of-helsinki", "tu-berlin", "tu-delft",
    ]  # fmt: skip
    assert found["notices"][0]["values"] == {"count": "1"}
    assert found["programme"] == "Datateknologi"


@pytest.mark.parametrize(
    ("typed", "semester", "months"),
    [((), "H2027", 6), (("--måneder", "4"), "H2027", 4), (("--semester", "V2028"), "V2028", 6)],
)
def test_when_is_the_plans_or_as_typed(run, typed: tuple[str, ...], semester: str, months: int) -> None:
    found = answer(run, "sammenlign", "Japan", "kth", "--plan", MONEY, *typed)
    assert (found["semester"], found["months"]) == (semester, months)
    assert found["plan"]["first_choice_only"]["used"] is False


def test_without_the_plan_nothing_is_taken_from_it(run, place) -> None:
    (place.folder / "utveksling.yaml").write_text((PLANS / "med-penger.yaml").read_text("utf-8"), "utf-8")
    bare = answer(run, "sammenlign", "kth", "dtu", "--uten-plan")
    assert "plan" not in bare
    assert bare["ranking"] is None
