"""Every check of a plan: each gives problems with ids that stay the same from day to day.

An error is something that stops the plan, a warning something that may; information is what the plan does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from utveksling_cli.model import timeline as codes
from utveksling_cli.model.budget import Budget
from utveksling_cli.model.deadline import GRANT_PROOF, NTNU, SOON_DAYS
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import EXCHANGE, Profile
from utveksling_cli.model.problem import ERROR, INFO, SEVERITIES, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import PlanDate
from utveksling_cli.planning.date_steps import done_dates, is_due, is_task, step_of
from utveksling_cli.planning.timeline import Setting

_STALE_YEARS = 1
_PROFILE = ("programme", "level", "credits_completed", "grade_average", "citizenship")
_COLLISIONS = {
    "timeline.collision": "calendar.next_semester",
    "timeline.exam_collision": "calendar.exams",
    "timeline.host_before_ntnu": "calendar.host_before_ntnu",
}
# How a deadline concerns the stay when it may not: only some hosts have it, or no country is chosen yet.
_UNSURE = frozenset({"possible", "listed"})
_STEP_KEYS = ("steps",)
# The kinds of stay that an agreement gives the place for; one that is not told is an ordinary exchange.
_BY_AGREEMENT = frozenset({EXCHANGE, None})


class Checked(NamedTuple):
    """`unknown` are hosts that the facts do not know; `broken` is what is wrong with the plan's own figures.

    `dates` and `notices` are the timeline's. `others` are the problems that checks of other parts have found,
    `documents` what each step of the application takes, and `finished` the steps that are done, also as a later one is.
    `open` is the semester that NTNU takes applications for.
    """

    setting: Setting
    unknown: tuple[str, ...]
    dates: tuple[PlanDate, ...]
    notices: tuple[Notice, ...]
    budget: Budget | None
    broken: str | None
    others: tuple[Problem, ...] = ()
    documents: Mapping[str, str] = MappingProxyType({})
    finished: frozenset[str] = frozenset()
    open: Semester | None = None


def check(checked: Checked) -> tuple[Problem, ...]:
    """The gravest first; those that the plan makes an exception for carry its reason."""
    found = [
        *_hosts(checked),
        *_profile(checked.setting.plan.profile),
        *_semester(checked.setting),
        *_round(checked),
        *_dates(checked),
        *_collisions(checked.notices),
        *_budget(checked),
        *_freshness(checked),
        *checked.others,
    ]
    exceptions = checked.setting.plan.exceptions
    marked = (problem._replace(exception=exceptions.get(problem.id)) for problem in found)
    return tuple(sorted(marked, key=lambda problem: SEVERITIES.index(problem.severity)))


def failed(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether the plan does not pass; warnings count when it is strict, exceptions never."""
    counted = {ERROR, WARNING} if strict else {ERROR}
    return any(problem.severity in counted and problem.exception is None for problem in problems)


def _hosts(checked: Checked) -> Iterator[Problem]:
    chosen = checked.setting.plan.stay.hosts
    if not chosen:
        yield Problem("stay.no_host", WARNING, keys=("stay",))
    for unknown in checked.unknown:
        yield Problem(f"host.unknown:{unknown}", ERROR, {"host": unknown}, _host_keys(checked, unknown))
    for host in checked.setting.hosts:
        if host.evidence == "list_only":
            yield Problem(f"host.list_only:{host.id}", WARNING, {"host": host.name}, _host_keys(checked, host.id))
        elif host.evidence != "listed" and checked.setting.plan.stay.type in _BY_AGREEMENT:
            values = {"host": host.name, "evidence": host.evidence}
            yield Problem(f"host.agreement_unsure:{host.id}", WARNING, values, _host_keys(checked, host.id))


def _host_keys(checked: Checked, identifier: str) -> tuple[str | int, ...]:
    return ("stay", "hosts", checked.setting.plan.stay.hosts.index(identifier))


def _profile(profile: Profile) -> Iterator[Problem]:
    for field in _PROFILE:
        if getattr(profile, field) is None:
            yield Problem(f"profile.missing:{field}", INFO, {"field": field}, ("profile",))


def _semester(setting: Setting) -> Iterator[Problem]:
    if setting.plan.stay.semester is None and setting.plan.stay.first_day is None:
        yield Problem("stay.no_semester", WARNING, {"semester": str(setting.semester)}, ("stay",))
    elif not any(deadline.kind in NTNU for deadline in setting.deadlines):
        yield Problem("stay.deadline_unknown", INFO, {"semester": str(setting.semester)}, ("stay", "semester"))


def _round(checked: Checked) -> Iterator[Problem]:
    """A semester after the one that NTNU takes applications for now; an earlier one has a deadline that has passed."""
    wanted, now = checked.setting.semester, checked.open
    if now is not None and wanted.first_month > now.first_month:
        values = {"semester": str(wanted), "open": str(now)}
        yield Problem("stay.not_open", INFO, values, ("stay", "semester"))


def _dates(checked: Checked) -> Iterator[Problem]:
    """What should have been done, and what is soon due. A day that was only assumed is no more than a warning."""
    done = done_dates(checked.setting.plan, checked.dates)
    first = checked.setting.hosts[0].id if checked.setting.hosts else None
    for found in checked.dates:
        over = found.id in done or step_of(found) in checked.finished
        if over or not is_task(found) or (found.host and found.host != first):
            continue
        values = {"date": found.id, "day": found.day.isoformat(), "days": str(found.days_left)}
        values["step"] = step_of(found) or ""
        if found.day_off is not None:
            values["safe"] = found.safe_day.isoformat()
        if values["step"] in checked.documents:
            values["documents"] = checked.documents[values["step"]]
        if found.past:
            yield Problem(f"deadline.passed:{found.id}", _gravity(found), values, _STEP_KEYS)
        elif is_due(found, SOON_DAYS):
            yield Problem(f"deadline.soon:{found.id}", WARNING, values, _STEP_KEYS)


def _gravity(found: PlanDate) -> str:
    """An assumed day, a deadline that only some have, and a day that is only advised may be no loss."""
    certain = found.basis.ground == codes.SOURCE and found.values.get("binding") not in _UNSURE
    return ERROR if certain and found.kind != GRANT_PROOF and found.code != codes.VISA else WARNING


def _collisions(notices: Iterable[Notice]) -> Iterator[Problem]:
    for notice in notices:
        if notice.code in _COLLISIONS:
            yield Problem(_COLLISIONS[notice.code], WARNING, notice.values, ("stay",))


def _budget(checked: Checked) -> Iterator[Problem]:
    if checked.broken is not None:
        yield Problem("money.unusable", ERROR, {"message": checked.broken}, ("budget",))
    budget = checked.budget
    if budget is None:
        return
    said = {notice.code for notice in budget.notices}
    if "budget.living_unknown" in said:
        yield Problem("money.living_unknown", WARNING, keys=("budget",))
    totals = budget.totals
    if totals.lowest_balance < 0:
        values = {"amount": str(totals.lowest_balance), "month": str(totals.lowest_month)}
        yield Problem("money.below_zero", WARNING, values, ("budget",))


def _freshness(checked: Checked) -> Iterator[Problem]:
    budget, today = checked.budget, checked.setting.today
    carried = {line.id for line in budget.lines if line.status == "carried_forward"} if budget else set()
    if carried:
        yield Problem("facts.carried_forward", INFO, {"count": str(len(carried))}, ("stay",))
    for host in checked.setting.hosts:
        if _old(host.verified_on, today):
            yield _stale(host, checked)
    old = [found for found in checked.dates if found.basis.verified_on and _old(found.basis.verified_on, today)]
    if old:
        oldest = min(found.basis.verified_on or "" for found in old)
        yield Problem("facts.old_dates", WARNING, {"count": str(len(old)), "day": oldest}, ("stay",))


def _stale(host: Institution, checked: Checked) -> Problem:
    values = {"host": host.name, "day": host.verified_on}
    return Problem(f"facts.old_host:{host.id}", WARNING, values, _host_keys(checked, host.id))


def _old(verified_on: str, today: date) -> bool:
    """Whether the day is more than a year back."""
    return verified_on < f"{today.year - _STALE_YEARS:04d}{today.isoformat()[4:]}"
