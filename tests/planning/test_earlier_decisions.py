"""Searching among earlier decisions: what fits, in which order, how old it is, and what is told with it."""

from datetime import date
from decimal import Decimal

import pytest

from utveksling_cli.model.course_decision import PROGRAMME, CourseDecision
from utveksling_cli.model.course_search import BY_COURSE, BY_HOST, DecisionSearch, DecisionWish
from utveksling_cli.model.credits import CreditFacts, ReplacedCourse, YearNorm
from utveksling_cli.model.notice import Notice
from utveksling_cli.planning.credits import HostCredits
from utveksling_cli.planning.decisions import Known, first_day, is_old, search_decisions, whole_years

TODAY = date(2026, 11, 24)
ENDED = ReplacedCourse("TIØ4161", "TIØ4162", "2024-08-01", "estimate", None, "2026-11-23", None)
KNOWN = Known({"a": ("Alpha", "US"), "b": ("Beta", "DE")}, CreditFacts((), {"TIØ4161": ENDED}, {}), TODAY)


def decision(identifier: str, **fields: str | None) -> CourseDecision:
    plain = CourseDecision(identifier, "a", "X1", "Title", "", "TDT4171", "AI", "approved", "2025-02", "https://e.org")
    return plain._replace(**fields)  # type: ignore[arg-type]


DECISIONS = [
    decision("no", decision="rejected", decided="2026-05"),
    decision("undated", decided=""),
    decision("old", decided="2019-03", institution="b", host_title="Maschinelles Lernen für Ärzte"),
    decision("new", decided="2026-04"),
    decision("year", decided="2026"),
    decision("maybe", decision="conditional", decided="2026-10-01", ntnu_code="TMA4240", ntnu_title="Statistikk"),
    decision("open", decision="unknown", decided="", ntnu_code="TIØ4161", programme=None),
]
ROWS = [one._replace(number=number) for number, one in enumerate(DECISIONS, start=1)]


EVERYTHING = DecisionWish()
ALL_OF_ONE = Notice("information", "courses.one_programme", {"programme": PROGRAMME})


def search(wish: DecisionWish = EVERYTHING, group: str | None = None) -> DecisionSearch:
    return search_decisions(ROWS, wish, KNOWN, group)


def ids(wish: DecisionWish) -> list[str]:
    return [one.decision.id for one in search(wish).suggestions]


def codes(wish: DecisionWish) -> list[str]:
    return [notice.code for notice in search(wish).notices]


def test_approvals_come_first_the_newest_first_and_undated_last() -> None:
    assert ids(EVERYTHING) == ["new", "year", "old", "undated", "maybe", "open", "no"]


def test_a_decision_has_the_same_number_in_every_list() -> None:
    assert [one.number for one in search().suggestions] == [4, 5, 3, 2, 6, 7, 1]
    assert [one.number for one in search(DecisionWish(institution="b")).suggestions] == [3]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param(DecisionWish(institution="b"), ["old"], id="a host"),
        pytest.param(DecisionWish(ntnu_codes=("TMA4240", "TIØ4161")), ["maybe", "open"], id="several courses"),
        pytest.param(DecisionWish(text="lernen arzte"), ["old"], id="words without their dots"),
        pytest.param(DecisionWish(text="beta"), ["old"], id="the host's name"),
        pytest.param(DecisionWish(programme="INDØK", ntnu_codes=("TIØ4161",)), [], id="own rows have no programme"),
        pytest.param(DecisionWish(programme="datateknologi"), [], id="another programme"),
        pytest.param(DecisionWish(approved_after="2025"), ["new", "year", "maybe"], id="after a year"),
        pytest.param(DecisionWish(approved_after="2026"), [], id="the year itself is not after it"),
        pytest.param(DecisionWish(approved_after="2026-04"), ["maybe"], id="a year alone may lie before the month"),
        pytest.param(DecisionWish(approved_after="2026-09-30"), ["maybe"], id="after a day"),
    ],
)
def test_what_is_asked_for_is_what_is_found(wish: DecisionWish, expected: list[str]) -> None:
    assert ids(wish) == expected


def test_age_is_counted_from_the_first_day_that_it_can_be() -> None:
    assert (first_day("2023"), first_day("2023-11"), first_day("2023-11-24")) == (
        date(2023, 1, 1),
        date(2023, 11, 1),
        date(2023, 11, 24),
    )
    assert [is_old(day, TODAY) for day in ("2023-11-23", "2023-11-24", "2023-11", "2023-12", "2024")] == [
        True,
        False,
        True,
        False,
        False,
    ]
    assert [whole_years(day, TODAY) for day in (date(2023, 11, 24), date(2023, 11, 25), date(2027, 1, 1))] == [3, 2, 0]


def test_no_date_is_an_unknown_age_and_never_a_new_one() -> None:
    (undated,) = [one for one in search().suggestions if one.decision.id == "undated"]
    assert (undated.years, undated.old) == (None, None)


def test_a_course_that_has_ended_is_told_with_the_new_one_from_its_day_on() -> None:
    wish = DecisionWish(ntnu_codes=("TIØ4161",))
    (found,) = search(wish).suggestions
    assert found.replaced == ENDED
    assert "courses.replaced" in codes(wish)
    before = KNOWN._replace(today=date(2024, 7, 31))
    assert search_decisions(ROWS, wish, before).suggestions[0].replaced is None


def test_what_keeps_an_answer_from_being_whole_is_told() -> None:
    assert codes(DecisionWish(programme="datateknologi")) == ["courses.other_programme"]
    assert "courses.undated" in codes(DecisionWish(approved_after="2025"))
    assert codes(DecisionWish(institution="b")) == ["courses.old", "courses.one_programme"]
    told = search_decisions(ROWS, DecisionWish(institution="b"), KNOWN._replace(own=HostCredits(None, "sp"))).notices
    assert told[0].code == "courses.numbers_sp"


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param(
            DecisionWish(programme="datateknologi"),
            [Notice("unknown", "courses.other_programme", {"known": PROGRAMME})],
            id="the decisions are of another programme",
        ),
        pytest.param(
            DecisionWish(approved_after="2025"),
            [Notice("unknown", "courses.undated", {"count": "1"}), ALL_OF_ONE],
            id="one approval without a date may be newer",
        ),
        pytest.param(
            DecisionWish(institution="b"),
            [Notice("warning", "courses.old", {"years": "3"}), ALL_OF_ONE],
            id="one is more than three years old",
        ),
        pytest.param(
            DecisionWish(ntnu_codes=("TIØ4161",)),
            [
                Notice("warning", "courses.replaced", {"code": "TIØ4161", "day": "2024-08-01", "by": "TIØ4162"}),
                ALL_OF_ONE,
            ],
            id="the course has a new code",
        ),
    ],
)
def test_a_notice_has_all_that_fills_its_sentence(wish: DecisionWish, expected: list[Notice]) -> None:
    assert list(search(wish).notices) == expected


def test_a_course_that_ended_with_nothing_in_its_place_is_told_so() -> None:
    gone = CreditFacts((), {"TIØ4161": ENDED._replace(replaced_by=None)}, {})
    first, *_ = search_decisions(ROWS, DecisionWish(ntnu_codes=("TIØ4161",)), KNOWN._replace(credits=gone)).notices
    assert first == Notice("warning", "courses.ended", {"code": "TIØ4161", "day": "2024-08-01"})


SIZES = [
    decision("1", host_credits="4"),
    decision("2", host_credits="3"),
    decision("3", host_credits="3", institution="b"),
    decision("4", host_credits=""),
]
A_YEAR = YearNorm(Decimal(30), Decimal(32), None, ())


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param(
            HostCredits(None),
            [Notice("unknown", "courses.no_unit", {"count": "3"})],
            id="three numbers that are not said to be of anything",
        ),
        pytest.param(
            HostCredits(None, "host"),
            [
                Notice("assumption", "courses.numbers_host"),
                Notice("unknown", "courses.no_norm", {"host": "Alpha"}),
                Notice("unknown", "courses.no_norm", {"host": "Beta"}),
            ],
            id="credits of hosts whose year is not known",
        ),
        pytest.param(
            HostCredits(A_YEAR, "host"),
            [
                Notice("assumption", "courses.numbers_host"),
                Notice("unknown", "courses.range", {"host": "Alpha"}),
                Notice("unknown", "courses.range", {"host": "Beta"}),
            ],
            id="a year of 30 to 32",
        ),
        pytest.param(HostCredits(A_YEAR, "sp"), [Notice("assumption", "courses.numbers_sp")], id="studiepoeng"),
    ],
)
def test_what_keeps_sizes_from_being_studiepoeng_is_told_once_for_each_host(
    own: HostCredits, expected: list[Notice]
) -> None:
    found = search_decisions(SIZES, EVERYTHING, KNOWN._replace(own=own))
    assert list(found.notices) == [*expected, ALL_OF_ONE]


def test_a_host_that_the_facts_lack_is_left_out() -> None:
    rows = [decision("gone", institution="gone"), decision("here")]
    assert [one.decision.id for one in search_decisions(rows, EVERYTHING, KNOWN).suggestions] == ["here"]


def test_equal_decisions_stand_by_host_then_code_then_id() -> None:
    rows = [
        decision("4", institution="b", host_code="A"),
        decision("3", host_code="B"),
        decision("2", host_code="A"),
        decision("1", host_code="A"),
    ]
    assert [one.decision.id for one in search_decisions(rows, EVERYTHING, KNOWN).suggestions] == ["1", "2", "3", "4"]


def test_groups_count_every_outcome_and_the_newest_yes() -> None:
    first, second = search(group=BY_HOST).groups
    assert (first.key, first.approved, first.conditional, first.rejected, first.unknown) == ("a", 3, 1, 1, 1)
    assert (first.latest, first.numbers) == ("2026-10-01", (4, 5, 2, 6, 7, 1))
    assert (second.key, second.name, second.latest) == ("b", "Beta", "2019-03")
    assert [(one.key, one.name) for one in search(group=BY_COURSE).groups] == [
        ("TDT4171", "AI"),
        ("TMA4240", "Statistikk"),
        ("TIØ4161", "AI"),
    ]


def test_a_course_ends_on_its_day() -> None:
    wish = DecisionWish(ntnu_codes=("TIØ4161",))
    on_the_day = search_decisions(ROWS, wish, KNOWN._replace(today=date(2024, 8, 1)))
    assert on_the_day.suggestions[0].replaced == ENDED


def test_a_group_has_the_name_that_most_of_its_decisions_give_the_course() -> None:
    rows = [decision("1", ntnu_title="Æ"), decision("2", ntnu_title="AI"), decision("3", ntnu_title="AI")]
    (group,) = search_decisions(rows, EVERYTHING, KNOWN, BY_COURSE).groups
    assert (group.name, group.latest) == ("AI", "2025-02")


def test_electives_have_no_name_in_common_and_a_course_may_have_none() -> None:
    """Those that stand for no NTNU course are one group, whatever each was called."""
    rows = [decision("1", ntnu_code="", ntnu_title="Valgemne"), decision("2", ntnu_title="")]
    found = search_decisions(rows, EVERYTHING, KNOWN, BY_COURSE).groups
    assert {one.key: one.name for one in found} == {"": "", "TDT4171": ""}


def test_without_a_yes_a_group_has_no_newest_one() -> None:
    rows = [decision("1", decision="rejected"), decision("2", decision="unknown")]
    (group,) = search_decisions(rows, EVERYTHING, KNOWN, BY_HOST).groups
    assert group.latest is None
