"""What budgets and deadlines are made from, as it comes out of the catalogue."""

from __future__ import annotations

from decimal import Decimal

from utveksling_cli.catalogue import calendar_queries, funding_queries, queries
from utveksling_cli.model.deadline import DayRule, DeadlineRule
from utveksling_cli.model.home import HomeCost, HomeTown
from utveksling_cli.model.link import Link
from utveksling_cli.model.money import ExchangeRate, Swing
from utveksling_cli.model.rate import AGREEMENTS, COUNTRIES, LANGUAGES, CodeSet, Rate, RateValue
from utveksling_cli.model.rate_ids import RATES


def test_a_rate_keeps_its_periods_its_decimals_and_its_unknown_end(catalogue) -> None:
    assert funding_queries.rates(catalogue)["lanekassen.basislan"] == Rate(
        id="lanekassen.basislan",
        title="Basislån",
        unit="NOK/month",
        rule="Per måned",
        values=(
            RateValue(
                from_date="2024-08-01",
                until_date="2025-08-01",
                value=Decimal("1000.25"),
                status="official",
                source="https://example.org/rate",
                verified_on="2026-11-15",
                note="Oppdiktet",
            ),
            RateValue(
                from_date="2025-08-01",
                until_date=None,
                value=None,
                status="estimate",
                source=None,
                verified_on="2026-11-16",
                note=None,
            ),
        ),
    )


def test_every_rate_that_rules_ask_for_is_there(catalogue) -> None:
    assert set(funding_queries.rates(catalogue)) == RATES


def test_a_country_set_keeps_each_of_its_periods(catalogue) -> None:
    assert [entry for entry in funding_queries.dated_sets(catalogue) if entry.id == "semp.land"] == [
        CodeSet(
            id="semp.land",
            kind=COUNTRIES,
            title="SEMP",
            rule="Land i ordningen",
            from_date="2020-08-01",
            until_date="2025-08-01",
            codes=frozenset({"CH", "LI"}),
            status="reported",
            source="https://example.org/set",
            verified_on="2026-11-17",
            note=None,
        ),
        CodeSet(
            id="semp.land",
            kind=COUNTRIES,
            title="SEMP",
            rule="Land i ordningen",
            from_date="2025-08-01",
            until_date=None,
            codes=frozenset({"CH"}),
            status="estimate",
            source=None,
            verified_on="2026-11-18",
            note="Oppdiktet liste",
        ),
    ]


def test_a_set_says_what_its_codes_are_and_is_read_by_its_id(catalogue) -> None:
    known = {(entry.id, entry.kind, entry.codes) for entry in funding_queries.dated_sets(catalogue)}
    assert {
        ("semp.avtaler", AGREEMENTS, frozenset({"bilateral", "swiss_semp"})),
        ("lanekassen.sprakstipend.kjente_sprak", LANGUAGES, frozenset({"da", "nb"})),
    } <= known
    two = funding_queries.sets_named(catalogue, ("semp.land", "semp.avtaler"))
    assert [entry.id for entry in two] == ["semp.land", "semp.land", "semp.avtaler"]


def test_a_deadline_keeps_its_days_and_has_its_country_sets_as_they_are_in_each_period(catalogue) -> None:
    assert calendar_queries.deadline_rules(catalogue, "autumn") == [
        DeadlineRule(
            id="proeve.tidlig",
            title="Tidlig frist",
            kind="ntnu_early",
            season="autumn",
            applies_to="Noen land",
            countries=frozenset({"JP", "KR"}),
            some_hosts_in=frozenset({"US"}),
            except_countries=frozenset({"FR"}),
            approximate="mid_month",
            values=(
                DayRule(
                    from_date="2020-08-01",
                    until_date="2023-08-01",
                    month=1,
                    day=15,
                    year_offset=-1,
                    status="reported",
                    confidence="medium",
                    source="https://example.org/deadline",
                    verified_on="2026-11-10",
                    note="Gammel frist",
                    except_countries=frozenset({"CH", "LI"}),
                ),
                DayRule(
                    from_date="2023-08-01",
                    until_date="2025-08-01",
                    month=2,
                    day=28,
                    year_offset=0,
                    status="estimate",
                    confidence="low",
                    source=None,
                    verified_on="2026-11-11",
                    note=None,
                    except_countries=frozenset({"CH", "LI"}),
                ),
                DayRule(
                    from_date="2025-08-01",
                    until_date=None,
                    month=2,
                    day=28,
                    year_offset=0,
                    status="estimate",
                    confidence="low",
                    source=None,
                    verified_on="2026-11-11",
                    note=None,
                    except_countries=frozenset({"CH"}),
                ),
            ),
        )
    ]


def test_a_deadline_for_everyone_names_no_country(catalogue) -> None:
    (rule,) = calendar_queries.deadline_rules(catalogue, "spring")
    named = (rule.countries, rule.some_hosts_in, rule.except_countries)
    assert (rule.id, named, rule.approximate) == ("proeve.hoved", (frozenset(),) * 3, None)


def test_an_exchange_rate_is_exact_and_what_is_unknown_of_it_is_unknown(catalogue) -> None:
    assert funding_queries.exchange_rates(catalogue) == {
        "NOK": None,
        "EUR": ExchangeRate(
            currency="EUR",
            nok=Decimal("11.50"),
            on="2026-10-30",
            status="official",
            source="https://example.org/eur",
            swing=Swing(
                from_date="2021-10-31",
                until_date="2026-10-31",
                low=Decimal("9.4"),
                low_on="2022-03-24",
                high=Decimal("12.10"),
                high_on="2025-04-09",
            ),
        ),
        "TWD": ExchangeRate(
            currency="TWD", nok=Decimal("0.33"), on="2024-01-12", status="estimate", source=None, swing=None
        ),
        "ARS": None,
    }


def test_fields_of_study_keep_the_zero_in_front(catalogue) -> None:
    assert queries.fields_of_study(catalogue) == {"07": "Ingeniørfag", "0713": "Elektrisitet og energi"}


def test_links_come_in_the_order_of_the_file(catalogue) -> None:
    assert queries.links(catalogue) == (
        Link(id="proeve.portal", title="Portalen", url="https://example.org/portal", verified_on="2026-11-19"),
    )


def test_home_towns_come_in_the_order_of_the_file_with_every_decimal(catalogue) -> None:
    assert queries.home_towns(catalogue) == (
        HomeTown(
            id="trondheim",
            name="Trondheim",
            lat="63.40",
            lon="10.4",
            source="https://example.org/trondheim",
            verified_on="2026-11-18",
        ),
        HomeTown(
            id="sorbyen",
            name="Sørbyen",
            lat="-1.5",
            lon="-2.25",
            source="https://example.org/sorbyen",
            verified_on="2026-11-17",
        ),
    )


def test_a_cost_at_home_without_an_amount_is_unknown(catalogue) -> None:
    assert queries.home_costs(catalogue) == (
        HomeCost(
            id="proeve.avgift",
            title="Prøveavgift",
            currency="EUR",
            amount="70.50",
            per="semester",
            status="reported",
            confidence="medium",
            source="https://example.org/fee",
            verified_on="2026-11-16",
            note="For begge",
        ),
        HomeCost(
            id="proeve.ukjent",
            title="Prøveforsikring",
            currency=None,
            amount=None,
            per="once",
            status="estimate",
            confidence="low",
            source=None,
            verified_on="2026-11-15",
            note=None,
        ),
    )


def test_each_file_has_a_version_and_the_newest_speaks_for_all(catalogue) -> None:
    assert queries.data_version(catalogue) == "2026-11-20"
    versions = queries.file_versions(catalogue)
    assert versions["agreements.yaml"] == ("utveksling.agreements/1", "2026-11-20")
    assert versions["course_decisions.csv"] == ("utveksling.course_decisions/1", "2026-11-19")
    assert len(versions) == 11


def test_holidays_are_the_norwegian_ones(catalogue) -> None:
    """Easter Sunday 2027 is 28 March by the church's tables, so Whit Monday, 50 days on, is Constitution Day."""
    days = calendar_queries.holidays(catalogue)
    assert days["2027-03-25"] == "Skjærtorsdag"
    assert days["2027-05-06"] == "Kristi himmelfartsdag"
    assert days["2027-05-17"] == "Andre pinsedag; Grunnlovsdag"
    assert "2027-05-18" not in days
