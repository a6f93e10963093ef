"""The steps of the application for a plan and what the command line says, by the facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.catalogue.funding_queries import dated_sets
from utveksling_cli.cli.planned import against_facts
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.process import Application, ProcessFacts, Told
from utveksling_cli.model.rate_ids import ERASMUS_SETS
from utveksling_cli.planning.application import application
from utveksling_cli.planning.application_notices import Place
from utveksling_cli.planning.rates import sets_on_day

if TYPE_CHECKING:
    from utveksling_cli.cli.dates import Asked
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.institution import Institution


class Applied(NamedTuple):
    """`hosts` are those that the facts know, the first choice first."""

    application: Application
    hosts: tuple[Institution, ...]


def applied(session: Session, facts: ProcessFacts, asked: Asked, *, has_plan: bool) -> Applied:
    planned = against_facts(session.catalogue, asked.plan, session.today, semester=asked.semester, code=asked.code)
    setting = planned.setting
    told = Told(has_plan, asked.semester is not None or asked.plan.stay.semester is not None)
    found = application(facts, Place(setting, _erasmus_countries(session, setting.period.first)), told)
    unknown = tuple(Notice("warning", "timeline.host_unknown", {"host": one}) for one in planned.unknown)
    return Applied(found._replace(notices=(*unknown, *found.notices)), setting.hosts)


def _erasmus_countries(session: Session, day: date) -> frozenset[str]:
    sets = sets_on_day(dated_sets(session.catalogue), day)
    return frozenset[str]().union(*(one.current.codes for one in sets if one.id in ERASMUS_SETS and one.current))
