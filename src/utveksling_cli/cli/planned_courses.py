"""What the courses of the plan are worth together, as `fagplan` counts them, for a check of the requirements."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from utveksling_cli.model.notice import Notice

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.eligibility import Applicant
    from utveksling_cli.model.institution import Institution
    from utveksling_cli.model.plan import Plan


class PlannedCourses(NamedTuple):
    """`credits` is None when the plan has no courses, or too few that have a known size to say whether it is enough.

    `host` is the id of the first choice, where the courses are; None holds for any host.
    """

    credits: Decimal | None = None
    host: str | None = None
    notices: tuple[Notice, ...] = ()

    def told_by(self, applicant: Applicant, host: Institution | None) -> Applicant:
        """The applicant with these credits, where the courses are at that host."""
        if self.credits is None or not self.are_at(host):
            return applicant
        return applicant._replace(planned_credits=self.credits)

    def are_at(self, host: Institution | None) -> bool:
        return self.host is None or (host is not None and host.id == self.host)


def planned_courses(session: Session, plan: Plan) -> PlannedCourses:
    if not plan.courses:
        return PlannedCourses()
    from utveksling_cli.cli.fagplan.judged import judged
    from utveksling_cli.planning.credits import rounded

    found = judged(session, plan)
    host = plan.stay.hosts[0] if plan.stay.hosts else None
    total, unknown, needed = found.found.total, found.found.unknown, found.found.needed
    values = {"amount": f"{rounded(total).normalize():f}", "count": str(len(unknown))}
    if unknown and (needed is None or total < needed):
        return PlannedCourses(None, host, (Notice("unknown", "eligibility.courses_unknown", values),))
    code = "eligibility.courses_at_least" if unknown else "eligibility.courses"
    return PlannedCourses(total, host, (Notice("information", code, values),))
