"""The maintainers' scripts for climate, towns and languages: what they find, leave out and leave alone."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from .conftest import DATA

TOOLS = DATA.parent / "tools"
DAY = "2026-12-01"


def load(name: str) -> ModuleType:
    spec = spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def profiles() -> ModuleType:
    return load("place_profiles")


@pytest.fixture(scope="module")
def languages() -> ModuleType:
    return load("official_languages")


def town(profiles: ModuleType, geoname: int, name: str, population: int, lat: float, *others: str) -> object:
    """A town at longitude 10; a degree of latitude is 111 km."""
    own = frozenset({name.lower()})
    return profiles.Town(geoname, name, population, "Europe/Oslo", lat, 10.0, own, own | set(others))


def test_a_degree_of_latitude_is_a_ninetieth_of_a_quarter_of_the_earth(profiles: ModuleType) -> None:
    """2 pi 6371 km / 360 = 111.19 km."""
    assert profiles.distance_km(60.0, 10.0, town(profiles, 1, "X", 1, 61.0)) == pytest.approx(111.19, abs=0.01)


def test_of_towns_with_the_name_the_largest_near_one_is_taken(profiles: ModuleType) -> None:
    near, larger, far = (
        town(profiles, n, "Halle", size, lat) for n, size, lat in ((1, 5, 60), (2, 9, 60.1), (3, 99, 62))
    )
    assert profiles.find_town("Halle", 60.0, 10.0, [near, larger, far]) == larger


def test_another_name_counts_only_where_no_town_near_has_it_for_its_own(profiles: ModuleType) -> None:
    delhi, new_delhi = town(profiles, 1, "Delhi", 99, 60, "new delhi"), town(profiles, 2, "New Delhi", 3, 60)
    assert profiles.find_town("New Delhi", 60.0, 10.0, [delhi, new_delhi]) == new_delhi
    assert profiles.find_town("New Delhi", 60.0, 10.0, [delhi]) == delhi


def test_a_town_that_is_far_off_or_called_something_else_is_none(profiles: ModuleType) -> None:
    """0.3 degrees is 33 km."""
    assert profiles.find_town("Halle", 60.0, 10.0, [town(profiles, 1, "Halle", 9, 60.3)]) is None
    assert profiles.find_town("Halle", 60.0, 10.0, [town(profiles, 1, "Galle", 9, 60.0)]) is None


def test_ocean_is_no_climate_and_nobody_is_no_population(profiles: ModuleType) -> None:
    assert profiles.climate_lines(profiles.Cell("Ocean", ("Cfb",)), "town_centre", DAY) == []
    assert not any("population" in line for line in profiles.town_lines(town(profiles, 1, "X", 0, 60), DAY))


def test_a_boundary_close_by_is_told_and_a_coast_is_not(profiles: ModuleType) -> None:
    inland = profiles.climate_lines(profiles.Cell("Cfb", ("Dfb", "Csb", "Ocean")), "town_centre", DAY)
    assert inland[-1] == "      note: Grensa til Csb og Dfb går tett ved."
    coast = profiles.climate_lines(profiles.Cell("Cfb", ("Ocean",)), "town_centre", DAY)
    assert not any("note" in line for line in coast)


FILE = """\
schema: utveksling.places/1
data_version: 2026-01-01

ntnu:
  town:
    name: Trondheim

places:
  - id: a
    climate:
      koppen: Dfc
      source: https://example.org/by-hand
    town:
      name: Old
      source: https://www.geonames.org/1

  - id: gone
    climate:
      koppen: Cfb
      source: https://example.org/by-hand
"""


def test_what_was_written_by_hand_stays_and_the_rest_is_new(profiles: ModuleType) -> None:
    records = [
        ("a", ["    climate:", "      koppen: Cfb"], ["    town:", "      name: New"]),
        ("b", [], []),
        ("c", [], ["    town:", "      name: Third"]),
    ]
    assert (
        profiles.rewrite(FILE, records, DAY)
        == """\
schema: utveksling.places/1
data_version: 2026-12-01

ntnu:
  town:
    name: Trondheim

places:
  - id: a
    climate:
      koppen: Dfc
      source: https://example.org/by-hand
    town:
      name: New

  - id: c
    town:
      name: Third
"""
    )


def test_official_is_what_holds_in_the_whole_country_once_for_each_language(languages: ModuleType) -> None:
    """CLDR 47 on Switzerland and Serbia, cut short."""
    swiss = {"de": "official", "gsw": "de_facto_official", "en": None, "fr": "official", "rm": "official_regional"}
    serbian = {"sr": "official", "sr_Latn": "official", "hu": "official_regional"}
    assert languages.official({code: {"official_status": status} for code, status in swiss.items()}) == ["de", "fr"]
    assert languages.official({code: {"official_status": status} for code, status in serbian.items()}) == ["sr"]


COUNTRIES = """\
data_version: 2026-01-01

countries:
  - code: AT
    currency: EUR
    notes:
      - Tekst

  - code: CH
    currency: CHF
    official_languages:
      codes: [de]
      source: https://example.org/by-hand

  - code: "NO"
    currency: NOK
"""


def test_languages_stand_before_the_notes_and_those_written_by_hand_stay(languages: ModuleType) -> None:
    after = languages.rewrite(COUNTRIES, {"AT": ["de"], "CH": ["de", "fr"], "NO": ["no", "nn"]}, "47", DAY)
    standing = """\
      status: reported
      source: https://www.unicode.org/cldr/charts/47/supplemental/territory_language_information.html
      verified_on: 2026-12-01
"""
    expected = COUNTRIES.replace("2026-01-01", DAY)
    expected = expected.replace("    notes:\n", f"    official_languages:\n      codes: [de]\n{standing}    notes:\n")
    expected += f'    official_languages:\n      codes: ["no", nn]\n{standing}'
    assert after == expected
    assert languages.rewrite(after, {"AT": ["de"], "NO": ["no", "nn"]}, "47", DAY) == after


def test_the_shipped_files_are_what_the_scripts_would_leave_alone(profiles: ModuleType) -> None:
    text = Path(DATA / "places.yaml").read_text(encoding="utf-8")
    assert profiles.by_hand(text) == {}
