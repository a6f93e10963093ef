"""The JSON Schemas for editors: they are current, valid, and take the shipped data as an editor reads it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from utveksling_cli.catalogue.decisions import SCHEMA as DECISIONS_SCHEMA
from utveksling_cli.catalogue.files import DECISIONS_FILE, PART_SCHEMA, SCHEMAS, YAML_FILES, schema_of
from utveksling_cli.catalogue.json_schema import PARTS_SCHEMA, json_schemas, write_schemas

DATA = Path(__file__).parents[2] / "data"
SMALL = Path(__file__).parent / "small"


class EditorLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2's core schema, which editors follow: no dates, and no booleans but true and false."""


_CORE = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
}
EditorLoader.yaml_implicit_resolvers = {}
for _tag, (_pattern, _first) in _CORE.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


def validator(name: str) -> Draft202012Validator:
    schema = json_schemas()[f"{Path(name).stem}.schema.json"]
    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def test_the_reading_is_that_of_an_editor() -> None:
    read = as_an_editor_reads('[NO, on, 2026-02-31, 12:30, 0613, 11.50, true, "07", null, ]')
    assert read == ["NO", "on", "2026-02-31", "12:30", 613, 11.5, True, "07", None]


@pytest.mark.parametrize("name", YAML_FILES)
def test_the_committed_schema_is_current(name: str) -> None:
    """Run `python -m utveksling_cli.catalogue.json_schema` when this fails."""
    committed = DATA / "schema" / f"{Path(name).stem}.schema.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == json_schemas()[committed.name]


@pytest.mark.parametrize("name", YAML_FILES)
def test_the_first_line_of_a_data_file_names_its_schema(name: str) -> None:
    first = (DATA / name).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schema/{Path(name).stem}.schema.json"


@pytest.mark.parametrize("name", YAML_FILES)
def test_the_schema_is_a_valid_one_and_speaks_norwegian(name: str) -> None:
    schema = validator(name).schema
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == name
    assert {inner.get("description") for inner in schema["$defs"].values()} == {None}


@pytest.mark.parametrize("name", YAML_FILES)
@pytest.mark.parametrize("folder", [DATA, SMALL], ids=["shipped", "small"])
def test_the_data_is_good_in_an_editor_too(folder: Path, name: str) -> None:
    document = as_an_editor_reads((folder / name).read_text(encoding="utf-8"))
    faults = [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(document)]
    assert faults == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_file_has_one_schema_name_wherever_it_is_written(name: str) -> None:
    if name == DECISIONS_FILE:
        assert SCHEMAS[name] == DECISIONS_SCHEMA
        return
    model = schema_of(name)
    assert model is not None
    assert model.model_json_schema()["properties"]["schema"]["const"] == SCHEMAS[name]


REFUSED = {
    "an unknown key": ("note: Ingen kilde funnet", "merknad: x", "$.unknown[0]"),
    "a number in quotes": ("nok: 11.50", 'nok: "11.50"', "$.rates[0].nok"),
    "a negative rate": ("nok: 11.50", "nok: -1", "$.rates[0].nok"),
    "a rate of nothing": ("nok: 11.50", "nok: 0", "$.rates[0].nok"),
    "a day that no calendar has": ('"on": 2026-10-30', '"on": 2026-02-30', "$.rates[0].on"),
    "a currency in words": ("currency: EUR", "currency: Euro", "$.rates[0].currency"),
    "a currency with more after it": ("currency: EUR", "currency: EURO", "$.rates[0].currency"),
    "a wrong choice": ("status: official", "status: offisiell", "$.rates[0].status"),
    "a script as an address": ("https://example.org/eur", "javascript:alert(1)", "$.rates[0].source"),
    "another file's head": ("utveksling.exchange_rates/1", "utveksling.countries/1", "$.schema"),
}


@pytest.mark.parametrize(("old", "new", "place"), REFUSED.values(), ids=REFUSED)
def test_an_editor_marks_what_the_check_refuses(data, old: str, new: str, place: str) -> None:
    data.edit("exchange_rates.yaml", old, new)
    document = as_an_editor_reads(data.read("exchange_rates.yaml"))
    assert place in {error.json_path for error in validator("exchange_rates.yaml").iter_errors(document)}


def test_a_month_has_both_its_bounds(data) -> None:
    rules = validator("deadlines.yaml").schema["$defs"]["DayRule"]["properties"]
    assert rules["month"] == {"type": "integer", "minimum": 1, "maximum": 12}
    assert rules["year_offset"] == {"type": "integer", "minimum": -2, "maximum": 1}


def test_files_of_hosts_have_a_schema_of_their_own_that_takes_the_same_hosts() -> None:
    committed = json.loads((DATA / "schema" / PARTS_SCHEMA).read_text(encoding="utf-8"))
    assert committed == json_schemas()[PARTS_SCHEMA]
    assert committed["$defs"]["Institution"] == json_schemas()["agreements.schema.json"]["$defs"]["Institution"]
    hosts = as_an_editor_reads((SMALL / "agreements.yaml").read_text(encoding="utf-8"))["institutions"]
    part = {"schema": PART_SCHEMA, "data_version": "2026-11-24", "institutions": hosts}
    rules = Draft202012Validator(committed, format_checker=FormatChecker(["date"]))
    assert list(rules.iter_errors(part)) == []
    assert list(rules.iter_errors(part | {"links": []})) != []


def test_writing_gives_one_readable_file_for_each_yaml_file(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schema")
    assert [path.name for path in written] == [f"{Path(name).stem}.schema.json" for name in YAML_FILES] + [PARTS_SCHEMA]
    for path in written:
        text = path.read_text(encoding="utf-8")
        assert json.loads(text) == json_schemas()[path.name]
        assert text.startswith('{\n  "$schema"')
        assert text.endswith("}\n")
