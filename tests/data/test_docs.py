"""docs/data.md explains every key and every allowed value of every data file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from utveksling_cli.catalogue.decisions import COLUMNS, OUTCOMES
from utveksling_cli.catalogue.files import ALL_FILES, DECISIONS_FILE, YAML_FILES, schema_of
from utveksling_cli.catalogue.yaml_reader import read_yaml

DOCS = Path(__file__).parents[2] / "docs" / "data.md"
COMMON = "Felles nøkler"


def sections() -> dict[str, str]:
    """The text under each heading of the second level."""
    parts = re.split(r"^## (.+)$", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {title.strip("`"): text for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def explained(name: str) -> set[str]:
    """Every word in `code` in the file's own section and in the one that is common to all."""
    found = sections()
    return set(re.findall(r"`([^`]+)`", found[name] + found[COMMON]))


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and all that can stand within it."""
    yield model
    for info in model.model_fields.values():
        for inner in within(info.annotation):
            yield from models(inner)


def within(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from within(argument)


def choices(annotation: Any) -> Iterator[str]:
    """The values that a field is limited to, when it is."""
    if get_origin(annotation) is Literal:
        yield from (choice for choice in get_args(annotation) if isinstance(choice, str))
        return
    for argument in get_args(annotation):
        yield from choices(argument)


def described() -> list[Any]:
    found = []
    for name in YAML_FILES:
        root = schema_of(name)
        assert root is not None
        found += [pytest.param(name, model, id=f"{name}: {model.__name__}") for model in dict.fromkeys(models(root))]
    return found


@pytest.mark.parametrize(("name", "model"), described())
def test_every_key_is_explained(name: str, model: type[BaseModel]) -> None:
    keys = {info.alias or field for field, info in model.model_fields.items()}
    assert keys - explained(name) == set()


@pytest.mark.parametrize(("name", "model"), described())
def test_every_allowed_value_is_explained(name: str, model: type[BaseModel]) -> None:
    allowed = {
        choice
        for info in model.model_fields.values()
        for choice in choices(info.annotation)
        if not choice.startswith("utveksling.")
    }
    assert {value for value in allowed if not {value, f'"{value}"'} & explained(name)} == set()


def test_every_column_and_outcome_of_the_decisions_is_explained() -> None:
    assert {*COLUMNS, *OUTCOMES} - explained(DECISIONS_FILE) == set()


def test_every_file_has_its_section_and_stands_in_the_overview() -> None:
    overview = DOCS.read_text(encoding="utf-8").split("\n## ")[0]
    assert [name for name in ALL_FILES if name not in sections() or f"`{name}`" not in overview] == []


def test_the_worked_example_starts_from_what_stands_in_the_data() -> None:
    """An adviser who follows the recipe finds the lines that it shows."""
    recipe = sections()["Oppskrifter"]
    first = re.search(r"^   ```yaml\n(.*?)^   ```", recipe, re.DOTALL | re.MULTILINE)
    assert first is not None
    shown = read_yaml(re.sub(r"^   ", "", first[1], flags=re.MULTILINE))
    rates = read_yaml((DOCS.parents[1] / "data" / "funding_rates.yaml").read_text(encoding="utf-8"))["rates"]
    newest = next(rate for rate in rates if rate["id"] == "lanekassen.basislan")["values"][-1]
    assert shown == [newest]
