"""The small invented data folder in a place of its own, whole enough for every command."""

from __future__ import annotations

import shutil
from pathlib import Path

from utveksling_cli.model.rate_ids import AGREEMENT_SETS, COUNTRY_SETS, LANGUAGE_SETS, RATES

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
    values: [{{from: 2020-01-01, {codes}, status: estimate, verified_on: 2026-11-01}}]
"""


def make(folder: Path) -> Path:
    shutil.copytree(_SMALL, folder)
    _complete(folder / "funding_rates.yaml")
    return folder


def _complete(path: Path) -> None:
    """Add the rates and sets that the program asks for by name."""
    text = path.read_text(encoding="utf-8")
    needed = {
        "rates": [_RATE.format(id=name) for name in sorted(RATES)],
        "country_sets": [_SET.format(id=name, codes="countries: [SE]") for name in sorted(COUNTRY_SETS)],
        "agreement_sets": [_SET.format(id=name, codes="agreements: [erasmus]") for name in sorted(AGREEMENT_SETS)],
        "language_sets": [_SET.format(id=name, codes="languages: [nb]") for name in sorted(LANGUAGE_SETS)],
    }
    whole = []
    for section, records in needed.items():
        end = text.find("\n\n", text.index(f"\n{section}:\n") + 1) + 1 or len(text)
        missing = [record for record in records if record.partition("\n")[0] not in text[:end].splitlines()]
        whole += [text[:end], *missing]
        text = text[end:]
    path.write_text("".join([*whole, text]), encoding="utf-8")
