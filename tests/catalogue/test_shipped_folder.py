"""The data that ships: it loads, it can be searched, and its domains and Erasmus codes belong where they stand."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest

from utveksling_cli.catalogue.check import check_path
from utveksling_cli.catalogue.files import ALL_FILES
from utveksling_cli.catalogue.lookup import country_code, host_ids, search_hosts
from utveksling_cli.catalogue.queries import country_names, institutions
from utveksling_cli.catalogue.store import open_catalogue, shipped_folder
from utveksling_cli.model.words import sort_key

# The first letters of an Erasmus code, where they are not the country's own; Greenland's schools have Danish codes.
ERASMUS_PREFIX = {
    "AT": "A",
    "BE": "B",
    "DE": "D",
    "ES": "E",
    "FI": "SF",
    "FR": "F",
    "GB": "UK",
    "GL": "DK",
    "GR": "G",
    "IE": "IRL",
    "IT": "I",
    "PT": "P",
    "SE": "S",
}
PART_OF_ANOTHER = {"instituto-superior-tecnico", "malmo-academy-of-music"}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    place = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("platformdirs.user_cache_path", lambda *names, **options: place)
        with closing(open_catalogue()) as catalogue:
            yield catalogue


def test_the_shipped_data_has_no_problems() -> None:
    report = check_path(shipped_folder())
    assert report.problems == ()
    assert len(report.files) == len(ALL_FILES)


def test_no_two_hosts_share_a_domain(shipped) -> None:
    domains = Counter(host.domain for host in institutions(shipped) if host.domain)
    assert [domain for domain, count in domains.items() if count > 1] == []


def test_an_erasmus_code_is_shared_only_by_a_school_and_the_university_it_is_part_of(shipped) -> None:
    hosts = [host for host in institutions(shipped) if host.id not in PART_OF_ANOTHER]
    codes = Counter(host.erasmus_code for host in hosts if host.erasmus_code)
    assert [code for code, count in codes.items() if count > 1] == []


def test_an_erasmus_code_belongs_to_the_country_of_its_host(shipped) -> None:
    coded = [host for host in institutions(shipped) if host.erasmus_code]
    wanted = {host.id: ERASMUS_PREFIX.get(host.country, host.country) for host in coded}
    strangers = [host for host in coded if (host.erasmus_code or "")[:3].rstrip(" 0123456789") != wanted[host.id]]
    assert [(host.id, host.country, host.erasmus_code) for host in strangers] == []


def test_a_domain_under_a_country_is_under_that_of_its_host(shipped) -> None:
    """`uk` stands for GB; what is no country's domain (`edu`, `com`, `cat`, `eu`) may stand anywhere."""
    countries = {"uk" if code == "GB" else code.lower() for code in country_names(shipped)}
    endings = [(host.id, host.country, (host.domain or "").rpartition(".")[2]) for host in institutions(shipped)]
    home = {code: "uk" if code == "GB" else code.lower() for code in country_names(shipped)}
    assert [row for row in endings if row[2] in countries and row[2] != home[row[1]]] == []


def test_every_host_is_found_by_its_id_its_name_and_its_domain(shipped) -> None:
    for host in institutions(shipped):
        for text in (host.id, host.name, host.domain or host.id):
            assert host.id in host_ids(shipped, text)
            assert host.id in search_hosts(shipped, text).ids


def test_hosts_come_in_norwegian_order_of_country_and_name(shipped) -> None:
    names = country_names(shipped)
    keys = [(sort_key(names[host.country]), sort_key(host.name)) for host in institutions(shipped)]
    assert all(earlier <= later for earlier, later in pairwise(keys))


def test_every_country_is_found_by_its_code_and_its_norwegian_name(shipped) -> None:
    for code, name in country_names(shipped).items():
        assert (country_code(shipped, code), country_code(shipped, name.upper())) == (code, code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tyskland", "DE"),
        ("Germany", "DE"),
        ("Sør-Korea", "KR"),
        ("sor korea", "KR"),
        ("USA", "US"),
        ("Storbritannia", "GB"),
        ("England", "GB"),
        ("Holland", "NL"),
        ("Tsjekkia", "CZ"),
        ("Østerrike", "AT"),
        ("osterrike", "AT"),
    ],
)
def test_countries_by_the_names_that_students_use(shipped, text: str, code: str) -> None:
    assert country_code(shipped, text) == code


@pytest.mark.parametrize("text", ["munchen", "muenchen", "München", "MUNCHEN"])
def test_munich_is_found_however_it_is_spelled(shipped, text: str) -> None:
    assert "tu-munich" in search_hosts(shipped, text).ids
