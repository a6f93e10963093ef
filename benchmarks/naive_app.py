"""What one would write first, to measure against: Typer, Rich and Pydantic, and the YAML read at every start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table


class Host(BaseModel):
    id: str
    name: str
    country: str
    city: str
    agreements: list[dict[str, Any]] = []


def main(
    file: Path, land: Annotated[str, typer.Option()], form: Annotated[str, typer.Option("--format")] = "tabell"
) -> None:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    hosts = [Host.model_validate(entry) for entry in content["institutions"]]
    found = [host for host in hosts if host.country == land]
    if form == "json":
        print(json.dumps([host.model_dump() for host in found], ensure_ascii=False))
        return
    table = Table("Lærested", "By", "Avtale", "Id")
    for host in found:
        table.add_row(host.name, host.city, ", ".join(str(entry.get("type")) for entry in host.agreements), host.id)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
