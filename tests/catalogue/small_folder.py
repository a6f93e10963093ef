"""The small invented data folder in a place of its own, whole enough for every command."""

from __future__ import annotations

import shutil
from pathlib import Path

from utveksling_cli.model.rate_ids import COUNTRY_SETS, RATES

_SMALL = Path(__file__).parent / "small"
_RATE = """\
  - id: {id}
    title: Prøve
    unit: NOK
    rule: Prøve
    values: [{{from: 2020-01-01, value: 1, status: estimate, verified_on: 2026-11-01}}]
"""
_SET = """\
  - id: {id}
    title: Prøve
    rule: Prøve
    values: [{{from: 2020-01-01, countries: [SE], status: estimate, verified_on: 2026-11-01}}]
"""


def make(folder: Path) -> Path:
    shutil.copytree(_SMALL, folder)
    _complete(folder / "funding_rates.yaml")
    return folder


def _complete(path: Path) -> None:
    """Add the rates and country sets that the program asks for by name."""
    text = path.read_text(encoding="utf-8")
    head, section, tail = text.partition("\ncountry_sets:\n")
    rates = [_RATE.format(id=name) for name in sorted(RATES) if f"id: {name}\n" not in text]
    sets = [_SET.format(id=name) for name in sorted(COUNTRY_SETS) if f"id: {name}\n" not in text]
    path.write_text("".join([head, *rates, section, tail, *sets]), encoding="utf-8")
