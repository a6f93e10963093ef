"""Every case in the YAML files beside this one: a sentence that states a rule, and what it gives on a day.

How to write a case stands in README.md.
"""

from datetime import date
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest

from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.words import fold

from . import adapters

REQUIRED, ALLOWED = {"name", "today", "input", "output", "source"}, {"note"}


FILES = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [(file.stem, case) for file in FILES for case in read_yaml(file.read_text("utf-8"))]


@pytest.mark.parametrize(("topic", "case"), CASES, ids=[f"{topic}: {fold(case['name'])}" for topic, case in CASES])
def test_the_rule_gives_what_the_case_says(facts: Connection, topic: str, case: dict[str, Any]) -> None:
    assert REQUIRED <= set(case) <= REQUIRED | ALLOWED
    assert case["source"].startswith(("https://", "http://"))
    given = dict(case["input"] or {})
    result = getattr(adapters, topic)(facts, date.fromisoformat(case["today"]), given)
    assert not given, "keys in input that nobody reads"
    assert case["output"] == _same_keys(_plain(result), case["output"]), case["name"]


def test_a_misspelt_key_fails_a_case_even_when_it_expects_nothing() -> None:
    expected = {"ntnu.hovedfrist_host": {"dya": None}}
    assert expected != _same_keys(_plain({"ntnu.hovedfrist_host": {"day": date(2027, 2, 1)}}), expected)


def _plain(value: object) -> object:
    """As the YAML reader gives it: text, nothing, lists and maps."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [_plain(inner) for inner in value]
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _same_keys(actual: object, expected: object) -> object:
    """The part of the result that the case speaks of; a key that the result lacks is left out, and so fails."""
    if isinstance(actual, dict) and isinstance(expected, dict):
        return {key: _same_keys(actual[key], inner) for key, inner in expected.items() if key in actual}
    return actual
