"""The requirements that a plan surely does not meet, as problems of its check."""

from __future__ import annotations

from collections.abc import Iterator

from utveksling_cli.model.answers import NOT_MET
from utveksling_cli.model.eligibility import EXCHANGE, GRANT, EligibilityCheck
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.plan import Plan
from utveksling_cli.model.problem import ERROR, INFO, WARNING, Problem
from utveksling_cli.planning.eligibility import Facts, applicant_of, eligibility
from utveksling_cli.planning.timeline import Setting

_CODES = {
    "credits_before_departure": "requirement.credits",
    "level": "requirement.level",
    "subject_area": "requirement.subject_area",
    "grade_average": "requirement.grade_average",
    "host_credits": "requirement.host_credits",
    "erasmus_months": "requirement.erasmus_months",
    "ntnu_grant": "requirement.ntnu_grant",
}
# Credits that can still be taken before the stay.
_NOT_YET = "not_yet"


def requirement_problems(setting: Setting, facts: Facts) -> Iterator[Problem]:
    """What is unknown is no problem here: what the plan does not tell has one of its own."""
    applicant = applicant_of(setting.plan)
    told: set[str] = set()
    for rank, host in enumerate(setting.hosts or (None,)):
        found = eligibility(applicant, host, setting.semester, setting.today, facts)
        for check in found.checks:
            if check.answer == NOT_MET and check.id in _CODES:
                problem = _problem(check, host, rank, setting.plan)
                if problem.id not in told:
                    told.add(problem.id)
                    yield problem


def _problem(check: EligibilityCheck, host: Institution | None, rank: int, plan: Plan) -> Problem:
    """A host's own requirement is about the host; NTNU's and those of grants are about the student."""
    code = _CODES[check.id]
    if check.about in {EXCHANGE, GRANT} or host is None:
        severity = INFO if check.about == GRANT or check.reason == _NOT_YET else ERROR
        return Problem(code, severity, check.values, ("profile",))
    keys = ("stay", "hosts", plan.stay.hosts.index(host.id))
    return Problem(f"{code}:{host.id}", INFO if rank else WARNING, {**check.values, "host": host.name}, keys)
