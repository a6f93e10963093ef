"""A rate is shown as the budget sees it, with how it changed and what to know of it; hand-made values throughout."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.rate import COUNTRIES, CodeSet, Rate, RateValue
from utveksling_cli.model.time import AcademicYear
from utveksling_cli.planning.rates import RateBook, changes, mentions, rate_notices, rate_on_day, sets_on_day


def value(begins: str, ends: str | None, amount: str | None, status: str = "official") -> RateValue:
    return RateValue(begins, ends, None if amount is None else Decimal(amount), status, None, "2026-11-23", None)


def rate(*amounts: str | None, unit: str = "NOK") -> Rate:
    """One value a year from 2020."""
    values = (value(f"{2020 + i}-01-01", f"{2021 + i}-01-01", amount) for i, amount in enumerate(amounts))
    return Rate("r", "Sats", unit, "", tuple(values))


def country_set(identifier: str, begins: str, ends: str | None, *codes: str) -> CodeSet:
    found = frozenset(codes)
    return CodeSet(identifier, COUNTRIES, "Land", "", begins, ends, found, "reported", None, "2026-11-23", None)


@pytest.mark.parametrize(
    ("day", "index", "status"),
    [
        pytest.param(date(2019, 12, 31), None, "unknown", id="before the first"),
        pytest.param(date(2020, 1, 1), 0, "official", id="its first day"),
        pytest.param(date(2021, 6, 1), 1, "unknown", id="a value that is left empty"),
        pytest.param(date(2022, 12, 31), 2, "official", id="its last day"),
        pytest.param(date(2023, 1, 1), 2, "carried_forward", id="the day after"),
    ],
)
def test_a_rate_on_a_day_tells_what_is_known_also_when_it_is_unknown(day: date, index: int | None, status: str) -> None:
    shown = rate("100", None, "120")
    on_day = rate_on_day(shown, day)
    assert (None if index is None else shown.values[index], status) == (on_day.current, on_day.status)


@given(st.dates(date(2018, 1, 1), date(2030, 1, 1)), st.lists(st.none() | st.just("7"), min_size=1, max_size=6))
def test_what_is_shown_is_what_the_budget_uses(day: date, amounts: list[str | None]) -> None:
    shown = rate(*amounts)
    on_day = rate_on_day(shown, day)
    used = RateBook({"r": shown}, ()).find("r", day)
    if used is None:
        assert on_day.status == "unknown"
    else:
        assert on_day.current is not None
        assert (used.value, used.status, used.from_date) == (
            on_day.current.value,
            on_day.status,
            on_day.current.from_date,
        )


@pytest.mark.parametrize(
    ("unit", "amounts", "expected"),
    [
        pytest.param("NOK", ("100", "110", "99"), (None, "0.1", "-0.1"), id="as a share of the one before"),
        pytest.param("share", ("0.70", "0.40"), (None, "-0.30"), id="a share in points"),
        pytest.param("NOK", ("100", None, "120"), (None, None, None), id="nothing next to what is unknown"),
        pytest.param("NOK", ("0", "5"), (None, None), id="nothing from zero"),
        pytest.param("share", ("0", "0.05"), (None, "0.05"), id="points from zero"),
        pytest.param("month number", ("7", "8"), (None, None), id="a month has no size"),
    ],
)
def test_a_change_is_from_the_period_before(
    unit: str, amounts: tuple[str | None, ...], expected: tuple[str | None, ...]
) -> None:
    found = changes(rate(*amounts, unit=unit))
    assert tuple(None if text is None else Decimal(text) for text in expected) == found


def test_country_sets_keep_their_order_and_all_their_periods() -> None:
    old, other = country_set("b", "2020-01-01", "2022-01-01", "DE"), country_set("a", "2021-01-01", None, "CH")
    new = country_set("b", "2022-01-01", "2023-01-01", "DE", "FR")
    first, second = sets_on_day((old, other, new), date(2023, 6, 1))
    assert (first.id, first.periods, first.current, first.status) == ("b", (old, new), new, "carried_forward")
    assert (second.id, second.periods, second.current, second.status) == ("a", (other,), other, "reported")


def test_a_country_set_before_its_first_period_is_unknown() -> None:
    (found,) = sets_on_day((country_set("a", "2027-08-01", None, "GB"),), date(2026, 11, 24))
    assert (found.current, found.status) == (None, "unknown")


def codes(shown: Rate, day: date, year: AcademicYear | None) -> list[tuple[str, dict[str, str]]]:
    return [(notice.code, dict(notice.values)) for notice in rate_notices([rate_on_day(shown, day)], year)]


def test_a_rate_that_changes_during_the_study_year_is_told_of() -> None:
    shown = rate("100", "110")
    assert codes(shown, date(2020, 8, 1), AcademicYear(2020)) == [
        ("rates.changes_within_year", {"title": "Sats", "day": "2021-01-01"})
    ]
    assert codes(shown, date(2020, 8, 1), None) == []


@pytest.mark.parametrize("begins", ["2020-08-01", "2021-08-01"])
def test_a_change_at_either_end_of_the_study_year_is_not_within_it(begins: str) -> None:
    day = date.fromisoformat(begins)
    shown = Rate("r", "Sats", "NOK", "", (value("2019-01-01", begins, "1"), value(begins, None, "2")))
    assert codes(shown, min(day, date(2020, 8, 1)), AcademicYear(2020)) == []
    earlier = Rate("r", "Sats", "NOK", "", (value((day - timedelta(1)).isoformat(), None, "2"),))
    assert len(codes(earlier, day, AcademicYear(2020))) == (begins == "2021-08-01")


def test_rates_of_an_earlier_year_and_unknown_ones_are_counted() -> None:
    old, unknown = rate("100"), rate(None)
    found = list(rate_notices([rate_on_day(shown, date(2025, 1, 1)) for shown in (old, old, unknown)], None))
    assert [(notice.code, notice.values["count"]) for notice in found] == [
        ("rates.carried_forward", "2"),
        ("rates.unknown", "1"),
    ]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("stipend", True),
        ("SPRÅK", True),
        ("sprak", True),
        ("spraak", True),
        ("stipend språk", True),
        ("lanekassen sprakstipend", True),
        ("reise", False),
        ("stipend reise", False),
        ("", True),
    ],
)
def test_words_are_found_in_parts_of_words_however_their_letters_are_typed(text: str, fits: bool) -> None:
    assert fits == mentions(text, "Språkstipend", "lanekassen.sprakstipend", "Engangsbeløp til kurs.")
