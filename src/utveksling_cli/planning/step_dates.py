"""Turn the rules that date a step into days for one plan, each with what stands behind it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from utveksling_cli.model.deadline import GRANT_PROOF, LANEKASSEN, OPENING, Deadline
from utveksling_cli.model.institution import ApplicationWindow, HostDay
from utveksling_cli.model.process import ASSUMPTION, OWN, RULE, DateRule, Step, StepDate
from utveksling_cli.model.stay import last_day_of
from utveksling_cli.model.time import Month
from utveksling_cli.model.timeline import USER, Basis
from utveksling_cli.planning.deadlines import season_of
from utveksling_cli.planning.plan_period import Period
from utveksling_cli.planning.timeline import Setting, application_deadline
from utveksling_cli.planning.visas import needs_visa, visa_day

_KINDS = {"lanekassen_opens": OPENING, "lanekassen_deadline": LANEKASSEN, "grant_proof": GRANT_PROOF}
_FEBRUARY_ENDS = 28


class Standing(NamedTuple):
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class Anchor(NamedTuple):
    """The day that a rule counts from. `standing` is what stands behind that day where it has a source of its own."""

    day: date
    safe_day: date
    ground: str
    approximate: bool = False
    standing: Standing | None = None


def step_dates(step: Step, setting: Setting) -> tuple[StepDate, ...]:
    """The dates that can be told, in the order of the rules; one that nothing tells is left out."""
    season = season_of(setting.semester)
    rules = (rule for rule in step.dates if rule.season in {None, season})
    found = (_dated(rule, setting) for rule in rules)
    return tuple(one for one in found if one is not None)


def ntnu_deadline(setting: Setting) -> Deadline | None:
    """The first that binds or may bind where the student wants to go; without a place the one that binds everyone."""
    return application_deadline(deadline for deadline in setting.deadlines if deadline.binding != "listed")


def _dated(rule: DateRule, setting: Setting) -> StepDate | None:
    anchor = _anchor(rule, setting)
    if anchor is None:
        return None
    moved = bool(rule.months or rule.days)
    day = _moved(anchor.day, rule)
    standing = _standing_of(rule)
    if anchor.standing is not None and not moved:
        standing = anchor.standing
    return StepDate(
        role=rule.role,
        day=day,
        safe_day=day if moved else anchor.safe_day,
        days_left=(day - setting.today).days,
        approximate=anchor.approximate or (rule.approximate and anchor.ground != OWN),
        ground=ASSUMPTION if rule.status == "estimate" else anchor.ground,
        text=rule.text,
        **standing._asdict(),
    )


def _moved(day: date, rule: DateRule) -> date:
    month = Month(day.year, day.month) + rule.months
    within = min(day.day, last_day_of(month).day)
    return date(month.year, month.month, within) + timedelta(days=rule.days)


def _anchor(rule: DateRule, setting: Setting) -> Anchor | None:
    if rule.month is not None and rule.day is not None:
        day = _on(rule.month, rule.day, setting.semester.year + rule.year_offset)
        return Anchor(day, day, RULE)
    if rule.anchor == "ntnu_deadline":
        return _application(setting)
    if rule.anchor in _KINDS:
        return _deadline(setting, _KINDS[rule.anchor])
    if rule.anchor in {"host_nomination", "host_application"}:
        return _host(setting, rule.anchor.removeprefix("host_"))
    return _visa(rule, setting) if rule.anchor == "visa_application" else _stay(rule.anchor, setting.period)


def _stay(anchor: str | None, period: Period) -> Anchor | None:
    if anchor == "stay_begins":
        return _of_stay(period.first, period.begins_by)
    return _of_stay(period.last, period.ends_by)


def _application(setting: Setting) -> Anchor | None:
    found = ntnu_deadline(setting)
    if found is None:
        return None
    certain = setting.country is not None and found.binding != "possible"
    return _of_deadline(found, RULE if certain else ASSUMPTION)


def _deadline(setting: Setting, kind: str) -> Anchor | None:
    known = [deadline for deadline in setting.deadlines if deadline.kind == kind and deadline.binding != "listed"]
    found = min(known, key=lambda deadline: deadline.day, default=None)
    return None if found is None else _of_deadline(found, RULE)


def _of_deadline(found: Deadline, ground: str) -> Anchor:
    return Anchor(found.day, found.safe_day, ground, found.approximate, _standing_of(found))


def _host(setting: Setting, kind: str) -> Anchor | None:
    """By the first choice, which is the one that NTNU follows up."""
    windows = setting.hosts[0].application_windows if setting.hosts else ()
    for window in windows:
        day: HostDay | None = getattr(window, kind)
        if window.season == season_of(setting.semester) and day is not None:
            when = _on(day.month, day.day, setting.semester.year + day.year_offset)
            return Anchor(when, when, RULE, standing=_standing_of(window))
    return None


def _standing_of(fact: ApplicationWindow | DateRule | Deadline) -> Standing:
    return Standing(fact.status, fact.confidence, fact.source, fact.verified_on, fact.note)


def _on(month: int, day: int, year: int) -> date:
    """29 February is the month's last day in years that lack it."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, _FEBRUARY_ENDS)


def _visa(rule: DateRule, setting: Setting) -> Anchor | None:
    """Only where the first choice may ask for one."""
    if setting.country is None or not needs_visa(setting.plan.profile.citizenship, setting.country):
        return None
    found, about = visa_day(setting.period.first, setting.country), setting.period.begins_by.ground != USER
    known = found.known
    if known is None or found.assumed:
        # What is read is the earliest that is advised; that it is enough for this country is the program's own guess.
        guess = _standing_of(rule)._replace(status="estimate", confidence="low")
        return Anchor(found.day, found.day, ASSUMPTION, about, guess)
    note = f"{known.text} {known.note or ''}".strip()
    standing = Standing(known.status, known.confidence, known.source, known.verified_on, note)
    return Anchor(found.day, found.day, RULE, about, standing)


def _of_stay(day: date | None, basis: Basis) -> Anchor | None:
    if day is None:
        return None
    return Anchor(day, day, OWN if basis.ground == USER else ASSUMPTION, approximate=basis.ground != USER)
