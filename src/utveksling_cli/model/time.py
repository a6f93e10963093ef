"""Months, semesters and study years. Ranges are half-open: [start, end); months are `YYYY-MM` in text.

Semesters, and days that people type, lie in the years FIRST_YEAR to LAST_YEAR: no arithmetic leaves the calendar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

AUTUMN, SPRING = "H", "V"
FIRST_YEAR, LAST_YEAR = 1900, 2999
_SEMESTER = re.compile(r"([HhVv])([0-9]{4})")
_YEAR = re.compile(r"([0-9]{4})/([0-9]{2})")
_FIRST_MONTH = {AUTUMN: 8, SPRING: 1}


def day_in(year: int, month: int, day: int) -> date:
    """The day of each year as it is in this one: 29 February is the 28th in years that lack it."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month + 1, 1) - timedelta(days=1)


def _year(year: str) -> int:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise ValueError(f"{year} is not in {FIRST_YEAR}–{LAST_YEAR}")
    return int(year)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; adding a number moves that many months on."""

    year: int
    month: int

    def __add__(self, months: int) -> Month:
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    def __sub__(self, other: Month) -> int:
        return (self.year - other.year) * 12 + self.month - other.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)


@dataclass(frozen=True, slots=True)
class AcademicYear:
    """A study year named by the calendar year of its autumn: 2027 is `2027/28`."""

    start: int

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"

    @staticmethod
    def parse(text: str) -> AcademicYear:
        """Read `2027/28`; ValueError for anything else, a year pair that does not follow included."""
        match = _YEAR.fullmatch(text.strip())
        if match is None:
            raise ValueError(text)
        start = _year(match[1])
        if (start + 1) % 100 != int(match[2]):
            raise ValueError(text)
        return AcademicYear(start)

    @property
    def first_semester(self) -> Semester:
        """The autumn: a stay of a whole study year follows its deadlines, not those of the spring."""
        return Semester(AUTUMN, self.start)


@dataclass(frozen=True, slots=True)
class Semester:
    """`H2027` is autumn 2027, `V2028` is spring 2028."""

    season: str
    year: int

    def __str__(self) -> str:
        return f"{self.season}{self.year}"

    @staticmethod
    def parse(text: str) -> Semester:
        """Read `H2027` or `v2028`; ValueError for anything else."""
        match = _SEMESTER.fullmatch(text.strip())
        if match is None:
            raise ValueError(text)
        return Semester(match[1].upper(), _year(match[2]))

    @property
    def academic_year(self) -> AcademicYear:
        return AcademicYear(self.year if self.season == AUTUMN else self.year - 1)

    @property
    def first_month(self) -> Month:
        """August or January: the months that Lånekassen counts a semester from."""
        return Month(self.year, _FIRST_MONTH[self.season])

    def next(self) -> Semester:
        if self.season == AUTUMN:
            return Semester(SPRING, self.year + 1)
        return Semester(AUTUMN, self.year)
