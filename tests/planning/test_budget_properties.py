"""What holds for every budget that the shipped facts can give, whatever the country, semester, length and tuition."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.budget import EXPENSE, GRANT, LOAN, STATUS_ORDER, Budget, Line
from utveksling_cli.model.money import Money
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import AUTUMN, SPRING, Semester
from utveksling_cli.planning.stays import rate_day
from utveksling_cli.planning.terms import first_month

from .conftest import Shipped

KINDS = {GRANT: 1, LOAN: 1, EXPENSE: -1}
AGREEMENTS = ("erasmus", "enhance", "nordplus", "nordlys", "nordtek", "swiss_semp", "bilateral", "freemover", "unknown")
NO_SUPPORT = "budget.lanekassen_not_here"
TUITION_SUPPORT = {"lanekassen.skolepenger", "lanekassen.tilleggslan"}

SEMESTERS = [Semester(season, year + (season == SPRING)) for year in range(2018, 2031) for season in (AUTUMN, SPRING)]
semesters = st.sampled_from(SEMESTERS)
months = st.integers(1, 12)
agreements = st.none() | st.frozensets(st.sampled_from(AGREEMENTS), max_size=3)
amounts = st.decimals(0, 400_000, places=2)
kroner = st.builds(Money, amounts)
money = st.builds(Money, amounts, st.sampled_from(["NOK", "EUR", "USD", "JPY", "ARS"]))


class Wish(NamedTuple):
    """A stay before its country is known: `country` is an index into however many there are."""

    country: int
    semester: Semester
    months: int
    agreements: frozenset[str] | None
    tuition: Money | None
    living: Money | None

    def stay(self, shipped: Shipped) -> Stay:
        country = shipped.countries[self.country % len(shipped.countries)]
        start, _ = first_month(country.terms, self.semester)
        asked = (None, self.agreements, self.tuition, self.living)
        return Stay(country.code, country.region, self.semester, self.months, start, *asked)


def wishes(tuition: st.SearchStrategy[Money]) -> st.SearchStrategy[Wish]:
    own = (st.none() | tuition, st.none() | kroner)
    return st.builds(Wish, st.integers(0, 999), semesters, months, agreements, *own)


any_wish = given(wishes(money))
wish_in_kroner = wishes(kroner)


def total(lines: list[Line] | tuple[Line, ...], kind: str | None = None) -> Decimal:
    return sum((line.amount for line in lines if kind in {None, line.kind}), Decimal(0))


def of(budget: Budget, *identifiers: str) -> list[Line]:
    return [line for line in budget.lines if line.id in identifiers]


@any_wish
def test_the_months_and_the_totals_are_sums_of_the_lines(shipped: Shipped, wish: Wish) -> None:
    budget = shipped.budget(wish.stay(shipped))
    for month in budget.months:
        lines = [line for line in budget.lines if line.month == month.month]
        assert (month.grant, month.loan, month.expense) == tuple(total(lines, kind) for kind in KINDS)
    sums = (budget.totals.grant, budget.totals.loan, budget.totals.expense)
    assert sums == tuple(total(budget.lines, kind) for kind in KINDS)
    assert {line.month for line in budget.lines} <= {month.month for month in budget.months}


@any_wish
def test_the_balance_runs_from_zero_through_every_month_of_the_stay(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    budget = shipped.budget(stay)
    balance = Decimal(0)
    for month in budget.months:
        balance += month.grant + month.loan - month.expense
        assert balance == month.balance
    assert all(later.month - earlier.month == 1 for earlier, later in pairwise(budget.months))
    assert set(stay.calendar_months) <= {month.month for month in budget.months}


@any_wish
def test_the_buffer_is_what_it_takes_to_stay_at_zero_or_above(shipped: Shipped, wish: Wish) -> None:
    budget = shipped.budget(wish.stay(shipped))
    lowest = min(month.balance for month in budget.months)
    first = next(month.month for month in budget.months if month.balance == lowest)
    assert (lowest, first) == (budget.totals.lowest_balance, budget.totals.lowest_month)
    assert budget.totals.buffer_needed == max(Decimal(0), -lowest)
    assert all(month.balance + budget.totals.buffer_needed >= 0 for month in budget.months)


@any_wish
def test_every_line_is_whole_kroner_above_zero_and_rests_on_something(shipped: Shipped, wish: Wish) -> None:
    for line in shipped.budget(wish.stay(shipped)).lines:
        assert line.amount > 0
        assert line.amount == line.amount.to_integral_value()
        assert line.kind in KINDS
        assert line.status in STATUS_ORDER
        assert line.rates or line.source or line.status in {"user", "estimate"}


@any_wish
def test_every_line_is_its_factors_converted_and_rounded_once(shipped: Shipped, wish: Wish) -> None:
    for line in shipped.budget(wish.stay(shipped)).lines:
        exact = Decimal(1)
        for factor in line.factors:
            exact *= factor.value
        if line.exchange is not None:
            assert line.original is not None
            assert line.original.amount == exact
            exact *= line.exchange.nok
        assert line.amount == exact.quantize(Decimal(1), ROUND_HALF_UP)


@any_wish
def test_no_rate_is_newer_than_the_semester_that_it_pays_for(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    first, next_ = rate_day(stay.semester).isoformat(), rate_day(stay.semester.next()).isoformat()
    for line in shipped.budget(stay).lines:
        limit = next_ if stay.months > 6 and line.id.startswith("lanekassen.") else first
        assert all(used.from_date <= limit for used in line.rates), line
        outside = [used for used in line.rates if used.until_date is not None and used.until_date <= first]
        assert all(used.status == "carried_forward" for used in outside), line
        assert not outside or line.status in {"carried_forward", "assumption"}


@any_wish
def test_what_is_unknown_is_told_and_never_a_line(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    budget = shipped.budget(stay)
    told = {notice.code for notice in budget.notices}
    missing = {notice.values["rate"] for notice in budget.notices if notice.code == "budget.rate_unknown"}
    assert bool(of(budget, "lanekassen.basislan")) or "lanekassen.basislan" in missing or NO_SUPPORT in told
    assert (
        bool(of(budget, "cost.tuition"))
        or stay.tuition is None
        or "budget.exchange_unknown" in told
        or (stay.tuition.amount < 1000)
    )
    assert ("budget.tuition_not_given" in told) == (stay.tuition is None)
    assert len(set(map(repr, budget.notices))) == len(budget.notices)


@given(wish_in_kroner)
def test_tuition_support_exceeds_neither_the_tuition_nor_the_maximum(shipped: Shipped, wish: Wish) -> None:
    """Each line is rounded once, so a semester's lines may add up to a krone more."""
    stay = wish.stay(shipped)
    budget = shipped.budget(stay)
    support, paid = defaultdict(Decimal), [line.amount for line in of(budget, "cost.tuition")]
    for line in of(budget, *TUITION_SUPPORT):
        support[line.month] += line.amount
        assert line.kind in {GRANT, LOAN}
    nordic = stay.region == "norden"
    most = shipped.rates[f"lanekassen.skolepenger.{'norden' if nordic else 'samlet'}_maks"].values
    limit = max(value.value for value in most if value.value is not None) / 2
    assert all(amount <= max(paid, default=Decimal(0)) + 1 for amount in support.values())
    assert all(amount <= limit + 1 for amount in support.values())
    assert not nordic or total(of(budget, *TUITION_SUPPORT), GRANT) == 0


@given(wish_in_kroner, kroner)
def test_more_tuition_never_means_less_support(shipped: Shipped, wish: Wish, more: Money) -> None:
    stay = wish.stay(shipped)
    tuition = stay.tuition or Money(Decimal(0))
    low = of(shipped.budget(stay), *TUITION_SUPPORT)
    high = of(shipped.budget(stay._replace(tuition=tuition + more)), *TUITION_SUPPORT)
    assert total(low, GRANT) <= total(high, GRANT)
    assert total(low) <= total(high) + 1


@any_wish
def test_each_trip_is_half_the_rate_for_two(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    budget = shipped.budget(stay)
    trips = defaultdict(list)
    for line in of(budget, "lanekassen.reise"):
        trips[line.month].append(line)
    for lines in trips.values():
        assert abs(total(lines) - lines[0].rates[0].value / 2) <= 1
    without = stay.region == "norden" or NO_SUPPORT in {notice.code for notice in budget.notices}
    assert len(trips) == (0 if without else 1 if stay.months <= 6 else 2)


@any_wish
def test_a_longer_stay_never_costs_less_to_live_in(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    spent = [total(of(shipped.budget(stay._replace(months=count)), "cost.living")) for count in range(1, 13)]
    assert spent == sorted(spent)
    assert spent == [spent[0] * count for count in range(1, 13)]


@any_wish
def test_there_is_one_grant_for_the_exchange_itself_and_no_more(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    budget = shipped.budget(stay)
    grants = {line.id for line in of(budget, "erasmus.opphold", "semp.opphold", "ntnu.stipend")}
    assert len(grants) <= 1
    erasmus = of(budget, "erasmus.opphold")
    assert sum(line.original.amount for line in erasmus if line.original) in {0, 530 * stay.months, 470 * stay.months}
    assert not erasmus or stay.months >= 2


@any_wish
def test_the_recruitment_grant_is_for_ten_months_of_a_study_year_at_most(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    lines = of(shipped.budget(stay), "lanekassen.rekrutteringsstipend")
    counted = [factor.value for line in lines for factor in line.factors if factor.name == "months"]
    assert not lines or stay.country in {"BR", "CN", "IN", "JP", "KR", "ZA"}
    assert sum(counted) <= stay.months
    assert all(count <= 10 for count in counted)
    assert sum(counted) <= 10 or stay.semester.season == SPRING


@any_wish
def test_the_basislan_is_five_rates_in_an_autumn_and_six_in_a_spring(shipped: Shipped, wish: Wish) -> None:
    stay = wish.stay(shipped)
    lines = of(shipped.budget(stay), "lanekassen.basislan")
    counted = [factor.value for line in lines for factor in line.factors if factor.unit == "months"]
    whole = [5, 6] if stay.semester.season == AUTUMN else [6, 5]
    assert counted in ([], whole[:1], whole, whole[1:])
    assert len(counted) <= (1 if stay.months <= 6 else 2)
    assert all(line.kind == LOAN for line in lines)


@any_wish
def test_what_may_become_grant_is_no_income_and_at_most_forty_per_cent(shipped: Shipped, wish: Wish) -> None:
    budget = shipped.budget(wish.stay(shipped))
    loan = total(of(budget, "lanekassen.basislan"))
    if budget.totals.may_become_grant is None:
        assert loan == 0
    else:
        assert abs(budget.totals.may_become_grant - loan * Decimal("0.4")) <= Decimal("0.5")


@given(wish_in_kroner, st.decimals("0.5", 40, places=2))
def test_another_exchange_rate_changes_the_foreign_lines_alone(shipped: Shipped, wish: Wish, nok: Decimal) -> None:
    stay = wish.stay(shipped)
    known = shipped.exchange["EUR"]
    assert known is not None
    before, after = shipped.budget(stay), shipped.budget(stay, EUR=known.__class__("EUR", nok, None, "user", None))

    def others(budget: Budget) -> list[Line]:
        return [line for line in budget.lines if line.original is None or line.original.currency != "EUR"]

    assert others(before) == others(after)
