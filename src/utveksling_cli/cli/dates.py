"""The dates of a plan as `frister` and others show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.cli.planned import against_facts
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan
from utveksling_cli.planning import deadlines as rules
from utveksling_cli.planning.date_steps import done_dates
from utveksling_cli.planning.timeline import Timeline, of_deadline, timeline
from utveksling_cli.render.timeline import View

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.time import Semester
    from utveksling_cli.planning.timeline import Setting


class Given(NamedTuple):
    """The plan that was found; an empty one without a path when there is none."""

    plan: Plan = Plan()
    path: str | None = None


class Asked(NamedTuple):
    """The plan as changed by what the command line says; `path` is its file, None without one."""

    plan: Plan
    path: str | None
    semester: Semester | None
    code: str | None


def asked_for(given: Given, semester: Semester | None, code: str | None, host: Institution | None) -> Asked:
    """A place on the command line stands in for the plan's hosts, a semester for the plan's days."""
    wished = given.plan.stay
    if code is not None:
        wished = wished._replace(hosts=(host.id,) if host else ())
    if semester is not None and semester != wished.semester:
        wished = wished._replace(first_day=None, last_day=None)
    return Asked(given.plan._replace(stay=wished), given.path, semester, code)


def timeline_view(session: Session, asked: Asked) -> View:
    """Without a plan only the deadlines that hold for all."""
    planned = against_facts(session.catalogue, asked.plan, session.today, semester=asked.semester, code=asked.code)
    setting = planned.setting
    found = _with_tests(session, setting) if asked.path else _general(setting)
    unknown = [Notice("warning", "timeline.host_unknown", {"host": one}) for one in planned.unknown]
    return View(
        found.dates,
        (*rules.notices(setting.deadlines), *unknown, *found.notices),
        setting.deadlines,
        setting.semester,
        session.today,
        setting.country.code if setting.country else None,
        tuple(host.name for host in setting.hosts),
        session.data_version,
        asked.path,
        None,
        done_dates(asked.plan, found.dates),
        (),
        "",
        tuple(host.id for host in setting.hosts),
    )


def _with_tests(session: Session, setting: Setting) -> Timeline:
    from utveksling_cli.cli.plan_languages import plan_languages
    from utveksling_cli.planning.plan_language import test_dates

    return timeline(setting, test_dates(plan_languages(session, setting)))


def _general(setting: Setting) -> Timeline:
    return Timeline(tuple(map(of_deadline, setting.deadlines)), ())
