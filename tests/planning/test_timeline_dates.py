"""Each date of a made-up plan whole: its day, what it rests on, and what fills its sentence."""

from datetime import date
from typing import Any

import pytest

from utveksling_cli.model.country import Cost, Country, Term, VisaTime
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.institution import ApplicationWindow, HostDay, Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.place import NtnuTerm
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.time import Semester
from utveksling_cli.model.timeline import ASSUMPTION, SOURCE, USER, Basis, PlanDate
from utveksling_cli.planning.date_steps import is_due
from utveksling_cli.planning.plan_period import plan_period
from utveksling_cli.planning.timeline import Setting, Timeline, of_deadline, timeline

from . import factory

TODAY, H2027 = date(2026, 11, 24), Semester("H", 2027)
SITE, READ = "https://example.no", "2026-11-23"
DUE = Deadline(
    "ntnu", "Frist", "ntnu_main", date(2027, 2, 1), 69, 0, None, date(2027, 2, 1), False, "everyone", "Alle", (), (),
    False, "official", "high", SITE, READ, "merknad",
)  # fmt: skip
AUTUMN = Term("autumn", None, 9, 1, "september til januar", True, "official", "https://term.example", READ)
VISA = VisaTime(2, None, "Søk to måneder før.", "official", "high", "https://visa.example", READ, "visum")
COUNTRY = Country("XX", "Et sted", "Somewhere", "EUR", "asia", None, (), (), (AUTUMN,), (), None, VISA)
WINDOW = ApplicationWindow(
    "autumn", HostDay(4, 1, 0), HostDay(4, 15, 0), "official", "high", "https://host.example", READ, "vindu"
)
NTNU = (
    NtnuTerm("spring", 1, 6, "official", "https://ntnu.example", READ, "vår"),
    NtnuTerm("autumn", 8, 12, "official", "https://ntnu.example", READ, "høst"),
)
FACTS = factory.PLAN_FACTS._replace(ntnu_terms=NTNU)


def host(**known: Any) -> Institution:
    return factory.host(country="XX", **known)


def made(
    *hosts: Institution, country: Country | None = COUNTRY, due: tuple[Deadline, ...] = (DUE,), **stay: Any
) -> Timeline:
    citizenship, facts = stay.pop("citizenship", "norwegian"), stay.pop("facts", FACTS)
    wish = StayWish(semester=H2027, hosts=tuple(one.id for one in hosts), **stay)
    plan = Plan(profile=Profile(citizenship=citizenship), stay=wish)
    return timeline(Setting(plan, H2027, TODAY, hosts, country, due, facts, plan_period(wish, H2027, country)))


def dates(found: Timeline) -> dict[str, PlanDate]:
    return {one.id: one for one in found.dates}


def told(found: Timeline) -> dict[str, dict[str, str]]:
    return {notice.code: dict(notice.values) for notice in found.notices}


def test_ntnus_deadline_is_taken_over_as_it_stands() -> None:
    expected = PlanDate(
        "ntnu", "ntnu", date(2027, 2, 1), 69, "ntnu_main", Basis(SOURCE, SITE, READ, "merknad"), date(2027, 2, 1),
        "Frist", None, False, None, {"binding": "everyone", "applies_to": "Alle"},
    )  # fmt: skip
    assert of_deadline(DUE) == expected
    friday = DUE._replace(safe_day=date(2027, 1, 29), approximate=True)
    assert of_deadline(friday) == expected._replace(safe_day=date(2027, 1, 29), day_off="", approximate=True)
    assert of_deadline(friday._replace(holiday="Helg")).day_off == "Helg"


def test_a_host_gives_a_date_for_ntnu_and_one_for_the_student() -> None:
    found = dates(made(host(application_windows=(WINDOW, WINDOW._replace(season="spring")))))
    basis = Basis(SOURCE, "https://host.example", READ, "vindu")
    values = {"host": "University of Somewhere", "stay": "exchange"}
    # 69 days to 1 February, 27 more of it, 31 of March and one of April; the other is 14 days later.
    assert found["plan.nomination:somewhere"] == PlanDate(
        "plan.nomination:somewhere", "plan.nomination", date(2027, 4, 1), 128, "host", basis, date(2027, 4, 1),
        host="somewhere", values=values,
    )  # fmt: skip
    assert found["plan.host_application:somewhere"] == PlanDate(
        "plan.host_application:somewhere", "plan.host_application", date(2027, 4, 15), 142, "host", basis,
        date(2027, 4, 15), host="somewhere", values=values,
    )  # fmt: skip


def test_the_29_of_february_is_the_28_in_a_year_without_it() -> None:
    leap = WINDOW._replace(application=HostDay(2, 29, 0))
    assert dates(made(host(application_windows=(leap,))))["plan.host_application:somewhere"].day == date(2027, 2, 28)
    year_after = WINDOW._replace(application=HostDay(2, 29, 1))
    assert dates(made(host(application_windows=(year_after,))))["plan.host_application:somewhere"].day.year == 2028


def test_the_stay_begins_and_ends_with_the_countrys_semester() -> None:
    """Which runs into the year after."""
    found = dates(made(host()))
    basis = Basis(SOURCE, "https://term.example", READ)
    assert found["plan.arrival"] == PlanDate(
        "plan.arrival", "plan.arrival", date(2027, 9, 1), 281, "stay", basis, date(2027, 9, 1), approximate=True
    )
    last = found["plan.last_day"]
    assert (last.day, last.basis, last.approximate, last.kind) == (date(2028, 1, 31), basis, True, "stay")


def test_days_of_the_students_own_are_exact() -> None:
    found = dates(made(host(), first_day=date(2027, 9, 6), last_day=date(2027, 12, 17)))
    for name, day in (("plan.arrival", date(2027, 9, 6)), ("plan.last_day", date(2027, 12, 17))):
        assert (found[name].day, found[name].basis, found[name].approximate) == (day, Basis(USER), False)
    assert found["plan.visa"].approximate is False


def test_a_visa_is_asked_for_as_long_before_as_the_country_says() -> None:
    """Two months before 1 September is 1 July; 24 November to 1 July are 219 days."""
    assert dates(made(host()))["plan.visa"] == PlanDate(
        "plan.visa", "plan.visa", date(2027, 7, 1), 219, "preparation",
        Basis(SOURCE, "https://visa.example", READ, "visum"), date(2027, 7, 1), approximate=True,
        values={"advice": "Søk to måneder før."},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "advice"), [(None, ""), (VISA._replace(months=None), "Søk to måneder før.")], ids=["none", "only words"]
)
def test_without_a_figure_the_visa_is_assumed_to_take_three_months(known: VisaTime | None, advice: str) -> None:
    visa = dates(made(host(), country=COUNTRY._replace(visa_time=known)))["plan.visa"]
    usual = {"longest": "3", "unit": "months", "text": "råd"}
    assert (visa.day, visa.values) == (date(2027, 6, 1), {**usual, "advice": advice})
    assert visa.basis == Basis(ASSUMPTION, "https://visa.example", READ)


def test_a_passport_is_ready_for_the_first_that_needs_it() -> None:
    """Ten weeks before the host's application on 15 April, else before the visa on 1 July."""
    first = dates(made(host(application_windows=(WINDOW,))))["plan.passport"]
    time = {"longest": "10", "unit": "weeks", "text": "leveringstid"}
    assert (first.day, first.values, first.kind) == (date(2027, 2, 4), {**time, "needed": "2027-04-15"}, "preparation")
    assert first.basis == Basis(ASSUMPTION, "https://passport.example", READ)
    without = dates(made(host()))["plan.passport"]
    assert (without.day, without.values["needed"]) == (date(2027, 4, 22), "2027-07-01")
    free = dates(made(host(), country=COUNTRY._replace(code="DE")))
    assert free["plan.passport"].values["needed"] == "2027-09-01"
    assert "plan.visa" not in free


def test_the_reply_comes_within_the_longest_time_after_the_deadline() -> None:
    """Eight weeks after 1 February are 29 March: 28 days to 1 March, and 28 more."""
    reply = dates(made(host()))["plan.reply"]
    assert (reply.day, reply.approximate, reply.kind) == (date(2027, 3, 29), True, "reply")
    assert reply.basis == Basis(SOURCE, "https://reply.example", READ)
    assert reply.values == {"shortest": "4", "longest": "8", "unit": "weeks", "text": ""}


def test_how_long_things_take_is_what_the_facts_say() -> None:
    """A week after 1 February; two weeks before 1 July, which is two months before 1 September; a month before that."""
    week = FACTS.reply._replace(shortest=None, longest=1)
    fortnight, month = FACTS.passport._replace(longest=2), FACTS.visa._replace(longest=1)
    other = FACTS._replace(reply=week, passport=fortnight, visa=month)
    found = dates(made(host(), facts=other))
    assert found["plan.reply"].day == date(2027, 2, 8)
    assert found["plan.passport"].day == date(2027, 6, 17)
    untold = COUNTRY._replace(visa_time=None)
    assert dates(made(host(), facts=other, country=untold))["plan.visa"].day == date(2027, 8, 1)


def test_a_time_that_is_read_is_no_assumption() -> None:
    read = FACTS._replace(passport=FACTS.passport._replace(status="official"))
    assert dates(made(host(), facts=read))["plan.passport"].basis.ground == SOURCE


def test_the_plan_of_courses_goes_in_with_the_application() -> None:
    sent = dates(made(host()))["plan.pre_approval"]
    assert (sent.day, sent.values) == (date(2027, 2, 1), {"text": "Sammen med søknaden."})
    assert sent.basis == Basis(SOURCE, "https://pre.example", READ)


@pytest.mark.parametrize(
    ("citizenship", "region", "expected"),
    [("norwegian", "asia", True), (None, "asia", True), ("nordic", "asia", False), ("norwegian", "norden", False)],
)
def test_only_what_a_norwegian_passport_takes_is_known(citizenship: str | None, region: str, expected: bool) -> None:
    found = dates(made(host(), country=COUNTRY._replace(region=region), citizenship=citizenship))
    assert ("plan.passport" in found) is expected


def test_ntnus_next_semester_begins_in_january() -> None:
    """24 November 2026 to 1 January 2028 are 403 days."""
    assert dates(made(host()))["ntnu.next_semester"] == PlanDate(
        "ntnu.next_semester", "ntnu.next_semester", date(2028, 1, 1), 403, "semester",
        Basis(SOURCE, "https://ntnu.example", READ, "vår"), date(2028, 1, 1), approximate=True,
    )  # fmt: skip


def test_without_a_place_or_days_nothing_is_said_of_the_stay() -> None:
    found = made(country=None)
    assert list(dates(found)) == ["ntnu", "plan.pre_approval", "plan.reply"]
    assert told(found) == {}
    own = made(country=None, first_day=date(2027, 8, 20))
    assert "ntnu.next_semester" in dates(own)
    assert told(own) == {"timeline.end_unknown": {}}


def test_what_the_plan_cannot_tell_is_noticed_with_all_that_fills_its_sentence() -> None:
    """The stay ends on 31 January, after NTNU's semester has begun, and the host's day is before NTNU's."""
    early = WINDOW._replace(nomination=None, application=HostDay(2, 1, 0))
    cost = Cost(
        "visa", "Visum", None, None, None, None, "once", None, "for de fleste", "official", "high", None, READ, None
    )
    country = COUNTRY._replace(one_off_costs=(cost._replace(kind="other"), cost, cost._replace(condition=None)))
    found = made(
        host(application_windows=(early,)), factory.host("b", name="B"), factory.host("c", name="C"), country=country
    )
    assert told(found) == {
        "timeline.window_unknown": {"hosts": "B; C"},
        "timeline.host_before_ntnu": {"host": "University of Somewhere", "stay": "exchange", "day": "2027-02-01"},
        "timeline.term": {"month": "2027-09"},
        "timeline.visa_condition": {"title": "Visum", "condition": "for de fleste"},
        "timeline.collision": {"day": "2028-01-31", "month": "2028-01"},
    }
    assert Notice("information", "timeline.visa_condition", told(found)["timeline.visa_condition"]) in found.notices


@pytest.mark.parametrize(
    ("citizenship", "expected"),
    [
        (None, {"timeline.citizenship_unknown": {}, "timeline.visa_time_unknown": {"country": "Et sted"}}),
        ("norwegian", {"timeline.visa_time_unknown": {"country": "Et sted"}}),
        ("other", {"timeline.passport_unknown": {}, "timeline.visa_time_unknown": {"country": "Et sted"}}),
    ],
)
def test_what_is_not_known_of_passport_and_visa_is_told(citizenship: str | None, expected: dict[str, Any]) -> None:
    found = made(host(application_windows=(WINDOW,)), country=COUNTRY._replace(visa_time=None), citizenship=citizenship)
    usual = {"timeline.term": {"month": "2027-09"}, "timeline.collision": {"day": "2028-01-31", "month": "2028-01"}}
    assert told(found) == {**usual, **expected}


def test_whose_country_it_is_decides_whether_a_visa_is_spoken_of() -> None:
    """A Norwegian may live in Germany without asking; a citizen of another country may not."""
    germany = COUNTRY._replace(code="DE", visa_time=None)
    for citizenship, spoken_of in (("other", True), ("norwegian", False), (None, False)):
        found = told(made(host(), country=germany, citizenship=citizenship))
        assert ("timeline.visa_time_unknown" in found) is spoken_of


@pytest.mark.parametrize(("kind", "code"), [("exchange", "window_unknown"), ("freemover", "own_window_unknown")])
def test_a_host_without_days_is_told_by_who_applies(kind: str, code: str) -> None:
    assert told(made(host(), type=kind))[f"timeline.{code}"] == {"hosts": "University of Somewhere"}
    assert f"timeline.{code}" not in told(made(host(), type="traineeship"))


def test_a_date_is_due_on_its_day_and_no_longer() -> None:
    today = of_deadline(DUE)._replace(days_left=0)
    assert is_due(today, 0)
    assert not is_due(today._replace(days_left=-1), 0)
    assert not is_due(today._replace(days_left=1), 0)
