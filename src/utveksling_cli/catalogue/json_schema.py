"""Make the JSON Schemas (draft 2020-12) that editors check the YAML files against, from the Pydantic models.

A maintainer runs `python -m utveksling_cli.catalogue.json_schema` after a change of the models.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from utveksling_cli.catalogue.files import PARTS_FOLDER, YAML_FILES, schema_of
from utveksling_cli.catalogue.store import shipped_folder

# Of the files in the folder of parts.
PARTS_SCHEMA = "institutions.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each YAML file, under the file name that the data file's first line gives."""
    schemas = {f"{Path(name).stem}.schema.json": _json_schema(name) for name in YAML_FILES}
    return schemas | {PARTS_SCHEMA: _json_schema(f"{PARTS_FOLDER}/*.yaml")}


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into the folder and give the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in json_schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _json_schema(name: str) -> dict[str, Any]:
    model = schema_of(name)
    assert model is not None
    head = {"$schema": _DIALECT, "title": name, "description": "Hver nøkkel er forklart i docs/data.md."}
    return head | _tidy(model.model_json_schema(by_alias=True, mode="validation"))


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """Without titles that repeat the key, docstrings in English, and the default null."""
    unwanted = {"title", "description"} if "properties" in schema else {"title"}
    if schema.get("default", ...) is None:
        unwanted.add("default")
    return {key: _tidy_value(key, value) for key, value in schema.items() if key not in unwanted}


def _tidy_value(key: str, value: Any) -> Any:
    if key in ("properties", "$defs"):
        return {name: _tidy(schema) for name, schema in value.items()}
    if key == "items":
        return _tidy(value)
    if key == "anyOf":
        return [_tidy(schema) for schema in value]
    return value


if __name__ == "__main__":
    for written in write_schemas(shipped_folder() / "schema"):
        sys.stdout.write(f"{written}\n")
