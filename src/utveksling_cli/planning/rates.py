"""Look up dated rates: the value of a period, or the newest earlier one, visibly carried forward."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from utveksling_cli.model.rate import CountrySet, Rate, RateValue, UsedRate

CARRIED_FORWARD = "carried_forward"


class RateBook:
    """All rates and country sets, and a record of each rate that was used."""

    def __init__(self, rates: Mapping[str, Rate], country_sets: Iterable[CountrySet]) -> None:
        self._rates = rates
        self._sets = tuple(country_sets)
        self._used: dict[tuple[str, str], UsedRate] = {}

    @property
    def used(self) -> tuple[UsedRate, ...]:
        """Every rate looked up so far, once for each of its periods, in the order of first use.

        A value that was carried forward once says so, whichever day it was looked up for last.
        """
        return tuple(self._used.values())

    def find(self, identifier: str, on: date) -> UsedRate | None:
        """The rate on a day; None when it is unknown then, or when no value is as old as the day.

        A day after the last known period gives the newest earlier value, marked `carried_forward`.
        A value that the data leaves empty is unknown and is never bridged by an older one.
        """
        rate = self._rates[identifier]
        value = _newest_started(rate.values, on.isoformat())
        if value is None or value.value is None:
            return None
        outside = value.until_date is not None and on.isoformat() >= value.until_date
        status = CARRIED_FORWARD if outside else value.status
        used = UsedRate(
            rate.id,
            rate.title,
            rate.unit,
            value.value,
            status,
            value.status,
            value.from_date,
            value.until_date,
            value.source,
            value.verified_on,
            value.note,
        )
        if status == CARRIED_FORWARD or (used.id, used.from_date) not in self._used:
            self._used[used.id, used.from_date] = used
        return used

    def countries(self, identifier: str, on: date) -> frozenset[str]:
        """The countries in a set on a day; of the newest earlier list when the day is past the last one."""
        day = on.isoformat()
        started = [entry for entry in self._sets if entry.id == identifier and entry.from_date <= day]
        newest = max(started, key=lambda entry: entry.from_date, default=None)
        return newest.countries if newest else frozenset()


def _newest_started(values: Iterable[RateValue], day: str) -> RateValue | None:
    started = [value for value in values if value.from_date <= day]
    return max(started, key=lambda value: value.from_date, default=None)
