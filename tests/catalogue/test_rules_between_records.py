"""What must fit together within a file and between files: one broken case for each rule."""

from __future__ import annotations

import pytest

from utveksling_cli.model.rate_ids import AGREEMENT_SETS, COUNTRY_SETS, LANGUAGE_SETS, RATES

WITHIN_A_FILE = {
    "two hosts with one id": (
        "agreements.yaml",
        "  - id: second-trial-university",
        "  - id: aas-hogskole ←",
        "id «aas-hogskole» er brukt før",
    ),
    "two home towns with one id": (
        "agreements.yaml",
        "  - id: sorbyen",
        "  - id: trondheim ←",
        "id «trondheim» er brukt før",
    ),
    "two costs at home with one id": (
        "agreements.yaml",
        "  - id: proeve.ukjent",
        "  - id: proeve.avgift ←",
        "id «proeve.avgift» er brukt før",
    ),
    "more reports by programme than in all": (
        "agreements.yaml",
        "      total: 7",
        "      total: 5 ←",
        "programmene har flere rapporter til sammen enn total",
    ),
    "verified after the file was": (
        "agreements.yaml",
        "        verified_on: 2026-11-02",
        "        verified_on: 2026-11-21 ←",
        "verified_on 2026-11-21 er etter filas data_version 2026-11-20",
    ),
    "verified after the file was, in a record of its own": (
        "countries.yaml",
        "      verified_on: 2026-11-03",
        "      verified_on: 2027-01-01 ←",
        "verified_on 2027-01-01 er etter filas data_version 2026-11-20",
    ),
    "verified after the file was, in its head": (
        "fields_of_study.yaml",
        "verified_on: 2026-11-14",
        "verified_on: 2026-11-21 ←",
        "verified_on 2026-11-21 er etter filas data_version 2026-11-20",
    ),
    "two figures for one city": (
        "countries.yaml",
        "        scope: hele landet",
        "        scope: hele landet\n        cities: [Berlin] ←",
        "Berlin har et tall før",
    ),
    "two countries with one name": (
        "countries.yaml",
        "    names: {nb: Frankrike, en: France}",
        "    names: {nb: Frankrike, en: France, aliases: [DEUTSCHLAND]} ←",
        "navnet «deutschland» er brukt for DE før",
    ),
    "two typical autumns": (
        "countries.yaml",
        "      - status: estimate\n        verified_on: 2026-11-09\n        season: spring",
        "      - status: estimate ←\n        verified_on: 2026-11-09\n        typical: true\n        season: autumn",
        "bare ett typisk semester for autumn i hvert land",
    ),
    "two deadlines with one id": (
        "deadlines.yaml",
        "  - id: proeve.hoved",
        "  - id: proeve.tidlig ←",
        "id «proeve.tidlig» er brukt før",
    ),
    "the thirtieth of February, each year": (
        "deadlines.yaml",
        "        day: 28",
        "        day: 30 ←",
        "måned 2 har ikke 30 dager",
    ),
    "the leap day, which most years lack": (
        "deadlines.yaml",
        "        day: 28",
        "        day: 29 ←",
        "måned 2 har ikke 29 dager",
    ),
    "a currency that is both known and unknown": (
        "exchange_rates.yaml",
        "  - currency: ARS",
        "  - currency: EUR ←",
        "EUR har kurs og er ikke ukjent",
    ),
    "a currency unknown twice": (
        "exchange_rates.yaml",
        "  - currency: ARS",
        "  - {currency: ARS, note: x}\n  - currency: ARS ←",
        "currency «ARS» er brukt før",
    ),
    "a rate for the krone": (
        "exchange_rates.yaml",
        "    currency: EUR",
        "    currency: NOK ←",
        "NOK skal ikke ha kurs",
    ),
    "a rate from the future": (
        "exchange_rates.yaml",
        '    "on": 2026-10-30',
        '    "on": 2026-12-24 ←',
        "kursen er fra 2026-12-24, etter filas data_version 2026-11-20",
    ),
    "two fields with one code": ("fields_of_study.yaml", '"0713"', '"07" ←', "code «07» er brukt før"),
    "two rates with one id": (
        "funding_rates.yaml",
        "  - id: ntnu.stipend\n",
        "  - id: lanekassen.basislan ←\n",
        "id «lanekassen.basislan» er brukt før",
    ),
    "two country sets with one id": (
        "funding_rates.yaml",
        "  - id: erasmus.gruppe1",
        "  - id: semp.land ←",
        "id «semp.land» er brukt før",
    ),
    "a share written as a percentage": (
        "funding_rates.yaml",
        "        value: 0.40",
        "        value: 40 ←",
        "40 er ikke en verdi for share",
    ),
}

BETWEEN_FILES = {
    "a host in no known country": (
        "agreements.yaml",
        "    country: FR",
        "    country: XX ←",
        "landet XX mangler i countries.yaml",
    ),
    "tuition in an unknown currency": (
        "agreements.yaml",
        "        currency: EUR",
        "        currency: XXX ←",
        "valutaen XXX mangler i exchange_rates.yaml",
    ),
    "a cost at home in an unknown currency": (
        "agreements.yaml",
        "    currency: EUR\n    amount: 70.50",
        "    currency: XXX ←\n    amount: 70.50",
        "valutaen XXX mangler i exchange_rates.yaml",
    ),
    "a field of study without a name": (
        "agreements.yaml",
        '      - isced_f: "0713"',
        '      - isced_f: "0799" ←',
        "koden 0799 mangler i fields_of_study.yaml",
    ),
    "a country with an unknown currency": (
        "countries.yaml",
        "    names: {nb: Frankrike, en: France}\n    currency: EUR",
        "    names: {nb: Frankrike, en: France}\n    currency: XXX ←",
        "valutaen XXX mangler i exchange_rates.yaml",
    ),
    "living costs for a city without hosts": (
        "countries.yaml",
        "        cities: [Berlin, München]",
        "        cities: [Berlin, Muenchen] ←",
        "ingen læresteder i agreements.yaml har land DE og by Muenchen",
    ),
    "living costs in an unknown currency": (
        "countries.yaml",
        "        currency: EUR\n        amount: 992",
        "        currency: XXX ←\n        amount: 992",
        "valutaen XXX mangler i exchange_rates.yaml",
    ),
    "a fee in an unknown currency": (
        "countries.yaml",
        "        currency: EUR\n        amount: 75",
        "        currency: XXX ←\n        amount: 75",
        "valutaen XXX mangler i exchange_rates.yaml",
    ),
    "a planning figure in an unknown currency": (
        "countries.yaml",
        "      amount: 990\n      currency: EUR",
        "      amount: 990\n      currency: XXX ←",
        "valutaen XXX mangler i exchange_rates.yaml",
    ),
    "a deadline for a set that is nowhere": (
        "deadlines.yaml",
        "    except_country_sets: [semp.land]",
        "    except_country_sets: [semp.lamd] ←",
        "«semp.lamd» mangler i funding_rates.yaml",
    ),
    "a deadline older than the set that it excepts": (
        "deadlines.yaml",
        "    except_country_sets: [semp.land]",
        "    except_country_sets: [lanekassen.tidlig_utbetaling, semp.land, semp.unge] ←",
        "«semp.unge» er ikke kjent før 2020-08-02, og fristen begynner 2020-08-01",
    ),
    "decisions on a host that is nowhere": (
        "course_decisions.csv",
        'second-trial-university,X1,"Said ""yes"""',
        'third-trial-university,X1,"Said ""yes""" ←',
        "institution_id: «third-trial-university» mangler i agreements.yaml",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), WITHIN_A_FILE.values(), ids=WITHIN_A_FILE)
def test_a_file_that_contradicts_itself(data, file: str, old: str, new: str, message: str) -> None:
    line = data.edit(file, old, new)
    assert f"{file}:{line}: {message}" in data.problems()


@pytest.mark.parametrize(("file", "old", "new", "message"), BETWEEN_FILES.values(), ids=BETWEEN_FILES)
def test_a_file_that_contradicts_another(data, file: str, old: str, new: str, message: str) -> None:
    line = data.edit(file, old, new)
    assert data.problems() == [f"{file}:{line}: {message}"]


_ESTIMATED = "status: estimate, verified_on: 2026-11-01"


def _rename(data, section: str, identifier: str) -> None:
    """A rate and a country set may have one id; only the one in the section gets another."""
    before, head, within = data.read("funding_rates.yaml").partition(f"\n{section}:\n")
    renamed = within.replace(f"  - id: {identifier}\n", f"  - id: {identifier}.annet\n", 1)
    assert renamed != within
    data.write("funding_rates.yaml", before + head + renamed)


@pytest.mark.parametrize("rate", sorted(RATES))
def test_a_rate_that_the_budget_asks_for_must_be_there(data, rate: str) -> None:
    _rename(data, "rates", rate)
    assert data.problems() == [f"funding_rates.yaml:4: satsen {rate} mangler; programmet trenger den"]


@pytest.mark.parametrize(
    ("section", "called", "name"),
    [
        *(("country_sets", "landlista", name) for name in sorted(COUNTRY_SETS - {"semp.land"})),
        *(("agreement_sets", "avtalelista", name) for name in sorted(AGREEMENT_SETS)),
        *(("language_sets", "språklista", name) for name in sorted(LANGUAGE_SETS)),
    ],
)
def test_a_set_that_the_rules_ask_for_must_be_there(data, section: str, called: str, name: str) -> None:
    _rename(data, section, name)
    line = data.read("funding_rates.yaml").split(f"{section}:")[0].count("\n") + 1
    assert data.problems() == [f"funding_rates.yaml:{line}: {called} {name} mangler; programmet trenger den"]


@pytest.mark.parametrize("section", ["agreement_sets", "language_sets"])
def test_no_two_sets_share_an_id_across_the_lists(data, section: str) -> None:
    what = {"agreement_sets": "agreements: [erasmus]", "language_sets": "languages: [nb]"}[section]
    before, head, within = data.read("funding_rates.yaml").partition(f"\n{section}:\n")
    again = f"  - id: semp.land\n    title: A\n    rule: A\n    values: [{{from: 2020-01-01, {what}, {_ESTIMATED}}}]\n"
    data.write("funding_rates.yaml", before + head + again + within)
    line = (before + head).count("\n") + 1
    assert data.problems() == [f"funding_rates.yaml:{line}: id «semp.land» er brukt før"]


def test_the_town_that_journeys_begin_in_must_be_there(data) -> None:
    section = data.read("agreements.yaml").split("home_towns:")[0].count("\n") + 1
    data.edit("agreements.yaml", "  - id: trondheim", "  - id: steinkjer")
    message = "byen trondheim mangler; avstander regnes fra den når ingen annen er valgt"
    assert data.problems() == [f"agreements.yaml:{section}: {message}"]


def test_there_is_no_thirteenth_month(data) -> None:
    data.edit("funding_rates.yaml", "    unit: NOK/month", "    unit: month number")
    line = data.edit("funding_rates.yaml", "        value: 1000.25", "        value: 13 ←")
    assert data.problems() == [f"funding_rates.yaml:{line}: 13 er ikke en verdi for month number"]


def test_faults_in_one_file_do_not_hide_those_in_another(data) -> None:
    broken = data.edit("agreements.yaml", "  - id: second-trial-university", "  - id: aas-hogskole ←")
    region = data.edit("countries.yaml", "lanekassen_region: norden", "lanekassen_region: nord ←")
    data.write("course_decisions.csv", "nonsense\n")
    assert [problem.split(": ")[0] for problem in data.problems()] == [
        f"agreements.yaml:{broken}",
        f"countries.yaml:{region}",
        "course_decisions.csv:1",
    ]
