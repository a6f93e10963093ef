"""Whether a student needs a language test at a host, and by when to take it.

A host that no requirement is known for is unknown, never met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from utveksling_cli.model.answers import ENOUGH, MET, UNKNOWN, best, worst
from utveksling_cli.model.institution import Institution, LanguageRequirement
from utveksling_cli.model.language import LanguageFacts, LanguageTest
from utveksling_cli.model.language_answer import (
    Check,
    Ground,
    HostAnswer,
    Occasion,
    RequirementAnswer,
    Student,
    TestDay,
)
from utveksling_cli.model.notice import Notice
from utveksling_cli.planning.language_checks import check, has_minimum, minima
from utveksling_cli.planning.language_dates import application_day, application_window, last_test_day

ALWAYS, COURSES, ALTERNATIVE = "always", "courses", "alternative"
NO_PROOF, HOME_STATEMENT = "none", "home_statement"
_NORDIC = frozenset({"da", "sv"})


def answer_host(host: Institution, student: Student, occasion: Occasion, facts: LanguageFacts) -> HostAnswer:
    """The answer for one host, what decided it, and how to mend it."""
    found = (*_stated(host, student, occasion, facts), *_taught(host))
    if not found:
        return HostAnswer(host, occasion, UNKNOWN, "no_requirement_known", (), (), tuple(_notices(host, (), occasion)))
    answer, reason, decided = _together(found)
    return HostAnswer(host, occasion, answer, reason, found, decided, tuple(_notices(host, found, occasion)))


def _stated(
    host: Institution, student: Student, occasion: Occasion, facts: LanguageFacts
) -> Iterator[RequirementAnswer]:
    """Those for the student's level; all of them where the level is not told."""
    for entry in host.language_requirements:
        if student.level is None or entry.level in (None, student.level):
            yield _answer(entry, student, occasion, facts)
        elif not _other_levels(host, entry, student.level):
            yield RequirementAnswer(entry.language, entry.applies, entry, UNKNOWN, "other_level", None, (), ())


def _other_levels(host: Institution, entry: LanguageRequirement, level: str) -> bool:
    """Whether a requirement in the same language is for the level."""
    same = (other for other in host.language_requirements if other.language == entry.language)
    return any(other.level in (None, level) for other in same)


def _taught(host: Institution) -> Iterator[RequirementAnswer]:
    """Languages of teaching that no requirement is known in; each must be known unless another one is enough."""
    stated = {entry.language for entry in host.language_requirements}
    applies = COURSES if len(set(host.teaching_languages)) > 1 else ALWAYS
    for language in host.teaching_languages:
        if language not in stated:
            reason = "nordic" if language in _NORDIC else "taught_in"
            yield RequirementAnswer(language, applies, None, UNKNOWN, reason, None, (), ())


def _answer(
    entry: LanguageRequirement, student: Student, occasion: Occasion, facts: LanguageFacts
) -> RequirementAnswer:
    given = [evidence for evidence in student.languages if evidence.language == entry.language]
    checks = tuple(check(evidence, entry, occasion, facts) for evidence in given)
    answer = best(one.answer for one in checks)
    decided = next((one for one in checks if one.answer == answer), None)
    reason = decided.reason if decided else "no_evidence"
    if decided is None and not has_minimum(entry):
        answer, reason = UNKNOWN, "no_minimum"
    if entry.proof == NO_PROOF and (decided is None or answer == UNKNOWN):
        answer, reason = MET, "no_proof_asked"
    tests = () if answer in ENOUGH else tuple(_tests(entry, occasion, facts))
    return RequirementAnswer(entry.language, entry.applies, entry, answer, reason, decided, checks, tests)


def _together(found: tuple[RequirementAnswer, ...]) -> tuple[str, str, tuple[RequirementAnswer, ...]]:
    """The answer, its reason, and the requirements that gave it.

    All that always apply must be met; where only courses have requirements, one of them is enough; an alternative
    that the student has something in stands in for all.
    """
    always = [entry for entry in found if entry.applies == ALWAYS]
    courses = [entry for entry in found if entry.applies == COURSES]
    instead = [entry for entry in found if entry.applies == ALTERNATIVE and entry.checks]
    base = _by_level(always) if always else best(entry.answer for entry in courses)
    answer = best((base, *(entry.answer for entry in instead)))
    pool = (always or courses) if answer == base else instead
    decided = tuple(entry for entry in pool if entry.answer == answer)
    return (answer, decided[0].reason, decided) if decided else (answer, "level_not_told", tuple(pool))


def _by_level(always: list[RequirementAnswer]) -> str:
    """The worst of the languages; within one, levels that disagree make it unknown."""
    languages: dict[str, set[str]] = {}
    for entry in always:
        languages.setdefault(entry.language, set()).add(entry.answer)
    return worst(UNKNOWN if len(answers) > 1 else next(iter(answers)) for answers in languages.values())


def _tests(entry: LanguageRequirement, occasion: Occasion, facts: LanguageFacts) -> Iterator[TestDay]:
    """The tests that the host names, else those in the language that show a level, when it wants one."""
    stated = minima(entry)
    for test in facts.tests.values():
        if test.language != entry.language:
            continue
        score = stated.get(test.id)
        wanted = score or _score_of_level(test, entry.cefr)
        last = last_test_day(test, facts.margin, occasion)
        if wanted is None or last is None or (score is None and any(stated.values())):
            continue
        levels = _level_grounds(test) if score is None else ()
        yield TestDay(
            test.id,
            test.name,
            wanted,
            _on_newest_scale(test, score),
            score is None and bool(test.scales),
            last.day,
            last.days_left,
            last.results,
            facts.margin.days,
            test.prices,
            (*levels, *last.grounds),
        )


def _score_of_level(test: LanguageTest, level: str | None) -> str | None:
    """The lowest score at the level on the scale in use; the level itself for a test that is marked with levels."""
    if level is None or not test.scales:
        return level
    levels = test.scales[-1].levels
    return dict(levels.scores).get(level) if levels else None


def _on_newest_scale(test: LanguageTest, score: str | None) -> str | None:
    """The lowest score of the scale in use whose whole range is as good as a minimum on the older one."""
    comparable = test.scales[-1].comparable if test.scales else None
    if score is None or comparable is None:
        return None
    return next((band.score for band in comparable.bands if Decimal(band.low) >= Decimal(score)), None)


def _level_grounds(test: LanguageTest) -> tuple[Ground, ...]:
    levels = test.scales[-1].levels if test.scales else None
    return (Ground("levels", levels.status, levels.confidence, levels.source, levels.note),) if levels else ()


def _notices(host: Institution, found: Iterable[RequirementAnswer], occasion: Occasion) -> Iterator[Notice]:
    """What the answers themselves do not say."""
    found = tuple(found)
    for entry in found:
        if entry.decided is not None and entry.answer in ENOUGH:
            yield from _age_notices(host, entry.decided, occasion)
    if len({entry.requirement.level for entry in found if entry.requirement}) > 1:
        yield Notice("unknown", "proof.level_not_told", {"host": host.name})
    open_ones = [entry.requirement for entry in found if entry.requirement and entry.answer not in ENOUGH]
    if any(entry.proof == HOME_STATEMENT for entry in open_ones):
        yield Notice("information", "proof.home_statement", {"host": host.name})
    window = application_window(host, occasion.semester)
    if window is not None and window.confidence == "low":
        day = application_day(window, occasion.semester).isoformat()
        yield Notice("information", "proof.host_day_unsure", {"host": host.name, "day": day})
    if occasion.target is None:
        yield Notice("unknown", "proof.no_deadline", {"host": host.name})


def _age_notices(host: Institution, one: Check, occasion: Occasion) -> Iterator[Notice]:
    values = {"host": host.name, "test": one.evidence.kind}
    if one.taken_from is not None:
        yield Notice("assumption", "proof.taken_from", values | {"day": one.taken_from.isoformat()})
    elif one.expires is not None and one.expires <= occasion.starts:
        yield Notice("warning", "proof.expires_before_stay", values | {"day": one.expires.isoformat()})
