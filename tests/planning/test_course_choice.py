"""The proposed set of courses is the best there is, held against every set, and says what it leaves out."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.course_choice import CourseChoice, NotCovered
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.course_search import DecisionGroup, Suggestion
from utveksling_cli.model.credits import CreditFacts
from utveksling_cli.model.notice import Notice
from utveksling_cli.planning import course_choice
from utveksling_cli.planning.course_choice import choose, tried_elsewhere
from utveksling_cli.planning.credits import HostCredits
from utveksling_cli.planning.decisions import Known, suggestion

TODAY = date(2026, 11, 24)
KNOWN = Known({"a": ("Alpha", "DE")}, CreditFacts((), {}, {}), TODAY)
AI, STATISTICS = "TDT4171", "TMA4240"


def row(code: str, replaces: str, sp: str, decided: str = "2026-01", outcome: str = "approved") -> Suggestion:
    identifier = f"{code}-{replaces}-{decided}"
    one = CourseDecision(identifier, "a", code, "", sp, replaces, "", outcome, decided, "https://e.org")
    return suggestion(one, KNOWN, HostCredits(None, "sp"))


def chosen(choice: CourseChoice) -> list[str]:
    return [one.suggestion.decision.host_code for one in choice.chosen]


def pick(rows: list[Suggestion], *wanted: str, target: str = "30") -> CourseChoice:
    return choose(rows, wanted, Decimal(target), TODAY)


def test_wanted_courses_are_covered_and_the_rest_is_filled_with_the_least_excess() -> None:
    rows = [row("A", AI, "7.5"), row("B", STATISTICS, "7.5"), row("C", "TIØ4118", "15"), row("D", "TIØ4126", "20")]
    found = pick(rows, AI, STATISTICS)
    assert (chosen(found), found.total, found.excess, found.missing) == (["A", "B", "C"], 30, 0, 0)
    assert [one.wanted for one in found.chosen] == [True, True, False]


def test_the_newest_of_two_that_give_the_same_sum_is_taken() -> None:
    rows = [
        row("OLD", AI, "30", "2024-01"),
        row("NEW", AI, "30", "2026-01"),
        row("ASKED", AI, "30", outcome="conditional"),
    ]
    assert chosen(pick(rows, AI)) == ["NEW"]


def test_too_little_is_said_and_never_filled_with_what_is_not_known() -> None:
    found = pick([row("A", AI, ""), row("B", "", "6?"), row("C", "", "6")], AI)
    assert (chosen(found), found.total, found.missing, found.unknown_sizes) == (["A", "C"], 6, 24, 1)


def test_one_host_course_is_never_used_twice() -> None:
    found = pick([row("A", AI, "10"), row("A", STATISTICS, "10"), row("A + B", "TIØ4118", "20")], AI, STATISTICS)
    assert chosen(found) == ["A"]
    assert [(one.code, one.reason) for one in found.not_covered] in ([(STATISTICS, "taken")], [(AI, "taken")])


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        pytest.param([], "never_tried", id="nobody asked"),
        pytest.param([row("A", AI, "10", outcome="rejected")], "rejected", id="no"),
        pytest.param([row("A", AI, "10", outcome="unknown")], "no_answer", id="no answer"),
        pytest.param(
            [row("A", AI, "10", "2024"), row("A", AI, "10", "2025-01", "rejected")], "rejected_later", id="no after yes"
        ),
        pytest.param(
            [row("A", AI, "10", "2024-05"), row("A", AI, "10", "", "rejected")], "rejected_later", id="no, undated"
        ),
        pytest.param(
            [row("A", AI, "10", "2024-05"), row("A", AI, "10", "2024", "rejected")],
            "rejected_later",
            id="a no that may be of the same day",
        ),
        pytest.param(
            [row("A", AI, "10", ""), row("A", AI, "10", "2020", "rejected")], "rejected_later", id="yes, undated"
        ),
    ],
)
def test_a_course_that_is_not_covered_says_why(rows: list[Suggestion], reason: str) -> None:
    found = pick(rows, AI)
    assert (found.chosen, found.not_covered) == ((), (NotCovered(AI, reason, ()),))


def test_a_no_before_the_yes_is_told() -> None:
    found = pick([row("A", AI, "30", "2025-05"), row("A", AI, "30", "2024", "rejected")], AI)
    assert found.chosen[0].rejected_before
    assert Notice("warning", "courses.rejected_before", {"course": "A", "code": AI}) in found.notices


def test_a_no_to_a_course_without_a_code_is_told_by_its_title() -> None:
    yes, no = row("", AI, "30", "2025-05"), row("", AI, "30", "2024", "rejected")
    named = [one._replace(decision=one.decision._replace(host_title="Logic")) for one in (yes, no)]
    assert Notice("warning", "courses.rejected_before", {"course": "Logic", "code": AI}) in pick(named, AI).notices


@pytest.mark.parametrize(
    "no",
    [
        pytest.param(row("B", AI, "30", "2026-05", "rejected"), id="to another course for the same"),
        pytest.param(row("A", STATISTICS, "30", "2026-05", "rejected"), id="to the same course for another"),
    ],
)
def test_a_no_to_something_else_takes_no_yes_away(no: Suggestion) -> None:
    found = pick([row("A", AI, "30", "2025-05"), no], AI)
    assert (chosen(found), found.chosen[0].rejected_before) == (["A"], False)


def test_two_courses_in_one_answer_are_both_taken_by_it() -> None:
    """In letters too; and a course without a code is known by its title."""
    both = [row("A og B", AI, "10"), row("A and C", STATISTICS, "10"), row("B", "TIØ4118", "10"), row("C", "", "10")]
    found = pick(both, AI, STATISTICS, target="40")
    assert len(found.chosen) == 2
    titles = [row("", AI, "10"), row("", STATISTICS, "10")]
    same = [one._replace(decision=one.decision._replace(host_title="Logic")) for one in titles]
    assert len(pick(same, AI, STATISTICS).chosen) == 1
    other = [same[0], titles[1]._replace(decision=titles[1].decision._replace(host_title="Law"))]
    assert len(pick(other, AI, STATISTICS).chosen) == 2


def test_the_hosts_where_a_course_has_been_approved_most_are_told_for_what_is_not_covered() -> None:
    def group(key: str, approved: int) -> DecisionGroup:
        return DecisionGroup(key, key.title(), approved, 0, 1, 0, None, ())

    groups = {AI: [group("a", 5), group("b", 4), group("never", 0), group("c", 3), group("d", 2)]}
    found = tried_elsewhere(pick([], AI, STATISTICS), groups)
    assert found.not_covered == (
        NotCovered(AI, "never_tried", (("a", "A", 5), ("b", "B", 4), ("c", "C", 3))),
        NotCovered(STATISTICS, "never_tried", ()),
    )


def test_a_search_that_is_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [row(f"A{number}", "", f"{number}.01") for number in range(1, 9)]
    assert pick(rows, AI).exact
    monkeypatch.setattr(course_choice, "MOST_STATES", 5)
    found = pick(rows, AI)
    assert not found.exact
    assert found.notices[0] == Notice("warning", "courses.cut_short")


def test_a_search_that_is_cut_short_keeps_the_best_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without the one course for each wanted one are two sums; of them the one that covers is kept."""
    rows = [row("A", AI, "10"), row("B", STATISTICS, "10")]
    monkeypatch.setattr(course_choice, "MOST_STATES", 1)
    found = pick(rows, AI, STATISTICS)
    assert (chosen(found), found.exact) == (["A", "B"], False)
    monkeypatch.setattr(course_choice, "MOST_STATES", 2)
    assert pick(rows[:1], AI).exact


courses = st.tuples(
    st.sampled_from("ABCDE"),
    st.sampled_from([AI, STATISTICS, "TIØ4118", ""]),
    st.sampled_from(["", "5", "7.5", "10", "15"]),
    st.sampled_from(["2021-05", "2024-02", "2026-01"]),
    st.sampled_from(["approved", "approved", "conditional"]),
)
# Not covered, missing, too much; then unknown sizes, conditions, old answers, courses, and days since the answers.
Quality = tuple[int, Decimal, Decimal, int, int, int, int, int]


def quality(inside: list[Suggestion]) -> Quality:
    """By what the page says of the order, and not by the program's own sums."""
    total = sum((one.size.sp or Decimal(0) for one in inside), Decimal(0))
    days = [date.fromisoformat(f"{one.decision.decided}-01") for one in inside]
    return (
        -len({AI, STATISTICS} & {one.decision.ntnu_code for one in inside}),
        max(30 - total, Decimal(0)),
        max(total - 30, Decimal(0)),
        sum(1 for one in inside if one.size.sp is None),
        sum(1 for one in inside if one.decision.decision == "conditional"),
        # An answer from 2021 is more than three years old on the day of these tests, the others are not.
        sum(1 for day in days if day.year == 2021),
        len(inside),
        sum((TODAY - day).days for day in days),
    )


def every_set(rows: list[Suggestion]) -> list[Quality]:
    """By brute force: each set in which nothing is used twice, and nothing of unknown size only fills up."""
    found = []
    for taken in product([False, True], repeat=len(rows)):
        inside = [one for one, is_in in zip(rows, taken, strict=True) if is_in]
        names = [one.decision.host_code for one in inside]
        slots = [one.decision.ntnu_code for one in inside if one.decision.ntnu_code]
        fills = [one for one in inside if one.decision.ntnu_code not in {AI, STATISTICS}]
        twice = len(names) > len(set(names)) or len(slots) > len(set(slots))
        if not twice and all(one.size.sp for one in fills):
            found.append(quality(inside))
    return found


@given(st.lists(courses, max_size=7, unique_by=lambda one: one[:2] + one[3:4]))
def test_no_other_set_is_better(given_rows: list[tuple[str, str, str, str, str]]) -> None:
    rows = [row(*one) for one in given_rows]
    found = pick(rows, AI, STATISTICS)
    assert found.exact
    assert quality([one.suggestion for one in found.chosen]) == min(every_set(rows))


@given(st.lists(courses, max_size=6, unique_by=lambda one: one[:2] + one[3:4]), st.randoms())
def test_the_order_of_the_rows_does_not_decide(given_rows: list[tuple[str, str, str, str, str]], random) -> None:
    rows = [row(*one) for one in given_rows]
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert chosen(pick(rows, AI, STATISTICS)) == chosen(pick(shuffled, AI, STATISTICS))


def test_an_answer_without_a_date_may_be_older_than_any_and_comes_last() -> None:
    rows = [row("UNDATED", AI, "30", ""), row("OLD", AI, "30", "2016-06")]
    assert chosen(pick(rows, AI)) == ["OLD"]
