"""Half-open periods [from, until) as a Norwegian reads them: by study year or calendar year where they follow one."""

from __future__ import annotations

from datetime import date, timedelta

from utveksling_cli.model.time import AcademicYear
from utveksling_cli.render.text import short_day

_ONE_DAY = timedelta(days=1)


def period(from_date: str, until_date: str | None) -> str:
    """`2025/26`, `2018/19–2022/23`, `2025`, `1. feb. 2026–3. mars 2026`; without an end `fra 2019/20`."""
    first = date.fromisoformat(from_date)
    if until_date is None:
        return f"fra {_year_from(first) or short_day(first)}"
    last = date.fromisoformat(until_date) - _ONE_DAY
    begins, ends = _year_from(first), _year_to(last)
    if begins is None or ends is None or ("/" in begins) != ("/" in ends):
        return f"{short_day(first)}–{short_day(last)}"
    return begins if begins == ends else f"{begins}–{ends}"


def _year_from(first: date) -> str | None:
    """The year that begins on the day."""
    return {(8, 1): str(AcademicYear(first.year)), (1, 1): str(first.year)}.get((first.month, first.day))


def _year_to(last: date) -> str | None:
    """The year that ends with the day."""
    return {(7, 31): str(AcademicYear(last.year - 1)), (12, 31): str(last.year)}.get((last.month, last.day))
