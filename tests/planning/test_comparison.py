"""What the facts answer to the seven questions; money is read from an account that was made by hand."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from utveksling_cli.model.budget import Budget, MonthSum, Totals
from utveksling_cli.model.comparison import (
    ACADEMIC,
    CLIMATE,
    CULTURE,
    DEPENDS,
    ECONOMY,
    LANGUAGE,
    QUESTIONS,
    SOCIAL,
    TERM,
    UNKNOWN,
    Fact,
)
from utveksling_cli.model.country import Country, OfficialLanguages, Term
from utveksling_cli.model.institution import Decisions, Institution, LanguageRequirement
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.place import Climate, Ntnu, NtnuTerm, Place, Town
from utveksling_cli.model.time import Month, Semester
from utveksling_cli.planning.comparison import Setting, Subject, notices, side

from .factory import agreement, host, reports

PAGE = "https://example.org/page"
LAND = Country("XX", "Landet", "Land", "XXX", "europa", None, (), (), (), ())
NTNU = Ntnu(
    Climate("Dfc", "town_centre", "reported", PAGE, "2026-11-24", None),
    Town("Hjemby", 200_000, "Europe/Oslo", "reported", PAGE, "2026-11-24", None),
    (
        NtnuTerm("autumn", 8, 12, "estimate", PAGE, "2026-11-24", None),
        NtnuTerm("spring", 1, 6, "estimate", PAGE, "2026-11-24", None),
    ),
)
SETTING = Setting(Semester("H", 2027), Semester("H", 2027), 5, None, NTNU, frozenset({"erasmus", "nordplus"}))


def account(left: int, *codes: str) -> Budget:
    """One month with what is left in the end, a lowest balance of -500 and a loan of 900."""
    month = Month(2027, 12)
    totals = Totals(
        grant=Decimal(100),
        loan=Decimal(900),
        income=Decimal(0),
        expense=Decimal(0),
        opening_balance=Decimal(0),
        may_become_grant=None,
        lowest_month=month,
        lowest_balance=Decimal(-500),
        buffer_needed=Decimal(500),
    )
    sums = MonthSum(month, Decimal(0), Decimal(0), Decimal(0), Decimal(0), Decimal(left))
    told = tuple(Notice("unknown", code) for code in codes)
    return Budget(None, (), (sums,), totals, (), told)


def subject(
    chosen: Institution | None = None,
    *others: Institution,
    country: Country = LAND,
    places: dict[str, Place] | None = None,
    budget: Budget | None = None,
    minutes: tuple[int, ...] = (),
) -> Subject:
    hosts = (chosen,) if chosen else others
    return Subject(country, chosen, hosts, places or {}, budget or account(0), minutes)


def found(about: Subject, question: str, setting: Setting = SETTING) -> dict[str, Fact]:
    return {fact.name: fact for fact in side(about, setting).facts[question]}


def term(season: str, start: int, end: int, **other: Any) -> Term:
    return Term(season, None, start, end, "", True, "reported", PAGE, "2026-11-24")._replace(**other)


def climate_of(*classes: str) -> dict[str, Place]:
    return {
        f"host-{index}": Place(
            f"host-{index}", Climate(koppen, "town_centre", "reported", PAGE, "2026-11-24", None), None
        )
        for index, koppen in enumerate(classes)
    }


def test_a_place_of_which_nothing_is_known_is_unknown_throughout_and_never_zero_or_empty() -> None:
    answers = side(subject(host()), SETTING).facts
    assert tuple(answers) == QUESTIONS
    known = {
        fact.name: fact.value for facts in answers.values() for fact in facts if fact.state not in {UNKNOWN, DEPENDS}
    }
    counts = {"approved_decisions": 0, "decisions": 0, "reports": 0}
    assert known.keys() - {"net_per_month", "lowest_balance", "lowest_month", "grant", "loan"} == counts.keys()
    assert known | counts == known


def test_what_only_a_host_can_answer_depends_on_it_for_a_country() -> None:
    answers = side(subject(None, host("a"), host("b")), SETTING).facts
    depends = {fact.name for facts in answers.values() for fact in facts if fact.state == DEPENDS}
    assert depends == {"teaching_languages", "language_minimum", "tuition_free", "population"}


def test_official_languages_carry_their_source() -> None:
    country = LAND._replace(official_languages=OfficialLanguages(("fi", "sv"), "reported", PAGE, "2026-11-24"))
    fact = found(subject(host(), country=country), LANGUAGE)["official_languages"]
    assert fact == Fact("official_languages", ("fi", "sv"), status="reported", source=PAGE)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        pytest.param({"cefr": "C1", "ielts": "7.0"}, "en C1", id="the level first"),
        pytest.param({"ielts": "6.5", "toefl_ibt": 90}, "en IELTS 6.5", id="then IELTS"),
        pytest.param({"toefl_ibt": 90, "duolingo": 110}, "en TOEFL 90", id="then TOEFL"),
        pytest.param({"duolingo": 110}, "en Duolingo 110", id="then Duolingo"),
        pytest.param({}, "en", id="only words"),
    ],
)
def test_a_language_minimum_is_said_in_its_surest_scale(known: dict[str, Any], told: str) -> None:
    bare = LanguageRequirement("en", None, None, None, None, None, "Engelsk", "high", PAGE, "2026-11-24")
    fact = found(subject(host(language_requirements=(bare._replace(**known),))), LANGUAGE)["language_minimum"]
    assert (fact.value, fact.source) == ((told,), PAGE)


def test_what_is_left_in_a_month_is_the_end_of_the_account_over_the_months_in_whole_kroner() -> None:
    """10 003 / 5 = 2 000.6, which rounds to 2 001."""
    facts = found(subject(host(), budget=account(10_003)), ECONOMY)
    assert facts["net_per_month"].value == 2001
    assert (facts["lowest_balance"].value, facts["lowest_month"].value) == (-500, "2027-12")
    assert (facts["grant"].value, facts["loan"].value) == (100, 900)


def test_money_is_as_sure_as_the_least_sure_line_of_the_account() -> None:
    lines = tuple(SimpleNamespace(status=status) for status in ("official", "carried_forward", "estimate"))
    facts = found(subject(host(), budget=account(0)._replace(lines=lines)), ECONOMY)
    assert {facts[name].status for name in ("net_per_month", "lowest_balance", "grant", "loan")} == {"carried_forward"}


@pytest.mark.parametrize(
    ("code", "unknown"),
    [
        ("budget.living_unknown", {"net_per_month", "lowest_balance", "lowest_month"}),
        ("budget.exchange_unknown", {"net_per_month", "lowest_balance", "lowest_month"}),
        ("budget.rate_unknown", {"net_per_month", "lowest_balance", "lowest_month", "grant", "loan"}),
        ("budget.tuition_not_given", set()),
    ],
)
def test_an_account_that_lacks_what_another_has_is_unknown(code: str, unknown: set[str]) -> None:
    facts = found(subject(host(), budget=account(10, code)), ECONOMY)
    assert {name for name, fact in facts.items() if fact.state == UNKNOWN} - {"tuition_free"} == unknown


def test_tuition_is_free_by_a_source_or_by_the_programme_or_unknown() -> None:
    sure, guessed = (host(agreements=(agreement("erasmus", inferred=inferred),)) for inferred in (False, True))
    assert [found(subject(one), ECONOMY)["tuition_free"].value for one in (sure, guessed, host())] == [
        "yes",
        "inferred",
        None,
    ]


def test_reports_of_the_programme_and_decisions_are_counted_over_all_hosts_of_a_country() -> None:
    decided = Decisions(total=5, approved=3, conditional=1, rejected=1, unknown=0, latest=None)
    one = host("a", reports=reports(Fysikk=2, Kjemi=4), decisions=decided)
    other = host("b", reports=reports(Fysikk=1), decisions=decided)
    about = subject(None, one, other, host("c"))
    asked = found(about, ACADEMIC, SETTING._replace(programme="fysikk"))
    assert {name: fact.value for name, fact in asked.items()} == {
        "programme_reports": 3,
        "approved_decisions": 6,
        "decisions": 10,
        "hosts": 3,
    }
    assert "programme_reports" not in found(about, ACADEMIC)
    assert found(about, SOCIAL)["reports"].value == 7


def test_the_population_is_that_of_the_hosts_town() -> None:
    town = Town("Byen", 350_000, "Europe/Berlin", "reported", PAGE, "2026-11-24", None)
    places = {"a": Place("a", None, town)}
    fact = found(subject(host("a"), places=places), SOCIAL)["population"]
    assert (fact.value, fact.note, fact.source) == (350_000, "Byen", PAGE)
    nobody = {"a": Place("a", None, town._replace(population=None))}
    assert found(subject(host("a"), places=nobody), SOCIAL)["population"].state == UNKNOWN


def test_a_semester_that_ends_the_month_before_ntnus_begins_does_not_overlap_and_one_that_ends_in_it_does() -> None:
    until = {12: 0, 1: 1, 3: 3}
    for end, months in until.items():
        country = LAND._replace(terms=(term("autumn", 9, end),))
        assert found(subject(host(), country=country), TERM)["overlap_months"].value == months


def test_a_semester_is_as_sure_as_its_least_sure_part_and_says_whose_it_is() -> None:
    country = LAND._replace(terms=(term("autumn", 9, 12, scope="En vert"),))
    facts = found(subject(host(), country=country), TERM)
    assert (facts["term_ends"].status, facts["term_ends"].note) == ("reported", "En vert")
    assert facts["overlap_months"].status == "estimate"


def test_a_semester_that_is_not_the_typical_one_is_not_used() -> None:
    country = LAND._replace(terms=(term("autumn", 9, 12, typical=False), term("spring", 2, 6)))
    assert found(subject(host(), country=country), TERM)["term_begins"].state == UNKNOWN


def test_without_ntnus_own_semester_the_overlap_is_unknown() -> None:
    country = LAND._replace(terms=(term("autumn", 9, 12),))
    bare = SETTING._replace(ntnu=NTNU._replace(terms=NTNU.terms[:1]))
    assert found(subject(host(), country=country), TERM, bare)["overlap_months"].state == UNKNOWN


def test_a_countrys_climate_is_that_of_its_hosts_the_most_common_first() -> None:
    hosts = [host(f"host-{index}") for index in range(4)]
    fact = found(subject(None, *hosts, places=climate_of("Cfb", "Dfb", "Dfb")), CLIMATE)["climate"]
    assert fact.value == ("Dfb", "Cfb")
    assert found(subject(None, *hosts), CLIMATE)["climate"].state == UNKNOWN


def test_the_clock_is_unknown_where_no_clock_is_known() -> None:
    assert found(subject(host(), minutes=(-360,)), CULTURE)["minutes_ahead"].value == (-360,)
    assert found(subject(host()), CULTURE)["minutes_ahead"].state == UNKNOWN


def test_notices_tell_of_what_is_shown_and_of_nothing_else() -> None:
    nothing = [side(subject(host()), SETTING)]
    assert [notice.code for notice in notices(nothing, SETTING)] == ["compare.money"]
    decided = Decisions(total=1, approved=0, conditional=0, rejected=1, unknown=0, latest=None)
    rich = host("host-0", reports=reports(Kjemi=1), decisions=decided)
    country = LAND._replace(terms=(term("autumn", 9, 12),))
    asked = SETTING._replace(programme="fysikk")
    sides = [side(subject(rich, country=country, places=climate_of("Cfb")), asked), side(subject(None, host()), asked)]
    assert [(notice.code, *notice.values.values()) for notice in notices(sides, asked)] == [
        ("compare.money",),
        ("compare.programme_unknown", "fysikk"),
        ("compare.decisions",),
        ("compare.reports",),
        ("compare.depends",),
        ("compare.ntnu_semester", "2028-01"),
        ("compare.ntnu_climate", "Dfc"),
        ("compare.sources",),
    ]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        pytest.param({}, False, id="none of them"),
        pytest.param({"places": climate_of("Cfb")}, True, id="the climate"),
        pytest.param(
            {"country": LAND._replace(official_languages=OfficialLanguages(("fi",), "reported", PAGE, "2026-11-24"))},
            True,
            id="the languages",
        ),
        pytest.param(
            {"places": {"host-0": Place("host-0", None, Town("B", 9, "Europe/Berlin", "reported", PAGE, "", None))}},
            True,
            id="the population",
        ),
    ],
)
def test_where_the_facts_of_a_place_are_from_is_told_with_any_of_them(known: dict[str, Any], told: bool) -> None:
    found = notices([side(subject(host("host-0"), **known), SETTING)], SETTING)
    assert (Notice("information", "compare.sources") in list(found)) is told


def test_a_programme_that_nobody_has_reported_of_is_told_as_unknown() -> None:
    asked = SETTING._replace(programme="fysikk")
    found = notices([side(subject(host()), asked)], asked)
    assert Notice("unknown", "compare.programme_unknown", {"text": "fysikk"}) in list(found)


def test_without_the_official_languages_of_a_country_they_are_unknown() -> None:
    assert found(subject(host()), LANGUAGE)["official_languages"] == Fact("official_languages", None, UNKNOWN)


def test_a_year_of_which_one_semester_is_unknown_has_no_end() -> None:
    year = SETTING._replace(last=Semester("V", 2028))
    for only in ("autumn", "spring"):
        facts = found(subject(host(), country=LAND._replace(terms=(term(only, 2, 6),))), TERM, year)
        assert {fact.state for fact in facts.values()} == {UNKNOWN}


def test_a_semester_of_one_month_ends_in_the_year_it_began() -> None:
    facts = found(subject(host(), country=LAND._replace(terms=(term("autumn", 9, 9),))), TERM)
    assert (facts["term_begins"].value, facts["term_ends"].value) == ("2027-09", "2027-09")


def test_the_climate_of_a_host_has_its_note_and_that_of_a_country_has_none() -> None:
    climate = Climate("Cfb", "town_centre", "estimate", PAGE, "2026-11-24", "byens")
    places = {name: Place(name, climate, None) for name in ("a", "b")}
    one = found(subject(host("a"), places=places), CLIMATE)["climate"]
    assert one == Fact("climate", ("Cfb",), status="estimate", source=PAGE, note="byens")
    both = found(subject(None, host("a"), host("b"), places=places), CLIMATE)["climate"]
    assert both == Fact("climate", ("Cfb",), status="estimate", source=PAGE)
