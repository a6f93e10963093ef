"""tools/exchange_rates.py, on a series that was made up so that the division can be done by hand."""

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from utveksling_cli.catalogue.folder import Facts

from .conftest import DATA

SCRIPT = Path(__file__).parents[2] / "tools" / "exchange_rates.py"

SERIES = """\
Date,USD,HRK,NOK,ZAR,JPY,
2026-03-03,1.25,N/A,10.0,20,160,
2026-03-02,1.6,N/A,12.0,16,,
"""

FILE = """\
# yaml-language-server: $schema=schema/exchange_rates.schema.json
schema: utveksling.exchange_rates/1
data_version: 2026-01-01

rates:
  - currency: EUR
    nok: 1
    "on": 2025-12-31
    status: official
    source: {ecb}
    verified_on: 2026-01-01
    note: ECBs referansekurs.

  - currency: NAD
    nok: 1
    "on": 2025-12-31
    status: official
    source: http://www.bon.com.na/Bank/Monetary-Policy.aspx
    verified_on: 2026-01-01
    note: Fast kurs 1 NAD = 1 ZAR.

  - currency: TWD
    nok: 0.3
    "on": 2024-01-12
    status: estimate
    source: https://federalreserve.gov/releases/h10/20240116
    verified_on: 2026-01-01

  - currency: USD
    nok: 1
    "on": 2025-12-31
    status: official
    source: {ecb}
    verified_on: 2026-01-01

unknown:
  - currency: CLP
    note: Ikke i ECBs kursserie; ingen kilde lagt inn.
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("exchange_rates_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_currency_not_quoted_that_day_is_left_out(script: ModuleType) -> None:
    assert script.read_series(SERIES)["2026-03-02"] == {
        "USD": Decimal("1.6"),
        "NOK": Decimal("12.0"),
        "ZAR": Decimal(16),
    }


def test_the_newest_day_is_taken_when_none_is_asked_for(script: ModuleType) -> None:
    day, quotes = script.quotes_on(script.read_series(SERIES), None)
    assert (day, quotes["USD"]) == ("2026-03-03", Decimal("1.25"))


def test_a_day_without_rates_is_refused_with_the_last_day_before(script: ModuleType) -> None:
    with pytest.raises(script.RatesError, match="ingen kurser for 2026-03-08; siste dag før var 2026-03-03"):
        script.quotes_on(script.read_series(SERIES), "2026-03-08")


@pytest.mark.parametrize(
    ("currency", "nok"),
    [
        pytest.param("EUR", "10", id="10 NOK per EUR"),
        pytest.param("USD", "8", id="10 / 1.25 = 8"),
        pytest.param("JPY", "0.0625", id="10 / 160 = 0.0625"),
        pytest.param("ZAR", "0.5", id="10 / 20 = 0.5"),
        pytest.param("NAD", "0.5", id="pegged 1:1 to ZAR"),
        pytest.param("BAM", "5.11292", id="10 / 1.95583 = 5.112918..."),
        pytest.param("XOF", "0.0152449", id="10 / 655.957 = 0.01524490..."),
    ],
)
def test_one_unit_costs_kroner_per_euro_divided_by_units_per_euro(script: ModuleType, currency: str, nok: str) -> None:
    _, quotes = script.quotes_on(script.read_series(SERIES), "2026-03-03")
    assert script.plain(script.in_kroner(currency, quotes)) == nok


def test_a_currency_missing_that_day_stops_the_script(script: ModuleType) -> None:
    _, quotes = script.quotes_on(script.read_series(SERIES), "2026-03-02")
    with pytest.raises(script.RatesError, match="JPY mangler"):
        script.in_kroner("JPY", quotes)


def test_only_the_lines_that_follow_the_series_change(script: ModuleType) -> None:
    before = FILE.format(ecb=script.ECB)
    day, quotes = script.quotes_on(script.read_series(SERIES), None)
    after = script.rewrite(before, day, quotes, "2026-03-04")
    changed = [
        f"{old.strip()} -> {new.strip()}"
        for old, new in zip(before.splitlines(), after.splitlines(), strict=True)
        if old != new
    ]
    assert changed == [
        "data_version: 2026-01-01 -> data_version: 2026-03-04",
        "nok: 1 -> nok: 10",
        '"on": 2025-12-31 -> "on": 2026-03-03',
        "verified_on: 2026-01-01 -> verified_on: 2026-03-04",
        # The peg was verified when it was cited; only its arithmetic is new.
        "nok: 1 -> nok: 0.5",
        '"on": 2025-12-31 -> "on": 2026-03-03',
        "nok: 1 -> nok: 8",
        '"on": 2025-12-31 -> "on": 2026-03-03',
        "verified_on: 2026-01-01 -> verified_on: 2026-03-04",
    ]


def test_the_swing_is_the_lowest_and_highest_day_of_the_five_years_that_end_with_the_day(script: ModuleType) -> None:
    """The day before the window is lower than all in it; a day without the dollar counts for the euro alone."""
    series = script.read_series(
        "Date,USD,NOK,\n"
        "2021-03-02,1,5,\n"
        "2021-03-03,1.25,10,\n"
        "2021-03-09,2,11,\n"
        "2024-07-01,N/A,9,\n"
        "2024-07-02,2.2,11,\n"
        "2026-03-02,1.25,13,\n"
        "2026-03-03,1,12,\n"
    )
    # 11 / 2.2 = 5 and 11 / 2 = 5.5; 12 / 1 = 12 and 13 / 1.25 = 10.4.
    assert script.swing("USD", series, "2026-03-02") == script.Swing(
        "2021-03-03", "2026-03-03", Decimal(5), "2024-07-02", Decimal("10.4"), "2026-03-02"
    )
    assert script.swing("EUR", series, "2026-03-03") == script.Swing(
        "2021-03-04", "2026-03-04", Decimal(9), "2024-07-01", Decimal(13), "2026-03-02"
    )


def test_equal_rates_are_told_by_their_first_day(script: ModuleType) -> None:
    series = script.read_series("Date,NOK,\n2024-03-02,11,\n2024-03-01,11,\n2019-03-05,11,\n2019-03-04,11,\n")
    found = script.swing("EUR", series, "2024-03-02")
    assert (found.low_on, found.high_on) == ("2019-03-04", "2019-03-04")


def test_a_swing_to_the_end_of_february_begins_on_a_day_that_exists(script: ModuleType) -> None:
    series = script.read_series("Date,NOK,\n2028-02-28,11,\n2023-03-02,11,\n")
    found = script.swing("EUR", series, "2028-02-28")
    assert (found.from_day, found.until_day) == ("2023-03-01", "2028-02-29")


def test_a_pegged_currency_swings_as_its_anchor(script: ModuleType) -> None:
    series = script.read_series("Date,ZAR,NOK,\n2026-03-03,20,10,\n2021-03-04,16,12,\n")
    # 10 / 20 = 0.5 and 12 / 16 = 0.75.
    assert script.swing("NAD", series, "2026-03-03") == script.Swing(
        "2021-03-04", "2026-03-04", Decimal("0.5"), "2026-03-03", Decimal("0.75"), "2021-03-04"
    )


def test_a_series_that_begins_later_gives_no_swing_of_five_years(script: ModuleType) -> None:
    series = script.read_series("Date,USD,NOK,\n2026-03-03,1,10,\n2021-03-11,1,10,\n2021-03-04,N/A,10,\n")
    with pytest.raises(script.RatesError, match="serien har ikke USD for hele tida fra 2021-03-04"):
        script.swing("USD", series, "2026-03-03")


def test_swings_are_written_below_the_day_and_only_where_the_rate_follows_the_series(script: ModuleType) -> None:
    series = script.read_series("Date,USD,NOK,ZAR,\n2026-03-03,1.25,10,20,\n2021-03-04,1.6,12,16,\n")
    before = FILE.format(ecb=script.ECB)
    after = script.with_swings(before, "2026-03-03", series)
    period = "from: 2021-03-04, until: 2026-03-04"
    lines = [
        f"    swing: {{{period}, low: 10, low_on: 2026-03-03, high: 12, high_on: 2021-03-04}}",
        f"    swing: {{{period}, low: 0.5, low_on: 2026-03-03, high: 0.75, high_on: 2021-03-04}}",
        f"    swing: {{{period}, low: 7.5, low_on: 2021-03-04, high: 8, high_on: 2026-03-03}}",
    ]
    assert [line for line in after.splitlines() if line.startswith("    swing: ")] == lines
    assert [line for line in after.splitlines() if line not in lines] == before.splitlines()
    assert all(f'    "on": 2025-12-31\n{line}\n' in after for line in lines)
    assert script.with_swings(after, "2026-03-03", series) == after


def test_an_older_check_does_not_turn_the_data_version_back(script: ModuleType) -> None:
    day, quotes = script.quotes_on(script.read_series(SERIES), None)
    after = script.rewrite(FILE.format(ecb=script.ECB), day, quotes, "2025-06-01")
    assert "\ndata_version: 2026-01-01\n" in after


def test_the_shipped_file_has_the_ecbs_rates_of_30_october_2026(script: ModuleType) -> None:
    """A few of the day's own quotes, as the ECB published them: the script changes nothing in those entries."""
    quotes = {
        currency: Decimal(value)
        for currency, value in {
            "AUD": "1.5904", "BRL": "6.0692", "CAD": "1.5606", "CHF": "0.9194", "CNY": "7.4326", "CZK": "24.353",
            "DKK": "7.4735", "GBP": "0.8338", "HKD": "8.7652", "HUF": "366.33", "IDR": "20275.17", "ILS": "3.495",
            "INR": "106.084", "ISK": "136", "JPY": "175.68", "KRW": "1491.76", "MXN": "21.1237", "MYR": "4.5325",
            "NOK": "10.312", "NZD": "1.9823", "PLN": "4.4038", "RON": "5.3447", "SEK": "10.978", "SGD": "1.4282",
            "THB": "37.683", "TRY": "55.8015", "USD": "1.1172", "ZAR": "18.6455",
        }.items()
    }  # fmt: skip
    text = (DATA / "exchange_rates.yaml").read_text(encoding="utf-8")
    assert script.rewrite(text, "2026-10-30", quotes, "2026-11-23") == text


@pytest.mark.parametrize(
    ("currency", "lowest", "highest"),
    [
        pytest.param("EUR", ("9.4923", "2022-03-24"), ("12.1195", "2025-04-09"), id="the ECB's own figures"),
        pytest.param("USD", ("8.40974", "2021-11-01"), ("11.4817", "2025-01-13"), id="9.7368/1.1578, 11.709/1.0198"),
        pytest.param(
            "JPY", ("0.0580069", "2026-05-21"), ("0.0816714", "2023-03-16"), id="10.7075/184.59, 11.4487/140.18"
        ),
        pytest.param(
            "ZAR", ("0.536389", "2023-08-09"), ("0.629851", "2022-06-16"), id="11.2063/20.8921, 10.4588/16.6052"
        ),
        pytest.param("NAD", ("0.536389", "2023-08-09"), ("0.629851", "2022-06-16"), id="one rand"),
        pytest.param("BAM", ("4.85334", "2022-03-24"), ("6.1966", "2025-04-09"), id="9.4923/1.95583, 12.1195/1.95583"),
    ],
)
def test_the_shipped_swings_end_in_the_ecbs_own_quotes(
    facts: Facts, currency: str, lowest: tuple[str, str], highest: tuple[str, str]
) -> None:
    """NOK per euro divided by units per euro, as the ECB published both on the day; the days are in the id's order."""
    swing = next(entry.swing for entry in facts.exchange.rates if entry.currency == currency)
    assert swing is not None
    assert (swing.from_.isoformat(), swing.until.isoformat()) == ("2021-10-31", "2026-10-31")
    assert lowest == (str(swing.low), swing.low_on.isoformat())
    assert highest == (str(swing.high), swing.high_on.isoformat())


def test_every_rate_of_a_series_says_how_far_it_swung(facts: Facts) -> None:
    assert ["TWD"] == [entry.currency for entry in facts.exchange.rates if entry.swing is None]
