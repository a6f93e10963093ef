"""The page of dependencies tells of those that the program has: each with a reason, its licence and its bounds."""

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

from tools.oldest_versions import oldest, requirements

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "avhengigheter.md").read_text(encoding="utf-8")
ROWS = {row[0]: row for line in PAGE.splitlines() if len(row := line.strip("| ").split(" | ")) == 5}
DEPENDENCIES = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


def name_of(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return match[0]


def licence_of(name: str) -> str:
    """What the package says itself, in the field that was current when it was built."""
    said = metadata(name)
    classifiers = [text.rpartition(" :: ")[2] for text in said.get_all("Classifier", []) if text.startswith("License")]
    return said.get("License-Expression") or said.get("License") or " ".join(classifiers)


def test_each_dependency_has_its_row_and_no_other_has() -> None:
    assert set(ROWS) - {"Bibliotek", "---"} == {name_of(text) for text in DEPENDENCIES}


@pytest.mark.parametrize("requirement", DEPENDENCIES)
def test_the_licence_is_the_one_that_the_package_states(requirement: str) -> None:
    name = name_of(requirement)
    shown, said = ROWS[name][4].split(", før "), licence_of(name)
    assert [one for one in shown if one.partition("-")[0] in said], said


def test_an_upper_bound_is_explained() -> None:
    bounded = [text for text in DEPENDENCIES if "<" in text or "==" in text or "~=" in text]
    assert bounded == ["typer>=0.28,<0.29"]
    assert "`typer<0.29`" in PAGE


def test_every_requirement_has_an_oldest_version_to_test_with() -> None:
    assert len(list(oldest(requirements()))) == len(requirements())


def test_the_oldest_version_is_the_lower_bound() -> None:
    assert list(oldest(["typer>=0.28,<0.29", "ruamel.yaml>=0.18"])) == ["typer==0.28", "ruamel.yaml==0.18"]


def test_a_requirement_without_an_oldest_version_is_an_error() -> None:
    with pytest.raises(ValueError, match="rich"):
        list(oldest(["rich"]))
