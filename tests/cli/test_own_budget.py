"""A budget of the plan is the one that `status` shows, is what the same options give, and tells what it took."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

PLANS = Path(__file__).parents[1] / "golden" / "files" / "planer"
BROKEN = {"halvferdig", "mat-uten-resten"}
WITH_HOSTS = sorted(
    path.stem for path in PLANS.glob("*.yaml") if "hosts:" in path.read_text("utf-8") and path.stem not in BROKEN
)
MONEY = PLANS / "med-penger.yaml"
# What med-penger.yaml says, as options; the first choice is in Australia.
PERSONAL = ("--sparepenger", "20000", "--kurs", "AUD=7", "--utbetaling", "månedlig", "--uten-lån", "--hjemby", "Gjøvik")
OF_THE_PLACE = (
    "--skolepenger", "5700 AUD", "--husleie", "9500", "--levekostnad", "18000",
    "--kostnad", "fly=11000", "--kostnad", "sykkel=1200",
)  # fmt: skip
WHEN = ("--semester", "H2027", "--måneder", "6")


def answer(run, *arguments: str) -> dict[str, Any]:
    outcome = run(*arguments, "--format", "json")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    return json.loads(outcome.stdout)


def of_plan(run, *arguments: str, plan: Path = MONEY) -> tuple[dict[str, Any], dict[str, Any]]:
    """The budget, and what it took from the plan."""
    found = answer(run, "budsjett", "--plan", str(plan), *arguments)
    used = found.pop("plan")
    assert used["path"].endswith(plan.name)
    return found, used


@pytest.mark.parametrize("name", WITH_HOSTS)
def test_status_and_budsjett_agree(run, name: str) -> None:
    money = answer(run, "status", "--plan", str(PLANS / f"{name}.yaml"))["money"]
    found, _ = of_plan(run, plan=PLANS / f"{name}.yaml")
    totals = {name: Decimal(found["totals"][name]) for name in ("grant", "loan", "income", "expense")}
    assert Decimal(money["net"]) == totals["grant"] + totals["loan"] + totals["income"] - totals["expense"]
    lowest = found["totals"]["lowest_balance"]
    assert (Decimal(money["lowest"]), money["lowest_month"]) == (Decimal(lowest["amount"]), lowest["month"])


def test_the_first_choice_counts_with_all_that_the_plan_says(run) -> None:
    found, used = of_plan(run)
    typed = ("--lærested", "university-of-queensland", *WHEN, *PERSONAL, *OF_THE_PLACE)
    assert found == answer(run, "budsjett", *typed)
    assert used["first_choice_only"] is None
    assert used["used"] == [
        "stay.hosts", "stay.semester", "stay.months", "budget.tuition", "budget.living", "budget.rent",
        "budget.savings", "budget.costs", "budget.exchange_rates", "budget.payout", "profile.campus",
        "budget.without_loan",
    ]  # fmt: skip


@pytest.mark.parametrize("there", [("--lærested", "rwth-aachen-university"), ("--land", "Australia")])
def test_another_place_counts_with_what_is_about_the_student(run, there: tuple[str, str]) -> None:
    found, used = of_plan(run, *there)
    assert found == answer(run, "budsjett", *there, *WHEN, *PERSONAL)
    assert used["first_choice_only"] == {
        "id": "university-of-queensland",
        "used": False,
        "inputs": ["budget.tuition", "budget.living", "budget.rent", "budget.costs"],
    }


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        pytest.param(("--måneder", "4"), {"WHEN": ("--semester", "H2027")}, id="months"),
        pytest.param(("--semester", "V2028"), {"WHEN": ("--måneder", "6")}, id="a semester keeps the months"),
        pytest.param(("--studieår", "2027/28"), {"WHEN": ()}, id="a study year does not"),
        pytest.param(("--fra", "2027-07-20", "--til", "2027-11-20"), {"WHEN": ()}, id="days"),
        pytest.param(("--fra", "2027-07-20"), {"WHEN": ("--måneder", "6")}, id="a first day keeps the months"),
    ],
)
def test_when_is_said_once(run, typed: tuple[str, ...], instead: dict[str, tuple[str, ...]]) -> None:
    found, _ = of_plan(run, *typed)
    whole = ("--lærested", "university-of-queensland", *PERSONAL, *OF_THE_PLACE)
    assert found == answer(run, "budsjett", *whole, *typed, *instead["WHEN"])


def test_a_cost_stands_in_for_the_same_cost_in_the_plan_and_leaves_the_others(run) -> None:
    found, used = of_plan(run, "--kostnad", "flyreise=9000", "--kostnad", "husleie=8000", "--kurs", "aud=6,5")
    costs = {cost["title"]: cost["amount"]["amount"] for cost in found["assumptions"]["choices"]["costs"]}
    assert costs == {"sykkel": "1200.00", "flyreise": "9000.00", "husleie": "8000.00"}
    (rate,) = [one["nok"] for one in found["assumptions"]["exchange_rates"] if one["currency"] == "AUD"]
    assert rate == "6.5"
    assert {"budget.rent", "budget.exchange_rates"} & set(used["used"]) == set()
    assert "budget.costs" in used["used"]


def test_a_plan_without_a_place_counts_where_it_is_asked_for(run, place) -> None:
    text = MONEY.read_text("utf-8").replace("  hosts: [university-of-queensland, rwth-aachen-university]\n", "")
    (place.folder / "utveksling.yaml").write_text(text, "utf-8")
    found = answer(run, "budsjett", "--land", "Australia")
    assert found.pop("plan")["first_choice_only"] is None
    typed = ("--uten-plan", "--land", "Australia", *WHEN, *PERSONAL, *OF_THE_PLACE)
    assert found == answer(run, "budsjett", *typed)


def test_a_plan_that_is_found_counts_and_can_be_left_out(run, place) -> None:
    (place.folder / "utveksling.yaml").write_text(MONEY.read_text("utf-8"), "utf-8")
    assert answer(run, "budsjett")["plan"]["path"] == "utveksling.yaml"
    assert "plan" not in answer(run, "budsjett", "--land", "Japan", "--uten-plan")


def test_days_abroad_are_those_of_the_first_choice_alone(run) -> None:
    """From 11 October to 12 February is a part of five months, whatever days a semester has elsewhere."""
    found, _ = of_plan(run, "--land", "Australia", plan=PLANS / "underveis.yaml")
    assert found == answer(run, "budsjett", "--land", "Australia", "--semester", "H2027", "--måneder", "5")


def test_a_stay_that_is_long_by_ones_own_rate_but_over_with_the_semester_is_no_obstacle(run) -> None:
    outcome = run("budsjett", "--land", "Tyskland", "--måneder", "4", "--sats", "lanekassen.reise.en_tur_maneder=1")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
