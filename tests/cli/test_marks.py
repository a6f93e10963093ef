"""A search and a host's card mark what is in the plan, and a plan that only lies there is never in the way."""

import json
from pathlib import Path

import pytest

PLANS = Path(__file__).parents[1] / "golden" / "files" / "planer"
BROKEN = "schema: utveksling.plan/1\nstay:\n  hosts: kth\n"


def put(place, text: str) -> None:
    (place.folder / "utveksling.yaml").write_text(text, "utf-8")


def in_plan(run, *arguments: str) -> dict[str, object]:
    outcome = run(*arguments, "--format", "json")
    assert (outcome.stderr, outcome.exit_code) == ("", 0)
    found = json.loads(outcome.stdout)
    assert found["plan"]["path"] == "utveksling.yaml"
    return {host["id"]: host["in_plan"] for host in found["institutions"]}


def test_json_says_the_rank_and_the_favourites(run, place) -> None:
    put(place, "schema: utveksling.plan/1\nstay:\n  hosts: [kth, chalmers]\nfavourites: [lund-university, kth]\n")
    found = in_plan(run, "finn", "--land", "Sverige")
    marked = {host: mark for host, mark in found.items() if mark}
    assert marked == {
        "kth": {"rank": 1, "favourite": True},
        "chalmers": {"rank": 2, "favourite": False},
        "lund-university": {"rank": None, "favourite": True},
    }
    assert len(found) > len(marked)
    assert in_plan(run, "vis", "kth") == {"kth": marked["kth"]}


@pytest.mark.parametrize("command", [("finn", "--land", "Sverige"), ("vis", "kth")])
def test_without_a_plan_json_is_as_it_was(run, place, command: tuple[str, ...]) -> None:
    bare = run(*command, "--format", "json")
    assert "in_plan" not in bare.stdout
    put(place, "schema: utveksling.plan/1\n")
    empty = json.loads(run(*command, "--format", "json").stdout)
    assert {host.pop("in_plan") for host in empty["institutions"]} == {None}
    assert empty.pop("plan") == {"path": "utveksling.yaml"}
    assert empty == json.loads(bare.stdout)


@pytest.mark.parametrize("command", [("finn", "--land", "Sverige", "--antall", "2"), ("vis", "kth")])
def test_a_broken_plan_that_only_lies_there_is_warned_of(run, place, command: tuple[str, ...]) -> None:
    bare = run(*command)
    put(place, BROKEN)
    outcome = run(*command)
    assert (outcome.stdout, outcome.exit_code) == (bare.stdout, 0)
    assert outcome.stderr.startswith("Advarsel: utveksling.yaml: Planen har feil og kan ikke brukes.")


@pytest.mark.parametrize("command", [("finn", "--hvorfor", "kth"), ("finn", "--land", "Sverige"), ("vis", "kth")])
def test_a_broken_plan_that_was_named_is_an_error(run, place, command: tuple[str, ...]) -> None:
    put(place, BROKEN)
    named = "utveksling.yaml"
    for outcome in (
        run(*command, "--plan", named),
        run("--plan", named, *command),
        run(*command, UTVEKSLING_PLAN=named),
    ):
        assert (outcome.stdout, outcome.exit_code) == ("", 4)
        assert f"{named}:3" in outcome.stderr


def test_a_search_for_languages_needs_the_plan_it_asks(run, place) -> None:
    put(place, BROKEN)
    outcome = run("finn", "--språk-ok")
    assert (outcome.stdout, outcome.exit_code) == ("", 4)
    assert "Advarsel" not in outcome.stderr
