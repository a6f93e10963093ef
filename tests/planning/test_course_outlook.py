"""What stands beside a plan of courses: the sum of each semester, and what was answered about the courses before."""

from datetime import date
from decimal import Decimal

from utveksling_cli.model.course import Course
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.course_outlook import CourseOutlook, SemesterTotal
from utveksling_cli.model.credits import CreditFacts
from utveksling_cli.planning.course_outlook import OutlookSetting, course_outlook
from utveksling_cli.planning.course_plan import CourseSetting, course_plan
from utveksling_cli.planning.decisions import Known

KNOWN = Known({"uq": ("Queensland", "AU")}, CreditFacts((), {}, {}), date(2026, 11, 24))
AI = Course("ai", "AI", "COMP3702", credits=Decimal("7.5"), unit="ECTS", replaces=("TDT4136",), semester="autumn")


def decided(identifier: str, ntnu: str, day: str, code: str = "COMP 3702") -> CourseDecision:
    return CourseDecision(identifier, "uq", code, "AI", "", ntnu, "", "approved", day, "https://example.org")


DECISIONS = (
    decided("new", "TDT4172", "2026-01"),
    decided("undated", "TDT4136", ""),
    decided("right", "TDT4136", "2025-01"),
    decided("other", "TDT4136", "2026-05", "MATH3090"),
)


def outlook(
    *courses: Course, seasons: tuple[str, ...] = ("autumn",), decisions: tuple[CourseDecision, ...] = DECISIONS
) -> CourseOutlook:
    plan = course_plan(courses, CourseSetting(KNOWN.today, "uq", "AU", None, seasons, Decimal(30)))
    return course_outlook(plan, OutlookSetting("uq", seasons, decisions, KNOWN))


def test_what_a_course_was_approved_for_comes_before_other_answers_and_the_newest_first() -> None:
    assert [one.decision.id for one in outlook(AI).earlier["ai"]] == ["right", "undated", "new"]


def test_a_course_at_another_host_counts_nowhere_and_has_no_answers() -> None:
    found = outlook(AI._replace(host="dtu"))
    assert found.earlier == {}
    assert found.semesters == (SemesterTotal("autumn", Decimal(0), 0, Decimal(30)),)


def test_a_course_without_a_semester_is_in_the_only_one() -> None:
    found = outlook(AI, AI._replace(id="b", semester=None), AI._replace(id="c", credits=None))
    assert found.semesters == (SemesterTotal("autumn", Decimal(15), 1, Decimal(30)),)


def test_a_year_has_a_sum_for_each_semester_and_one_for_what_is_in_neither() -> None:
    found = outlook(AI, AI._replace(id="b", semester=None), seasons=("autumn", "spring"))
    assert found.semesters == (
        SemesterTotal("autumn", Decimal("7.5"), 0, Decimal(30)),
        SemesterTotal("spring", Decimal(0), 0, Decimal(30)),
        SemesterTotal(None, Decimal("7.5"), 0, None),
    )


def test_a_course_outside_the_stay_has_a_sum_of_its_own() -> None:
    found = outlook(AI._replace(semester="spring"))
    assert found.semesters[1] == SemesterTotal("spring", Decimal("7.5"), 0, None)


def test_removed_and_rejected_courses_count_nowhere() -> None:
    found = outlook(AI._replace(status="removed"), AI._replace(id="b", status="rejected"))
    assert found.semesters == (SemesterTotal("autumn", Decimal(0), 0, Decimal(30)),)


def test_an_answer_on_the_course_together_with_others_comes_after_its_own() -> None:
    together = decided("together", "TDT4136", "2026-06", "COMP3702 + MATH3306")
    found = outlook(AI, decisions=(together, *DECISIONS))
    assert [one.decision.id for one in found.earlier["ai"]] == ["right", "undated", "new", "together"]


def test_what_a_course_replaces_may_have_its_title_beside_the_code() -> None:
    found = outlook(AI._replace(replaces=("TDT4136 Introduksjon til KI",)))
    assert [one.decision.id for one in found.earlier["ai"]] == ["right", "undated", "new"]


def test_without_a_host_or_any_decision_from_it_nothing_was_answered_before() -> None:
    for name in (None, "dtu"):
        setting = CourseSetting(KNOWN.today, name, "AU", None, ("autumn",), None)
        plan = course_plan((AI,), setting)
        found = course_outlook(plan, OutlookSetting(name, ("autumn",), DECISIONS, KNOWN))
        assert found.earlier == {"ai": ()}
        assert found.semesters == (SemesterTotal("autumn", Decimal("7.5"), 0, None),)
