"""A plan that is read again without its schema is the same plan, and no text that was not accepted is read so."""

from pathlib import Path

import pytest
from hypothesis import given

from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.model.comparison import QUESTIONS
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.plan import Plan
from utveksling_cli.planfile import load
from utveksling_cli.planfile.accepted import SCHEMA, WEIGHTS, plan_of, remember, remembered
from utveksling_cli.planfile.convert import SCHEMA_PREFIX, WEIGHT_NAMES, to_plan, to_tree
from utveksling_cli.planfile.schema import PlanFile

from .strategies import plans

FULL = Path(__file__).parents[2] / "benchmarks" / "utveksling.yaml"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "utveksling"


@given(plans)
def test_without_the_schema_the_plan_is_the_same(plan: Plan) -> None:
    tree = to_tree(plan)
    assert plan_of(tree) == to_plan(PlanFile.model_validate(tree), plan.schema_version)


def test_names_are_those_of_the_schema() -> None:
    assert SCHEMA.startswith(SCHEMA_PREFIX)
    assert {question: name for name, question in WEIGHTS.items()} == WEIGHT_NAMES
    assert set(WEIGHTS.values()) == set(QUESTIONS)


def test_a_plan_is_remembered_once_it_was_accepted(tmp_path: Path) -> None:
    file = tmp_path / "utveksling.yaml"
    text = FULL.read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    source = SourceText(str(file), text)
    assert remembered(source) is None
    first = load(file)
    assert remembered(source) == first == load(file)


def test_another_text_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "utveksling.yaml"
    file.write_text("schema: utveksling.plan/1\n", encoding="utf-8")
    load(file)
    file.write_text("schema: utveksling.plan/1\nprofile:\n  level: doktor\n", encoding="utf-8")
    with pytest.raises(DataUnusable, match="feil"):
        load(file)
    assert remembered(SourceText(str(file), file.read_text(encoding="utf-8"))) is None


def test_only_a_digest_is_kept(tmp_path: Path, own_cache: Path) -> None:
    remember(SourceText(str(tmp_path / "utveksling.yaml"), FULL.read_text(encoding="utf-8")))
    (kept,) = own_cache.iterdir()
    assert len(kept.read_bytes()) == 64
    assert bytes.fromhex(kept.read_text(encoding="ascii"))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0" * 64])
def test_a_damaged_note_is_no_acceptance(content: bytes, tmp_path: Path, own_cache: Path) -> None:
    source = SourceText(str(tmp_path / "utveksling.yaml"), "schema: utveksling.plan/1\n")
    remember(source)
    (kept,) = own_cache.iterdir()
    kept.write_bytes(content)
    assert remembered(source) is None
