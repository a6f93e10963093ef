"""Look up dated rates: the value of a period, or the newest earlier one, visibly carried forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from utveksling_cli.model.notice import Notice
from utveksling_cli.model.rate import CodeSet, Rate, RateOnDay, RateValue, SetOnDay, UsedRate
from utveksling_cli.model.rate_ids import TUITION_FREE_SETS
from utveksling_cli.model.time import AcademicYear
from utveksling_cli.model.words import fold, spellings

CARRIED_FORWARD, UNKNOWN, USER = "carried_forward", "unknown", "user"
_Period = TypeVar("_Period", RateValue, CodeSet)


class RateBook:
    """All rates and sets, and a record of each rate that was used."""

    def __init__(
        self,
        rates: Mapping[str, Rate],
        sets: Iterable[CodeSet],
        given: Mapping[str, Decimal] | None = None,
    ) -> None:
        """`given` are values that the student puts in, by id; they hold on every day, with the status `user`."""
        self._rates = rates
        self._given = given or {}
        self._sets = tuple(sets)
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
        if identifier in self._given:
            return self._noted(_given(rate, self._given[identifier], on))
        value = _newest_begun(rate.values, on)
        if value is None or value.value is None:
            return None
        status = _status_on(value, on)
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
            rate.rule,
        )
        return self._noted(used)

    def _noted(self, used: UsedRate) -> UsedRate:
        if used.status == CARRIED_FORWARD or (used.id, used.from_date) not in self._used:
            self._used[used.id, used.from_date] = used
        return used

    def codes(self, identifier: str, on: date) -> frozenset[str]:
        """What is in a set on a day: countries, kinds of agreement or languages."""
        return codes_on(self._sets, identifier, on)


def codes_on(sets: Iterable[CodeSet], identifier: str, on: date) -> frozenset[str]:
    """What is in a set on a day; of the newest earlier list when the day is past the last one, and nothing before."""
    newest = _newest_begun((entry for entry in sets if entry.id == identifier), on)
    return newest.codes if newest else frozenset()


def tuition_free_agreements(sets: Iterable[CodeSet], on: date) -> frozenset[str]:
    """The kinds of agreement under which a stay is free of tuition by the rules of their programmes."""
    sets = tuple(sets)
    return frozenset[str]().union(*(codes_on(sets, name, on) for name in TUITION_FREE_SETS))


def _given(rate: Rate, value: Decimal, on: date) -> UsedRate:
    day = on.isoformat()
    return UsedRate(rate.id, rate.title, rate.unit, value, USER, USER, day, None, None, day, None, rate.rule)


def rate_on_day(rate: Rate, on: date) -> RateOnDay:
    """The rate as `RateBook.find` sees it, and also what is known when it is unknown."""
    current = _newest_begun(rate.values, on)
    known = current is not None and current.value is not None
    return RateOnDay(rate, current, _status_on(current, on) if current and known else UNKNOWN)


def sets_on_day(periods: Iterable[CodeSet], on: date) -> list[SetOnDay]:
    """Each set as it stands on the day, in the order of the first period of each."""
    sets: dict[str, list[CodeSet]] = {}
    for period in periods:
        sets.setdefault(period.id, []).append(period)
    found = []
    for group in sets.values():
        current = _newest_begun(group, on)
        status = _status_on(current, on) if current else UNKNOWN
        first = group[0]
        found.append(SetOnDay(first.id, first.kind, first.title, first.rule, tuple(group), current, status))
    return found


def changes(rate: Rate) -> tuple[Decimal | None, ...]:
    """How much each value differs from that of the period before, unrounded: a share in points, else as a share of it.

    None for the first, next to an unknown value or a zero, and for the number of a month, which has no size.
    """
    amounts = [value.value for value in rate.values]
    return tuple(_change(before, after, rate.unit) for before, after in zip([None, *amounts], amounts, strict=False))


def _change(before: Decimal | None, after: Decimal | None, unit: str) -> Decimal | None:
    if before is None or after is None or unit == "month number":
        return None
    if unit == "share":
        return after - before
    return after / before - 1 if before else None


def rate_notices(rates: Iterable[RateOnDay], study_year: AcademicYear | None) -> Iterator[Notice]:
    """What to know of the rates of a day; with the study year that it begins also which of them change during that."""
    rates = tuple(rates)
    for status in (CARRIED_FORWARD, UNKNOWN):
        count = sum(entry.status == status for entry in rates)
        if count:
            yield Notice(status, f"rates.{status}", {"count": str(count)})
    if study_year is not None:
        begins = study_year.first_semester.first_month
        for entry in rates:
            for value in entry.rate.values:
                if begins.first_day.isoformat() < value.from_date < (begins + 12).first_day.isoformat():
                    values = {"title": entry.rate.title, "day": value.from_date}
                    yield Notice("information", "rates.changes_within_year", values)


def mentions(text: str, *said: str) -> bool:
    """Whether all words of the text stand somewhere in what is said, if only as a part of a longer word."""
    words = " ".join(key for part in said for key in spellings(part))
    return all(word in words for word in fold(text).split())


def _newest_begun(periods: Iterable[_Period], on: date) -> _Period | None:
    begun = [period for period in periods if period.from_date <= on.isoformat()]
    return max(begun, key=lambda period: period.from_date, default=None)


def _status_on(period: RateValue | CodeSet, on: date) -> str:
    """Its own status, or `carried_forward` from the day it has ended."""
    ended = period.until_date is not None and on.isoformat() >= period.until_date
    return CARRIED_FORWARD if ended else period.status
