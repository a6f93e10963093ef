"""What no shipped fact shows: a condition whose rate is unknown, and subjects that a source has excluded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY, UNKNOWN
from utveksling_cli.model.eligibility import Applicant, Eligibility, EligibilityCheck
from utveksling_cli.model.institution import Agreement, GradeMinimum, Institution
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.eligibility import Facts, eligibility
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
    assert {(UNKNOWN, "no_rate")} == {(check.answer, check.reason) for check in found.values()}


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
