"""Turn the rules that date a step into days for one plan, each with what stands behind it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from utveksling_cli.model.deadline import GRANT_PROOF, LANEKASSEN, OPENING, Deadline
from utveksling_cli.model.institution import ApplicationWindow, HostDay
from utveksling_cli.model.plan_facts import LeadTime, PlanFacts
from utveksling_cli.model.process import ASSUMPTION, NTNU_REPLY, OWN, RULE, VISA_APPLICATION, DateRule, Step, StepDate
from utveksling_cli.model.stay import moved
from utveksling_cli.model.time import day_in
from utveksling_cli.model.timeline import USER, Basis
from utveksling_cli.planning.deadlines import season_of
from utveksling_cli.planning.plan_period import Period
from utveksling_cli.planning.timeline import Setting, application_deadline
from utveksling_cli.planning.visas import needs_visa, visa_day

_KINDS = {"lanekassen_opens": OPENING, "lanekassen_deadline": LANEKASSEN, "grant_proof": GRANT_PROOF}


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
    counted = bool(rule.months or rule.days)
    day = moved(anchor.day, rule.months, days=rule.days)
    standing = _standing_of(rule)
    if anchor.standing is not None and not counted:
        standing = anchor.standing
    return StepDate(
        role=rule.role,
        day=day,
        safe_day=day if counted else anchor.safe_day,
        days_left=(day - setting.today).days,
        approximate=anchor.approximate or (rule.approximate and anchor.ground != OWN),
        ground=ASSUMPTION if rule.status == "estimate" else anchor.ground,
        text=rule.text,
        **standing._asdict(),
        time=_time(rule, setting.facts),
    )


def _time(rule: DateRule, facts: PlanFacts) -> LeadTime | None:
    """How long that which the rule counts by takes, or is done ahead."""
    return {NTNU_REPLY: facts.reply, VISA_APPLICATION: facts.visa}.get(rule.anchor or "")


def _anchor(rule: DateRule, setting: Setting) -> Anchor | None:
    if rule.month is not None and rule.day is not None:
        day = day_in(setting.semester.year + rule.year_offset, rule.month, rule.day)
        return Anchor(day, day, RULE)
    if rule.anchor == "ntnu_deadline":
        return _application(setting)
    if rule.anchor == NTNU_REPLY:
        return _reply(setting)
    if rule.anchor in _KINDS:
        return _deadline(setting, _KINDS[rule.anchor])
    if rule.anchor in {"host_nomination", "host_application"}:
        return _host(setting, rule.anchor.removeprefix("host_"))
    return _visa(setting) if rule.anchor == VISA_APPLICATION else _stay(rule.anchor, setting.period)


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


def _reply(setting: Setting) -> Anchor | None:
    """The last day of NTNU's own reckoning, which is no day off to work around."""
    due, time = _application(setting), setting.facts.reply
    if due is None:
        return None
    day = time.after(due.day)
    return due._replace(day=day, safe_day=day, standing=_standing_of(time))


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
            when = day_in(setting.semester.year + day.year_offset, day.month, day.day)
            return Anchor(when, when, RULE, standing=_standing_of(window))
    return None


def _standing_of(fact: ApplicationWindow | DateRule | Deadline | LeadTime) -> Standing:
    return Standing(fact.status, fact.confidence, fact.source, fact.verified_on, fact.note)


def _visa(setting: Setting) -> Anchor | None:
    """Only where the first choice may ask for one."""
    country, usual = setting.country, setting.facts.visa
    if country is None or not needs_visa(setting.plan.profile.citizenship, country, setting.facts):
        return None
    found, about = visa_day(setting.period.first, country, usual), setting.period.begins_by.ground != USER
    known = found.known
    if known is None or found.assumed:
        return Anchor(found.day, found.day, ASSUMPTION, about, _standing_of(usual))
    note = f"{known.text} {known.note or ''}".strip()
    standing = Standing(known.status, known.confidence, known.source, known.verified_on, note)
    return Anchor(found.day, found.day, RULE, about, standing)


def _of_stay(day: date | None, basis: Basis) -> Anchor | None:
    if day is None:
        return None
    return Anchor(day, day, OWN if basis.ground == USER else ASSUMPTION, approximate=basis.ground != USER)
