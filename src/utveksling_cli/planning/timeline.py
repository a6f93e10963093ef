"""The plan's own dates, worked out backwards and forwards from NTNU's deadline, the host's and the arrival.

What no fact tells is an assumption with its reason beside it, or is not there and a notice says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.country import Country
from utveksling_cli.model.deadline import NTNU, Deadline
from utveksling_cli.model.institution import ApplicationWindow, HostDay, Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import EXCHANGE, NORWEGIAN, TRAINEESHIP, Plan
from utveksling_cli.model.plan_facts import LeadTime, PlanFacts
from utveksling_cli.model.time import Semester, day_in
from utveksling_cli.model.timeline import KINDS, Basis, PlanDate
from utveksling_cli.planning.deadlines import season_of
from utveksling_cli.planning.plan_period import Period, collisions, next_semester
from utveksling_cli.planning.visas import needs_visa, visa_day

_NORDIC_REGION = "norden"


class Setting(NamedTuple):
    """`hosts` are those of the plan that the facts know, the first choice first; `country` is where that one lies."""

    plan: Plan
    semester: Semester
    today: date
    hosts: tuple[Institution, ...]
    country: Country | None
    deadlines: tuple[Deadline, ...]
    facts: PlanFacts
    period: Period


class Timeline(NamedTuple):
    dates: tuple[PlanDate, ...]
    notices: tuple[Notice, ...]


def timeline(setting: Setting, tests: Iterable[PlanDate] = ()) -> Timeline:
    """Every date of the plan in order; `tests` are the language tests that have to be booked."""
    own = [*_own(setting), *tests]
    facts = [of_deadline(deadline) for deadline in setting.deadlines]
    dates = tuple(sorted([*facts, *own], key=lambda found: (found.day, found.id)))
    return Timeline(dates, tuple(_notices(setting, dates)))


def application_deadline(deadlines: Iterable[Deadline]) -> Deadline | None:
    """NTNU's first deadline that binds or may bind: one application holds all the choices.

    As long as no country is chosen it is the one that is for all.
    """
    ours = [found for found in deadlines if found.kind in NTNU]
    binding = [found for found in ours if found.binding != "listed"]
    return min(binding or ours, key=lambda found: found.day, default=None)


def of_deadline(deadline: Deadline) -> PlanDate:
    return PlanDate(
        id=deadline.id,
        code=deadline.id,
        day=deadline.day,
        days_left=deadline.days_left,
        kind=deadline.kind,
        basis=Basis(codes.SOURCE, deadline.source, deadline.verified_on, deadline.note),
        safe_day=deadline.safe_day,
        title=deadline.title,
        day_off=_day_off(deadline),
        approximate=deadline.approximate,
        values={"binding": deadline.binding, "applies_to": deadline.applies_to},
    )


def _day_off(deadline: Deadline) -> str | None:
    return None if deadline.safe_day == deadline.day else deadline.holiday or ""


def _own(setting: Setting) -> Iterator[PlanDate]:
    due = application_deadline(setting.deadlines)
    if due is not None:
        yield from _of_application(setting, due)
    for host in setting.hosts:
        yield from _host_dates(setting, host)
    if setting.country is not None:
        yield from _travel(setting)
    following = next_semester(setting.period, setting.semester, setting.facts.ntnu_terms)
    if following is not None and _knows_stay(setting):
        term = following.term
        basis = Basis(codes.SOURCE, term.source, term.verified_on, term.note)
        yield _about(_made(setting, codes.NEXT_SEMESTER, following.month.first_day, basis))


def _of_application(setting: Setting, due: Deadline) -> Iterator[PlanDate]:
    """What comes with it on the same day, on every screen, a day off counted for both; and NTNU's reply."""
    said, reply = setting.facts.pre_approval, setting.facts.reply
    pre_approval = _made(setting, codes.PRE_APPROVAL, due.day, Basis(codes.SOURCE, said.source, said.verified_on))
    yield pre_approval._replace(safe_day=due.safe_day, day_off=_day_off(due), values={"text": said.text})
    if _stay(setting) == EXCHANGE:
        yield _about(_timed(setting, codes.ANSWER, reply.after(due.day), reply))


def _host_dates(setting: Setting, host: Institution) -> Iterator[PlanDate]:
    """Who has a traineeship applies to no host, and only those who go by an agreement are nominated."""
    if _stay(setting) == TRAINEESHIP:
        return
    for window in _windows(setting, host):
        nomination = window.nomination if _stay(setting) == EXCHANGE else None
        days = {codes.NOMINATION: nomination, codes.HOST_APPLICATION: window.application}
        basis = Basis(codes.SOURCE, window.source, window.verified_on, window.note)
        for code, day in days.items():
            if day is not None:
                made = _made(setting, code, _on(day, setting), basis, host)
                yield made._replace(values={**made.values, "stay": _stay(setting)})


def _stay(setting: Setting) -> str:
    return setting.plan.stay.type or EXCHANGE


def _windows(setting: Setting, host: Institution) -> tuple[ApplicationWindow, ...]:
    season = season_of(setting.semester)
    return tuple(window for window in host.application_windows if window.season == season)


def _on(day: HostDay, setting: Setting) -> date:
    return day_in(setting.semester.year + day.year_offset, day.month, day.day)


def _travel(setting: Setting) -> Iterator[PlanDate]:
    period = setting.period
    arrival = _made(setting, codes.ARRIVAL, period.first, period.begins_by)
    yield arrival._replace(approximate=period.begins_by.ground != codes.USER)
    if period.last is not None:
        end = _made(setting, codes.LAST_DAY, period.last, period.ends_by)
        yield end._replace(approximate=period.ends_by.ground != codes.USER)
    visa = _visa(setting)
    if visa is not None:
        yield visa
    if _needs_passport(setting):
        needed = min([visa.day if visa else period.first, *_application_days(setting)])
        time = setting.facts.passport
        passport = _timed(setting, codes.PASSPORT, time.before(needed), time)
        yield passport._replace(values={**passport.values, "needed": needed.isoformat()})


def _visa(setting: Setting) -> PlanDate | None:
    country, usual = setting.country, setting.facts.visa
    if country is None or not needs_visa(setting.plan.profile.citizenship, country, setting.facts):
        return None
    found = visa_day(setting.period.first, country, usual)
    known, made = found.known, _timed(setting, codes.VISA, found.day, usual)
    if known is not None and not found.assumed:
        basis = Basis(codes.SOURCE, known.source, known.verified_on, known.note)
        made = _made(setting, codes.VISA, found.day, basis)
    about = setting.period.begins_by.ground != codes.USER
    return made._replace(approximate=about, values={**made.values, "advice": known.text if known else ""})


def _application_days(setting: Setting) -> list[date]:
    """When the first choice wants the student's own application, which holds a copy of the passport."""
    applies = setting.hosts and _stay(setting) != TRAINEESHIP
    windows = _windows(setting, setting.hosts[0]) if applies else ()
    return [_on(window.application, setting) for window in windows if window.application is not None]


def _needs_passport(setting: Setting) -> bool:
    """How long others than Norway take to make a passport is not known."""
    inside = setting.country is not None and setting.country.region == _NORDIC_REGION
    return not inside and setting.plan.profile.citizenship in {NORWEGIAN, None}


def _made(setting: Setting, code: str, day: date, basis: Basis, host: Institution | None = None) -> PlanDate:
    return PlanDate(
        id=f"{code}:{host.id}" if host else code,
        code=code,
        day=day,
        days_left=(day - setting.today).days,
        kind=KINDS[code],
        basis=basis,
        safe_day=day,
        host=host.id if host else None,
        values={"host": host.name} if host else {},
    )


def _timed(setting: Setting, code: str, day: date, time: LeadTime) -> PlanDate:
    """A date that rests on how long something takes."""
    basis = Basis(codes.ASSUMPTION if time.assumed else codes.SOURCE, time.source, time.verified_on)
    return _made(setting, code, day, basis)._replace(values={**time.values, "text": time.text or ""})


def _about(found: PlanDate) -> PlanDate:
    return found._replace(approximate=True)


def _notices(setting: Setting, dates: tuple[PlanDate, ...]) -> Iterator[Notice]:
    known = {found.host for found in dates if found.code == codes.HOST_APPLICATION}
    unknown = [host.name for host in setting.hosts if host.id not in known]
    if unknown and _stay(setting) != TRAINEESHIP:
        code = "timeline.window_unknown" if _stay(setting) == EXCHANGE else "timeline.own_window_unknown"
        yield Notice("unknown", code, {"hosts": "; ".join(unknown)})
    due = application_deadline(setting.deadlines)
    for found in dates:
        if due is not None and found.kind == codes.HOST_DATE and found.day <= due.day:
            yield Notice("warning", "timeline.host_before_ntnu", {**found.values, "day": found.day.isoformat()})
    if setting.country is not None:
        yield from setting.period.notices
        yield from _visa_notices(setting)
    if _knows_stay(setting):
        yield from collisions(setting.period, setting.semester, setting.facts.ntnu_terms)


def _knows_stay(setting: Setting) -> bool:
    """Whether anything tells when the stay is: a place, or days of the student's own."""
    return setting.country is not None or setting.plan.stay.first_day is not None


def _visa_notices(setting: Setting) -> Iterator[Notice]:
    country, citizenship = setting.country, setting.plan.profile.citizenship
    assert country is not None
    if citizenship is None:
        yield Notice("assumption", "timeline.citizenship_unknown")
    elif citizenship != NORWEGIAN and country.region != _NORDIC_REGION:
        yield Notice("unknown", "timeline.passport_unknown")
    if not needs_visa(citizenship, country, setting.facts):
        return
    if country.visa_time is None:
        yield Notice("unknown", "timeline.visa_time_unknown", {"country": country.name})
    for cost in country.one_off_costs:
        if cost.kind == "visa" and cost.condition:
            yield Notice("information", "timeline.visa_condition", {"title": cost.scope, "condition": cost.condition})
