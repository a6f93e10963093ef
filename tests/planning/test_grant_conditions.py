"""Conditions of grants that no shipped host shows: languages of teaching, and the Commission's count of days."""

from datetime import date
from decimal import Decimal

import pytest

from utveksling_cli.model.choices import Choices
from utveksling_cli.model.money import Money
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.stay import Stay, counted_days
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.funding import erasmus
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook

from .conftest import Shipped


@pytest.mark.parametrize(
    ("country", "languages", "given"),
    [
        pytest.param("DE", {"de"}, True, id="taught in German"),
        pytest.param("DE", {"de", "en"}, True, id="taught in German and English"),
        pytest.param("DE", set(), True, id="nothing known"),
        pytest.param("DE", {"en"}, False, id="taught in English"),
        pytest.param("NL", {"en", "da"}, False, id="taught in English and Danish"),
        pytest.param("DK", {"de"}, False, id="Scandinavia, whatever the language"),
    ],
)
def test_the_language_grant_is_for_teaching_that_norwegians_need_a_course_for(
    shipped: Shipped, country: str, languages: set[str], given: bool
) -> None:
    when = Semester.parse("H2024")
    stay = Stay(country, shipped.country(country).region, when, 5, when.first_month)
    stay = stay._replace(teaching_languages=frozenset(languages), choices=Choices(language_weeks=4))
    budget = shipped.budget(stay)
    assert given == any(line.id == "lanekassen.sprakstipend" for line in budget.lines)
    assert given != any(notice.code == "budget.language_grant_not_here" for notice in budget.notices)


def granted(shipped: Shipped, country: str, agreement: str) -> list[str]:
    """The exchange grant of the stay, or that it is unknown what the agreement gives."""
    when = Semester.parse("H2025")
    stay = Stay(country, shipped.country(country).region, when, 5, when.first_month, agreements=frozenset({agreement}))
    budget = shipped.budget(stay)
    schemes = {line.id.partition(".")[0] for line in budget.lines} & {"erasmus", "semp", "nordplus", "ntnu"}
    unknown = [notice.code for notice in budget.notices if notice.code == UNKNOWN]
    return [*sorted(schemes), *unknown]


UNKNOWN = "budget.grant_of_agreement_unknown"


@pytest.mark.parametrize(
    ("name", "host", "grants"),
    [
        ("erasmus.avtaler", ("DE", "enhance"), ("erasmus", UNKNOWN)),
        ("semp.avtaler", ("CH", "swiss_semp"), ("semp", "ntnu")),
        ("nordplus.avtaler", ("FO", "nordplus"), ("nordplus", UNKNOWN)),
        ("nordplus.nettverk", ("FO", "nordtek"), (UNKNOWN, "ntnu")),
    ],
)
def test_the_facts_say_which_agreement_gives_which_grant(
    shipped: Shipped, name: str, host: tuple[str, str], grants: tuple[str, str]
) -> None:
    """What the agreement gives as the facts are, and what it gives where the set does not name it."""
    sets = [entry._replace(codes=entry.codes - {host[1]}) if entry.id == name else entry for entry in shipped.sets]
    assert [grants[0]] == granted(shipped, *host)
    assert [grants[1]] == granted(shipped._replace(sets=sets), *host)


@pytest.mark.parametrize("country", ["DE", "CH"])
def test_an_agreement_of_unknown_kind_stands_in_the_way_of_no_grant(shipped: Shipped, country: str) -> None:
    assert granted(shipped, country, "unknown") == [{"DE": "erasmus", "CH": "semp"}[country]]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        pytest.param(date(2023, 1, 1), date(2023, 4, 15), 105, id="the Commission's example: 3 x 30 + 15"),
        pytest.param(date(2025, 8, 1), date(2025, 8, 1), 1, id="one day"),
        pytest.param(date(2025, 8, 1), date(2025, 8, 30), 30, id="to the 30th"),
        pytest.param(date(2025, 8, 1), date(2025, 8, 31), 30, id="the 31st is the 30th"),
        pytest.param(date(2025, 8, 31), date(2025, 8, 31), 1, id="only the 31st"),
        pytest.param(date(2025, 8, 30), date(2025, 8, 31), 1, id="the 30th and the 31st are one day"),
        pytest.param(date(2025, 8, 31), date(2025, 9, 30), 31, id="from the 31st"),
        pytest.param(date(2026, 2, 1), date(2026, 2, 28), 28, id="to the end of February"),
        pytest.param(date(2028, 2, 1), date(2028, 2, 29), 29, id="to the end of February in a leap year"),
        pytest.param(date(2026, 2, 1), date(2026, 3, 31), 60, id="through February"),
        pytest.param(date(2028, 2, 1), date(2028, 3, 31), 60, id="through February in a leap year"),
        pytest.param(date(2026, 2, 28), date(2026, 3, 1), 4, id="February has 30 days"),
        pytest.param(date(2025, 8, 20), date(2026, 6, 5), 286, id="over New Year: 10 x 30 - 15 + 1"),
        pytest.param(date(2025, 1, 1), date(2025, 12, 31), 360, id="a year"),
    ],
)
def test_days_are_counted_by_the_commissions_formula(first: date, last: date, days: int) -> None:
    """(years x 360) + (months x 30) + (last day - first day) + 1, where a 31st is a 30th."""
    assert days == counted_days(first, last)


def test_all_the_languages_that_norwegians_know_are_known(shipped: Shipped) -> None:
    when = Semester.parse("H2024")
    (known,) = {entry.codes for entry in shipped.sets if entry.id == "lanekassen.sprakstipend.kjente_sprak"}
    stay = Stay("DE", "europa", when, 5, when.first_month, teaching_languages=known, choices=Choices(language_weeks=4))
    assert "budget.language_grant_not_here" in [notice.code for notice in shipped.budget(stay).notices]


def test_agreements_that_give_an_unknown_grant_are_named_one_by_one(shipped: Shipped) -> None:
    when = Semester.parse("H2025")
    kinds = frozenset({"freemover", "bilateral"})
    budget = shipped.budget(Stay("FR", "europa", when, 5, when.first_month, agreements=kinds))
    assert Notice("unknown", UNKNOWN, {"agreements": "bilateral, freemover"}) in budget.notices


def test_a_scheme_that_does_not_reach_the_country_is_named(shipped: Shipped) -> None:
    when = Semester.parse("H2025")
    budget = shipped.budget(
        Stay("US", "nord_og_mellom_amerika", when, 5, when.first_month, choices=Choices(scheme="semp"))
    )
    assert Notice("warning", "budget.scheme_not_here", {"scheme": "semp"}) in budget.notices


def test_where_others_pay_the_journey_nothing_is_said_of_what_lanekassen_would_give(shipped: Shipped) -> None:
    """Nordplus pays the journey to Estonia, so how much of Lånekassen's is a grant matters no more."""
    name = "lanekassen.reise.stipendandel"
    untold = shipped._replace(rates=shipped.rates | {name: shipped.rates[name]._replace(values=())})
    when = Semester.parse("H2025")
    stay = Stay("EE", "europa", when, 4, when.first_month)
    codes = {notice.code for notice in untold.budget(stay).notices}
    assert {"budget.travel_share_unknown", "budget.whole_semesters"} <= codes
    codes = {notice.code for notice in untold.budget(stay._replace(choices=Choices(scheme="nordplus"))).notices}
    assert "budget.travel_share_unknown" not in codes
    assert {"budget.travel_paid_by_others", "budget.whole_semesters"} <= codes


@pytest.mark.parametrize(
    ("km", "euro", "near"),
    [(99.5, 28, True), (100.0, 211, True), (109.0, 211, True), (110.0, 211, False), (90.0, 28, False)],
)
def test_a_band_begins_at_its_own_distance_and_is_near_for_less_than_ten_km(
    shipped: Shipped, monkeypatch: pytest.MonkeyPatch, km: float, euro: int, near: bool
) -> None:
    """10-99 km give 28 EUR and 100-499 km 211."""
    monkeypatch.setattr(erasmus, "great_circle_km", lambda *_: km)
    when, france = Semester.parse("H2025"), shipped.country("FR")
    stay = Stay("FR", france.region, when, 5, when.first_month, place=(48.9, 2.4))
    book = RateBook(shipped.rates, shipped.sets, {"erasmus.reise.naer_grense": Decimal(10)})
    budget = make_budget(stay, Facts(france, book, Exchange(shipped.exchange), (63.4, 10.4)))
    (line,) = [one for one in budget.lines if one.id == "erasmus.reise"]
    assert line.original == Money(Decimal(euro), "EUR")
    assert ("budget.erasmus_band_near" in [notice.code for notice in budget.notices]) is near
