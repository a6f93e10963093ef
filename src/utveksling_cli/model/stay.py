"""A stay abroad: where, when and how long, and how it falls on NTNU's semesters."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.choices import Choices
from utveksling_cli.model.money import Money
from utveksling_cli.model.time import Month, Semester

# As the Commission counts the days of a stay.
_MONTH_DAYS = 30
_MONTHS_A_YEAR = 12


class Stay(NamedTuple):
    """`agreements` are the stated or deduced kinds of the chosen host; None when no host is chosen.

    `tuition` is for the whole stay and `living_cost` for a month, as the student gave them; None is not given.
    With exact days (both inclusive) `months` is how many months they begin, and costs follow the days.
    `city`, `place` (degrees north and east) and `teaching_languages` are the chosen host's.
    `second_month` is when the country's next semester begins; None is unknown.
    """

    country: str
    region: str
    semester: Semester
    months: int
    first_month: Month
    institution: str | None = None
    agreements: frozenset[str] | None = None
    tuition: Money | None = None
    living_cost: Money | None = None
    first_day: date | None = None
    last_day: date | None = None
    city: str | None = None
    place: tuple[float, float] | None = None
    teaching_languages: frozenset[str] = frozenset()
    choices: Choices = Choices()
    second_month: Month | None = None

    @property
    def calendar_months(self) -> tuple[Month, ...]:
        """The months abroad, those that are only begun included."""
        return tuple(self.first_month + index for index in range(self.last_month - self.first_month + 1))

    @property
    def last_month(self) -> Month:
        if self.last_day is not None:
            return Month(self.last_day.year, self.last_day.month)
        return self.first_month + (self.months - 1)

    @property
    def begins(self) -> date:
        return self.first_day or self.first_month.first_day

    @property
    def ends(self) -> date:
        """The last day abroad; the last of the month where only months are known."""
        return self.last_day or last_day_of(self.last_month)

    @property
    def whole_months(self) -> int:
        """How many months are spent abroad from their first day to their last: 20 August to 18 December are three."""
        return self.months if self.first_day is None else months_begun(self.begins, self.ends + timedelta(days=1)) - 1

    def days_in(self, month: Month) -> int:
        """How many days of a calendar month are spent abroad."""
        first = max(self.begins, month.first_day)
        last = min(self.ends, last_day_of(month))
        return max((last - first).days + 1, 0)


class Part(NamedTuple):
    """The months of a stay that count towards one semester, and the month in which that semester's fees are due."""

    semester: Semester
    months: tuple[Month, ...]
    due: Month


def days_of(month: Month) -> int:
    return monthrange(month.year, month.month)[1]


def last_day_of(month: Month) -> date:
    return date(month.year, month.month, days_of(month))


def moved(day: date, months: int = 0, weeks: int = 0, days: int = 0) -> date:
    """So much later, or earlier where it is negative; of a month that lacks the day it is the last."""
    month = Month(day.year, day.month) + months
    within = min(day.day, days_of(month))
    return date(month.year, month.month, within) + timedelta(weeks=weeks, days=days)


def months_begun(first: date, last: date) -> int:
    """How many months the days from `first` to `last`, both included, begin: 20 August to 19 December are four."""
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole + (1 if last.day >= first.day else 0)


def counted_days(first: date, last: date) -> int:
    """The days of a stay by the Commission's formula: every month has 30, and both the first and the last day count.

    1 August to 31 December is 150, for the 31st of a month is read as its 30th. February has 30 days too when it is
    passed through; a stay that ends on its 28th ends two days before that.
    """
    months = (last.year - first.year) * _MONTHS_A_YEAR + last.month - first.month
    return months * _MONTH_DAYS + min(last.day, _MONTH_DAYS) - min(first.day, _MONTH_DAYS) + 1
