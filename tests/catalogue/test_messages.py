"""What an adviser reads when one record of a file is not as its schema says, with the line to mend."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utveksling_cli.catalogue.files import YAML_FILES
from utveksling_cli.catalogue.folder import check_text
from utveksling_cli.catalogue.source import SourceText

_HOST = "institutions → 1 →"
CASES = {
    "a key nobody knows": (
        "exchange_rates.yaml",
        "    note: Ingen kilde funnet",
        "    note: Ingen kilde funnet\n    qqq: 1 ←",
        "unknown → 1 → qqq: ukjent nøkkel; lov er currency, note",
    ),
    "a key in a place that has none": (
        "fields_of_study.yaml",
        '  - code: "07"\n    name: Ingeniørfag',
        "  - tekst ←",
        "fields → 1: skal være et oppslag med nøkler",
    ),
    "a wrong choice": (
        "agreements.yaml",
        "waived: partly",
        "waived: delvis ←",
        f"{_HOST} tuition → waived: «delvis» er ikke lov; skal være yes, partly, no eller unknown",
    ),
    "a Norwegian yes": (
        "countries.yaml",
        "typical: true",
        "typical: ja ←",
        "countries → 1 → terms → 1 → typical: skal være true eller false",
    ),
    "a list where a choice belongs": (
        "agreements.yaml",
        "      - level: bachelor",
        "      - level: [bachelor] ←",
        f"{_HOST} levels → 2 → level: «['bachelor']» er ikke lov; skal være bachelor, master eller phd",
    ),
    "text where a list belongs": (
        "agreements.yaml",
        "    notes: [Husk bolig, Søk tidlig]",
        "    notes: Husk bolig ←",
        f"{_HOST} notes: skal være en liste",
    ),
    "text where a map belongs": (
        "countries.yaml",
        "    names: {nb: Frankrike, en: France}",
        "    names: Frankrike ←",
        "countries → 2 → names: skal være et oppslag med nøkler",
    ),
    "a list where text belongs": (
        "countries.yaml",
        "    names: {nb: Frankrike, en: France}",
        "    names: {nb: [Frankrike], en: France} ←",
        "countries → 2 → names → nb: skal være tekst, ikke tomt",
    ),
    "only spaces": (
        "countries.yaml",
        "    names: {nb: Frankrike, en: France}",
        '    names: {nb: "  ", en: France} ←',
        "countries → 2 → names → nb: skal være tekst, ikke tomt",
    ),
    "an empty list that must not be": (
        "funding_rates.yaml",
        "        countries: [LI, CH]",
        "        countries: [] ←",
        "country_sets → 1 → values → 1 → countries: kan ikke være tom",
    ),
    "a choice left open": (
        "countries.yaml",
        "        season: autumn",
        "        season: ←",
        "countries → 1 → terms → 1 → season: mangler verdi",
    ),
    "a list left open": (
        "agreements.yaml",
        "    teaching_languages: [de, en]",
        "    teaching_languages: ←",
        f"{_HOST} teaching_languages: mangler verdi",
    ),
    "a required key left out": (
        "exchange_rates.yaml",
        "  - status: official\n    source: https://example.org/eur\n    verified_on: 2026-11-13\n    currency: EUR",
        "  - status: official ←\n    source: https://example.org/eur\n    verified_on: 2026-11-13",
        "rates → 1 → currency: mangler",
    ),
    "a day that no calendar has": (
        "exchange_rates.yaml",
        '    "on": 2026-10-30',
        '    "on": 2026-02-30 ←',
        "rates → 1 → on: 2026-02-30 finnes ikke i kalenderen",
    ),
    "a date the Norwegian way": (
        "exchange_rates.yaml",
        '    "on": 2026-10-30',
        '    "on": 30.10.2026 ←',
        "rates → 1 → on: skal være en dato på formen 2026-11-23",
    ),
    "a date in the digits of another script": (
        "exchange_rates.yaml",
        '    "on": 2026-10-30',
        '    "on": ٢٠٢٦-10-30 ←',
        "rates → 1 → on: skal være en dato på formen 2026-11-23",
    ),
    "a decimal comma": (
        "exchange_rates.yaml",
        "    nok: 11.50",
        "    nok: 11,50 ←",
        "rates → 1 → nok: skal være et tall med punktum som desimaltegn, for eksempel 13790 eller 0.40",
    ),
    "a number in the digits of another script": (
        "exchange_rates.yaml",
        "    nok: 11.50",
        "    nok: ١١ ←",
        "rates → 1 → nok: skal være et tall med punktum som desimaltegn, for eksempel 13790 eller 0.40",
    ),
    "a number that another reader takes as octal": (
        "exchange_rates.yaml",
        "    nok: 11.50",
        "    nok: 011 ←",
        "rates → 1 → nok: skal være et tall med punktum som desimaltegn, for eksempel 13790 eller 0.40",
    ),
    "infinity": (
        "exchange_rates.yaml",
        "    nok: 11.50",
        "    nok: .inf ←",
        "rates → 1 → nok: skal være et tall med punktum som desimaltegn, for eksempel 13790 eller 0.40",
    ),
    "a whole number too long for Python": (
        "agreements.yaml",
        "      total: 7",
        f"      total: {'9' * 5000} ←",
        f"{_HOST} reports → total: skal være et heltall",
    ),
    "half a report": (
        "agreements.yaml",
        "      total: 7",
        "      total: 7.5 ←",
        f"{_HOST} reports → total: skal være et heltall",
    ),
    "below the lowest": (
        "exchange_rates.yaml",
        "    nok: 11.50",
        "    nok: -11.50 ←",
        "rates → 1 → nok: skal være større enn 0, ikke -11.50",
    ),
    "beyond the highest": (
        "agreements.yaml",
        "      lat: 48.10",
        "      lat: 481.0 ←",
        f"{_HOST} location → lat: skal være høyst 90, ikke 481.0",
    ),
    "a month too low": (
        "deadlines.yaml",
        "        month: 9",
        "        month: 0 ←",
        "deadlines → 2 → values → 1 → month: skal være minst 1, ikke 0",
    ),
    "a country by name": (
        "agreements.yaml",
        "    country: FR",
        "    country: France ←",
        "institutions → 2 → country: skal være en landkode med to store bokstaver (ISO 3166), for eksempel NO",
    ),
    "an address without a scheme": (
        "exchange_rates.yaml",
        "    source: https://example.org/eur",
        "    source: www.example.org ←",
        "rates → 1 → source: skal være en nettadresse som begynner med https:// eller http://",
    ),
    "a script as an address": (
        "exchange_rates.yaml",
        "    source: https://example.org/eur",
        "    source: javascript:alert(1) ←",
        "rates → 1 → source: skal være en nettadresse som begynner med https:// eller http://",
    ),
    "the head of another file": (
        "exchange_rates.yaml",
        "schema: utveksling.exchange_rates/1",
        "schema: utveksling.countries/1 ←",
        "schema: «utveksling.countries/1» er ikke lov; skal være utveksling.exchange_rates/1",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "message"), CASES.values(), ids=CASES)
def test_the_message_says_where_and_what(data, file: str, old: str, new: str, message: str) -> None:
    line = data.edit(file, old, new)
    assert data.problems() == [f"{file}:{line}: {message}"]


def test_a_misspelt_key_is_both_unknown_and_missing(data) -> None:
    host = data.edit("agreements.yaml", "  - id: probehochschule-munchen", "  - id: probehochschule-munchen ←")
    line = data.edit("agreements.yaml", "    evidence: listed", "    evidense: listed ←")
    assert data.problems() == [
        f"agreements.yaml:{host}: institutions → 1 → evidence: mangler",
        f"agreements.yaml:{line}: institutions → 1 → evidense: ukjent nøkkel; mente du evidence?",
    ]


def test_a_file_that_is_no_map_says_so(data) -> None:
    data.write("countries.yaml", "- a\n- b\n")
    assert data.problems() == ["countries.yaml:1: skal være et oppslag med nøkler"]


def test_an_empty_file_lacks_its_head_and_its_lists(data) -> None:
    data.write("countries.yaml", "")
    lacking = ["schema: mangler", "data_version: mangler", "free_movement: mangler", "countries: mangler"]
    assert data.problems() == [f"countries.yaml:1: {message}" for message in lacking]


_VALUES = st.recursive(
    st.one_of(st.sampled_from(["null", "''", "x", "1", "-1", "1.5", "2026-01-01", "true", "NO"]), st.just("'9' ")),
    lambda inner: st.one_of(st.lists(inner, max_size=2).map(lambda found: f"[{', '.join(found)}]"), inner),
    max_leaves=3,
)
_ENGLISH = re.compile(r"\b(should|valid|input|error|must|instance)\b", re.IGNORECASE)


@pytest.mark.parametrize("name", YAML_FILES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(pick=st.randoms(use_true_random=False), value=_VALUES)
def test_any_value_in_any_place_is_taken_or_refused_in_norwegian(data, name: str, pick, value: str) -> None:
    lines = data.read(name).splitlines()
    place = pick.choice([i for i, line in enumerate(lines) if ":" in line and not line.startswith("#")])
    key, colon, _ = lines[place].partition(":")
    source = SourceText(name, "\n".join([*lines[:place], f"{key}{colon} {value}", *lines[place + 1 :]]))
    for problem in check_text(name, source)[1]:
        assert 1 <= problem.line <= len(lines)
        assert not _ENGLISH.search(problem.message)
