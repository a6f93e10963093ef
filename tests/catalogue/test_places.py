"""What stands in places.yaml comes out of the catalogue, field by field, and what contradicts it is told."""

from __future__ import annotations

import pytest

from utveksling_cli.catalogue.place_queries import ntnu, places
from utveksling_cli.model.place import Climate, Ntnu, NtnuTerm, Place, Town

FULL = Place(
    id="probehochschule-munchen",
    climate=Climate(
        koppen="Cfb",
        basis="campus_or_town",
        status="reported",
        source="https://example.org/map-2",
        verified_on="2026-11-09",
        note="Grensa til Dfb går tett ved.",
    ),
    town=Town(
        name="Munich",
        population=1260391,
        time_zone="Europe/Berlin",
        status="reported",
        source="https://example.org/town",
        verified_on="2026-11-10",
        note="Uten forsteder",
    ),
)
BARE = Place(
    id="ecole-de-l-essai",
    climate=None,
    town=Town(
        name="Saint-Étienne",
        population=None,
        time_zone="Europe/Paris",
        status="estimate",
        source=None,
        verified_on="2026-11-11",
        note=None,
    ),
)
CONTRADICTIONS = {
    "one host twice": ("  - id: ecole-de-l-essai", "  - id: probehochschule-munchen ←", "id «{id}» er brukt før"),
    "a host that is nowhere": ("  - id: ecole-de-l-essai", "  - id: nowhere ←", "«nowhere» mangler i agreements.yaml"),
    "two autumns at NTNU": ("    - season: spring", "    - season: autumn ←", "bare ett semester for autumn"),
}
UNREADABLE = {
    "a class that no map has": ("koppen: Dfc", "koppen: Xyz ←", "skal være en Köppen-klasse, for eksempel Cfb"),
    "a dry climate with a summer's letter": ("koppen: Dfc", "koppen: BSa ←", "skal være en Köppen-klasse"),
    "a clock by its abbreviation": ("time_zone: Europe/Oslo", "time_zone: CET ←", "skal være en tidssone (IANA)"),
    "a town with nobody in it": ("population: 200000", "population: 0 ←", "skal være større enn 0"),
}


def test_all_that_is_known_of_the_places_of_the_hosts_asked_for(catalogue) -> None:
    assert places(catalogue, ("probehochschule-munchen", "ecole-de-l-essai")) == {FULL.id: FULL, BARE.id: BARE}
    assert places(catalogue, ("ecole-de-l-essai",)) == {BARE.id: BARE}


def test_a_host_of_which_nothing_is_known_is_not_there(catalogue) -> None:
    assert places(catalogue, ("aas-hogskole",)) == {}
    assert places(catalogue, ()) == {}


def test_ntnus_own_town_and_semesters(catalogue) -> None:
    assert ntnu(catalogue) == Ntnu(
        climate=Climate("Dfc", "town_centre", "reported", "https://example.org/map", "2026-11-05", None),
        town=Town("Hjemby", 200000, "Europe/Oslo", "estimate", None, "2026-11-06", None),
        terms=(
            NtnuTerm("autumn", 8, 12, "official", "https://example.org/calendar", "2026-11-07", "Som i fjor"),
            NtnuTerm("spring", 1, 6, "estimate", None, "2026-11-08", None),
        ),
    )


@pytest.mark.parametrize(("old", "new", "message"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_told_with_its_line(data, old: str, new: str, message: str) -> None:
    line = data.edit("places.yaml", old, new)
    assert data.problems() == [f"places.yaml:{line}: {message.format(id=FULL.id)}"]


@pytest.mark.parametrize(("old", "new", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_value_that_is_none_is_told_with_its_line(data, old: str, new: str, message: str) -> None:
    line = data.edit("places.yaml", old, new)
    (problem,) = data.problems()
    assert problem.startswith(f"places.yaml:{line}: ")
    assert message in problem
