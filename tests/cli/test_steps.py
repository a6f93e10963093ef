"""How steps of the application are named and ticked off, and what that does to the plan."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.cli.step_changes import Changes, Typed, changed, read_changes
from utveksling_cli.cli.step_names import find_step
from utveksling_cli.model.errors import NotFound, UsageProblem
from utveksling_cli.model.plan import Plan, StepDone
from utveksling_cli.planfile import load

from ..golden.runner import Case, Place, run_here

TITLES = [("soknad", "Søk i Mobility-Online"), ("visum", "Undersøk og søk visum"), ("svar", "Svar på førstevalget")]
TODAY, BEFORE = date(2027, 3, 4), date(2027, 1, 2)
PLAN = """\
# Min plan
schema: utveksling.plan/1
stay:
  semester: H2027 # neste høst

steps:
  soknad: {done: 2027-01-02}
  # Ring ambassaden.
  visum:
    note: Time 3. mai
"""


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("soknad", "soknad"),
        ("SØKNAD", "soknad"),
        ("søk i mobility online", "soknad"),
        (" Svar på førstevalget ", "svar"),
    ],
)
def test_a_step_is_known_by_id_and_title_however_they_are_spelled(typed: str, step: str) -> None:
    assert find_step(TITLES, typed) == step


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("søk", ("Ligner mest:", "  soknad: Søk i Mobility-Online", "  visum: Undersøk og søk visum")),
        ("visumm", ("Ligner mest:", "  visum: Undersøk og søk visum")),
        ("qqqq", ()),
        ("", ()),
    ],
)
def test_a_name_that_is_none_gets_the_nearest(typed: str, near: tuple[str, ...]) -> None:
    with pytest.raises(NotFound) as caught:
        find_step(TITLES, typed, "--ferdig")
    assert near == caught.value.details
    assert caught.value.message == f"--ferdig: steget «{typed}» finnes ikke."


@given(st.text())
def test_any_text_is_a_step_or_not_found(typed: str) -> None:
    try:
        found = find_step(TITLES, typed)
    except NotFound:
        found = None
    assert found in {None, *(step for step, _ in TITLES)}


def test_a_note_belongs_to_the_step_that_is_shown_else_to_the_only_one_that_is_changed() -> None:
    assert read_changes(Typed("visum", ("soknad",), (), "Hei"), TITLES) == Changes(("soknad",), (), "visum", "Hei")
    assert read_changes(Typed(None, ("soknad",), (), "Hei"), TITLES) == Changes(("soknad",), (), "soknad", "Hei")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(Typed(None, (), (), "Hei"), id="no step"),
        pytest.param(Typed(None, ("soknad", "visum"), (), "Hei"), id="two steps"),
        pytest.param(Typed(None, ("visum",), ("Visum",), None), id="done and not"),
    ],
)
def test_what_contradicts_itself_is_refused(typed: Typed) -> None:
    with pytest.raises(UsageProblem):
        read_changes(typed, TITLES)


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ({}, Changes(("visum",), (), None, ""), {"visum": StepDone(TODAY)}),
        ({"visum": StepDone(BEFORE)}, Changes(("visum",), (), None, ""), {"visum": StepDone(BEFORE)}),
        ({"visum": StepDone(None, "Ring")}, Changes(("visum",), (), None, ""), {"visum": StepDone(TODAY, "Ring")}),
        ({"visum": StepDone(BEFORE, "Ring")}, Changes((), ("visum",), None, ""), {"visum": StepDone(None, "Ring")}),
        ({"visum": StepDone(BEFORE)}, Changes((), ("visum",), None, ""), {}),
        ({}, Changes((), ("visum",), None, ""), {}),
        ({"visum": StepDone(BEFORE, "Ring")}, Changes((), (), "visum", "Skriv"), {"visum": StepDone(BEFORE, "Skriv")}),
        ({"visum": StepDone(BEFORE, "Ring")}, Changes((), (), "visum", ""), {"visum": StepDone(BEFORE)}),
        ({"visum": StepDone(None, "Ring")}, Changes((), (), "visum", ""), {}),
        ({"annet": StepDone(BEFORE)}, Changes(("visum",), (), "visum", "Hei"), {
            "annet": StepDone(BEFORE), "visum": StepDone(TODAY, "Hei"),
        }),
    ],
)  # fmt: skip
def test_a_change_is_made_to_its_steps_alone(
    before: dict[str, StepDone], changes: Changes, after: dict[str, StepDone]
) -> None:
    assert Plan(steps=after) == changed(Plan(steps=before), changes, TODAY)


@pytest.fixture
def plan(place: Place) -> Path:
    path = place.folder / "utveksling.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(place: Place, *arguments: str) -> int:
    outcome = run_here(Case("", {"UTVEKSLING_I_DAG": "2027-03-04"}, ("søknad", *arguments), None), place)
    assert (outcome.stderr == "") == (outcome.exit_code == 0)
    return outcome.exit_code


def test_ticking_off_keeps_all_that_stands_in_the_plan(place: Place, plan: Path) -> None:
    assert run(place, "--ferdig", "visum", "--angre", "soknad") == 0
    assert load(plan).steps == {"visum": StepDone(TODAY, "Time 3. mai")}
    text = plan.read_text(encoding="utf-8")
    assert "# Min plan\n" in text
    assert "semester: H2027 # neste høst\n" in text
    assert "# Ring ambassaden.\n" in text


@pytest.mark.parametrize(
    "arguments", [("--ferdig", "qqqq"), ("visum", "--notat", "a\x07b"), ("--ferdig", "visum", "--land", "Narnia")]
)
def test_what_is_refused_leaves_the_plan(place: Place, plan: Path, arguments: tuple[str, ...]) -> None:
    assert run(place, *arguments) in {2, 3}
    assert plan.read_text(encoding="utf-8") == PLAN


def test_only_looking_leaves_the_plan(place: Place, plan: Path) -> None:
    assert run(place) == run(place, "visum") == 0
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_plan_that_is_not_there_is_not_made(place: Place) -> None:
    assert run(place, "--ferdig", "visum", "--plan", "ny.yaml") == 4
    assert list(place.folder.iterdir()) == []


def test_a_visa_day_that_no_fact_of_the_country_gives_is_an_estimate(place: Place) -> None:
    """What was read for Australia is a fact; for Brazil nothing was, and the day is the program's own guess."""
    plan = place.folder / "utveksling.yaml"
    found = {}
    for host in ("university-of-queensland", "puc-rio"):
        plan.write_text(f"schema: utveksling.plan/1\nstay: {{semester: H2027, hosts: [{host}]}}\n", encoding="utf-8")
        told = json.loads(run_here(Case("", {}, ("søknad", "visum", "--format", "json"), None), place).stdout)
        ((date_told,),) = [step["dates"] for step in told["steps"] if step["id"] == "visum"]
        found[host] = (date_told["ground"], date_told["status"], date_told["confidence"])
    assert found == {
        "university-of-queensland": ("rule", "reported", "medium"),
        "puc-rio": ("assumption", "estimate", "low"),
    }
