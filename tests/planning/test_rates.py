"""A rate is looked up on a day, and one that was carried forward never hides it."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.rate import AGREEMENTS, COUNTRIES, CodeSet, Rate, RateValue, UsedRate
from utveksling_cli.planning.rates import CARRIED_FORWARD, RateBook, tuition_free_agreements

FIRST, LAST = date(2000, 1, 1), date(2060, 12, 31)


def value(begins: str, ends: str | None, amount: str | None, status: str = "official") -> RateValue:
    return RateValue(begins, ends, None if amount is None else Decimal(amount), status, None, "2026-11-23", None)


def book(*values: RateValue) -> RateBook:
    return RateBook({"r": Rate("r", "Sats", "NOK", "", values)}, ())


def found(rates: RateBook, on: str) -> tuple[str, str] | None:
    used = rates.find("r", date.fromisoformat(on))
    return (str(used.value), used.status) if used else None


# 100 in 2020/21, nothing known of 2021/22 (a gap), 120 in 2022/23, an unknown new value from 2024.
GAPS = (
    value("2020-08-01", "2021-08-01", "100"),
    value("2022-08-01", "2023-08-01", "120", "reported"),
    value("2024-08-01", None, None, "estimate"),
)


def test_a_period_holds_its_first_day_and_not_the_day_it_ends() -> None:
    assert found(book(*GAPS), "2020-07-31") is None
    assert found(book(*GAPS), "2020-08-01") == ("100", "official")
    assert found(book(*GAPS), "2021-07-31") == ("100", "official")
    assert found(book(*GAPS), "2021-08-01") == ("100", CARRIED_FORWARD)


def test_a_gap_is_bridged_with_a_mark_until_the_next_value_begins() -> None:
    assert found(book(*GAPS), "2022-07-31") == ("100", CARRIED_FORWARD)
    assert found(book(*GAPS), "2022-08-01") == ("120", "reported")


def test_a_value_left_empty_is_unknown_and_never_bridged() -> None:
    assert found(book(*GAPS), "2024-07-31") == ("120", CARRIED_FORWARD)
    assert found(book(*GAPS), "2024-08-01") is None
    assert found(book(*GAPS), "2040-01-01") is None


def test_a_value_without_an_end_holds_as_long_as_no_other_begins() -> None:
    assert found(book(value("2020-01-01", None, "1")), "2999-12-31") == ("1", "official")


def test_the_order_in_the_file_does_not_matter() -> None:
    assert found(book(*reversed(GAPS)), "2022-12-01") == ("120", "reported")


def test_a_carried_value_keeps_its_own_status_beside_the_mark() -> None:
    used = book(*GAPS).find("r", date(2023, 8, 1))
    assert used is not None
    assert (used.status, used.own_status, used.until_date) == (CARRIED_FORWARD, "reported", "2023-08-01")


def test_two_periods_are_both_recorded_in_the_order_of_use() -> None:
    rates = book(*GAPS)
    for day in ("2022-09-01", "2020-09-01", "2022-10-01"):
        found(rates, day)
    assert [(used.from_date, used.status) for used in rates.used] == [
        ("2022-08-01", "reported"),
        ("2020-08-01", "official"),
    ]


def test_a_value_that_was_carried_forward_once_says_so_whatever_came_after() -> None:
    for days in (["2023-07-01", "2023-08-01"], ["2023-08-01", "2023-07-01"]):
        rates = book(*GAPS)
        for day in days:
            found(rates, day)
        assert [used.status for used in rates.used] == [CARRIED_FORWARD]


def test_what_was_looked_up_in_vain_is_not_recorded() -> None:
    rates = book(*GAPS)
    found(rates, "2019-01-01")
    found(rates, "2025-01-01")
    assert rates.used == ()


@given(st.lists(st.dates(FIRST, LAST), min_size=1, max_size=8, unique=True), st.data())
def test_the_value_used_is_the_newest_that_has_begun(starts: list[date], data: st.DataObject) -> None:
    ends = [begin + timedelta(days=data.draw(st.integers(1, 2_000))) for begin in starts]
    values = [
        value(begin.isoformat(), end.isoformat(), str(index))
        for index, (begin, end) in enumerate(zip(starts, ends, strict=True))
    ]
    day = data.draw(st.dates(FIRST, LAST))
    used = book(*values).find("r", day)
    begun = [begin for begin in starts if begin <= day]
    if not begun:
        assert used is None
        return
    newest = starts.index(max(begun))
    assert used is not None
    assert used.value == newest
    assert (used.status == CARRIED_FORWARD) == (day >= ends[newest])


def countries(begins: str, *codes: str) -> CodeSet:
    return CodeSet("s", COUNTRIES, "Land", "", begins, None, frozenset(codes), "official", None, "2026-11-23", None)


def test_a_country_set_is_that_of_the_newest_period_that_has_begun() -> None:
    rates = RateBook({}, (countries("2021-08-01", "DE"), countries("2024-08-01", "DE", "FR")))
    assert rates.codes("s", date(2021, 7, 31)) == frozenset()
    assert rates.codes("s", date(2024, 7, 31)) == {"DE"}
    assert rates.codes("s", date(2024, 8, 1)) == {"DE", "FR"}
    assert rates.codes("other", date(2024, 8, 1)) == frozenset()


def test_a_stay_is_free_of_tuition_by_the_rules_that_have_begun() -> None:
    def free(identifier: str, begins: str, kind: str) -> CodeSet:
        return CodeSet(identifier, AGREEMENTS, "", "", begins, None, frozenset({kind}), "official", None, begins, None)

    sets = (
        free("erasmus.uten_skolepenger", "2021-08-01", "erasmus"),
        free("nordplus.uten_skolepenger", "2024-08-01", "nordplus"),
        free("erasmus.avtaler", "2020-08-01", "enhance"),
    )
    days = [date(2021, 7, 31), date(2021, 8, 1), date(2024, 7, 31), date(2024, 8, 1)]
    found = [tuition_free_agreements(sets, day) for day in days]
    assert found == [frozenset(), {"erasmus"}, {"erasmus"}, {"erasmus", "nordplus"}]


WHOLE = RateValue("2024-08-01", "2025-08-01", Decimal("1.5"), "reported", "https://e.org", "2026-11-23", "merknad")
UNIT = Rate("r", "Sats", "NOK per month", "regelen", (WHOLE,))


def test_a_rate_that_is_used_has_all_that_is_known_of_it() -> None:
    assert RateBook({"r": UNIT}, ()).find("r", date(2024, 8, 1)) == UsedRate(
        "r", "Sats", "NOK per month", Decimal("1.5"), "reported", "reported", "2024-08-01", "2025-08-01",
        "https://e.org", "2026-11-23", "merknad", "regelen",
    )  # fmt: skip


def test_a_value_of_the_students_own_is_the_students_on_the_day() -> None:
    book = RateBook({"r": UNIT}, (), {"r": Decimal(9)})
    assert book.find("r", date(2027, 1, 1)) == UsedRate(
        "r",
        "Sats",
        "NOK per month",
        Decimal(9),
        "user",
        "user",
        "2027-01-01",
        None,
        None,
        "2027-01-01",
        None,
        "regelen",
    )


def test_the_newest_of_the_periods_of_a_set_is_the_one_that_began_last_whatever_it_is_called() -> None:
    old, new = countries("2021-08-01", "DE")._replace(title="Å"), countries("2024-08-01", "FR")._replace(title="A")
    assert RateBook({}, (old, new)).codes("s", date(2025, 1, 1)) == {"FR"}
