"""What holds for every budget, whatever the student chooses: by months and by days, in every country of the facts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from utveksling_cli.model.budget import EXPENSE, GRANT, INCOME, LOAN, Budget, Line
from utveksling_cli.model.choices import MONTHLY, SEMESTER, Choices, OwnCost
from utveksling_cli.model.home import HomeCost
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.stay import Stay, last_day_of, months_begun
from utveksling_cli.model.time import AUTUMN, SPRING, Month, Semester
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.funding.exchange_grants import SCHEMES
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.terms import first_month, second_month

from .conftest import Shipped

TRONDHEIM = (63.43049, 10.39506)
FEE = HomeCost("ntnu", "Avgift", "NOK", "700", "semester", "reported", "high", "https://x.no", "2026-11-24", None)
NORDIC = {"DK", "FI", "FO", "GL", "IS", "SE"}
TUITION_SUPPORT = {"lanekassen.skolepenger", "lanekassen.tilleggslan"}
LIVING = {"cost.living", "cost.rent", "cost.food", "cost.transport", "cost.living_other"}
EURO_RATE = ExchangeRate("EUR", Decimal("11.50"), None, "user", None)

SEMESTERS = [Semester(season, year + (season == SPRING)) for year in range(2018, 2030) for season in (AUTUMN, SPRING)]
amounts = st.integers(0, 30_000_000).map(lambda cents: Decimal(cents) / 100)
kroner = st.builds(Money, amounts)
money = st.builds(Money, amounts, st.sampled_from(["NOK", "EUR", "USD", "JPY", "ARS"]))


class Plan(NamedTuple):
    """A stay before its country is known. `days` are how far into the semester it begins, and how many it lasts."""

    country: int
    semester: Semester
    months: int
    days: tuple[int, int] | None
    host: dict[str, Any]
    figures: dict[str, Money | None]
    choices: Choices
    costs: tuple[tuple[str, Money, int | None], ...]

    def stay(self, shipped: Shipped) -> Stay:
        country = shipped.countries[self.country % len(shipped.countries)]
        start, _ = first_month(country.terms, self.semester)
        made = Stay(country.code, country.region, self.semester, self.months, start)
        if self.days is not None:
            made = _by_days(made, *self.days)
        second = second_month(country.terms, made.first_month, self.semester)
        costs = tuple(
            OwnCost(name, name, amount, made.first_month + when if when is not None else None, monthly=when is None)
            for name, amount, when in self.costs
        )
        return made._replace(
            **self.host, **self.figures, choices=self.choices._replace(costs=costs), second_month=second
        )


def _by_days(stay: Stay, into: int, length: int) -> Stay:
    first = stay.semester.first_month.first_day + timedelta(days=into)
    last = first + timedelta(days=length - 1)
    return stay._replace(
        months=months_begun(first, last), first_month=Month(first.year, first.month), first_day=first, last_day=last
    )


hosts = st.fixed_dictionaries(
    {
        "agreements": st.none() | st.frozensets(st.sampled_from(["erasmus", "nordplus", "bilateral", "swiss_semp"])),
        "place": st.none() | st.tuples(st.floats(-60, 80), st.floats(-180, 180)),
        "teaching_languages": st.frozensets(st.sampled_from(["en", "de", "sv", "ja"])),
        "city": st.none() | st.sampled_from(["Copenhagen", "Stockholm", "Prague", "Lausanne", "Nowhere"]),
    }
)
figures = st.fixed_dictionaries({"tuition": st.none() | money, "living_cost": st.none() | money})
choices = st.builds(
    Choices,
    payout=st.sampled_from([SEMESTER, MONTHLY]),
    with_parents=st.booleans(),
    without_loan=st.booleans(),
    extended_grant=st.booleans(),
    language_weeks=st.none() | st.integers(1, 52),
    traineeship=st.booleans(),
    fewer_opportunities=st.booleans(),
    green=st.booleans(),
    scheme=st.none() | st.sampled_from(SCHEMES),
    savings=st.integers(0, 200_000).map(Decimal),
    work=st.none() | money,
    home=st.just("trondheim"),
    costs=st.just(()),
)
own_costs = st.lists(
    st.tuples(
        st.sampled_from(["cost.rent", "cost.food", "cost.flight", "cost.insurance", "cost.deposit", "cost.other"]),
        money,
        st.none() | st.integers(-6, 6),
    ),
    max_size=4,
).map(tuple)
lengths = st.none() | st.tuples(st.integers(-30, 150), st.integers(1, 365))
plans = st.builds(
    Plan,
    st.integers(0, 999),
    st.sampled_from(SEMESTERS),
    st.integers(1, 12),
    lengths,
    hosts,
    figures,
    choices,
    own_costs,
)
any_plan = given(plans)


def budget(shipped: Shipped, stay: Stay, **own: ExchangeRate | None) -> Budget:
    book = RateBook(shipped.rates, shipped.sets)
    exchange = Exchange(shipped.exchange | own)
    return make_budget(stay, Facts(shipped.country(stay.country), book, exchange, TRONDHEIM, (FEE,)))


def total(lines: list[Line] | tuple[Line, ...], kind: str | None = None) -> Decimal:
    return sum((line.amount for line in lines if kind in {None, line.kind}), Decimal(0))


def of(made: Budget, *identifiers: str) -> list[Line]:
    return [line for line in made.lines if line.id in identifiers]


def codes(made: Budget) -> set[str]:
    return {notice.code for notice in made.notices}


@any_plan
def test_the_account_runs_from_the_savings_through_every_month_and_adds_up(shipped: Shipped, plan: Plan) -> None:
    stay = plan.stay(shipped)
    made = budget(shipped, stay)
    balance = stay.choices.savings
    assert made.totals.opening_balance == balance
    for index, month in enumerate(made.months):
        assert month.month == made.months[0].month + index
        lines = [line for line in made.lines if line.month == month.month]
        sums = [total(lines, kind) for kind in (GRANT, LOAN, INCOME, EXPENSE)]
        assert [month.grant, month.loan, month.income, month.expense] == sums
        balance += sums[0] + sums[1] + sums[2] - sums[3]
        assert month.balance == balance
    assert {line.month for line in made.lines} <= {month.month for month in made.months}
    totals = made.totals
    assert balance == totals.opening_balance + totals.grant + totals.loan + totals.income - totals.expense
    assert totals.buffer_needed == max(Decimal(0), -min(month.balance for month in made.months))


@any_plan
def test_every_line_rests_on_a_rate_a_source_the_student_or_is_called_an_estimate(shipped: Shipped, plan: Plan) -> None:
    for line in budget(shipped, plan.stay(shipped)).lines:
        assert line.rates or line.source or line.status in {"user", "estimate", "assumption"}, line
        assert line.amount == line.amount.to_integral_value() != 0
        assert line.amount > 0 or (line.id == "cost.deposit" and line.kind == EXPENSE)


@any_plan
def test_no_grant_is_given_outside_its_conditions(shipped: Shipped, plan: Plan) -> None:
    stay = plan.stay(shipped)
    made, chosen = budget(shipped, stay), stay.choices
    given_ids = {line.id for line in made.lines if line.kind == GRANT}
    first, last = stay.begins, stay.ends
    days = (last - first).days + 1
    allowed = {
        "lanekassen.reise": stay.country not in NORDIC and not chosen.with_parents,
        "lanekassen.skolepenger": stay.country not in NORDIC and stay.tuition is not None,
        "lanekassen.rekrutteringsstipend": stay.country in {"BR", "CN", "IN", "JP", "KR", "ZA"},
        "lanekassen.sprakstipend": (chosen.language_weeks or 0) >= 4 and stay.country not in {"DK", "SE"},
        "erasmus.opphold": days >= 57 and chosen.scheme in {None, "erasmus"},
        "erasmus.tillegg": chosen.fewer_opportunities and "erasmus.opphold" in given_ids,
        "erasmus.reise": stay.place is not None and "erasmus.opphold" in given_ids,
        "erasmus.reisedager": chosen.green and "erasmus.opphold" in given_ids,
        "nordplus.opphold": stay.whole_months >= 1 and stay.country in NORDIC | {"EE", "LT", "LV"},
        "nordplus.reise": "nordplus.opphold" in given_ids,
        "semp.opphold": stay.country == "CH" and stay.whole_months >= 2,
        "ntnu.stipend": chosen.scheme in {None, "ntnu"},
    }
    assert all(allowed[identifier] for identifier in given_ids), given_ids
    assert len(given_ids & {"erasmus.opphold", "nordplus.opphold", "semp.opphold", "ntnu.stipend"}) <= 1
    assert len(of(made, "ntnu.stipend")) <= 1
    short = stay.first_day is not None and days < 28 and stay.semester.academic_year.start >= 2020
    assert not short or not any(line.id.startswith("lanekassen.") for line in made.lines)


@any_plan
def test_erasmus_pays_for_no_more_than_the_days_and_twelve_months(shipped: Shipped, plan: Plan) -> None:
    """Counted days are never more than two beyond the calendar's for each February that is passed through."""
    stay = plan.stay(shipped)
    for line in of(budget(shipped, stay), "erasmus.opphold", "erasmus.tillegg"):
        counts = {factor.name: factor.value for factor in line.factors}
        days = counts.get("days", counts.get("months", Decimal(0)) * 30)
        assert 60 <= days <= 360
        assert days <= (stay.ends - stay.begins).days + 1 + 4


@any_plan
def test_without_a_loan_exactly_the_loans_are_gone(shipped: Shipped, plan: Plan) -> None:
    stay = plan.stay(shipped)
    with_loan = budget(shipped, stay._replace(choices=stay.choices._replace(without_loan=False)))
    without = budget(shipped, stay._replace(choices=stay.choices._replace(without_loan=True)))
    assert tuple(line for line in with_loan.lines if line.kind != LOAN) == without.lines
    assert without.totals.may_become_grant in {Decimal(0), None}


@any_plan
def test_monthly_payout_moves_the_loan_and_changes_nothing_else(shipped: Shipped, plan: Plan) -> None:
    """Each month is rounded by itself."""
    stay = plan.stay(shipped)
    lump = budget(shipped, stay._replace(choices=stay.choices._replace(payout=SEMESTER)))
    spread = budget(shipped, stay._replace(choices=stay.choices._replace(payout=MONTHLY)))
    assume(bool(of(spread, "lanekassen.basislan")))
    paid = of(spread, "lanekassen.basislan")
    assert abs(total(paid) - total(of(lump, "lanekassen.basislan"))) <= Decimal(len(paid)) / 2
    others = [line for line in lump.lines if line.id != "lanekassen.basislan"]
    assert others == [line for line in spread.lines if line.id != "lanekassen.basislan"]


@given(plans, kroner, kroner)
def test_more_tuition_never_means_less_support(shipped: Shipped, plan: Plan, tuition: Money, more: Money) -> None:
    """Each tier is rounded by itself."""
    stay = plan.stay(shipped)
    low = of(budget(shipped, stay._replace(tuition=tuition)), *TUITION_SUPPORT)
    high = of(budget(shipped, stay._replace(tuition=tuition + more)), *TUITION_SUPPORT)
    assert total(low, GRANT) <= total(high, GRANT)
    assert total(low) <= total(high) + 2


@given(plans, st.integers(50, 4000).map(lambda cents: Decimal(cents) / 100))
def test_another_rate_scales_the_lines_in_that_currency_alone(shipped: Shipped, plan: Plan, nok: Decimal) -> None:
    """Support for a tuition in the currency follows it, in kroner."""
    stay = plan.stay(shipped)
    rate = ExchangeRate("EUR", nok, None, "user", None)
    before, after = budget(shipped, stay, EUR=EURO_RATE), budget(shipped, stay, EUR=rate)
    follows = TUITION_SUPPORT if stay.tuition and stay.tuition.currency == "EUR" else set()

    def apart(made: Budget) -> tuple[list[Line], dict[tuple[object, ...], Line]]:
        others = [line for line in made.lines if line.exchange is None or line.exchange.currency != "EUR"]
        euro = [line for line in made.lines if line.exchange and line.exchange.currency == "EUR"]
        return [line for line in others if line.id not in follows], {_key(line): line for line in euro}

    (same, low), (as_before, high) = apart(before), apart(after)
    assert same == as_before
    for line in high.values():
        assert line.original is not None
        assert abs(line.amount - line.original.amount * nok) <= Decimal("0.500001")
        assert _key(line) in low or line.original.amount * Decimal("11.50") < Decimal("0.5")


def _key(line: Line) -> tuple[object, ...]:
    return line.id, line.month, line.kind, line.original, line.factors, line.note


@any_plan
def test_the_effect_of_another_rate_is_what_a_budget_at_that_rate_shows(shipped: Shipped, plan: Plan) -> None:
    """Every line is rounded once in either budget."""
    stay = plan.stay(shipped)
    made = budget(shipped, stay, EUR=EURO_RATE)
    effect = next((found for found in made.currencies if found.exchange.currency == "EUR"), None)
    assume(effect is not None)
    assert effect is not None
    for times, expected in (("1.1", effect.ten_percent), ("0.9", effect.ten_percent_cheaper)):
        other = ExchangeRate("EUR", EURO_RATE.nok * Decimal(times), None, "user", None)
        change = budget(shipped, stay, EUR=other).months[-1].balance - made.months[-1].balance
        assert abs(change - expected) <= len(made.lines) + 1


@any_plan
def test_whole_months_by_days_are_the_same_as_months(shipped: Shipped, plan: Plan) -> None:
    """Only a stay that ends with February is shorter by days, for by the Commission's formula it ends on day 28."""
    by_months = plan._replace(days=None).stay(shipped)
    first, last = by_months.first_month.first_day, last_day_of(by_months.last_month)
    by_days = by_months._replace(first_day=first, last_day=last)
    one, other = budget(shipped, by_months), budget(shipped, by_days)
    assert of(one, *LIVING, "income.work") == of(other, *LIVING, "income.work")
    if last.month != 2:
        # Nothing is new but that fewer than four weeks can be seen to be too few, and a month never is.
        assert one.lines == other.lines
    assert by_days.whole_months == by_months.months == months_begun(first, last)


@given(plans, st.integers(0, 100_000))
def test_savings_lift_every_balance_by_the_same(shipped: Shipped, plan: Plan, more: int) -> None:
    stay = plan.stay(shipped)
    richer = stay._replace(choices=stay.choices._replace(savings=stay.choices.savings + more))
    low, high = budget(shipped, stay), budget(shipped, richer)
    assert [month.balance + more for month in low.months] == [month.balance for month in high.months]
    assert low.lines == high.lines


@any_plan
def test_a_choice_that_counts_for_nothing_is_told(shipped: Shipped, plan: Plan) -> None:
    stay = plan.stay(shipped)
    made, chosen = budget(shipped, stay), stay.choices
    wanted = chosen.traineeship or chosen.fewer_opportunities or chosen.green
    from_erasmus = any(line.id.startswith("erasmus.") for line in made.lines)
    assert ("budget.erasmus_choices_unused" in codes(made)) == (wanted and not from_erasmus)
    if chosen.language_weeks is not None and any(line.id == "lanekassen.basislan" for line in made.lines):
        missing = {notice.values.get("rate") for notice in made.notices}
        told = {"budget.language_course_too_short", "budget.language_grant_not_here"} & codes(made)
        assert of(made, "lanekassen.sprakstipend") or told or "lanekassen.sprakstipend" in missing


@given(plans, st.dates(date(2024, 8, 1), date(2027, 12, 31)), st.integers(1, 364))
def test_a_day_more_never_means_a_smaller_erasmus_grant(shipped: Shipped, plan: Plan, first: date, length: int) -> None:
    stay = plan.stay(shipped)._replace(country="FR", region="europa", agreements=None)
    stay = stay._replace(choices=stay.choices._replace(scheme="erasmus"), first_day=first)
    semester = Semester(AUTUMN if first.month >= 7 else SPRING, first.year)

    def euro(days: int) -> Decimal:
        last = first + timedelta(days=days - 1)
        month = Month(first.year, first.month)
        asked = stay._replace(
            semester=semester, first_month=month, last_day=last, months=months_begun(first, last), second_month=None
        )
        lines = of(budget(shipped, asked), "erasmus.opphold")
        return sum((line.original.amount for line in lines if line.original), Decimal(0))

    assert euro(length) <= euro(length + 1)
