"""Set the official languages of every country in data/countries.yaml from Unicode CLDR. For maintainers.

    .venv/bin/pip install Babel && .venv/bin/python tools/official_languages.py

The PyPI package Babel carries CLDR's table of languages by territory. Kept are the languages that it has as official,
or as official in fact, in the whole country, most spoken first, and that have an ISO 639-1 code: `gsw`, `nan` and `hak`
fall away, and so do languages of a part of the country. An entry with another source was written by hand and is left.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

COUNTRIES_FILE = Path(__file__).parents[1] / "data" / "countries.yaml"
CHART = "https://www.unicode.org/cldr/charts/{version}/supplemental/territory_language_information.html"
CHARTS = CHART.partition("{")[0]
OFFICIAL = {"official", "de_facto_official"}
ENTRY = re.compile(r"    official_languages:\n(?:      .*\n)+")


def official(languages: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The codes, most spoken first; a language in two scripts is one."""
    known = [code for code, facts in languages.items() if facts["official_status"] in OFFICIAL]
    bare = dict.fromkeys(code.partition("_")[0] for code in known)
    return [code for code in bare if len(code) == 2]


def rewrite(text: str, found: Mapping[str, Iterable[str]], version: str, verified_on: str) -> str:
    """The file with the languages of each country in `found`; all other lines keep every letter."""
    head, *blocks = re.split(r"(?m)^(?=  - code: )", text)
    source = CHART.format(version=version)
    head = re.sub(r"(?m)^data_version: .*$", f"data_version: {verified_on}", head)
    return head + "".join(_with_languages(block, found, source, verified_on) for block in blocks)


def _with_languages(block: str, found: Mapping[str, Iterable[str]], source: str, verified_on: str) -> str:
    codes = list(found.get(block.removeprefix("  - code: ").split("\n")[0].strip('"'), ()))
    old = ENTRY.search(block)
    if not codes or (old and CHARTS not in old[0]):
        return block
    written = "\n".join(
        (
            "    official_languages:",
            f"      codes: [{', '.join(_quoted(code) for code in codes)}]",
            "      status: reported",
            f"      source: {source}",
            f"      verified_on: {verified_on}\n",
        )
    )
    if old:
        return block.replace(old[0], written)
    before, notes, after = block.partition("    notes:\n")
    if notes:
        return before + written + notes + after
    body = block.rstrip("\n")
    return body + "\n" + written + block[len(body) + 1 :]


def _quoted(code: str) -> str:
    """`no` reads as a word that means false."""
    return f'"{code}"' if code == "no" else code


def main() -> int:
    parser = argparse.ArgumentParser(description="Skriv offisielle språk fra CLDR inn i countries.yaml.")
    parser.add_argument("--kontrollert", metavar="ÅÅÅÅ-MM-DD", default=date.today().isoformat(), help="ellers i dag")
    parser.add_argument("--fil", type=Path, default=COUNTRIES_FILE, help="ellers data/countries.yaml")
    asked = parser.parse_args()
    try:
        languages, core = import_module("babel.languages"), import_module("babel.core")
    except ModuleNotFoundError:
        print("Feil: mangler pakken med CLDR: pip install Babel", file=sys.stderr)
        return 1
    before = asked.fil.read_text(encoding="utf-8")
    codes = re.findall(r'(?m)^  - code: "?([A-Z]{2})', before)
    found = {code: official(languages.get_territory_language_info(code)) for code in codes}
    asked.fil.write_text(rewrite(before, found, core.get_cldr_version(), asked.kontrollert), encoding="utf-8")
    print(f"{asked.fil}: {sum(map(bool, found.values()))} land, CLDR {core.get_cldr_version()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
