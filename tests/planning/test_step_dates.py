"""Each date of a made-up step whole: its day, what it rests on, and what stands behind the day it is counted from."""

from datetime import date
from typing import Any

import pytest

from utveksling_cli.model.country import Country, Term, VisaTime
from utveksling_cli.model.deadline import Deadline
from utveksling_cli.model.institution import ApplicationWindow, HostDay
from utveksling_cli.model.plan import Plan, Profile, StayWish
from utveksling_cli.model.process import ASSUMPTION, BY, OWN, RULE, DateRule, Step, StepDate
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.plan_period import plan_period
from utveksling_cli.planning.step_dates import ntnu_deadline, step_dates
from utveksling_cli.planning.timeline import Setting

from .factory import PLAN_FACTS, host

TODAY, H2027 = date(2026, 11, 24), Semester("H", 2027)


def standing(name: str) -> tuple[str, str, str, str, str]:
    """Status, confidence, source, day and note, none of which is like another's."""
    return f"{name} status", f"{name} confidence", f"https://{name}.example", f"{name} day", f"{name} note"


DUE = Deadline(
    "ntnu", "Frist", "ntnu_main", date(2027, 2, 1), 69, 0, None, date(2027, 1, 29), False, "everyone", "Alle", (), (),
    False, *standing("deadline"),
)  # fmt: skip
TERM = Term("autumn", None, 9, 1, "september til januar", True, "official", "https://term.example", "2026-11-23")
VISA = VisaTime(2, None, "Søk to måneder før.", *standing("visa"))
COUNTRY = Country("XX", "Et sted", "Somewhere", "EUR", "asia", None, (), (), (TERM,), (), None, VISA)
WINDOW = ApplicationWindow("autumn", HostDay(4, 1, 0), HostDay(4, 15, 0), *standing("window"))


def rule(anchor: str | None, **known: Any) -> DateRule:
    plain = DateRule(BY, "tekst", None, anchor, 0, 0, None, None, 0, False, *standing("rule"))
    return plain._replace(**known)


def asked(*due: Deadline, **known: Any) -> Setting:
    """`first_day` is the student's own; `hosts`, `country` and `citizenship` are those of the plan."""
    country, hosts = known.pop("country", COUNTRY), known.pop("hosts", ())
    profile = Profile(citizenship=known.pop("citizenship", None))
    wish = StayWish(semester=H2027, hosts=tuple(one.id for one in hosts), **known)
    period = plan_period(wish, H2027, country)
    return Setting(Plan(profile, stay=wish), H2027, TODAY, hosts, country, due or (DUE,), PLAN_FACTS, period)


def dated(found: DateRule, setting: Setting) -> tuple[StepDate, ...]:
    step = Step(
        "steg", "Steg", "apply", ("student",), ("exchange",), None, (), "", {}, (), "", (found,), None, None,
        "official", "high", None, "2026-11-24", None,
    )  # fmt: skip
    return step_dates(step, setting)


def test_a_day_of_the_year_rests_on_the_rule_itself() -> None:
    """15 January of the year before is 313 days before 24 November: 16 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31
    to 31 October are 289, and 24."""
    day = date(2026, 1, 15)
    expected = StepDate(BY, day, day, -313, False, RULE, "tekst", *standing("rule"))
    assert dated(rule(None, month=1, day=15, year_offset=-1), asked()) == (expected,)


def test_a_day_of_ntnus_has_what_stands_behind_the_deadline() -> None:
    """1 February, and the working day before it; 24 November to 1 February are 6 + 31 + 31 + 1 = 69 days."""
    whole = StepDate(BY, date(2027, 2, 1), date(2027, 1, 29), 69, False, RULE, "tekst", *standing("deadline"))
    assert dated(rule("ntnu_deadline"), asked()) == (whole,)
    about = DUE._replace(approximate=True)
    assert dated(rule("ntnu_deadline"), asked(about)) == (whole._replace(approximate=True),)


def test_a_day_that_is_counted_from_a_deadline_rests_on_the_rule() -> None:
    """Two months before 1 February is 1 December, a week after today; two days before that is 29 November."""
    for days, day, left in ((0, date(2026, 12, 1), 7), (-2, date(2026, 11, 29), 5)):
        (found,) = dated(rule("ntnu_deadline", months=-2, days=days), asked())
        assert found == StepDate(BY, day, day, left, False, RULE, "tekst", *standing("rule"))
    (only_days,) = dated(rule("ntnu_deadline", days=-7), asked())
    assert (only_days.day, only_days.safe_day, only_days.source) == (
        date(2027, 1, 25), date(2027, 1, 25), "https://rule.example",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("country", "binding", "ground"),
    [(COUNTRY, "certain", RULE), (COUNTRY, "possible", ASSUMPTION), (None, "everyone", ASSUMPTION)],
)
def test_a_deadline_that_may_not_bind_is_assumed(country: Country | None, binding: str, ground: str) -> None:
    (found,) = dated(rule("ntnu_deadline"), asked(DUE._replace(binding=binding), country=country))
    assert found.ground == ground


def test_a_deadline_that_is_only_listed_is_nobodys() -> None:
    """None of NTNU's binds for certain where no country is chosen and each is for some countries."""
    setting = asked(DUE._replace(binding="listed"), country=None)
    assert ntnu_deadline(setting) is None
    assert dated(rule("ntnu_deadline"), setting) == dated(rule("ntnu_reply"), setting) == ()


@pytest.mark.parametrize(
    ("anchor", "kind"),
    [("grant_proof", "grant_proof"), ("lanekassen_deadline", "lanekassen"), ("lanekassen_opens", "lanekassen_opens")],
)
def test_of_two_deadlines_of_a_kind_the_first_day_counts_and_one_that_is_listed_does_not(
    anchor: str, kind: str
) -> None:
    later = DUE._replace(id="a", kind=kind, day=date(2027, 10, 15))
    first = DUE._replace(id="b", kind=kind, day=date(2027, 9, 15), approximate=True)
    listed = DUE._replace(id="c", kind=kind, day=date(2027, 9, 1), binding="listed")
    (found,) = dated(rule(anchor), asked(DUE, later, first, listed))
    assert (found.day, found.approximate, found.ground, found.source) == (
        date(2027, 9, 15), True, RULE, "https://deadline.example",
    )  # fmt: skip
    assert dated(rule(anchor), asked(DUE)) == ()


@pytest.mark.parametrize(
    ("anchor", "day", "left"),
    [("host_nomination", date(2027, 4, 1), 128), ("host_application", date(2027, 4, 15), 142)],
)
def test_a_day_of_the_hosts_has_what_stands_behind_its_window(anchor: str, day: date, left: int) -> None:
    """69 days to 1 February, 27 more of it, 31 of March and one of April; the other is 14 days later."""
    place = host(application_windows=(WINDOW._replace(season="spring", nomination=HostDay(1, 1, 0)), WINDOW))
    expected = StepDate(BY, day, day, left, False, RULE, "tekst", *standing("window"))
    assert dated(rule(anchor), asked(hosts=(place,))) == (expected,)
    assert dated(rule(anchor), asked(hosts=(host(), place))) == ()


def test_a_day_for_the_visa_has_what_stands_behind_the_countrys_advice() -> None:
    """Two months before 1 September; the month it begins is known, the day is not."""
    day = date(2027, 7, 1)
    status, confidence, source, read, note = standing("visa")
    expected = StepDate(
        BY, day, day, 219, True, RULE, "tekst", status, confidence, source, read, f"Søk to måneder før. {note}",
        PLAN_FACTS.visa,
    )  # fmt: skip
    assert dated(rule("visa_application"), asked()) == (expected,)
    unsaid = COUNTRY._replace(visa_time=VISA._replace(note=None))
    (bare,) = dated(rule("visa_application"), asked(country=unsaid))
    assert bare.note == "Søk to måneder før."
    (exact,) = dated(rule("visa_application"), asked(first_day=date(2027, 9, 1)))
    assert exact == expected._replace(approximate=False)


def test_without_the_countrys_advice_the_usual_time_stands_behind_the_day() -> None:
    """Three months before 1 September."""
    usual, day = PLAN_FACTS.visa, date(2027, 6, 1)
    (found,) = dated(rule("visa_application"), asked(country=COUNTRY._replace(visa_time=None)))
    assert found == StepDate(
        BY, day, day, 189, True, ASSUMPTION, "tekst", usual.status, usual.confidence, usual.source, usual.verified_on,
        usual.note, usual,
    )  # fmt: skip


def test_who_may_live_in_the_country_has_no_day_for_a_visa() -> None:
    germany = COUNTRY._replace(code="DE")
    assert dated(rule("visa_application"), asked(country=germany, citizenship="nordic")) == ()
    assert dated(rule("visa_application"), asked(country=germany, citizenship="other"))
    assert dated(rule("visa_application"), asked(country=None)) == ()


def test_a_day_of_the_stay_is_the_students_own_or_about_when_the_semester_is() -> None:
    """The semester begins in September and ends in January."""
    for anchor, day in (("stay_begins", date(2027, 9, 1)), ("stay_ends", date(2028, 1, 31))):
        (found,) = dated(rule(anchor), asked())
        assert (found.day, found.ground, found.approximate) == (day, ASSUMPTION, True)
    own = asked(first_day=date(2027, 9, 6), last_day=date(2027, 12, 17))
    for anchor, day in (("stay_begins", date(2027, 9, 6)), ("stay_ends", date(2027, 12, 17))):
        (found,) = dated(rule(anchor, approximate=True), own)
        assert (found.day, found.ground, found.approximate) == (day, OWN, False)


def test_a_rule_of_the_other_season_dates_nothing() -> None:
    assert dated(rule(None, month=1, day=15, season="spring"), asked()) == ()
    assert dated(rule(None, month=1, day=15, season="autumn"), asked())
