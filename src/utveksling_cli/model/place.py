"""A place to live: its climate, its town and its clock."""

from typing import NamedTuple


class Climate(NamedTuple):
    """`koppen` is a class such as `Cfb`; `basis` is `town_centre` where only the town's coordinates are known."""

    koppen: str
    basis: str
    status: str
    source: str | None
    verified_on: str
    note: str | None


class Town(NamedTuple):
    """`time_zone` is an IANA name such as `Europe/Berlin`; the gazetteer gives no year for `population`."""

    name: str
    population: int | None
    time_zone: str
    status: str
    source: str | None
    verified_on: str
    note: str | None


class Place(NamedTuple):
    """`id` is the host's; a part that is None is unknown."""

    id: str
    climate: Climate | None
    town: Town | None


class NtnuTerm(NamedTuple):
    """One of NTNU's own semesters, `autumn` or `spring`; months are 1–12."""

    season: str
    start_month: int
    end_month: int
    status: str
    source: str | None
    verified_on: str
    note: str | None


class Ntnu(NamedTuple):
    """NTNU's own town and semesters, which every host is held against."""

    climate: Climate | None
    town: Town
    terms: tuple[NtnuTerm, ...]
