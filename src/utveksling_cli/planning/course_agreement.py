"""What a learning agreement asks of the student beside the courses, as far as the plan tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_outlook import LanguageSkill
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import CEFR, LanguageEvidence


def language_skill(courses: Iterable[Course], evidence: Iterable[LanguageEvidence]) -> LanguageSkill | None:
    """In the language that most of the courses are taught in; the level only where the student has it as CEFR."""
    languages = Counter(course.language for course in courses if course.language)
    if not languages:
        return None
    language = min(languages, key=lambda one: (-languages[one], one))
    levels = [one.score for one in evidence if one.language == language and one.kind == CEFR]
    return LanguageSkill(language, max(levels, default=None))


def agreement_notices(isced_f: str | None, skill: LanguageSkill | None) -> tuple[Notice, ...]:
    found = [Notice("information", "courses.draft_agreement")]
    if isced_f is None:
        found.append(Notice("information", "courses.no_isced"))
    if skill is None or skill.cefr is None:
        found.append(Notice("information", "courses.no_cefr"))
    return tuple(found)
