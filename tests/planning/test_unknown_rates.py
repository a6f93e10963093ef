"""A rate that is not known is told of by its name, one at a time, and nothing is counted by it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from utveksling_cli.model import rate_ids as ids
from utveksling_cli.model.budget import Budget
from utveksling_cli.model.choices import MONTHLY, Choices, OwnCost
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import CodeSet, Rate
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Semester

from .conftest import Shipped

H2025 = Semester.parse("H2025")
_LIMIT = "budget.income_limit"


def without(shipped: Shipped, *names: str) -> Shipped:
    """The shipped facts, but for the values of some rates."""
    return shipped._replace(rates=shipped.rates | {name: shipped.rates[name]._replace(values=()) for name in names})


def stay(shipped: Shipped, country: str, months: int = 5, **known: Any) -> Stay:
    region = shipped.country(country).region
    return Stay(country, region, H2025, months, H2025.first_month)._replace(**known)


def unknown(budget: Budget) -> list[str]:
    return [notice.values["rate"] for notice in budget.notices if notice.code == "budget.rate_unknown"]


def given(budget: Budget) -> set[str]:
    return {line.id for line in budget.lines}


ERASMUS = {"country": "DE"}
GREEN = {"country": "DE", "choices": Choices(green=True)}
FEWER = {"country": "DE", "choices": Choices(fewer_opportunities=True)}
SEMP = {"country": "CH", "choices": Choices(scheme="semp")}
NORDPLUS = {"country": "SE", "choices": Choices(scheme="nordplus")}
COURSE = {"country": "DE", "choices": Choices(language_weeks=4)}
DEAR = {"country": "US", "tuition": Money(Decimal(100_000))}


@pytest.mark.parametrize(
    ("place", "rate", "told", "line"),
    [
        (ERASMUS, ids.ERASMUS_GROUP_1, "erasmus.opphold", "erasmus.opphold"),
        (ERASMUS, ids.ERASMUS_FIRST_SHARE, "erasmus.opphold", "erasmus.opphold"),
        (ERASMUS, ids.ERASMUS_PAYOUT_WEEKS, "erasmus.opphold", "erasmus.opphold"),
        (ERASMUS, ids.ERASMUS_DAYS_PER_MONTH, "erasmus.opphold", "erasmus.opphold"),
        (ERASMUS, ids.ERASMUS_MIN_DAYS, "erasmus.opphold", "erasmus.opphold"),
        (FEWER, ids.ERASMUS_TOP_UP, ids.ERASMUS_TOP_UP, "erasmus.tillegg"),
        (GREEN, ids.ERASMUS_GREEN_DAYS, ids.ERASMUS_GREEN_DAYS, "erasmus.reisedager"),
        (GREEN, ids.ERASMUS_GREEN_SHARE, ids.ERASMUS_GREEN_DAYS, "erasmus.reisedager"),
        (SEMP, ids.SEMP_GRANT, "semp.opphold", "semp.opphold"),
        (SEMP, ids.SEMP_MIN_MONTHS, "semp.opphold", "semp.opphold"),
        (NORDPLUS, ids.NORDPLUS_GRANT, ids.NORDPLUS_GRANT, "nordplus.opphold"),
        (NORDPLUS, ids.NORDPLUS_MIN_MONTHS, ids.NORDPLUS_GRANT, "nordplus.opphold"),
        (NORDPLUS, ids.NORDPLUS_TRAVEL[0], "nordplus.reise", "nordplus.reise"),
        ({"country": "US"}, ids.NTNU_GRANT_SEMESTER, "ntnu.stipend", "ntnu.stipend"),
        ({"country": "DE"}, ids.BASISLAN, ids.BASISLAN, "lanekassen.basislan"),
        ({"country": "DE"}, ids.BASISLAN_MONTHS_AUTUMN, ids.BASISLAN, "lanekassen.basislan"),
        ({"country": "US"}, ids.TRAVEL_TRIP_SHARE, "lanekassen.reise.nord_og_mellom_amerika", "lanekassen.reise"),
        ({"country": "JP"}, ids.RECRUITMENT_GRANT, ids.RECRUITMENT_GRANT, "lanekassen.rekrutteringsstipend"),
        ({"country": "JP"}, ids.RECRUITMENT_MAX_MONTHS, ids.RECRUITMENT_GRANT, "lanekassen.rekrutteringsstipend"),
        (COURSE, ids.LANGUAGE_GRANT, ids.LANGUAGE_GRANT, "lanekassen.sprakstipend"),
        (COURSE, ids.LANGUAGE_MIN_WEEKS, ids.LANGUAGE_GRANT, "lanekassen.sprakstipend"),
        (DEAR, ids.TUITION_FIRST_TIER, ids.TUITION_FIRST_TIER, "lanekassen.skolepenger"),
        (DEAR, ids.TUITION_GRANT_SHARE, ids.TUITION_FIRST_TIER, "lanekassen.skolepenger"),
        (DEAR, ids.TUITION_TOTAL_MAX, ids.TUITION_FIRST_TIER, "lanekassen.skolepenger"),
        (DEAR, ids.TUITION_SEMESTER_SHARE, ids.TUITION_FIRST_TIER, "lanekassen.skolepenger"),
    ],
)
def test_without_a_rate_the_line_is_gone_and_the_rate_is_told(
    shipped: Shipped, place: dict[str, Any], rate: str, told: str, line: str
) -> None:
    whole, lacking = shipped.budget(stay(shipped, **place)), without(shipped, rate).budget(stay(shipped, **place))
    assert told not in unknown(whole)
    assert told in unknown(lacking)
    assert line in given(whole)
    assert line not in given(lacking)


@pytest.mark.parametrize("rate", [ids.MONTHLY_START, ids.MONTHLY_ORDINARY])
def test_without_one_of_the_monthly_shares_the_loan_is_paid_at_once(shipped: Shipped, rate: str) -> None:
    monthly = stay(shipped, "DE", choices=Choices(payout=MONTHLY))
    loans = [one.month for one in without(shipped, rate).budget(monthly).lines if one.id == "lanekassen.basislan"]
    assert len(loans) == 1
    assert Notice("unknown", "budget.months_unknown") in without(shipped, rate).budget(monthly).notices
    assert len([one for one in shipped.budget(monthly).lines if one.id == "lanekassen.basislan"]) == 5


def test_without_the_shortest_stay_no_stay_is_too_short_for_lanekassen(shipped: Shipped) -> None:
    week = stay(shipped, "US", months=1, first_day=date(2025, 8, 1), last_day=date(2025, 8, 7))
    codes = [notice.code for notice in shipped.budget(week).notices]
    assert "budget.lanekassen_too_short" in codes
    codes = [notice.code for notice in without(shipped, ids.MIN_STAY_WEEKS).budget(week).notices]
    assert "budget.lanekassen_too_short" not in codes


def test_a_country_of_nordplus_in_no_zone_has_no_sum_for_the_journey(shipped: Shipped) -> None:
    sets = [one for one in shipped.sets if one.id not in ids.NORDPLUS_TRAVEL]
    found = shipped._replace(sets=sets).budget(stay(shipped, **NORDPLUS))
    assert "nordplus.reise" in unknown(found)
    assert "nordplus.opphold" in given(found)


def later(found: Rate | CodeSet, begins: str) -> Any:
    """The rate or set as it is, from a later day only."""
    if isinstance(found, CodeSet):
        return found._replace(from_date=begins)
    return found._replace(values=tuple(one._replace(from_date=begins, until_date=None) for one in found.values[-1:]))


def test_a_semester_without_the_recruitment_grant_takes_nothing_from_the_next(shipped: Shipped) -> None:
    """A study year of ten months: Lånekassen counts five in the autumn, which gives nothing, and five in the spring."""
    year, name = stay(shipped, "JP", months=10), ids.RECRUITMENT_GRANT
    from_spring = shipped._replace(rates=shipped.rates | {name: later(shipped.rates[name], "2026-01-01")})
    found = from_spring.budget(year)
    assert unknown(found) == [name]
    assert [str(one.month) for one in found.lines if one.id == name] == ["2026-01"]
    sets = [one for one in shipped.sets if one.id != ids.RECRUITMENT_COUNTRIES]
    newest = max((one for one in shipped.sets if one.id == ids.RECRUITMENT_COUNTRIES), key=lambda one: one.from_date)
    listed = shipped._replace(sets=[*sets, later(newest, "2026-01-01")]).budget(year)
    assert [str(one.month) for one in listed.lines if one.id == name] == ["2026-01"]


def test_without_the_months_from_a_payment_to_the_stay_nobody_knows_when_it_is_due(shipped: Shipped) -> None:
    def own(name: str) -> Stay:
        return stay(shipped, "DE", choices=Choices(costs=(OwnCost(name, "Eget", Money(Decimal(900)), None, False),)))

    back, ahead = ids.DEPOSIT_BACK_MONTHS, ids.PAID_AHEAD_MONTHS
    found = without(shipped, back).budget(own("cost.deposit"))
    assert unknown(found) == [back]
    assert [str(line.amount) for line in found.lines if line.id == "cost.deposit"] == ["900"]
    assert [str(line.amount) for line in shipped.budget(own("cost.deposit")).lines if line.id == "cost.deposit"] == [
        "900",
        "-900",
    ]
    found = without(shipped, ahead).budget(own("cost.flight"))
    assert ahead in unknown(found)
    assert "cost.flight" not in given(found)
    assert back not in unknown(without(shipped, back).budget(own("cost.other")))


def test_the_income_limit_of_a_year_is_the_one_that_holds_when_it_begins(shipped: Shipped) -> None:
    name = ids.INCOME_LIMIT
    told = []
    for begins in ("2025-01-01", "2025-01-02"):
        facts = shipped._replace(rates=shipped.rates | {name: later(shipped.rates[name], begins)})
        told += [one.values["year"] for one in facts.budget(stay(shipped, "DE")).notices if one.code.startswith(_LIMIT)]
    assert told == ["2025"]
