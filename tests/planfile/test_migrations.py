"""An older plan is brought to today's schema with a copy kept; a newer one is left to a newer program."""

from pathlib import Path

import pytest

from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.planfile import edit, load, migrations
from utveksling_cli.planning.wishes import keep_in_mind

OLD = """\
# En plan fra før det fantes favoritter
schema: utveksling.plan/0  # det første
wished:
  # den beste
  - kth  # drømmen
profile:
  level: master
"""


def with_favourites(tree: migrations.Tree) -> migrations.Tree:
    """An invented step: the favourites were called `wished` once."""
    return {"favourites" if key == "wished" else key: value for key, value in tree.items()}


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("utveksling_cli.planfile.read.MIGRATIONS", {0: with_favourites})
    path = tmp_path / "utveksling.yaml"
    path.write_text(OLD)
    return path


def test_an_old_plan_is_read_without_being_changed(old: Path) -> None:
    plan = load(old)
    assert (plan.favourites, plan.profile.level, plan.schema_version) == (("kth",), "master", 1)
    assert old.read_text() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_the_first_change_brings_it_up_to_date_and_keeps_a_copy(old: Path) -> None:
    edit(old, lambda plan: keep_in_mind(plan, "dtu"))
    text = old.read_text()
    assert load(old).favourites == ("kth", "dtu")
    assert "schema: utveksling.plan/1  # det første\n" in text
    assert "# En plan fra før" in text
    assert "# den beste" in text
    copy = old.with_name("utveksling.yaml.v0.bak")
    assert copy.read_text() == OLD
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_that_is_there_is_never_written_over(old: Path) -> None:
    old.with_name("utveksling.yaml.v0.bak").write_text("noe annet")
    edit(old, lambda plan: plan)
    assert old.with_name("utveksling.yaml.v0.bak").read_text() == "noe annet"
    assert old.with_name("utveksling.yaml.v0.2.bak").read_text() == OLD


@pytest.mark.parametrize(
    ("version", "words"), [(2, "en nyere utgave"), (9999, "en nyere utgave"), (0, "et gammelt skjema")]
)
def test_a_version_that_the_program_does_not_know_is_refused_and_left(tmp_path: Path, version: int, words: str) -> None:
    path = tmp_path / "utveksling.yaml"
    path.write_text(f"# min\nschema: utveksling.plan/{version}\nnyhet: ja\n")
    for use in (load, lambda path: edit(path, lambda plan: plan)):
        with pytest.raises(DataUnusable) as caught:
            use(path)
        assert words in caught.value.message
        assert caught.value.where == f"{path}:2"
    assert path.read_text() == f"# min\nschema: utveksling.plan/{version}\nnyhet: ja\n"


def test_the_steps_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", 3)
    steps = {1: lambda tree: {**tree, "a": "1"}, 2: lambda tree: {**tree, "b": tree["a"]}}
    assert migrations.migrated({"schema": "utveksling.plan/1"}, 1, steps) == {
        "schema": "utveksling.plan/3",
        "a": "1",
        "b": "1",
    }
    assert migrations.migrated({}, 0, steps) is None
