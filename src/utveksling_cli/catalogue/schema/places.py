"""`places.yaml`: the climate and the town of each host, looked up by its coordinates, and the same of NTNU."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from utveksling_cli.catalogue.schema.common import DataFile, Model, Slug, Sourced, Text, TextPattern, Whole
from utveksling_cli.catalogue.schema.countries import MonthNumber

Koppen = Annotated[
    str, TextPattern(r"A[fmsw]|B[SW][hk]|C[fsw][abc]|D[fsw][abcd]|E[FT]", "en Köppen-klasse, for eksempel Cfb")
]
TimeZone = Annotated[
    str, TextPattern(r"[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+", "en tidssone (IANA), for eksempel Europe/Berlin")
]


class Climate(Sourced):
    """The class of the map's cell that the coordinates lie in; `basis` says how exact the coordinates are."""

    koppen: Koppen
    basis: Literal["campus_or_town", "town_centre", "by_hand"]


class Town(Sourced):
    """The town as the gazetteer has it. No `population` means that it is unknown."""

    name: Text
    population: Annotated[Whole, Field(gt=0)] | None = None
    time_zone: TimeZone


class Place(Model):
    id: Slug
    climate: Climate | None = None
    town: Town | None = None


class NtnuTerm(Sourced):
    """The months of one of NTNU's own semesters."""

    season: Literal["autumn", "spring"]
    start_month: MonthNumber
    end_month: MonthNumber


class Ntnu(Model):
    """What hosts are held against."""

    climate: Climate | None = None
    town: Town
    terms: list[NtnuTerm] = []


class PlacesFile(DataFile):
    schema_: Literal["utveksling.places/1"] = Field(alias="schema")
    ntnu: Ntnu
    places: list[Place]
