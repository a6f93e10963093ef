"""Budgets worked out by hand where an adviser's case would be too many or needs facts that are not shipped."""

from datetime import date
from decimal import Decimal

import pytest

from utveksling_cli.model.budget import Assumptions, Budget, Line
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.country import Cost, Term
from utveksling_cli.model.money import ExchangeRate, Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning.citizens import for_citizen
from utveksling_cli.planning.terms import first_month

from .conftest import Shipped

AUGUST = Month(2025, 8)
REGIONS = {"SE": "norden", "FO": "norden", "CH": "europa", "FR": "europa", "US": "nord_og_mellom_amerika"}


def stay(country: str = "SE", semester: str = "H2025", months: int = 5, **more: object) -> Stay:
    """A stay that begins with NTNU's own semester."""
    when = Semester.parse(semester)
    return Stay(country, REGIONS[country], when, months, when.first_month)._replace(**more)


def lines(budget: Budget, identifier: str) -> list[Line]:
    return [line for line in budget.lines if line.id == identifier]


def paid(budget: Budget, identifier: str) -> list[tuple[str, int]]:
    return [(str(line.month), int(line.amount)) for line in lines(budget, identifier)]


def codes(budget: Budget) -> list[str]:
    return [notice.code for notice in budget.notices]


def cost(kind: str, **known: object) -> Cost:
    made = Cost(
        kind, "Tittel", "NOK", None, None, None, "once", None, None, "reported", "high", "https://x.no", "", None
    )
    return made._replace(**known)


@pytest.mark.parametrize("months", range(1, 13))
def test_an_autumn_stay_of_any_length_has_five_rates_and_a_longer_one_six_more(shipped: Shipped, months: int) -> None:
    """5 x 15 169 = 75 845 and 6 x 15 169 = 91 014 in 2025/26."""
    expected = [("2025-07", 75845)] if months <= 6 else [("2025-07", 75845), ("2026-01", 91014)]
    assert expected == paid(shipped.budget(stay(months=months)), "lanekassen.basislan")


@pytest.mark.parametrize("months", range(1, 13))
def test_a_spring_stay_of_any_length_has_six_rates_and_a_longer_one_five_more(shipped: Shipped, months: int) -> None:
    """6 x 15 169 = 91 014 in spring 2026; 5 x 15 169 = 75 845 carried forward to the autumn."""
    expected = [("2026-01", 91014)] if months <= 6 else [("2026-01", 91014), ("2026-07", 75845)]
    assert expected == paid(shipped.budget(stay(semester="V2026", months=months)), "lanekassen.basislan")


EURO = [0, 1060, 1590, 2120, 2650, 3180, 3710, 4240, 4770, 5300, 5830, 6360]


@pytest.mark.parametrize(("months", "euro"), list(enumerate(EURO, 1)))
def test_erasmus_pays_530_euro_for_each_month_but_not_for_one_alone(shipped: Shipped, months: int, euro: int) -> None:
    grants = lines(shipped.budget(stay("FR", months=months)), "erasmus.opphold")
    assert euro == sum(line.original.amount for line in grants if line.original)


def test_a_half_krone_is_a_half_also_when_days_are_thirtieths_of_a_month(shipped: Shipped) -> None:
    """1 September to 27 June is 297 days of 30 a month: 530 x 297 / 30 = 5 247 EUR.

    70 % is 3 672.90 EUR, at 15 NOK 55 093.50; 30 % is 1 574.10 EUR, at 15 NOK 23 611.50.
    """
    days = stay("FR", months=10, first_month=Month(2025, 9), first_day=date(2025, 9, 1), last_day=date(2026, 6, 27))
    budget = shipped.budget(days, EUR=ExchangeRate("EUR", Decimal(15), None, "user", None))
    assert [55094, 23612] == [amount for _, amount in paid(budget, "erasmus.opphold")]


@pytest.mark.parametrize("months", range(1, 13))
def test_every_month_abroad_has_its_living_cost(shipped: Shipped, months: int) -> None:
    budget = shipped.budget(stay("FO", months=months, living_cost=Money(Decimal(9000))))
    expected = [(str(AUGUST + index), 9000) for index in range(months)]
    assert expected == paid(budget, "cost.living")


def test_a_foreign_amount_is_turned_into_kroner_at_a_dated_rate_that_the_budget_names(shipped: Shipped) -> None:
    """1 000 EUR x 11.505 = 11 505 NOK."""
    rate = ExchangeRate("EUR", Decimal("11.505"), "2026-10-30", "official", "https://ecb.example")
    budget = shipped.budget(stay("FO", months=1, living_cost=Money(Decimal(1000), "EUR")), EUR=rate)
    assert [("2025-08", 11505)] == paid(budget, "cost.living")
    assert (rate,) == budget.assumptions.exchange_rates
    assert "budget.exchange_today" in codes(budget)


def test_a_budget_in_kroner_alone_names_no_exchange_rate(shipped: Shipped) -> None:
    budget = shipped.budget(stay("FO", months=1, living_cost=Money(Decimal(1000))))
    assert budget.assumptions.exchange_rates == ()
    assert "budget.exchange_today" not in codes(budget)


def test_tuition_is_halved_before_it_is_rounded(shipped: Shipped) -> None:
    """100 001 / 2 = 50 000.50, and each line is rounded by itself."""
    budget = shipped.budget(stay("US", months=10, tuition=Money(Decimal(100_001))))
    assert [("2025-08", 50001), ("2026-01", 50001)] == paid(budget, "cost.tuition")


GRANTS = {"erasmus.opphold", "nordplus.opphold", "semp.opphold", "ntnu.stipend"}


@pytest.mark.parametrize(
    ("country", "agreements", "grant"),
    [
        pytest.param("FR", None, "erasmus.opphold", id="no host chosen"),
        pytest.param("FR", set(), "erasmus.opphold", id="nothing known of the host's agreements"),
        pytest.param("FR", {"unknown"}, "erasmus.opphold", id="an agreement of unknown kind"),
        pytest.param("FR", {"enhance"}, "erasmus.opphold", id="ENHANCE"),
        pytest.param("FR", {"bilateral", "erasmus"}, "erasmus.opphold", id="Erasmus+ beside another"),
        pytest.param("FR", {"bilateral"}, None, id="only bilateral within Erasmus+"),
        pytest.param("FR", {"freemover"}, None, id="a freemover within Erasmus+"),
        pytest.param("SE", {"nordlys"}, None, id="only Nordlys within Erasmus+"),
        pytest.param("SE", {"nordplus"}, "nordplus.opphold", id="only Nordplus within Erasmus+"),
        pytest.param("SE", {"erasmus", "nordplus"}, "erasmus.opphold", id="Nordplus beside Erasmus+"),
        pytest.param("FO", {"nordplus"}, "nordplus.opphold", id="only Nordplus outside Erasmus+"),
        pytest.param("FO", {"nordlys"}, None, id="only Nordlys outside Erasmus+"),
        pytest.param("FO", None, "ntnu.stipend", id="no host chosen outside Erasmus+"),
        pytest.param("US", {"freemover"}, "ntnu.stipend", id="a freemover outside Erasmus+"),
        pytest.param("US", {"bilateral"}, "ntnu.stipend", id="bilateral outside Erasmus+"),
        pytest.param("CH", None, "semp.opphold", id="Switzerland"),
        pytest.param("CH", {"enhance", "swiss_semp"}, "semp.opphold", id="ENHANCE in Switzerland"),
        pytest.param("CH", {"bilateral"}, "ntnu.stipend", id="only bilateral in Switzerland"),
    ],
)
def test_the_grant_follows_the_country_and_the_agreement(
    shipped: Shipped, country: str, agreements: set[str] | None, grant: str | None
) -> None:
    known = None if agreements is None else frozenset(agreements)
    budget = shipped.budget(stay(country, agreements=known))
    assert ({grant} if grant else set()) == {line.id for line in budget.lines} & GRANTS
    assert (grant is None) == ("budget.grant_of_agreement_unknown" in codes(budget))
    assert (grant == "erasmus.opphold") == ("budget.erasmus_assumed" in codes(budget))


@pytest.mark.parametrize(
    ("entry", "identifier", "expected"),
    [
        pytest.param(cost("flight_return", amount="3000"), "cost.flight", [("2025-12", 3000)], id="before departure"),
        pytest.param(cost("visa", amount="900"), "cost.visa", [("2025-12", 900)], id="a visa too"),
        pytest.param(cost("other", amount="500"), "cost.other", [("2026-01", 500)], id="once, on arrival"),
        pytest.param(cost("other", amount="500", per="year"), "cost.other", [("2026-01", 500)], id="a year, once"),
        pytest.param(
            cost("health_insurance", amount="90", per="month"),
            "cost.insurance",
            [("2026-01", 90), ("2026-02", 90), ("2026-03", 90)],
            id="each month",
        ),
        pytest.param(
            cost("host_fee", amount="70", per="semester"), "cost.semester_fee", [("2026-01", 70)], id="a term"
        ),
        pytest.param(cost("visa", low="10", high="21"), "cost.visa", [("2025-12", 16)], id="middle of a range, 15.50"),
        pytest.param(cost("visa", amount="0"), "cost.visa", [], id="free"),
        pytest.param(cost("visa", amount="900", condition="Over 90 dager"), "cost.visa", [], id="on a condition"),
        pytest.param(cost("visa", amount="900", per="quarter"), "cost.visa", [], id="by quarter"),
        pytest.param(cost("visa", currency=None), "cost.visa", [], id="unknown"),
    ],
)
def test_a_cost_falls_in_the_month_that_it_is_paid(
    shipped: Shipped, entry: Cost, identifier: str, expected: list[tuple[str, int]]
) -> None:
    country = shipped.country("FO")._replace(one_off_costs=(entry,))
    budget = shipped.budget(stay("FO", "V2026", 3), country=country)
    assert expected == paid(budget, identifier)


def test_a_fee_for_each_semester_is_paid_twice_in_a_year(shipped: Shipped) -> None:
    fee = cost("semester_fee", amount="100", per="half_year")
    country = shipped.country("FO")._replace(one_off_costs=(fee,))
    budget = shipped.budget(stay("FO", months=10), country=country)
    assert [("2025-08", 100), ("2026-01", 100)] == paid(budget, "cost.semester_fee")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (cost("visa", amount="900", condition="Over 90 dager"), "budget.conditional_cost"),
        (cost("visa", condition="Over 90 dager", currency=None), "budget.conditional_cost"),
        (cost("visa", currency=None), "budget.cost_unknown"),
    ],
)
def test_a_cost_that_is_not_counted_is_told(shipped: Shipped, entry: Cost, expected: str) -> None:
    country = shipped.country("FO")._replace(one_off_costs=(entry,))
    assert expected in codes(shipped.budget(stay("FO"), country=country))


def test_what_costs_nothing_on_a_condition_need_not_be_told(shipped: Shipped) -> None:
    free = cost("visa", amount="0", condition="Under 90 dager")
    country = shipped.country("FO")._replace(one_off_costs=(free,))
    assert "budget.conditional_cost" not in codes(shipped.budget(stay("FO"), country=country))


def test_the_payment_before_departure_is_told_only_when_there_is_one(shipped: Shipped) -> None:
    assert "budget.paid_before_departure" not in codes(shipped.budget(stay("FO")))
    flight = shipped.country("FO")._replace(one_off_costs=(cost("flight_return", amount="3000"),))
    assert "budget.paid_before_departure" in codes(shipped.budget(stay("FO"), country=flight))


def test_the_countrys_own_living_cost_carries_its_status_and_source(shipped: Shipped) -> None:
    month = cost("living", amount="8000", status="official", source="https://host.example")
    country = shipped.country("FO")._replace(planning_month=month)
    line = lines(shipped.budget(stay("FO", months=1), country=country), "cost.living")[0]
    assert (Decimal(8000), "official", "https://host.example") == (line.amount, line.status, line.source)
    own = lines(shipped.budget(stay("FO", months=1, living_cost=Money(Decimal(1))), country=country), "cost.living")[0]
    assert (Decimal(1), "user", None) == (own.amount, own.status, own.source)


def test_a_notice_is_given_once(shipped: Shipped) -> None:
    """Both semesters of a long stay lack the share of the travel grant."""
    budget = shipped.budget(stay("US", months=10))
    assert codes(budget).count("budget.travel_share_unknown") == 1
    assert len(set(map(repr, budget.notices))) == len(budget.notices)


def term(season: str, month: int, *, typical: bool = True, scope: str | None = None) -> Term:
    return Term(season, scope, month, 12, "", typical, "reported", None, "2026-11-23")


@pytest.mark.parametrize(
    ("terms", "month", "code"),
    [
        pytest.param([term("autumn", 9)], "2025-09", "budget.term", id="the country's own"),
        pytest.param([term("autumn", 10, scope="ETH")], "2025-10", "budget.term_of_one_host", id="one host's"),
        pytest.param([term("autumn", 9, typical=False)], "2025-08", "budget.term_unknown", id="not typical"),
        pytest.param([term("spring", 2)], "2025-08", "budget.term_unknown", id="the other season's"),
        pytest.param([], "2025-08", "budget.term_unknown", id="none"),
    ],
)
def test_a_stay_begins_with_the_countrys_typical_term(terms: list[Term], month: str, code: str) -> None:
    start, notices = first_month(terms, Semester.parse("H2025"))
    assert month == str(start)
    assert [(code, "assumption", month)] == [(told.code, told.kind, told.values["month"]) for told in notices]


def test_a_budget_says_what_it_was_made_for(shipped: Shipped) -> None:
    days = {"first_day": date(2025, 8, 18), "last_day": date(2025, 12, 19)}
    fees, living = Money(Decimal(1000), "EUR"), Money(Decimal(9000))
    rate = ExchangeRate("EUR", Decimal(11), "2026-10-30", "official", "https://ecb.example")
    chosen = Choices(home="gjovik")
    asked = stay("FR", institution="kth", tuition=fees, living_cost=living, choices=chosen, **days)
    assert shipped.budget(asked, EUR=rate).assumptions == Assumptions(
        "FR", "kth", Semester.parse("H2025"), 5, AUGUST, Month(2025, 12), days["first_day"], days["last_day"], fees,
        living, (rate,), chosen,
    )  # fmt: skip


@pytest.mark.parametrize(("ahead", "told"), [("0", False), ("1", True)])
def test_what_is_paid_in_the_first_month_is_not_paid_before_the_journey(
    shipped: Shipped, ahead: str, told: bool
) -> None:
    flight = cost("flight_return", amount="3000")
    name = "budsjett.betalt_for_reisen"
    values = tuple(one._replace(value=Decimal(ahead)) for one in shipped.rates[name].values)
    facts = shipped._replace(rates=shipped.rates | {name: shipped.rates[name]._replace(values=values)})
    budget = facts.budget(stay("FR"), country=shipped.country("FR")._replace(one_off_costs=(flight,)))
    assert paid(budget, "cost.flight") == [("2025-07" if told else "2025-08", 3000)]
    assert ("budget.paid_before_departure" in codes(budget)) is told


def test_that_the_citizenship_is_not_norwegian_is_told_first(shipped: Shipped) -> None:
    budget = shipped.budget(stay("FR"))
    assert for_citizen(budget, "nordic").notices == (Notice("unknown", "budget.citizenship"), *budget.notices)
    assert for_citizen(budget, "norwegian") == for_citizen(budget, None) == budget


EUROS = Money(Decimal(5000), "EUR")


@pytest.mark.parametrize(
    ("asked", "notice"),
    [
        (stay("US", choices=Choices(without_loan=True)), Notice("information", "budget.without_loan")),
        (stay("US", choices=Choices(with_parents=True)), Notice("information", "budget.with_parents")),
        (
            stay("US", choices=Choices(language_weeks=3)),
            Notice("warning", "budget.language_course_too_short", {"weeks": "4"}),
        ),
        (stay("CH", tuition=EUROS), Notice("information", "budget.support_follows_currency", {"share": "0.01"})),
        (
            stay("SE", tuition=EUROS, choices=Choices(extended_grant=True)),
            Notice("warning", "budget.extended_grant_not_here"),
        ),
        (stay("US"), Notice("assumption", "budget.payout")),
        (stay("US", choices=Choices(payout="monthly")), Notice("assumption", "budget.payout_monthly")),
        (stay("US", choices=Choices(traineeship=True)), Notice("warning", "budget.erasmus_choices_unused")),
        (stay("US", choices=Choices(green=True)), Notice("warning", "budget.erasmus_choices_unused")),
    ],
)
def test_a_budget_tells_of_a_choice_what_comes_of_it(shipped: Shipped, asked: Stay, notice: Notice) -> None:
    found = {one.code: one for one in shipped.budget(asked).notices}
    assert found[notice.code] == notice
    usual = {one.code for one in shipped.budget(stay(asked.country)).notices}
    assert notice.code == "budget.payout" or notice.code not in usual


def test_support_for_tuition_in_kroner_follows_no_currency(shipped: Shipped) -> None:
    """2 000 EUR at 11 is 22 000 kroner, all of it within the first tier: 10 % more is 2 200 more of both."""
    rate = ExchangeRate("EUR", Decimal(11), "2026-10-30", "official", "https://ecb.example")
    budget = shipped.budget(stay("CH", tuition=Money(Decimal(2000), "EUR")), EUR=rate)
    (euro,) = [one for one in budget.currencies if one.exchange.currency == "EUR"]
    assert (euro.net, euro.ten_percent) == (-2000, 0)
    in_kroner = shipped.budget(stay("CH", tuition=Money(Decimal(22000))), EUR=rate)
    assert "EUR" not in {one.exchange.currency for one in in_kroner.currencies}
    assert "budget.support_follows_currency" not in codes(in_kroner)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"status": "estimate", "source": None}, True),
        ({"status": "estimate"}, False),
        ({"status": "reported", "source": None}, False),
    ],
)
def test_an_estimate_without_a_source_is_told(shipped: Shipped, known: dict[str, str | None], told: bool) -> None:
    """In a country of which nothing else is known."""
    flight = cost("flight_return", amount="3000", **known)
    bare = shipped.country("FR")._replace(planning_month=None, living_costs=(), one_off_costs=(flight,))
    budget = shipped.budget(stay("FR"), country=bare)
    assert ("budget.without_source" in codes(budget)) is told
    assert Notice("unknown", "budget.living_unknown", {"country": "Frankrike"}) in budget.notices


def test_a_cost_of_an_unknown_amount_is_told_by_its_name(shipped: Shipped) -> None:
    france = shipped.country("FR")._replace(one_off_costs=(cost("other"),))
    notice = Notice("unknown", "budget.cost_unknown", {"title": "Tittel"})
    assert notice in shipped.budget(stay("FR"), country=france).notices


def test_kroner_are_kroner_whatever_rate_is_given_for_them(shipped: Shipped) -> None:
    double = ExchangeRate("NOK", Decimal(2), None, "user", None)
    asked = stay("CH", months=1, living_cost=Money(Decimal(9000)), tuition=Money(Decimal(22000)))
    plain, odd = shipped.budget(asked), shipped.budget(asked, NOK=double)
    assert paid(odd, "cost.living") == [("2025-08", 9000)]
    assert paid(odd, "lanekassen.skolepenger") == paid(plain, "lanekassen.skolepenger")
    assert odd.lines == plain.lines
