"""Turn deadline rules into dates for one semester, and tell whom each binds.

A stay of a whole study year is asked for by its first semester: NTNU and Lånekassen bind it by the autumn's dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.deadline import EARLY, GRANT_PROOF, MAIN, NTNU, OPENING, DayRule, Deadline, DeadlineRule
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.time import AUTUMN, SPRING, Semester, day_in

_SATURDAY = 5


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

    With `country` (ISO code) the rules that do not concern it are left out, and so is NTNU's main
    deadline where the early one binds for certain: it comes too late there.
    """
    found: list[Deadline] = []
    for rule in rules:
        value = _value_for(rule.values, semester)
        if rule.season != season_of(semester) or value is None:
            continue
        binding = _binding(rule, value, country)
        if binding is not None:
            found.append(_deadline(rule, value, binding, semester, calendar))
    if any(deadline.kind == EARLY and deadline.binding == "certain" for deadline in found):
        found = [deadline for deadline in found if deadline.kind != MAIN]
    return tuple(sorted(found, key=_order))


def _order(deadline: Deadline) -> tuple[date, bool, str]:
    return deadline.day, deadline.kind != EARLY, deadline.id


def for_countries(
    rules: Iterable[DeadlineRule], semester: Semester, calendar: Calendar, countries: tuple[str, ...]
) -> tuple[Deadline, ...]:
    """The deadlines of one application with choices in several countries; without any, those that anyone may meet.

    A deadline that binds surely in one of the countries does so whatever the others say. Proof for a grant follows
    where the student goes, so it is by the rules of the first country, which is that of the first choice.
    """
    rules = tuple(rules)
    if not countries:
        return deadlines(rules, semester, calendar)
    found: dict[str, Deadline] = {}
    for country in countries:
        for deadline in deadlines(rules, semester, calendar, country):
            if deadline.kind == GRANT_PROOF and country != countries[0]:
                continue
            if deadline.id not in found or found[deadline.id].binding == "possible":
                found[deadline.id] = deadline
    return tuple(sorted(found.values(), key=_order))


def season_of(semester: Semester) -> str:
    """`autumn` or `spring`, as the data files say it."""
    return "autumn" if semester.season == AUTUMN else "spring"


def next_open_semester(
    autumn: Iterable[DeadlineRule], spring: Iterable[DeadlineRule], today: date, country: str | None = None
) -> Semester:
    """The next semester that NTNU still takes applications for: today may be the deadline itself.

    With `country` its own deadline counts; without, the one that binds everyone. Next autumn when no rule is known.
    """
    rules = (*autumn, *spring)
    semester = Semester(SPRING, today.year)
    while semester.year <= today.year + 2:
        found = deadlines(rules, semester, Calendar(today, {}), country)
        if any(d.kind in NTNU and d.binding != "listed" and not d.past for d in found):
            return semester
        semester = semester.next()
    return Semester(AUTUMN, today.year + 1)


def notices(found: Iterable[Deadline]) -> tuple[Notice, ...]:
    """What the dates themselves do not say: a list that is unknown, a day off, no rule for the semester."""
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
    if any(deadline.kind in NTNU for deadline in found):
        result.append(Notice("unknown", "deadlines.hour_unknown"))
    else:
        result.append(Notice("unknown", "deadlines.ntnu_unknown" if found else "deadlines.none_known"))
    return tuple(result)


def _value_for(values: Iterable[DayRule], semester: Semester) -> DayRule | None:
    begins = semester.first_month.first_day.isoformat()
    return next(
        (v for v in values if v.from_date <= begins and (v.until_date is None or begins < v.until_date)),
        None,
    )


def _binding(rule: DeadlineRule, value: DayRule, country: str | None) -> str | None:
    """How the rule concerns the country; None when it does not."""
    selective = bool(rule.countries or rule.some_hosts_in)
    excepted = rule.except_countries | value.except_countries
    if country is None:
        return "listed" if selective or excepted else "everyone"
    if country in excepted:
        return None
    if country in rule.countries:
        return "certain"
    if country in rule.some_hosts_in:
        return "possible"
    return None if selective else "everyone"


def _day(value: DayRule, semester: Semester) -> date:
    return day_in(semester.year + value.year_offset, value.month, value.day)


def _deadline(rule: DeadlineRule, value: DayRule, binding: str, semester: Semester, calendar: Calendar) -> Deadline:
    day = _day(value, semester)
    approximate = rule.approximate is not None
    return Deadline(
        id=rule.id,
        title=rule.title,
        kind=rule.kind,
        day=day,
        days_left=(day - calendar.today).days,
        weekday=day.weekday(),
        holiday=None if approximate else calendar.holidays.get(day.isoformat()),
        safe_day=day if approximate or rule.kind == OPENING else _safe_day(day, calendar),
        past=day < calendar.today,
        binding=binding,
        applies_to=rule.applies_to,
        countries=tuple(sorted(rule.countries)),
        some_hosts_in=tuple(sorted(rule.some_hosts_in)),
        approximate=approximate,
        status=value.status,
        confidence=value.confidence,
        source=value.source,
        verified_on=value.verified_on,
        note=value.note,
    )


def _safe_day(day: date, calendar: Calendar) -> date:
    safe = day
    while safe.weekday() >= _SATURDAY or safe.isoformat() in calendar.holidays:
        safe -= timedelta(days=1)
    return max(safe, calendar.today) if calendar.today <= day else safe
