"""What no shipped fact shows: a condition whose rate is unknown, and subjects that a source has excluded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model import rate_ids
from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN
from utveksling_cli.model.eligibility import EXCHANGE, GRANT, HOST, Applicant, Eligibility, EligibilityCheck
from utveksling_cli.model.institution import Agreement, CreditsMinimum, GradeMinimum, Institution, SubjectArea
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.eligibility import Facts, applicant_of, eligibility
from utveksling_cli.planning.rates import RateBook

from . import factory
from .conftest import Shipped

TODAY = date(2026, 11, 24)
AUTUMN = Semester("H", 2027)


def asked(
    shipped: Shipped, host: Institution | None = None, semester: Semester = AUTUMN, **told: Any
) -> dict[str, EligibilityCheck]:
    facts = Facts(RateBook(shipped.rates, shipped.sets), factory.FIELDS)
    found: Eligibility = eligibility(Applicant(**told), host, semester, TODAY, facts)
    return {check.id: check for check in found.checks}


def test_a_semester_before_any_rate_leaves_the_conditions_unknown(shipped: Shipped) -> None:
    found = asked(shipped, semester=Semester("H", 2010), credits=Decimal(300), erasmus_months=Decimal(0))
    assert list(found.values()) == [
        EligibilityCheck("credits_before_departure", EXCHANGE, UNKNOWN, "no_rate"),
        EligibilityCheck("credits_per_semester", EXCHANGE, UNKNOWN, "no_rate"),
        EligibilityCheck("erasmus_months", GRANT, UNKNOWN, "no_rate"),
        EligibilityCheck("ntnu_grant", GRANT, UNKNOWN, "no_rate"),
    ]


def test_how_many_days_are_a_month_must_be_known_to_count_days(shipped: Shipped) -> None:
    """100 days / 30 are 3.33 months."""
    known = {"erasmus_months": Decimal(0), "days": 100}
    assert asked(shipped, factory.host(), **known)["erasmus_months"].values["planned"] == "3.3"
    name = rate_ids.ERASMUS_DAYS_PER_MONTH
    without = shipped._replace(rates={**shipped.rates, name: shipped.rates[name]._replace(values=())})
    assert asked(without, factory.host(), **known)["erasmus_months"].reason == "no_rate"


@pytest.mark.parametrize(("study_year", "months"), [(False, "5"), (True, "10")])
def test_a_stay_that_does_not_say_how_long_it_is_is_a_usual_one(
    shipped: Shipped, study_year: bool, months: str
) -> None:
    facts = Facts(RateBook(shipped.rates, shipped.sets), factory.FIELDS)
    found = eligibility(Applicant(study_year=study_year), factory.host(), AUTUMN, TODAY, facts)
    (check,) = [one for one in found.checks if one.id == "erasmus_months"]
    assert check.values["planned"] == months
    assert Notice("assumption", "eligibility.months_assumed", {"months": months}) in found.notices


PROFILE = Profile("Fysikk", "master", "trondheim", Decimal(90), Decimal("4.2"), "norwegian", Decimal(3), True)
TOLD = Applicant(
    credits=Decimal(90), level="master", grade_average=Decimal("4.2"), programme="Fysikk", erasmus_months=Decimal(3),
    had_ntnu_grant=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        pytest.param(StayWish(), TOLD, id="nothing of the stay"),
        pytest.param(
            StayWish(type="freemover", study_year=True),
            TOLD._replace(stay_type="freemover", study_year=True),
            id="kind",
        ),
        pytest.param(StayWish(months=4), TOLD._replace(months=4), id="months"),
        pytest.param(StayWish(months=4, first_day=date(2027, 8, 1)), TOLD._replace(months=4), id="months from a day"),
        # 4 x 30 + 15 - 1 + 1 by the Commission's formula.
        pytest.param(
            StayWish(months=4, first_day=date(2027, 8, 1), last_day=date(2027, 12, 15)),
            TOLD._replace(days=135),
            id="both days, which go before months",
        ),
    ],
)
def test_what_the_plan_tells_of_the_student(stay: StayWish, expected: Applicant) -> None:
    assert applicant_of(Plan(PROFILE, stay=stay)) == expected


HOST_ITSELF = ("low", "https://example.no/host", "2026-11-23")


@pytest.mark.parametrize(
    ("stay_type", "evidence", "expected"),
    [
        ("freemover", "listed", (MET, "freemover", None)),
        ("traineeship", "listed", (UNKNOWN, "traineeship", None)),
        ("exchange", "listed", (PROBABLY, "agreement_listed", HOST_ITSELF)),
        (None, "reported", (UNKNOWN, "agreement_unsure", HOST_ITSELF)),
    ],
)
def test_a_kind_of_stay_is_told_with_what_the_agreement_is_known_by(
    shipped: Shipped, stay_type: str | None, evidence: str, expected: tuple[str, str, tuple[str, str, str] | None]
) -> None:
    answer, reason, known = expected
    place = factory.host(source="https://example.no/host", evidence=evidence)
    check = asked(shipped, place, stay_type=stay_type)["stay_type"]
    assert check == EligibilityCheck(
        "stay_type", HOST, answer, reason, {"evidence": evidence}, None, *(known or (None, None, None))
    )


def test_who_goes_outside_of_agreements_is_not_asked_for_what_they_hold_for(shipped: Shipped) -> None:
    found = asked(shipped, factory.host(), stay_type="freemover")
    assert not {"level", "subject_area"} & found.keys()


@pytest.mark.parametrize(
    ("told", "areas", "expected"),
    [
        pytest.param({"field": "elektronikk"}, [factory.area("0714")], (MET, "stated"), id="a field by its name"),
        pytest.param({"field": "0714"}, [factory.area("0714", "El")], (MET, "stated"), id="no programme is told"),
        pytest.param(
            {"programme": "fysikk"},
            [factory.area(text="Fysikk og fag")],
            (PROBABLY, "inferred"),
            id="a programme named",
        ),
        pytest.param(
            {"programme": "kjemi"},
            [factory.area("0714"), factory.area(text="Fysikk")],
            (UNKNOWN, "not_known"),
            id="not",
        ),
    ],
)
def test_a_subject_is_held_against_what_the_agreement_is_for(
    shipped: Shipped, told: dict[str, str], areas: list[SubjectArea], expected: tuple[str, str]
) -> None:
    place = factory.host(subject_areas=tuple(areas), reports=factory.reports(Matematikk=2))
    check = asked(shipped, place, **told)["subject_area"]
    assert (check.answer, check.reason, check.values) == (*expected, {"count": "0"})


MINIMUM = ("high", "https://minimum.example", "2026-11-20")


@pytest.mark.parametrize(
    ("average", "answer", "reason"),
    [
        (None, UNKNOWN, "not_told"),
        ("3", MET, "enough"),
        ("2.99", UNKNOWN, "rounding"),
        ("2.5", UNKNOWN, "rounding"),
        ("2.49", NOT_MET, "too_low"),
    ],
)
def test_an_average_of_half_a_letter_less_may_be_rounded_up(
    shipped: Shipped, average: str | None, answer: str, reason: str
) -> None:
    """C is 3."""
    place = factory.host(grade_minimum=GradeMinimum("C", *MINIMUM), grade_requirement="minst C")
    told = {} if average is None else {"average": average}
    check = asked(shipped, place, grade_average=None if average is None else Decimal(average))["grade_average"]
    values = {"letter": "C", "text": "minst C", **told}
    assert check == EligibilityCheck("grade_average", HOST, answer, reason, values, None, *MINIMUM)


def test_a_requirement_of_grades_in_words_alone_is_told_and_not_tried(shipped: Shipped) -> None:
    place = factory.host(source="https://example.no/host", grade_requirement="GPA 3.0")
    check = asked(shipped, place, grade_average=Decimal(5))["grade_average"]
    assert check == EligibilityCheck(
        "grade_average", HOST, UNKNOWN, "other_scale", {"text": "GPA 3.0"}, None, *HOST_ITSELF
    )
    unstated = asked(shipped, factory.host(), grade_average=Decimal(5))["grade_average"]
    assert unstated == EligibilityCheck("grade_average", HOST, UNKNOWN, "not_stated", {"text": ""})
    bare = factory.host(grade_minimum=GradeMinimum("C", *MINIMUM))
    assert asked(shipped, bare)["grade_average"].values == {"letter": "C", "text": ""}


@pytest.mark.parametrize(
    ("has", "answer", "reason"), [(None, UNKNOWN, "not_told"), (60, MET, "enough"), (59, NOT_MET, "too_few")]
)
def test_a_hosts_own_minimum_of_credits_is_held_against_what_the_student_has(
    shipped: Shipped, has: int | None, answer: str, reason: str
) -> None:
    place = factory.host(credits_minimum=CreditsMinimum(60, *MINIMUM))
    check = asked(shipped, place, credits=None if has is None else Decimal(has))["host_credits"]
    values = {"need": "60"} | ({} if has is None else {"have": str(has)})
    assert check == EligibilityCheck("host_credits", HOST, answer, reason, values, None, *MINIMUM)


@pytest.mark.parametrize(
    ("field", "inferred", "answer"),
    [("0613", False, MET), ("0613", True, PROBABLY), ("0714", False, NOT_MET), ("0714", True, UNKNOWN)],
)
def test_a_subject_that_was_read_in_a_source_can_exclude_others_and_a_deduced_one_cannot(
    shipped: Shipped, field: str, inferred: bool, answer: str
) -> None:
    host = factory.host(subject_areas=(factory.area("0613", inferred=inferred),))
    assert answer == asked(shipped, host, field=field)["subject_area"].answer


def test_reports_from_the_programme_speak_for_a_subject_that_the_source_lacks(shipped: Shipped) -> None:
    host = factory.host(subject_areas=(factory.area("0613"),), reports=factory.reports(Fysikk=2))
    found = asked(shipped, host, field="0714", programme="Fysikk")["subject_area"]
    assert (PROBABLY, "reports", "2") == (found.answer, found.reason, found.values["count"])


@pytest.mark.parametrize(("inferred", "answer"), [(False, MET), (True, PROBABLY)])
def test_an_agreement_for_all_subjects_needs_no_programme(shipped: Shipped, inferred: bool, answer: str) -> None:
    host = factory.host(agreements=(Agreement("bilateral", inferred, "general"),))
    assert answer == asked(shipped, host)["subject_area"].answer


@pytest.mark.parametrize(
    ("levels", "answer"),
    [((("bachelor", False),), NOT_MET), ((("bachelor", True),), UNKNOWN), ((), UNKNOWN), ((("master", False),), MET)],
)
def test_a_level_is_excluded_only_by_what_was_read(
    shipped: Shipped, levels: tuple[tuple[str, bool], ...], answer: str
) -> None:
    host = factory.host(levels=tuple(factory.level(name, inferred=flag) for name, flag in levels))
    assert answer == asked(shipped, host, level="master")["level"].answer


@given(average=st.decimals(1, 5, places=2), letter=st.sampled_from("ABCDE"))
def test_a_higher_average_never_meets_less(shipped: Shipped, average: Decimal, letter: str) -> None:
    host = factory.host(grade_minimum=GradeMinimum(letter, "high", "https://example.no", "2026-11-23"))
    order = (NOT_MET, UNKNOWN, MET)
    lower, higher = (
        asked(shipped, host, grade_average=one)["grade_average"].answer
        for one in (average, min(average + Decimal("0.01"), Decimal(5)))
    )
    assert order.index(lower) <= order.index(higher)


@given(earlier=st.integers(0, 24), months=st.integers(1, 12))
def test_the_months_left_are_never_more_than_the_most_nor_less_than_none(
    shipped: Shipped, earlier: int, months: int
) -> None:
    found = asked(shipped, factory.host(country="DE"), erasmus_months=Decimal(earlier), months=months)["erasmus_months"]
    assert (earlier + months <= 12) == (found.answer == MET)
    assert 0 <= int(found.values["left"]) <= 12


def test_what_the_hosts_record_does_not_say_has_no_source(shipped: Shipped) -> None:
    found = asked(shipped, factory.host(source="https://example.no/host"))
    unsaid = [check for check in found.values() if check.reason in {"not_told", "not_stated"} and check.status is None]
    assert {None} == {check.source for check in unsaid}
    assert found["stay_type"].source == "https://example.no/host"
