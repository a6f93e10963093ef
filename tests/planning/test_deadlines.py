"""Deadline rules give dates, say whom they bind, and never leave the calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.model.deadline import Deadline, DeadlineRule
from utveksling_cli.model.time import FIRST_YEAR, LAST_YEAR, Semester
from utveksling_cli.planning.deadlines import Calendar, deadlines, for_countries, next_open_semester, notices

from .factory import day_rule, deadline_rule

TODAY = Calendar(date(2026, 11, 24), {})
H2027 = Semester("H", 2027)
MAIN = deadline_rule("main", day_rule(2, 1))
EARLY = deadline_rule(
    "early", day_rule(1, 20), kind="ntnu_early", countries=frozenset({"JP"}), some_hosts_in=frozenset({"US"})
)
SPRING = deadline_rule("spring", day_rule(9, 12, year_offset=-1), season="spring")
ALWAYS_KNOWN = (
    deadline_rule("main", day_rule(2, 1, from_date="0001-01-01")),
    deadline_rule("spring", day_rule(9, 12, year_offset=-1, from_date="0001-01-01"), season="spring"),
)
typed_days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
typed_semesters = st.builds(Semester, st.sampled_from("HV"), st.integers(FIRST_YEAR, LAST_YEAR))


def one(rule: DeadlineRule, calendar: Calendar = TODAY, semester: Semester = H2027) -> Deadline:
    (deadline,) = deadlines([rule], semester, calendar)
    return deadline


def bindings(country: str | None, *rules: DeadlineRule) -> dict[str, str]:
    return {deadline.id: deadline.binding for deadline in deadlines(rules, H2027, TODAY, country)}


def test_a_rule_binds_everyone_certainly_or_possibly() -> None:
    assert bindings("DE", MAIN, EARLY) == {"main": "everyone"}
    assert bindings("US", MAIN, EARLY) == {"early": "possible", "main": "everyone"}
    assert bindings(None, MAIN, EARLY) == {"early": "listed", "main": "everyone"}


def test_where_the_early_deadline_binds_for_certain_the_main_one_is_left_out() -> None:
    assert bindings("JP", MAIN, EARLY) == {"early": "certain"}


def test_a_rule_with_exceptions_is_not_for_all() -> None:
    rule = deadline_rule("proof", kind="grant_proof", except_countries=frozenset({"JP"}))
    assert bindings("JP", rule) == {}
    assert bindings("AU", rule) == {"proof": "everyone"}
    assert bindings(None, rule) == {"proof": "listed"}


def test_a_country_set_excepts_as_it_is_when_the_stay_begins() -> None:
    """Let Switzerland join on 1 August 2027: until then the rule binds there, and Germany is excepted all along."""
    before = day_rule(3, 1, until_date="2027-08-01", except_countries=frozenset({"DE"}))
    after = day_rule(3, 1, from_date="2027-08-01", except_countries=frozenset({"DE", "CH"}))
    rule = deadline_rule("proof", before, after, kind="grant_proof")
    h2026 = Semester("H", 2026)
    assert [d.binding for d in deadlines([rule], h2026, TODAY, "CH")] == ["everyone"]
    assert [d.binding for d in deadlines([rule], H2027, TODAY, "CH")] == []
    assert [d.binding for d in deadlines([rule], h2026, TODAY, "DE")] == []
    assert [d.binding for d in deadlines([rule], h2026, TODAY)] == ["listed"]


def test_an_exception_outweighs_being_named() -> None:
    rule = deadline_rule("odd", countries=frozenset({"JP"}), except_countries=frozenset({"JP"}))
    assert bindings("JP", rule) == {}


def test_the_early_deadline_stands_first_on_the_same_day() -> None:
    same_day = EARLY._replace(id="z-early", values=(day_rule(2, 1),))
    assert [d.id for d in deadlines([MAIN, same_day], H2027, TODAY)] == ["z-early", "main"]


def test_a_rule_is_for_one_season() -> None:
    assert [d.id for d in deadlines([MAIN, SPRING], Semester("V", 2028), TODAY)] == ["spring"]


def test_a_period_counts_from_when_the_stay_begins() -> None:
    earlier = day_rule(1, 15, from_date="2028-08-01", until_date="2029-01-01")
    changed = deadline_rule("main", day_rule(2, 1, until_date="2028-08-01"), earlier)
    assert one(changed).day == date(2027, 2, 1)
    assert one(changed, semester=Semester("H", 2028)).day == date(2028, 1, 15)
    assert deadlines([changed], Semester("H", 2029), TODAY) == ()


def test_a_weekend_after_a_public_holiday_has_its_safe_day_before_both() -> None:
    # 1 February 2026 is a Sunday; let Friday 30 January be a holiday.
    calendar = Calendar(date(2026, 1, 5), {"2026-01-30": "Fridag"})
    assert one(MAIN, calendar, Semester("H", 2026)).safe_day == date(2026, 1, 29)


def test_a_deadline_on_a_public_holiday_names_it() -> None:
    calendar = Calendar(date(2026, 11, 24), {"2027-02-01": "Fridag"})
    found = one(MAIN, calendar)
    # 1 February 2027 is a Monday, so the last working day is Friday 29 January.
    assert (found.holiday, found.safe_day) == ("Fridag", date(2027, 1, 29))


def test_an_opening_and_an_approximate_date_have_no_other_safe_day() -> None:
    calendar = Calendar(date(2026, 11, 24), {"2027-02-01": "Fridag"})
    assert one(MAIN._replace(kind="lanekassen_opens"), calendar).safe_day == date(2027, 2, 1)
    about = one(MAIN._replace(approximate="mid_month"), calendar)
    assert (about.approximate, about.holiday, about.safe_day) == (True, None, date(2027, 2, 1))


@given(typed_days, typed_semesters)
def test_the_safe_day_is_a_working_day_or_today_and_never_after_the_deadline(today: date, semester: Semester) -> None:
    for found in deadlines(ALWAYS_KNOWN, semester, Calendar(today, {})):
        assert found.safe_day <= found.day
        assert found.safe_day.weekday() < 5 or found.safe_day == today
        assert found.past or found.safe_day >= today
        assert found.past == (found.days_left < 0)
        assert found.day == today + timedelta(days=found.days_left)


@given(typed_days)
def test_the_next_semester_is_open_and_the_one_before_it_is_not(today: date) -> None:
    following = next_open_semester(ALWAYS_KNOWN[:1], ALWAYS_KNOWN[1:], today)
    before = Semester("H", following.year - 1) if following.season == "V" else Semester("V", following.year)
    calendar = Calendar(today, {})
    assert [d.past for d in deadlines(ALWAYS_KNOWN, following, calendar)] == [False]
    assert [d.past for d in deadlines(ALWAYS_KNOWN, before, calendar)] == [True]


def test_this_spring_is_open_when_its_own_deadline_is_still_to_come() -> None:
    late = deadline_rule("late", day_rule(1, 10), season="spring")
    assert next_open_semester([MAIN], [late], date(2027, 1, 10)) == Semester("V", 2027)
    assert next_open_semester([MAIN], [late], date(2027, 1, 11)) == H2027


def test_next_autumn_is_the_guess_when_no_rule_is_known() -> None:
    assert next_open_semester([], [], date(2026, 11, 24)) == H2027


def test_a_rule_for_some_does_not_open_a_semester_for_all() -> None:
    late = EARLY._replace(values=(day_rule(3, 1),))
    assert next_open_semester([MAIN, late], [SPRING], date(2027, 2, 15)) == Semester("V", 2028)


def codes(*found: Deadline) -> list[str]:
    return [notice.code for notice in notices(found)]


def test_what_is_not_known_is_said() -> None:
    lanekassen = one(MAIN._replace(kind="lanekassen"))
    assert codes() == ["deadlines.none_known"]
    assert codes(lanekassen) == ["deadlines.ntnu_unknown"]
    assert codes(one(MAIN)) == ["deadlines.hour_unknown"]
    possible = deadlines([MAIN, EARLY], H2027, TODAY, "US")
    assert codes(*possible) == ["deadlines.early_list_unknown", "deadlines.hour_unknown"]


def test_a_day_off_is_warned_of_with_both_dates() -> None:
    (warning, _) = notices([one(MAIN, Calendar(date(2026, 1, 5), {}), Semester("H", 2026))])
    assert warning.code == "deadlines.day_off"
    assert warning.values == {"title": "main", "day": "2026-02-01", "safe": "2026-01-30"}


def for_choices(*countries: str) -> dict[str, str]:
    proof = deadline_rule("proof", day_rule(9, 15), kind="grant_proof")
    abroad = deadline_rule("abroad", day_rule(11, 15), kind="lanekassen", countries=frozenset({"JP"}))
    found = for_countries([MAIN, EARLY, proof, abroad], H2027, TODAY, countries)
    return {deadline.id: deadline.binding for deadline in found}


def test_a_deadline_that_binds_surely_for_one_choice_does_so_for_all() -> None:
    sure = {"early": "certain", "main": "everyone", "proof": "everyone", "abroad": "certain"}
    for countries in (("US", "JP"), ("DE", "US", "JP")):
        assert for_choices(*countries) == sure
    assert for_choices("JP", "US")["early"] == "certain"
    assert for_choices("US", "CA", "DE")["early"] == "possible"


def test_proof_for_a_grant_is_by_the_rules_of_the_first_choice_alone() -> None:
    proof = deadline_rule("proof", day_rule(9, 15), kind="grant_proof", countries=frozenset({"JP"}))
    after = deadline_rule("a", day_rule(11, 15), kind="lanekassen", countries=frozenset({"JP"}))
    found = for_countries([proof, after], H2027, TODAY, ("DE", "JP"))
    assert [deadline.id for deadline in found] == ["a"]
    assert [one.id for one in for_countries([proof, after], H2027, TODAY, ("JP", "DE"))] == ["proof", "a"]


def test_a_rule_that_only_begins_later_opens_the_semester_two_years_on() -> None:
    """The autumn of 2028 is the first for which there is a rule."""
    later = deadline_rule("later", day_rule(2, 1, from_date="2028-08-01"))
    assert next_open_semester([later], [], date(2026, 11, 24)) == Semester("H", 2028)


def test_a_rule_that_begins_in_three_years_is_too_far_ahead_to_wait_for() -> None:
    later = deadline_rule("later", day_rule(2, 1, from_date="2029-08-01"))
    assert next_open_semester([later], [], date(2026, 11, 24)) == H2027
