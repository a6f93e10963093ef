"""The data files keep one style, so that a change shows as the lines that changed and nothing else."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from utveksling_cli.catalogue.decisions import COLUMNS
from utveksling_cli.catalogue.files import DECISIONS_FILE, YAML_FILES, schema_of
from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.schema.common import Sourced
from utveksling_cli.catalogue.yaml_reader import read_yaml

from .conftest import DATA

# A fact's period comes before the fact, and what stands behind it comes after.
PERIOD = ["from", "until"]
PAPERWORK = ["status", "confidence", "source", "verified_on", "note"]


def keys_in_order(model: type[BaseModel]) -> list[str]:
    """The order of keys in a map: as in the schema, but for facts with a status."""
    keys = [info.alias or name for name, info in model.model_fields.items()]
    if not issubclass(model, Sourced):
        return keys
    own = [key for key in keys if key not in PERIOD + PAPERWORK]
    return [key for key in [*PERIOD, *own, *PAPERWORK] if key in keys]


def model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for found in map(model_in, get_args(annotation)) if found is not None), None)


def out_of_order(value: Any, model: type[BaseModel] | None, path: str) -> Iterator[str]:
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from out_of_order(inner, model, f"{path}[{index}]")
    if isinstance(value, dict) and model is not None:
        order = keys_in_order(model)
        if list(value) != sorted(value, key=order.index):
            yield f"{path}: {list(value)}"
        inner_models = {info.alias or name: model_in(info.annotation) for name, info in model.model_fields.items()}
        for key, inner in value.items():
            yield from out_of_order(inner, inner_models[key], f"{path}.{key}")


@pytest.mark.parametrize("name", YAML_FILES)
def test_keys_stand_in_one_order(name: str) -> None:
    assert list(out_of_order(read_yaml((DATA / name).read_text(encoding="utf-8")), schema_of(name), name)) == []


def test_a_record_starts_with_what_names_it() -> None:
    for name in YAML_FILES:
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("  - "):
                assert re.match(r"  - (id|code|currency): ", line), f"{name}: {line}"


@pytest.mark.parametrize("name", YAML_FILES)
def test_the_first_line_names_the_schema_for_editors(name: str) -> None:
    first = (DATA / name).read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schema/{name.removesuffix('.yaml')}.schema.json"


@pytest.mark.parametrize("name", YAML_FILES)
def test_lines_are_indented_by_twos_and_end_where_they_end(name: str) -> None:
    text = (DATA / name).read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.split("\n") if re.search(r"[\t\r]|\s$|^(  )* \S", line)] == []


@pytest.mark.parametrize("name", YAML_FILES)
def test_a_line_fits_the_screen_unless_it_holds_an_address(name: str) -> None:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 140 and "://" not in line] == []


@pytest.mark.parametrize("name", YAML_FILES)
def test_one_blank_line_stands_between_records_and_nowhere_else(name: str) -> None:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    wrong = []
    for number, (before, line) in enumerate(pairwise(lines), start=2):
        opens_list = re.match(r"\w+:$", line) is not None
        next_record = line.startswith("  - ") and not re.match(r"\w+:$", before)
        blank_wanted = opens_list or next_record
        if blank_wanted != (before == "") and line != "":
            wrong.append(number)
        if before == line == "":
            wrong.append(number)
    assert wrong == []


def test_records_that_are_looked_up_by_code_stand_in_its_order(facts: Facts) -> None:
    lists: list[list[tuple[str, str]] | list[str]] = [
        [(host.country, host.id) for host in facts.agreements.institutions],
        [country.code for country in facts.countries.countries],
        [entry.currency for entry in facts.exchange.rates],
        [entry.currency for entry in facts.exchange.unknown],
        [field.code for field in facts.fields.fields],
        [row.institution_id for row in facts.decisions.rows],
    ]
    for records in lists:
        assert records == sorted(records)


def test_the_decisions_are_plain_csv_with_a_head() -> None:
    text = (DATA / DECISIONS_FILE).read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.splitlines()[2] == ",".join(COLUMNS)
