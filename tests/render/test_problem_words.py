"""Every problem that a check gives has its Norwegian sentences, and every sentence a check that gives it."""

import ast
from pathlib import Path

import pytest

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.problem import Problem
from utveksling_cli.render.problem_words import WORDS, todo, what
from utveksling_cli.render.sjekk import View, as_github
from utveksling_cli.render.timeline_words import KINDS, REASONS, TITLES

PLANNING = Path(__file__).parents[2] / "src" / "utveksling_cli" / "planning"
CHECKS = ("checks.py", "plan_language.py", "plan_requirements.py", "plan_steps.py")
GROUPS = {code.partition(".")[0] for code in WORDS}


def given() -> set[str]:
    """Text in the checks that looks like a problem's code, up to the colon before what it is about."""
    trees = [ast.parse((PLANNING / name).read_text(encoding="utf-8")) for name in CHECKS]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    texts = {node.value for node in nodes if isinstance(node.value, str)}
    found = {text.partition(":")[0] for text in texts if text.partition(".")[0] in GROUPS and "." in text}
    return {code for code in found if " " not in code}


def test_what_is_given_has_words_and_what_has_words_is_given() -> None:
    assert given() == set(WORDS)


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_problem_says_what_is_the_matter_and_what_to_do(code: str) -> None:
    for text in WORDS[code]:
        assert text.endswith((".", "}"))
        assert text[0].isupper() or text[0] == "{"


def test_a_date_that_is_no_step_cannot_be_marked_as_one() -> None:
    values = {"date": "Søk om pass", "day": "2027-01-20", "days": "-1"}
    step = Problem("deadline.passed:x", "error", {**values, "step": "vertssoknad"})
    assert "utveksling søknad --ferdig vertssoknad" in todo(step)
    assert "spør lærestedet og NTNU" in todo(step)
    assert "--unnta deadline.passed:x" in todo(step._replace(values={**values, "step": ""}))


def test_the_papers_that_a_step_takes_are_named() -> None:
    values = {
        "title": "Søk",
        "day": "2027-01-20",
        "step": "vertssoknad",
        "documents": "kopi av passet; motivasjonsbrev",
    }
    assert todo(Problem("step.late:x", "warning", values)).endswith("Trengs: kopi av passet; motivasjonsbrev.")


def test_values_are_shown_as_they_are_and_never_read_as_anything_else() -> None:
    assert "«{what}%s»" in what(Problem("host.unknown:x", "error", {"host": "{what}%s"}))


def test_every_date_of_a_plan_has_a_title_a_reason_and_a_kind() -> None:
    assert set(TITLES) == set(REASONS) == set(codes.KINDS)
    assert set(codes.KINDS.values()) <= set(KINDS)


def test_text_from_the_plan_can_start_no_workflow_command_of_its_own() -> None:
    hostile = Problem("host.unknown:x", "error", {"host": "100 %\r\n::error::y"}, ("stay",))
    excepted = hostile._replace(exception="i orden")
    annotations = as_github(View((hostile, excepted), (3, 4), "a,b:c%.yaml", "2027-01-01", "x", False, False))
    (line,) = annotations.splitlines()
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25.yaml,line=3,title=host.unknown%3Ax::Lærestedet «100 %25%0D%0A::error::y»"
    )


def test_severities_are_what_github_calls_them() -> None:
    problems = tuple(Problem("stay.no_host", severity) for severity in ("error", "warning", "info"))
    lines = as_github(View(problems, (1, 1, 0), "p.yaml", "2027-01-01", "x", False, False)).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert ",line=1," in lines[2]
