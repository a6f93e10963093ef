"""Which language a learning agreement asks about, and what it tells that the plan lacks."""

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_outlook import LanguageSkill
from utveksling_cli.model.plan import LanguageEvidence
from utveksling_cli.planning.course_agreement import agreement_notices, language_skill

GERMAN, ENGLISH = (Course(code, language=code) for code in ("de", "en"))
UNTOLD = Course("untold")
C1 = LanguageEvidence("en", "cefr", "C1")


def told(isced_f: str | None, skill: LanguageSkill | None) -> list[tuple[str, str]]:
    return [(notice.kind, notice.code) for notice in agreement_notices(isced_f, skill)]


def test_no_language_is_asked_about_where_no_course_tells_its_own() -> None:
    assert language_skill([UNTOLD], [C1]) is None


def test_the_language_of_most_courses_is_asked_about_and_of_as_many_the_first_by_its_code() -> None:
    assert LanguageSkill("en", None) == language_skill([GERMAN, ENGLISH, ENGLISH], [])
    assert LanguageSkill("de", None) == language_skill([UNTOLD, UNTOLD, ENGLISH, GERMAN], [])


def test_the_level_is_the_highest_that_is_a_cefr_level_in_that_language() -> None:
    evidence = [
        C1._replace(score="B2"),
        C1,
        C1._replace(language="de", score="C2"),
        C1._replace(kind="ielts", score="9"),
    ]
    assert LanguageSkill("en", "C1") == language_skill([ENGLISH], evidence)


def test_what_the_plan_lacks_is_told_beside_that_it_is_a_draft() -> None:
    draft, field, level = (("information", f"courses.{what}") for what in ("draft_agreement", "no_isced", "no_cefr"))
    assert told("0613", LanguageSkill("en", "C1")) == [draft]
    assert told(None, LanguageSkill("en", "C1")) == [draft, field]
    assert told("0613", LanguageSkill("en", None)) == [draft, level]
    assert told(None, None) == [draft, field, level]
