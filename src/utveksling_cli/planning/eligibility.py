"""Whether a student meets what NTNU, the host and the grants ask, line by line.

It says nothing of getting a place: those go by grade average among all that apply.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.model import rate_ids
from utveksling_cli.model.answers import MET, NOT_MET, UNKNOWN
from utveksling_cli.model.eligibility import EXCHANGE, GRANT, Applicant, Eligibility, EligibilityCheck
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan
from utveksling_cli.model.rate import UsedRate
from utveksling_cli.model.stay import counted_days
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.host_eligibility import host_checks
from utveksling_cli.planning.rates import RateBook
from utveksling_cli.planning.stays import rate_day

_USUAL_MONTHS, _STUDY_YEAR_MONTHS = 5, 10
_ABOUT = {"credits_before_departure": EXCHANGE, "credits_per_semester": EXCHANGE}


class Facts(NamedTuple):
    """`fields` is ISCED-F code to Norwegian name."""

    book: RateBook
    fields: dict[str, str]


def applicant_of(plan: Plan) -> Applicant:
    """What the plan tells of the student; what its courses are worth is for the course plan to say."""
    profile, stay = plan.profile, plan.stay
    days = counted_days(stay.first_day, stay.last_day) if stay.first_day and stay.last_day else None
    return Applicant(
        credits=profile.credits_completed,
        level=profile.level,
        grade_average=profile.grade_average,
        programme=profile.programme,
        erasmus_months=profile.earlier_erasmus_months,
        had_ntnu_grant=profile.had_ntnu_grant,
        stay_type=stay.type,
        months=stay.months if days is None else None,
        study_year=stay.study_year,
        days=days,
    )


def eligibility(
    applicant: Applicant, host: Institution | None, semester: Semester, today: date, facts: Facts
) -> Eligibility:
    """Every line that concerns the student; a line whose facts are missing is unknown, never left out."""
    checks = [
        _credits(applicant, semester, today, facts.book),
        _semester_credits(applicant, semester, facts.book),
        *(host_checks(applicant, host, facts.fields) if host else ()),
        *_grants(applicant, host, semester, facts.book),
    ]
    return Eligibility(host, semester, tuple(checks), tuple(_notices(applicant, checks)))


def _credits(applicant: Applicant, semester: Semester, today: date, book: RateBook) -> EligibilityCheck:
    rate = book.find(rate_ids.EXCHANGE_CREDITS, rate_day(semester))
    if rate is None:
        return _no_rate("credits_before_departure")
    values = {"need": _plain(rate.value)}
    if applicant.credits is None:
        return _by_rate("credits_before_departure", (UNKNOWN, "not_told"), rate, values)
    values |= {"have": _plain(applicant.credits), "missing": _plain(rate.value - applicant.credits)}
    if applicant.credits >= rate.value:
        return _by_rate("credits_before_departure", (MET, "enough"), rate, values)
    reason = "not_yet" if today < semester.first_month.first_day else "too_few"
    return _by_rate("credits_before_departure", (NOT_MET, reason), rate, values)


def _semester_credits(applicant: Applicant, semester: Semester, book: RateBook) -> EligibilityCheck:
    rate = book.find(rate_ids.SEMESTER_CREDITS, rate_day(semester))
    if rate is None:
        return _no_rate("credits_per_semester")
    needed = rate.value * (2 if applicant.study_year else 1)
    values = {"need": _plain(needed)}
    if applicant.planned_credits is None:
        return _by_rate("credits_per_semester", (UNKNOWN, "not_told"), rate, values)
    values |= {"have": _plain(applicant.planned_credits)}
    enough = applicant.planned_credits >= needed
    return _by_rate(
        "credits_per_semester", (MET if enough else NOT_MET, "enough" if enough else "too_few"), rate, values
    )


def _grants(
    applicant: Applicant, host: Institution | None, semester: Semester, book: RateBook
) -> Iterator[EligibilityCheck]:
    """NTNU's own grant outside Erasmus+, the months of Erasmus+ within it; both when no host tells which."""
    day = rate_day(semester)
    erasmus = {code for name in rate_ids.ERASMUS_SETS for code in book.codes(name, day)}
    if host is None or host.country in erasmus:
        yield _erasmus_months(applicant, day, book)
    if host is None or host.country not in erasmus | book.codes(rate_ids.SEMP_COUNTRIES, day):
        yield _ntnu_grant(applicant, day, book)


def _erasmus_months(applicant: Applicant, day: date, book: RateBook) -> EligibilityCheck:
    rate = book.find(rate_ids.ERASMUS_MAX_MONTHS, day)
    if rate is None:
        return _no_rate("erasmus_months")
    planned = _months(applicant, day, book)
    if planned is None:
        return _no_rate("erasmus_months")
    values = {"most": _plain(rate.value), "planned": _plain(round(planned, 1))}
    earlier = applicant.erasmus_months
    if earlier is None:
        return _by_rate("erasmus_months", (UNKNOWN, "not_told"), rate, values)
    values |= {"earlier": _plain(earlier), "left": _plain(max(rate.value - earlier, Decimal(0)))}
    enough = earlier + planned <= rate.value
    return _by_rate("erasmus_months", (MET if enough else NOT_MET, "enough" if enough else "too_many"), rate, values)


def _months(applicant: Applicant, day: date, book: RateBook) -> Decimal | None:
    """What the stay takes of the months; None when it has days, and how many of them are a month is unknown."""
    if applicant.months is not None:
        return Decimal(applicant.months)
    if applicant.days is not None:
        in_month = book.find(rate_ids.ERASMUS_DAYS_PER_MONTH, day)
        return None if in_month is None else applicant.days / in_month.value
    return Decimal(_STUDY_YEAR_MONTHS if applicant.study_year else _USUAL_MONTHS)


def _ntnu_grant(applicant: Applicant, day: date, book: RateBook) -> EligibilityCheck:
    rate = book.find(rate_ids.NTNU_GRANT_TIMES, day)
    if rate is None:
        return _no_rate("ntnu_grant")
    if applicant.had_ntnu_grant:
        return _by_rate("ntnu_grant", (NOT_MET, "had_before"), rate, {})
    if applicant.erasmus_months:
        return _by_rate("ntnu_grant", (NOT_MET, "had_erasmus"), rate, {})
    told = applicant.had_ntnu_grant is not None and applicant.erasmus_months is not None
    return _by_rate("ntnu_grant", (MET if told else UNKNOWN, "first_time" if told else "not_told"), rate, {})


def _notices(applicant: Applicant, checks: list[EligibilityCheck]) -> Iterator[Notice]:
    assumed = applicant.months is None and applicant.days is None
    if assumed and any(check.id == "erasmus_months" for check in checks):
        months = _STUDY_YEAR_MONTHS if applicant.study_year else _USUAL_MONTHS
        yield Notice("assumption", "eligibility.months_assumed", {"months": str(months)})
    yield Notice("information", "eligibility.no_promise")


def _by_rate(identifier: str, verdict: tuple[str, str], rate: UsedRate, values: dict[str, str]) -> EligibilityCheck:
    """`verdict` is the answer and its reason."""
    answer, reason = verdict
    standing = (rate.status, None, rate.source, rate.verified_on, rate.note)
    return EligibilityCheck(identifier, _ABOUT.get(identifier, GRANT), answer, reason, values, *standing)


def _no_rate(identifier: str) -> EligibilityCheck:
    return EligibilityCheck(identifier, _ABOUT.get(identifier, GRANT), UNKNOWN, "no_rate")


def _plain(value: Decimal) -> str:
    """`60` and not `60.0`."""
    return f"{value.normalize():f}"
