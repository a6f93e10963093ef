"""The rates in the data are the ones that were published; the cases stand in published_rates.yaml."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.schema.funding import Rate, RateValue
from utveksling_cli.catalogue.yaml_reader import read_yaml

CASES = read_yaml(Path(__file__).with_name("published_rates.yaml").read_text(encoding="utf-8"))
ADJUSTED = "Anslag: satsen året før ganger Lånekassens prisjustering"


def rate(facts: Facts, identifier: str) -> Rate:
    return next(entry for entry in facts.funding.rates if entry.id == identifier)


def value_on(entry: Rate, day: date) -> RateValue:
    """The one value whose period [from, until) holds the day."""
    found = [value for value in entry.values if value.from_ <= day and (value.until is None or day < value.until)]
    assert len(found) == 1, f"{entry.id}: {len(found)} values on {day}"
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_rate_has_the_published_value_and_status(facts: Facts, case: dict[str, str]) -> None:
    found = value_on(rate(facts, case["rate"]), date.fromisoformat(case["date"]))
    assert Decimal(case["value"]) == found.value
    assert case["status"] == found.status


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_published_figure_names_its_page_and_an_estimate_its_arithmetic(facts: Facts, case: dict[str, str]) -> None:
    if case["status"] == "estimate":
        assert case["arithmetic"]
        assert "source" not in case
    else:
        assert case["source"] == value_on(rate(facts, case["rate"]), date.fromisoformat(case["date"])).source


REGIONS = ("europa", "afrika", "asia", "nord_og_mellom_amerika", "sor_amerika", "oseania")
# How many years of each were reckoned from the year before.
RECKONED = [
    *[(f"lanekassen.reise.{region}", 7) for region in REGIONS],
    ("lanekassen.skolepenger.forste_trinn", 3),
    ("lanekassen.skolepenger.samlet_maks", 4),
    ("lanekassen.sprakstipend", 3),
    ("lanekassen.lan_med_barn", 1),
]


@pytest.mark.parametrize(("identifier", "estimates"), RECKONED)
def test_an_estimate_is_the_year_before_times_lanekassens_adjustment(
    facts: Facts, identifier: str, estimates: int
) -> None:
    adjustment = rate(facts, "lanekassen.prisjustering")
    values = rate(facts, identifier).values
    checked = 0
    for before, after in pairwise(values):
        if not (after.note or "").startswith(ADJUSTED):
            continue
        share = value_on(adjustment, after.from_).value
        assert before.value is not None
        assert share is not None
        assert (before.value * (1 + share)).quantize(Decimal(1), ROUND_HALF_UP) == after.value, after.from_
        assert after.status == "estimate"
        checked += 1
    assert checked == estimates


def years(first: int, last: int) -> list[date]:
    """The 1 October of each academic year from `first`/.. to `last`/.. ."""
    return [date(year, 10, 1) for year in range(first, last + 1)]


@pytest.mark.parametrize(
    ("identifier", "first"),
    [
        ("lanekassen.skolepenger.forste_trinn", 2018),
        ("lanekassen.skolepenger.stipendandel", 2018),
        ("lanekassen.skolepenger.samlet_maks", 2018),
        ("lanekassen.basislan", 2019),
        ("lanekassen.basislan.omgjoring", 2019),
        ("lanekassen.prisjustering", 2019),
        *[(f"lanekassen.reise.{region}", 2019) for region in REGIONS],
        ("lanekassen.reise.stipendandel", 2019),
        ("lanekassen.sprakstipend", 2019),
        ("lanekassen.rekrutteringsstipend", 2022),
    ],
)
def test_lanekassen_has_a_value_for_every_year_to_2025_26(facts: Facts, identifier: str, first: int) -> None:
    entry = rate(facts, identifier)
    assert [day.year for day in years(first, 2025) if value_on(entry, day).value is None] == []
