"""What the languages of a plan ask for: the last day for a test, and what a check says of each choice."""

from datetime import date

import pytest

from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN
from utveksling_cli.model.institution import Institution, LanguageRequirement
from utveksling_cli.model.language import LanguageFacts, Margin
from utveksling_cli.model.language_answer import Ground, HostAnswer, Occasion, RequirementAnswer, Target
from utveksling_cli.model.language_answer import TestDay as LastDay
from utveksling_cli.model.plan import LanguageEvidence, Plan, Profile, StayWish
from utveksling_cli.model.problem import INFO, WARNING, Problem
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import ASSUMPTION, Basis, PlanDate
from utveksling_cli.planning.plan_language import language_answers, language_problems, last_day_for_test
from utveksling_cli.planning.plan_language import test_dates as dates_of
from utveksling_cli.planning.plan_language import tests_of as mending_tests
from utveksling_cli.planning.plan_period import plan_period
from utveksling_cli.planning.timeline import Setting

from .factory import PLAN_FACTS, host

TODAY, DEADLINE = date(2026, 11, 24), date(2027, 2, 1)
H2027 = Semester("H", 2027)
FIRST, SECOND = host("first", name="First University"), host("second", name="Second University")
TARGET = Target("ntnu", "Frist", DEADLINE, 69, Ground("deadline", "official", "high", "https://example.no/frist"))


def exam(name: str, day: date, wanted: str, now: str | None = None) -> LastDay:
    """Ten days for the result and fourteen to spare."""
    return LastDay(name.lower(), name, wanted, now, False, day, (day - TODAY).days, 10, 14, (), ())


IELTS = exam("IELTS", date(2027, 1, 8), "6.5")
TOEFL = exam("TOEFL", date(2027, 1, 12), "90", "4.5")


def answer(place: Institution, verdict: str, *tests: LastDay, target: Target | None = TARGET) -> HostAnswer:
    needs = RequirementAnswer("en", "always", None, verdict, "too_low", None, (), tests)
    occasion = Occasion(H2027, TODAY, date(2027, 8, 1), target)
    return HostAnswer(place, occasion, verdict, "too_low", (needs,), (needs,), ())


def problems(*answers: HostAnswer) -> list[Problem]:
    hosts = tuple(one.institution for one in answers)
    stay = StayWish(semester=H2027, hosts=("unknown", *(one.id for one in hosts)))
    setting = Setting(Plan(stay=stay), H2027, TODAY, hosts, None, (), PLAN_FACTS, plan_period(stay, H2027, None))
    return list(language_problems(setting, answers))


def test_the_day_to_book_for_is_that_of_the_test_that_can_wait_the_longest() -> None:
    (found,) = dates_of([answer(FIRST, NOT_MET, IELTS, TOEFL, IELTS)])
    assert found == PlanDate(
        id="plan.language_test:first",
        code="plan.language_test",
        day=date(2027, 1, 12),
        # Six more days of November, 31 of December and twelve of January.
        days_left=49,
        kind="preparation",
        basis=Basis(ASSUMPTION, "https://example.no/frist"),
        safe_day=date(2027, 1, 12),
        host="first",
        values={
            "host": "First University",
            "tests": "IELTS\t6.5\t2027-01-08\nTOEFL\t4.5\t2027-01-12",
            "until": "2027-02-01",
            "margin": "14",
        },
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(answer(FIRST, MET, IELTS), id="met"),
        pytest.param(answer(FIRST, PROBABLY, IELTS), id="probably met"),
        pytest.param(answer(FIRST, UNKNOWN, IELTS), id="unknown"),
        pytest.param(answer(FIRST, NOT_MET), id="no test is known"),
    ],
)
def test_no_test_is_booked(other: HostAnswer) -> None:
    assert (mending_tests(other), last_day_for_test(other), dates_of([other])) == ((), None, ())


def test_without_a_deadline_there_is_no_day_in_the_plan() -> None:
    assert dates_of([answer(FIRST, NOT_MET, IELTS, target=None)]) == ()


def test_the_last_day_for_a_test_is_the_latest_of_them() -> None:
    assert last_day_for_test(answer(FIRST, NOT_MET, TOEFL, IELTS)) == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("verdict", "first", "later"),
    [
        (NOT_MET, ("language.not_met", WARNING), ("language.not_met", INFO)),
        (UNKNOWN, ("language.unknown", INFO), ("language.unknown", INFO)),
    ],
)
def test_a_language_weighs_most_for_the_first_choice(
    verdict: str, first: tuple[str, str], later: tuple[str, str]
) -> None:
    """The plan names a host before these that the facts do not know."""
    values = {"host": "First University"}, {"host": "Second University"}
    assert problems(answer(FIRST, verdict), answer(SECOND, verdict)) == [
        Problem(f"{first[0]}:first", first[1], values[0], ("stay", "hosts", 1)),
        Problem(f"{later[0]}:second", later[1], values[1], ("stay", "hosts", 2)),
    ]


@pytest.mark.parametrize("verdict", [MET, PROBABLY])
def test_a_requirement_that_is_met_is_no_problem_and_the_next_is_still_looked_at(verdict: str) -> None:
    ids = [one.id for one in problems(answer(FIRST, verdict), answer(SECOND, NOT_MET))]
    assert ids == ["language.not_met:second"]


def test_the_test_of_the_latest_day_is_told_and_not_that_of_the_latest_name() -> None:
    later = exam("A test", date(2027, 1, 20), "5")
    (found,) = dates_of([answer(FIRST, NOT_MET, TOEFL, later, IELTS)])
    assert found.day == date(2027, 1, 20)


@pytest.mark.parametrize(("study", "verdict"), [("bachelor", MET), ("master", NOT_MET), (None, UNKNOWN)])
def test_a_choice_is_answered_for_the_students_own_level(study: str | None, verdict: str) -> None:
    """The host wants B2 of a bachelor and C1 of a master; without a level it is not known which."""
    needs = LanguageRequirement("en", "B2", None, None, None, "bachelor", "Krav", "high", None, "2026-11-23")
    place = FIRST._replace(language_requirements=(needs, needs._replace(cefr="C1", level="master")))
    stay = StayWish(semester=H2027, hosts=("first",))
    plan = Plan(Profile(level=study), (LanguageEvidence("en", "cefr", "B2"),), stay)
    setting = Setting(plan, H2027, TODAY, (place,), None, (), PLAN_FACTS, plan_period(stay, H2027, None))
    facts = LanguageFacts({}, {}, Margin(14, "official", None, "2026-11-23", None))
    (found,) = language_answers(setting, [Occasion(H2027, TODAY, date(2027, 8, 1), TARGET)], facts)
    assert (found.institution, found.answer) == (place, verdict)
