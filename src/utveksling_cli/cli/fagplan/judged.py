"""The courses of the student's plan held against the facts, for the commands that show or check them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.catalogue.funding_queries import dated_sets, rates
from utveksling_cli.cli.fagplan.decided import decisions_at, known_of
from utveksling_cli.cli.planned import against_facts
from utveksling_cli.model.course import AUTUMN, SPRING
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.rate_ids import K_SLOT_CREDITS, SEMESTER_CREDITS
from utveksling_cli.planning.course_plan import CourseSetting, course_plan, level_of
from utveksling_cli.planning.credits import HostCredits, own_year_norm
from utveksling_cli.planning.deadlines import season_of
from utveksling_cli.planning.decisions import host_credits
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.course_decision import CourseDecision
    from utveksling_cli.model.credits import YearNorm
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.model.time import Semester
    from utveksling_cli.planning.decisions import Known
    from utveksling_cli.planning.timeline import Setting


class JudgedPlan(NamedTuple):
    """`host` is the first choice; None when there is none that the facts know. `decisions` are those from there."""

    host: Institution | None
    semester: Semester
    found: CoursePlan
    decisions: tuple[CourseDecision, ...]


def judged(session: Session, plan: Plan, setting: Setting | None = None, own_file: str | None = None) -> JudgedPlan:
    """`setting` is the plan held against the facts, where that is done already; `own_file` has more decisions."""
    setting = setting or against_facts(session.catalogue, plan, session.today).setting
    first = plan.stay.hosts[0] if plan.stay.hosts else None
    host = next((one for one in setting.hosts if one.id == first), None)
    decisions = tuple(decisions_at(session, own_file, host.id if host else None))
    found = course_plan(plan.courses, _setting(session, plan, (host, decisions), setting.semester))
    return JudgedPlan(host, setting.semester, found, decisions)


def _setting(
    session: Session, plan: Plan, first: tuple[Institution | None, tuple[CourseDecision, ...]], semester: Semester
) -> CourseSetting:
    host, decisions = first
    known = known_of(session, decisions, _own(plan, host), host.id if host else None)
    book = RateBook(rates(session.catalogue), dated_sets(session.catalogue))
    profile, stay = plan.profile, plan.stay
    return CourseSetting(
        today=session.today,
        host=host.id if host else None,
        country=host.country if host else None,
        level=profile.level,
        seasons=(AUTUMN, SPRING) if stay.study_year else (season_of(semester),),
        needed=_rate(book, SEMESTER_CREDITS, semester),
        dated=stay.semester is not None or stay.first_day is not None,
        slot_credits=_rate(book, K_SLOT_CREDITS, semester),
        years=_years(plan, host.id, known) if host else {},
        decisions=decisions,
        replaced=known.credits.replaced,
        first_year=known.credits.first_year,
        completed=None if profile.completed_courses is None else frozenset(profile.completed_courses),
        asks_reading_list=profile.asks_reading_list,
        exceptions=plan.exceptions,
    )


def _rate(book: RateBook, identifier: str, semester: Semester) -> Decimal | None:
    found = book.find(identifier, rate_day(semester))
    return found.value if found else None


def _own(plan: Plan, host: Institution | None) -> HostCredits:
    """What the student has found to be a full year there."""
    credits_there = plan.year_credits.get(host.id) if host else None
    return HostCredits(own_year_norm(credits_there) if credits_there is not None else None)


def _years(plan: Plan, host: str, known: Known) -> dict[str | None, YearNorm | None]:
    levels = {level_of(course, plan.profile.level) for course in plan.courses}
    return {level: host_credits(host, known, level).year for level in levels}
