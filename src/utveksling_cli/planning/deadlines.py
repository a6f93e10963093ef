"""Turn deadline rules into dates for one semester, and tell whom each binds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.deadline import DayRule, Deadline, DeadlineRule
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import AUTUMN, Semester

_SATURDAY = 5
EARLY, MAIN = "ntnu_early", "ntnu_main"


class Calendar(NamedTuple):
    """The day it is, and Norway's public holidays as ISO date to name."""

    today: date
    holidays: Mapping[str, str]


def deadlines(
    rules: Iterable[DeadlineRule],
    semester: Semester,
    calendar: Calendar,
    country: str | None = None,
) -> tuple[Deadline, ...]:
    """Every deadline that binds or may bind, by date; the early one stands first on equal dates.

    With `country` (ISO code) the rules that do not concern it are left out.
    """
    found = []
    for rule in rules:
        value = _value_for(rule.values, semester)
        binding = _binding(rule, country)
        if rule.season == season_of(semester) and value is not None and binding is not None:
            found.append(_deadline(rule, value, binding, semester, calendar))
    return tuple(sorted(found, key=lambda deadline: (deadline.day, deadline.id)))


def season_of(semester: Semester) -> str:
    """`autumn` or `spring`, as the data files say it."""
    return "autumn" if semester.season == AUTUMN else "spring"


def next_open_semester(autumn: Iterable[DeadlineRule], spring: Iterable[DeadlineRule], today: date) -> Semester:
    """The next semester whose main deadline at NTNU has not passed: today may be the deadline itself."""
    rules = {"autumn": tuple(autumn), "spring": tuple(spring)}
    semester = Semester(AUTUMN, today.year - 1)
    while True:
        mains = [rule for rule in rules[season_of(semester)] if rule.kind == MAIN]
        days = [_day(value, semester) for rule in mains if (value := _value_for(rule.values, semester)) is not None]
        if days and min(days) >= today:
            return semester
        if semester.year > today.year + 2:
            return Semester(AUTUMN, today.year + 1)
        semester = semester.next()


def notices(found: Iterable[Deadline]) -> tuple[Notice, ...]:
    """What the dates themselves do not say: a list that is unknown, a day off, no rule at all."""
    found = tuple(found)
    result = []
    if any(deadline.binding == "possible" for deadline in found):
        result.append(Notice("unknown", "deadlines.early_list_unknown"))
    off = [deadline for deadline in found if deadline.safe_day != deadline.day and not deadline.past]
    result += [
        Notice(
            "warning", "deadlines.day_off", {"title": d.title, "day": d.day.isoformat(), "safe": d.safe_day.isoformat()}
        )
        for d in off
    ]
    if any(deadline.kind in {EARLY, MAIN} for deadline in found):
        result.append(Notice("unknown", "deadlines.hour_unknown"))
    if not found:
        result.append(Notice("unknown", "deadlines.none_known"))
    return tuple(result)


def _value_for(values: Iterable[DayRule], semester: Semester) -> DayRule | None:
    begins = semester.first_month.first_day.isoformat()
    return next(
        (v for v in values if v.from_date <= begins and (v.until_date is None or begins < v.until_date)),
        None,
    )


def _binding(rule: DeadlineRule, country: str | None) -> str | None:
    """How the rule concerns the country; None when it does not."""
    selective = bool(rule.countries or rule.some_hosts_in)
    if country is None:
        return "listed" if selective or rule.except_countries else "everyone"
    if country in rule.except_countries:
        return None
    if country in rule.countries:
        return "certain"
    if country in rule.some_hosts_in:
        return "possible"
    return None if selective else "everyone"


def _day(value: DayRule, semester: Semester) -> date:
    return date(semester.year + value.year_offset, value.month, value.day)


def _deadline(rule: DeadlineRule, value: DayRule, binding: str, semester: Semester, calendar: Calendar) -> Deadline:
    day = _day(value, semester)
    return Deadline(
        id=rule.id,
        title=rule.title,
        kind=rule.kind,
        day=day,
        days_left=(day - calendar.today).days,
        weekday=day.weekday(),
        holiday=calendar.holidays.get(day.isoformat()),
        safe_day=_last_working_day(day, calendar.holidays) if rule.kind != "lanekassen_opens" else day,
        past=day < calendar.today,
        binding=binding,
        applies_to=rule.applies_to,
        countries=tuple(sorted(rule.countries)),
        some_hosts_in=tuple(sorted(rule.some_hosts_in)),
        approximate=rule.approximate is not None,
        status=value.status,
        confidence=value.confidence,
        source=value.source,
        verified_on=value.verified_on,
        note=value.note,
    )


def _last_working_day(day: date, holidays: Mapping[str, str]) -> date:
    while day.weekday() >= _SATURDAY or day.isoformat() in holidays:
        day -= timedelta(days=1)
    return day
