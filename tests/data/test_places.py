"""The climate and the towns that ship belong to the hosts as agreements.yaml has them, and to clocks that exist."""

import zoneinfo
from datetime import datetime

from utveksling_cli.catalogue.folder import Facts

MAP = "https://doi.org/10.1127/metz/2016/0816"
GAZETTEER = "https://www.geonames.org/"
MOST_HOURS_OFF_THE_SUN = 2.5


def test_places_stand_in_the_order_of_the_hosts_and_nearly_all_are_known(facts: Facts) -> None:
    ids = [host.id for host in facts.agreements.institutions]
    assert [place.id for place in facts.places.places] == [host for host in ids if host in known(facts)]
    assert len(known(facts)) >= 800


def known(facts: Facts) -> set[str]:
    return {place.id for place in facts.places.places if place.climate or place.town}


def test_the_climate_was_looked_up_where_the_host_is_now(facts: Facts) -> None:
    basis = {host.id: host.location.basis for host in facts.agreements.institutions}
    looked_up = [place for place in facts.places.places if place.climate and place.climate.source == MAP]
    assert [place.id for place in looked_up if place.climate and place.climate.basis != basis[place.id]] == []


def test_each_town_cites_its_own_page_in_the_gazetteer(facts: Facts) -> None:
    towns = [place.town for place in facts.places.places if place.town]
    pages = {(town.name, town.source) for town in towns}
    assert [source for _, source in pages if not (source or "").removeprefix(GAZETTEER).isdigit()] == []
    assert len({source for _, source in pages}) == len(pages)


def test_every_clock_exists_and_is_near_the_sun(facts: Facts) -> None:
    longitude = {host.id: float(host.location.lon) for host in facts.agreements.institutions}
    wrong = []
    for place in facts.places.places:
        if place.town:
            offset = zoneinfo.ZoneInfo(place.town.time_zone).utcoffset(datetime(2027, 1, 15))
            assert offset is not None
            hours = offset.total_seconds() / 3600 - longitude[place.id] / 15
            wrong += [place.id] if abs(hours) > MOST_HOURS_OFF_THE_SUN else []
    assert wrong == []


def test_every_country_has_its_official_languages(facts: Facts) -> None:
    languages = {entry.code: entry.official_languages for entry in facts.countries.countries}
    assert [code for code, found in languages.items() if found is None] == []
    codes = {code: found.codes for code, found in languages.items() if found}
    assert (codes["DE"], codes["FI"], codes["GB"], codes["BE"]) == (["de"], ["fi", "sv"], ["en"], ["nl", "fr", "de"])
