"""What one host and the agreement with it ask: the kind of stay, level, subject, grades and credits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN, best
from utveksling_cli.model.eligibility import HOST, Applicant, EligibilityCheck
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.plan import FREEMOVER, TRAINEESHIP
from utveksling_cli.model.search import INFERRED, NO, YES, Criteria
from utveksling_cli.planning.criteria import fits_words, programme_reports, tests

# As Universities Norway converts letters, and as the plan file counts an average.
_LETTERS = {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1}
_HALF = Decimal("0.5")
_ANSWERS = {YES: MET, INFERRED: PROBABLY, NO: NOT_MET}
_REASONS = {MET: "stated", PROBABLY: "inferred", NOT_MET: "other_only", UNKNOWN: "not_known"}
_SAID_BY_HOST = frozenset({
    "agreement_listed", "agreement_unsure", "general", "inferred", "other_only", "other_scale", "reports", "stated",
})  # fmt: skip


def host_checks(applicant: Applicant, host: Institution, fields: dict[str, str]) -> Iterator[EligibilityCheck]:
    yield _stay_type(applicant, host)
    if applicant.stay_type != FREEMOVER:
        # What an agreement holds for; who goes outside of agreements has none.
        yield _level(applicant, host, fields)
        yield _subject(applicant, host, fields)
    yield _grades(applicant, host)
    if host.credits_minimum is not None:
        yield _credits(applicant, host)


def _stay_type(applicant: Applicant, host: Institution) -> EligibilityCheck:
    """An ordinary exchange needs an agreement; who arranges the place alone does not."""
    values = {"evidence": host.evidence}
    if applicant.stay_type == FREEMOVER:
        return _of_host("stay_type", MET, "freemover", host, values)
    if applicant.stay_type == TRAINEESHIP:
        return _of_host("stay_type", UNKNOWN, "traineeship", host, values)
    if host.evidence == "listed":
        return _of_host("stay_type", PROBABLY, "agreement_listed", host, values)
    return _of_host("stay_type", UNKNOWN, "agreement_unsure", host, values)


def _level(applicant: Applicant, host: Institution, fields: dict[str, str]) -> EligibilityCheck:
    known = {"known": " ".join(entry.level for entry in host.levels)}
    if applicant.level is None:
        return _of_host("level", UNKNOWN, "not_told", host, known)
    found = tests(Criteria(level=applicant.level), fields)["level"](host)
    answer = _ANSWERS.get(found, UNKNOWN)
    return _of_host("level", answer, _REASONS[answer], host, {**known, "level": applicant.level})


def _subject(applicant: Applicant, host: Institution, fields: dict[str, str]) -> EligibilityCheck:
    """An agreement for all subjects holds for every one; else what fits speaks for the host and nothing against it."""
    general = [entry.inferred for entry in host.agreements if entry.scope == "general"]
    if general:
        return _of_host("subject_area", PROBABLY if all(general) else MET, "general", host)
    if applicant.programme is None and applicant.field is None:
        return _of_host("subject_area", UNKNOWN, "not_told", host)
    reports = programme_reports(host, applicant.programme) if applicant.programme is not None else 0
    by_programme = PROBABLY if reports or _programme_named(applicant.programme, host) else UNKNOWN
    by_field = _field(applicant.field, host, fields)
    answer = by_field if by_field == NOT_MET and not reports else best((by_programme, by_field))
    reason = "reports" if reports and answer == PROBABLY else _REASONS[answer]
    return _of_host("subject_area", answer, reason, host, {"count": str(reports)})


def _field(field: str | None, host: Institution, fields: dict[str, str]) -> str:
    if field is None:
        return UNKNOWN
    return _ANSWERS.get(tests(Criteria(field=field), fields)["field"](host), UNKNOWN)


def _programme_named(programme: str | None, host: Institution) -> bool:
    return programme is not None and any(
        fits_words(programme, area.text) for area in host.subject_areas if area.text is not None
    )


def _grades(applicant: Applicant, host: Institution) -> EligibilityCheck:
    """An average between two letters may be rounded up to the better one, or not: that is for the host to say."""
    minimum = host.grade_minimum
    if minimum is None:
        words = host.grade_requirement
        return _of_host("grade_average", UNKNOWN, "other_scale" if words else "not_stated", host, {"text": words or ""})
    values = {"letter": minimum.letter, "text": host.grade_requirement or ""}
    lowest = _LETTERS[minimum.letter]
    average = applicant.grade_average
    if average is None:
        answer, reason = UNKNOWN, "not_told"
    elif average >= lowest:
        answer, reason = MET, "enough"
    elif average >= lowest - _HALF:
        answer, reason = UNKNOWN, "rounding"
    else:
        answer, reason = NOT_MET, "too_low"
    values |= {"average": f"{average.normalize():f}"} if average is not None else {}
    return EligibilityCheck(
        "grade_average", HOST, answer, reason, values, None, minimum.confidence, minimum.source, minimum.verified_on
    )


def _credits(applicant: Applicant, host: Institution) -> EligibilityCheck:
    minimum = host.credits_minimum
    assert minimum is not None
    values = {"need": str(minimum.ects)}
    if applicant.credits is None:
        answer, reason = UNKNOWN, "not_told"
    else:
        values["have"] = f"{applicant.credits.normalize():f}"
        enough = applicant.credits >= minimum.ects
        answer, reason = (MET, "enough") if enough else (NOT_MET, "too_few")
    return EligibilityCheck(
        "host_credits", HOST, answer, reason, values, None, minimum.confidence, minimum.source, minimum.verified_on
    )


def _of_host(
    identifier: str, answer: str, reason: str, host: Institution, values: dict[str, str] | None = None
) -> EligibilityCheck:
    """What the host's record says stands behind an answer that it gives, and behind no other."""
    known = (host.confidence, host.source, host.verified_on) if reason in _SAID_BY_HOST else (None, None, None)
    return EligibilityCheck(identifier, HOST, answer, reason, values or {}, None, *known)
