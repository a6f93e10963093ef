"""What `places.yaml` holds as plain lists in the field order of the NamedTuples in `model.place`, ready for JSON."""

from __future__ import annotations

from typing import Any

from utveksling_cli.catalogue.schema.common import Sourced
from utveksling_cli.catalogue.schema.places import Climate, Ntnu, Place, Town


def place_record(place: Place) -> list[Any]:
    """The fields of `model.place.Place`, in their order."""
    return [place.id, _climate(place.climate), _town(place.town)]


def ntnu_record(ntnu: Ntnu) -> list[Any]:
    """The fields of `model.place.Ntnu`, in their order."""
    return [_climate(ntnu.climate), _town(ntnu.town), ntnu_terms(ntnu)]


def ntnu_terms(ntnu: Ntnu) -> list[Any]:
    """The fields of each `model.place.NtnuTerm`."""
    return [[term.season, term.start_month, term.end_month, *_standing(term)] for term in ntnu.terms]


def _climate(climate: Climate | None) -> list[Any] | None:
    return [climate.koppen, climate.basis, *_standing(climate)] if climate else None


def _town(town: Town | None) -> list[Any] | None:
    return [town.name, town.population, town.time_zone, *_standing(town)] if town else None


def _standing(fact: Sourced) -> list[Any]:
    return [fact.status, fact.source, fact.verified_on.isoformat(), fact.note]
