"""Where the plan is looked for."""

from pathlib import Path

import pytest

from utveksling_cli.cli.session import find_plan


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a folder in a folder."""
    (tmp_path / "hjem" / "ute" / "japan").mkdir(parents=True)
    return tmp_path / "hjem"


def plan_in(folder: Path) -> Path:
    file = folder / "utveksling.yaml"
    file.write_text("schema: utveksling.plan/1\n")
    return file


def test_without_a_plan_there_is_none(home: Path) -> None:
    assert find_plan(None, {}, home / "ute", home) is None


def test_the_nearest_folder_wins(home: Path) -> None:
    above = plan_in(home / "ute")
    assert find_plan(None, {}, home / "ute" / "japan", home) == above
    here = plan_in(home / "ute" / "japan")
    assert find_plan(None, {}, home / "ute" / "japan", home) == here


def test_the_home_folder_is_the_last_that_is_looked_in(home: Path) -> None:
    outside = plan_in(home.parent)
    assert find_plan(None, {}, home / "ute", home) is None
    assert find_plan(None, {}, home / "ute", None) == outside
    assert find_plan(None, {}, home / "ute", home.parent) == outside


def test_a_folder_of_that_name_is_no_plan(home: Path) -> None:
    (home / "ute" / "utveksling.yaml").mkdir()
    assert find_plan(None, {}, home / "ute", home) is None


def test_the_option_comes_before_the_environment_and_that_before_the_folders(home: Path) -> None:
    plan_in(home)
    named = {"UTVEKSLING_PLAN": "min.yaml"}
    assert find_plan("annen.yaml", named, home, home) == home / "annen.yaml"
    assert find_plan(None, named, home, home) == home / "min.yaml"
    assert find_plan(None, {"UTVEKSLING_PLAN": ""}, home, home) == home / "utveksling.yaml"
    assert find_plan(None, {"UTVEKSLING_PLAN": "/a/b.yaml"}, home, home) == Path("/a/b.yaml")
