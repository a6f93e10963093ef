"""Hold one piece of evidence against one language requirement of a host.

A minimum that the host states on the test's own scale decides alone. A score that was converted can speak for the
host, and against it only when the test's owner published the conversion. What the host does not name is unknown.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN
from utveksling_cli.model.institution import LanguageRequirement
from utveksling_cli.model.language import (
    CAMBRIDGE,
    CEFR_LEVELS,
    DUOLINGO,
    IELTS,
    MINIMUM_SCALES,
    TOEFL,
    Comparable,
    LanguageFacts,
    LanguageTest,
    Scale,
)
from utveksling_cli.model.language_answer import Check, Ground, Occasion
from utveksling_cli.model.plan import CEFR, UPPER_SECONDARY, LanguageEvidence
from utveksling_cli.planning.language_dates import ASSUMED, EXPIRED, VALID, Age, proof_age, result_age

_OFFICIAL = "official"
# From what counts to what does not.
_STANDINGS = (VALID, ASSUMED, EXPIRED)


class Verdict(NamedTuple):
    """`answer` and what it was held against, before the age of the evidence is looked at."""

    answer: str
    reason: str
    wanted: str | None = None
    level: str | None = None
    grounds: tuple[Ground, ...] = ()


def check(
    evidence: LanguageEvidence, requirement: LanguageRequirement, occasion: Occasion, facts: LanguageFacts
) -> Check:
    """Evidence in another language than the requirement's is not for this function."""
    if evidence.date is not None and evidence.date > occasion.today:
        return Check(evidence, NOT_MET, "not_taken")
    if evidence.kind == UPPER_SECONDARY:
        return _of_grade(evidence, requirement, occasion)
    test = facts.tests.get(evidence.kind)
    if evidence.kind == CEFR or (test is not None and not test.scales):
        verdict = _of_level(evidence, requirement)
    elif test is not None:
        verdict = _of_score(evidence, requirement, test)
    else:
        verdict = Verdict(UNKNOWN, "unknown_test")
    return _aged(evidence, verdict, requirement, (test, occasion))


def has_minimum(requirement: LanguageRequirement) -> bool:
    """Whether the requirement says more than words do."""
    return any(value is not None for value in (*minima(requirement).values(), *_other_minima(requirement)))


def minima(requirement: LanguageRequirement) -> dict[str, str | None]:
    """The lowest score by the test's id, as decimal text."""
    whole = {
        TOEFL: requirement.toefl_ibt,
        CAMBRIDGE: requirement.cambridge,
        DUOLINGO: requirement.duolingo,
    }
    scores = {test: None if score is None else str(score) for test, score in whole.items()}
    return {TOEFL: scores.pop(TOEFL), IELTS: requirement.ielts, **scores}


def _other_minima(requirement: LanguageRequirement) -> tuple[object, object]:
    return requirement.cefr, requirement.upper_secondary_grade


def _not_named(requirement: LanguageRequirement) -> Verdict:
    return Verdict(UNKNOWN, "not_named" if has_minimum(requirement) else "no_minimum")


def _of_level(evidence: LanguageEvidence, requirement: LanguageRequirement) -> Verdict:
    known = evidence.score.strip().upper()
    if known not in CEFR_LEVELS:
        return Verdict(UNKNOWN, "unreadable")
    wanted = requirement.cefr
    if wanted is None:
        return _not_named(requirement)
    enough = CEFR_LEVELS.index(known) >= CEFR_LEVELS.index(wanted)
    return Verdict(MET, "enough", wanted) if enough else Verdict(NOT_MET, "too_low", wanted)


def _of_score(evidence: LanguageEvidence, requirement: LanguageRequirement, test: LanguageTest) -> Verdict:
    score = _decimal(evidence.score)
    scale = None if score is None else scale_of(test, score)
    if score is None or scale is None:
        return Verdict(UNKNOWN, "unreadable")
    wanted = minima(requirement).get(test.id)
    if wanted is None:
        return _by_level(score, scale, requirement)
    if scale.id == MINIMUM_SCALES.get(test.id, scale.id):
        return _direct(evidence, score, Decimal(wanted), test)
    return _by_comparison(score, scale, wanted)


def scale_of(test: LanguageTest, score: Decimal) -> Scale | None:
    """The scale that the score lies on; the newest where it could be on several."""
    for scale in reversed(test.scales):
        lowest, step = Decimal(scale.lowest), Decimal(scale.step)
        if lowest <= score <= Decimal(scale.highest) and (score - lowest) % step == 0:
            return scale
    return None


def _direct(evidence: LanguageEvidence, score: Decimal, wanted: Decimal, test: LanguageTest) -> Verdict:
    """On the host's own scale. A total that is only printed beside a newer scale's is an estimate by the owner."""
    printed = _printed_beside(evidence, test)
    grounds = (_comparable_ground(printed),) if printed else ()
    if score < wanted:
        return Verdict(NOT_MET, "too_low", f"{wanted:f}", None, grounds)
    if printed:
        return Verdict(PROBABLY, "printed_enough", f"{wanted:f}", None, grounds)
    return Verdict(MET, "enough", f"{wanted:f}")


def _printed_beside(evidence: LanguageEvidence, test: LanguageTest) -> Comparable | None:
    """What the newer scale's report prints, when the test was taken on a day that only the newer scale is for."""
    score = _decimal(evidence.score)
    scale = None if score is None else scale_of(test, score)
    taken = evidence.date.isoformat() if evidence.date else None
    if taken is None or scale is None or scale.until_date is None or taken < scale.until_date:
        return None
    newer = (other.comparable for other in test.scales if other.comparable and other.comparable.scale == scale.id)
    return next(newer, None)


def _by_comparison(score: Decimal, scale: Scale, wanted: str) -> Verdict:
    """A minimum on the test's other scale, by the ranges that its owner has published."""
    comparable = scale.comparable
    bands = comparable.bands if comparable else ()
    band = next((band for band in bands if Decimal(band.score) == score), None)
    if comparable is None or band is None:
        return Verdict(UNKNOWN, "not_comparable", wanted)
    grounds = (_comparable_ground(comparable),)
    if Decimal(band.low) >= Decimal(wanted):
        return Verdict(PROBABLY, "comparable_enough", wanted, None, grounds)
    if Decimal(band.high) >= Decimal(wanted):
        return Verdict(UNKNOWN, "comparable_between", wanted, None, grounds)
    return _against(comparable.status, "comparable_too_low", wanted, None, grounds)


def _by_level(score: Decimal, scale: Scale, requirement: LanguageRequirement) -> Verdict:
    """The host does not name the test, but a level that its scores can be read as."""
    levels, wanted = scale.levels, requirement.cefr
    if wanted is None or levels is None:
        return _not_named(requirement)
    grounds = (Ground("levels", levels.status, levels.confidence, levels.source, levels.note),)
    level = next((name for name, lowest in reversed(levels.scores) if score >= Decimal(lowest)), None)
    if level is not None and CEFR_LEVELS.index(level) >= CEFR_LEVELS.index(wanted):
        return Verdict(PROBABLY, "level_enough", wanted, level, grounds)
    if wanted not in dict(levels.scores):
        return Verdict(UNKNOWN, "not_comparable", wanted, level, grounds)
    return _against(levels.status, "level_too_low", wanted, level, grounds)


def _against(status: str, reason: str, wanted: str, level: str | None, grounds: tuple[Ground, ...]) -> Verdict:
    return Verdict(NOT_MET if status == _OFFICIAL else UNKNOWN, reason, wanted, level, grounds)


def _of_grade(evidence: LanguageEvidence, requirement: LanguageRequirement, occasion: Occasion) -> Check:
    grade, wanted = _decimal(evidence.score), requirement.upper_secondary_grade
    if grade is None:
        return Check(evidence, UNKNOWN, "unreadable")
    if wanted is None:
        return Check(evidence, *_not_named(requirement)[:2])
    if grade < wanted:
        return Check(evidence, NOT_MET, "too_low", str(wanted))
    if requirement.upper_secondary_max_age_years is None:
        return Check(evidence, MET, "enough", str(wanted))
    age = proof_age(evidence, requirement.upper_secondary_max_age_years, occasion.starts)
    answer, reason = {
        VALID: (MET, "enough"),
        ASSUMED: (UNKNOWN, "diploma_age_unknown"),
        EXPIRED: (NOT_MET, "diploma_too_old"),
    }[age.standing]
    return Check(evidence, answer, reason, str(wanted), None, age.expires, age.taken_from)


def _aged(
    evidence: LanguageEvidence,
    verdict: Verdict,
    requirement: LanguageRequirement,
    around: tuple[LanguageTest | None, Occasion],
) -> Check:
    """The verdict, unless the result is gone on the day that it must count."""
    test, occasion = around
    validity = test.validity if test else None
    ages = [Age(VALID)]
    grounds = verdict.grounds
    if validity is not None and validity.years is not None:
        ages.append(result_age(evidence, validity.years, occasion.day))
        grounds += (Ground("validity", validity.status, validity.confidence, validity.source, validity.note),)
    if requirement.certificate_max_age_years is not None:
        ages.append(proof_age(evidence, requirement.certificate_max_age_years, occasion.day))
    age = min(ages, key=_urgency)
    gone = age.standing == EXPIRED
    answer, reason = (NOT_MET, "expired") if gone else (verdict.answer, verdict.reason)
    return Check(evidence, answer, reason, verdict.wanted, verdict.level, age.expires, age.taken_from, grounds)


def _urgency(age: Age) -> tuple[int, int, int]:
    """What counts least comes first, and among equals what ends first or must have been taken last."""
    ends, begins = age.expires or date.max, age.taken_from or date.min
    return -_STANDINGS.index(age.standing), ends.toordinal(), -begins.toordinal()


def _comparable_ground(comparable: Comparable) -> Ground:
    return Ground("comparable", comparable.status, comparable.confidence, comparable.source, comparable.note)


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
