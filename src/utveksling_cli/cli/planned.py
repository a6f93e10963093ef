"""The student's plan held against the facts: its hosts, its semester and its dates, for the commands that show them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.catalogue.calendar_queries import deadline_rules, holidays
from utveksling_cli.catalogue.country_queries import country
from utveksling_cli.catalogue.plan_fact_queries import plan_facts
from utveksling_cli.catalogue.queries import institutions_by_id
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.planning.deadlines import Calendar, for_countries, season_of
from utveksling_cli.planning.plan_period import plan_period, semester_of
from utveksling_cli.planning.timeline import Setting

if TYPE_CHECKING:
    from utveksling_cli.model.country import Country
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.model.time import Semester


class Planned(NamedTuple):
    """`unknown` are the hosts of the plan that the facts do not know; `open` is what NTNU takes applications for."""

    setting: Setting
    unknown: tuple[str, ...]
    open: Semester


def against_facts(
    catalogue: sqlite3.Connection, plan: Plan, today: date, *, semester: Semester | None = None, code: str | None = None
) -> Planned:
    """`semester` and the country's `code` stand in for what the plan says."""
    hosts = _in_rank(institutions_by_id(catalogue, plan.stay.hosts), plan.stay.hosts)
    place = _place(catalogue, code or (hosts[0].country if hosts else None))
    following = open_semester(catalogue, today, place.code if place else None)
    chosen = semester or semester_of(plan.stay) or following
    setting = Setting(
        plan=plan,
        semester=chosen,
        today=today,
        hosts=hosts,
        country=place,
        deadlines=for_countries(
            deadline_rules(catalogue, season_of(chosen)),
            chosen,
            Calendar(today, holidays(catalogue)),
            _codes(hosts, place),
        ),
        facts=plan_facts(catalogue),
        period=plan_period(plan.stay, chosen, place),
    )
    known = {host.id for host in hosts}
    return Planned(setting, tuple(one for one in plan.stay.hosts if one not in known), following)


def _in_rank(found: Iterable[Institution], order: tuple[str, ...]) -> tuple[Institution, ...]:
    return tuple(sorted(found, key=lambda host: order.index(host.id)))


def _place(catalogue: sqlite3.Connection, code: str | None) -> Country | None:
    return country(catalogue, code) if code else None


def _codes(hosts: tuple[Institution, ...], place: Country | None) -> tuple[str, ...]:
    """The countries that the application is about, the first choice's first."""
    found = [place.code] if place else []
    return tuple(dict.fromkeys([*found, *(host.country for host in hosts)]))
