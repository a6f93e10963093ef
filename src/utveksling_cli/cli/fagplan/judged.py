"""The courses of the student's plan held against the facts, for the commands that show or check them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.catalogue.credit_queries import credit_facts
from utveksling_cli.catalogue.decision_queries import course_decisions
from utveksling_cli.catalogue.funding_queries import country_sets, rates
from utveksling_cli.cli.planned import against_facts
from utveksling_cli.model.course import AUTUMN, SPRING
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.rate_ids import SEMESTER_CREDITS
from utveksling_cli.planning.course_plan import CourseSetting, course_plan
from utveksling_cli.planning.credits import year_norm
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.model.time import Semester


class JudgedPlan(NamedTuple):
    """`host` is the first choice; None when there is none that the facts know."""

    host: Institution | None
    semester: Semester
    found: CoursePlan


def judged(session: Session, plan: Plan) -> JudgedPlan:
    setting = against_facts(session.catalogue, plan, session.today).setting
    first = plan.stay.hosts[0] if plan.stay.hosts else None
    host = next((one for one in setting.hosts if one.id == first), None)
    found = course_plan(plan.courses, _setting(session, plan, host, setting.semester))
    return JudgedPlan(host, setting.semester, found)


def _setting(session: Session, plan: Plan, host: Institution | None, semester: Semester) -> CourseSetting:
    catalogue = session.catalogue
    facts = credit_facts(catalogue)
    needed = RateBook(rates(catalogue), country_sets(catalogue)).find(SEMESTER_CREDITS, rate_day(semester))
    season = AUTUMN if semester.season == "H" else SPRING
    return CourseSetting(
        today=session.today,
        host=host.id if host else None,
        country=host.country if host else None,
        level=plan.profile.level,
        seasons=(AUTUMN, SPRING) if plan.stay.study_year else (season,),
        needed=needed.value if needed else None,
        year=year_norm(facts.norms, host.id, host.country, plan.profile.level) if host else None,
        decisions=tuple(course_decisions(catalogue, institution=host.id)) if host else (),
        replaced=facts.replaced,
        exceptions=plan.exceptions,
    )
