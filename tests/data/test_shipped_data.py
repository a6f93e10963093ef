"""What the shipped data promises, whoever edits it next."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from utveksling_cli.catalogue.files import ALL_FILES, YAML_FILES
from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.schema.funding import AnySet, Rate
from utveksling_cli.catalogue.yaml_reader import read_yaml

from .conftest import DATA

APPLICATION = "https://i.ntnu.no/wiki/-/wiki/Norsk/S%C3%B8knad+om+utveksling+i+utlandet"
LANEKASSEN = (
    "https://lanekassen.no/en-US/grants-and-loans/abroad/exchange-programme-at-a-university-or-university-college"
)
GRANT = "https://i.ntnu.no/wiki/-/wiki/Norsk/Utbetaling+av+utvekslingsstipend+administrert+av+NTNU"


def facts_with_status(value: object) -> Iterator[dict[str, Any]]:
    """Every map in a file that says how sure it is."""
    if isinstance(value, dict):
        if "status" in value:
            yield value
        for inner in value.values():
            yield from facts_with_status(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from facts_with_status(inner)


@pytest.mark.parametrize(
    "name", [name for name in YAML_FILES if name not in {"agreements.yaml", "fields_of_study.yaml"}]
)
def test_a_figure_without_a_page_behind_it_is_an_estimate(name: str) -> None:
    stated = list(facts_with_status(read_yaml((DATA / name).read_text(encoding="utf-8"))))
    assert stated
    assert [fact for fact in stated if "source" not in fact and fact["status"] != "estimate"] == []
    assert [fact for fact in stated if "verified_on" not in fact] == []


def test_an_estimate_without_a_page_says_how_it_was_made() -> None:
    bare = [
        fact
        for name in YAML_FILES
        for fact in facts_with_status(read_yaml((DATA / name).read_text(encoding="utf-8")))
        if fact["status"] == "estimate" and "source" not in fact and "note" not in fact
    ]
    assert bare == []


def test_the_periods_of_a_rate_follow_without_a_gap(facts: Facts) -> None:
    entries: list[Rate | AnySet] = [*facts.funding.rates, *(entry for _, entry in facts.funding.sets())]
    gaps = [
        (entry.id, later.from_)
        for entry in entries
        for earlier, later in pairwise(entry.values)
        if earlier.until != later.from_
    ]
    assert gaps == []


def test_there_are_as_many_hosts_and_countries_as_promised(facts: Facts) -> None:
    hosts = facts.agreements.institutions
    assert len(hosts) >= 800
    assert len({host.country for host in hosts}) >= 70
    assert len([country for country in facts.countries.countries if country.planning_month]) >= 45


def test_a_host_known_from_the_list_copy_alone_is_list_only_in_europe_and_outside_alike(facts: Facts) -> None:
    hosts = facts.agreements.institutions
    alone = {host.id for host in hosts if host.basis == ["list_2024"]}
    assert {host.id for host in hosts if host.evidence == "list_only"} == alone
    regions = {country.code: country.lanekassen_region for country in facts.countries.countries}
    assert {"europa", "asia"} <= {regions[host.country] for host in hosts if host.id in alone}


@pytest.mark.parametrize(
    ("evidence", "basis"), [("reported", "reports"), ("historical", "reports"), ("courses_only", "course_decisions")]
)
def test_evidence_rests_on_what_it_says(facts: Facts, evidence: str, basis: str) -> None:
    hosts = [host for host in facts.agreements.institutions if host.evidence == evidence]
    assert hosts
    assert [host.id for host in hosts if basis not in host.basis] == []


def test_a_host_with_reports_has_a_source_and_a_report_to_open(facts: Facts) -> None:
    reported = [host for host in facts.agreements.institutions if host.reports]
    assert len(reported) == 342
    assert [host.id for host in reported if host.source is None] == []
    assert [host.id for host in reported if host.reports is None or host.reports.latest_report_id <= 0] == []


def test_the_reports_are_all_counted(facts: Facts) -> None:
    """2 810 reports in NTNU's portal, of which 2 727 name a host that we know."""
    assert sum(host.reports.total for host in facts.agreements.institutions if host.reports) == 2727


def test_a_host_without_source_is_one_from_the_list_copy_or_a_students_project(facts: Facts) -> None:
    unsourced = [host for host in facts.agreements.institutions if host.source is None]
    assert [host.id for host in unsourced if not host.source_note] == []
    assert {tuple(host.basis) for host in unsourced} == {("list_2024",), ("list_2024", "portal_stays")}


def test_the_nine_other_members_of_enhance_have_that_agreement(facts: Facts) -> None:
    """TU Berlin, Warsaw UT, UPV, Polimi, RWTH, Chalmers, TU Delft, ETH and Gdańsk Tech; NTNU is the tenth member."""
    members = {
        host.domain
        for host in facts.agreements.institutions
        if "enhance" in {agreement.type for agreement in host.agreements if not agreement.inferred}
    }
    wanted = "tu-berlin.de pw.edu.pl upv.es polimi.it rwth-aachen.de chalmers.se tudelft.nl ethz.ch pg.edu.pl"
    assert members == set(wanted.split())


@pytest.mark.parametrize(
    ("identifier", "lat", "lon", "source"),
    [
        ("trondheim", "63.43049", "10.39506", "https://www.geonames.org/3133880"),
        ("gjovik", "60.79574", "10.69155", "https://www.geonames.org/3155573"),
        ("alesund", "62.47225", "6.15492", "https://www.geonames.org/3163392"),
    ],
)
def test_ntnus_towns_lie_where_geonames_has_them(
    facts: Facts, identifier: str, lat: str, lon: str, source: str
) -> None:
    town = next(town for town in facts.agreements.home_towns if town.id == identifier)
    assert (lat, lon, source) == (str(town.lat), str(town.lon), town.source)


def test_the_semester_fee_is_what_the_student_parliament_set(facts: Facts) -> None:
    """Universitetsavisa: «Semesteravgifta for studentar på NTNU går no opp frå 600 til 700 kroner.»"""
    fee = next(cost for cost in facts.agreements.home_costs if cost.id == "ntnu.semesteravgift")
    assert ("700", "NOK", "semester", "reported") == (str(fee.amount), fee.currency, fee.per, fee.status)


def test_a_city_has_its_own_figure_only_when_that_covers_a_whole_month(facts: Facts) -> None:
    told = [cost for country in facts.countries.countries for cost in country.living_costs if cost.cities]
    assert len(told) >= 18
    narrow = re.compile("bare|uten bolig|uten husleie|husleie kommer", re.IGNORECASE)
    assert [cost.scope for cost in told if narrow.search(cost.includes or "")] == []


@pytest.mark.parametrize(
    ("code", "scope", "published"),
    [
        # KU: housing 7,000-10,000, food 3,000-4,000, transport 380-1,000, leisure 2,000.
        ("DK", "København", {"rent": "7000-10000", "food": "3000-4000", "transport": "380-1000", "other": "2000"}),
        # NUS: housing 300-800, food 250-400, transport 100-150; books 200-350 and personal 250-350 are 450-700.
        (
            "SG",
            "Bolig på campus (NUS)",
            {"rent": "300-800", "food": "250-400", "transport": "100-150", "other": "450-700"},
        ),
        # EPFL: rent 750, food 600, health insurance 90, transport 60; clothes 150, other 150 and study 100 are 400.
        (
            "CH",
            "Lausanne (EPFL)",
            {"rent": "750", "food": "600", "transport": "60", "medical": "90", "other": "400"},
        ),
        # UC Santa Cruz per quarter: transport 266, insurance 1,012; books 393 and personal 512 are 905; all by 3.
        (
            "US",
            "Santa Cruz i California, bolig på campus",
            {"transport": "88.67", "medical": "337.33", "other": "301.67"},
        ),
        # Tohoku University: food, utilities, phone and other make the 80,000 beside a dormitory or a flat.
        (
            "JP",
            "Sendai",
            {"rent": "13000-40000", "food": "40000", "utilities": "10000", "phone": "10000", "other": "20000"},
        ),
    ],
)
def test_a_months_cost_is_split_as_its_source_has_it(
    facts: Facts, code: str, scope: str, published: dict[str, str]
) -> None:
    country = next(country for country in facts.countries.countries if country.code == code)
    cost = next(cost for cost in country.living_costs if cost.scope == scope)
    assert cost.parts is not None
    known = cost.parts.known()
    assert published == {kind: str(p.amount) if p.amount else f"{p.low}-{p.high}" for kind, p in known.items()}


def test_every_living_cost_that_a_budget_uses_can_be_turned_into_kroner(facts: Facts) -> None:
    rated = {entry.currency for entry in facts.exchange.rates} | {"NOK"}
    planned = [country for country in facts.countries.countries if country.planning_month]
    assert [
        country.code for country in planned if country.planning_month and country.planning_month.currency not in rated
    ] == []


@pytest.mark.parametrize(
    ("identifier", "published", "source"),
    [
        ("ntnu.hovedfrist_host", (2, 1, 0), APPLICATION),
        ("ntnu.tidlig_frist_host", (1, 20, 0), APPLICATION),
        ("ntnu.hovedfrist_var", (9, 12, -1), APPLICATION),
        ("ntnu.tidlig_frist_var", (9, 1, -1), APPLICATION),
        ("lanekassen.apner_host", (5, 15, 0), LANEKASSEN),
        ("lanekassen.frist_host", (11, 15, 0), LANEKASSEN),
        ("lanekassen.apner_var", (5, 15, -1), LANEKASSEN),
        ("lanekassen.frist_var", (3, 15, 0), LANEKASSEN),
        ("ntnu.stipend_ankomst_host", (9, 15, 0), GRANT),
        ("ntnu.stipend_ankomst_host_jp_us", (10, 15, 0), GRANT),
        ("ntnu.stipend_ankomst_var", (3, 1, 0), GRANT),
        ("ntnu.stipend_ankomst_var_jp", (4, 30, 0), GRANT),
    ],
)
def test_a_deadline_is_the_published_day(
    facts: Facts, identifier: str, published: tuple[int, int, int], source: str
) -> None:
    """Month, day, and years from the one in which the stay begins."""
    rule = next(rule for rule in facts.deadlines.deadlines if rule.id == identifier)
    newest = rule.values[-1]
    assert published == (newest.month, newest.day, newest.year_offset)
    assert source == newest.source


def test_the_middle_of_may_stays_approximate(facts: Facts) -> None:
    opening = [rule for rule in facts.deadlines.deadlines if rule.kind == "lanekassen_opens"]
    assert {rule.approximate for rule in opening} == {"mid_month"}


@pytest.mark.parametrize("name", ALL_FILES)
def test_no_address_of_a_person_is_in_the_data(name: str) -> None:
    """Neither e-mail addresses, but for those of an office, nor pages that carry a person's user name."""
    text = (DATA / name).read_text(encoding="utf-8")
    assert set(re.findall(r"[\w.+-]+@[\w.-]+\w", text)) <= {"utveksling@st.ntnu.no"}
    assert re.findall(r"https?://(?:www\.)?(?:github|linkedin|facebook|instagram)\.com/\S*", text) == []


@pytest.mark.parametrize("name", ALL_FILES)
def test_a_page_seen_on_a_copied_site_is_cited_by_its_own_address(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    copies = ("hnrxdqgs.com", "jsyoyl.top", "rudyskids.com", "cyprusshots.com", "alanmclintic.com")
    assert [copy for copy in copies if copy in text] == []


def test_erasmus_agreements_are_only_in_erasmus_countries(facts: Facts) -> None:
    groups = [entry for entry in facts.funding.country_sets if entry.id.startswith("erasmus.gruppe")]
    programme = {country for entry in groups for value in entry.values for country in value.countries}
    hosts = [host for host in facts.agreements.institutions if any(a.type == "erasmus" for a in host.agreements)]
    assert [] == [host.id for host in hosts if host.country not in programme]
