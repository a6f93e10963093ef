"""The calendar, read by other code than the one that writes it: vobject, and the letter of RFC 5545."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import vobject

PLAN = """\
schema: utveksling.plan/1
stay:
  semester: V2028
  hosts: [university-of-queensland]
"""


@pytest.fixture
def exported(run, place):
    """Export with options of one's own, and give the text."""

    def export(*options: str, plan: str = PLAN) -> str:
        (place.folder / "utveksling.yaml").write_text(plan, encoding="utf-8")
        outcome = run("frister", "--format", "ics", *options)
        assert (outcome.stderr, outcome.exit_code) == ("", 0)
        return outcome.stdout.replace("<CR>\n", "\r\n")

    return export


def events(text: str) -> dict[str, Any]:
    return {event.uid.value: event for event in vobject.readOne(text).vevent_list}


DEADLINE = "ntnu.hovedfrist_var.V2028@utveksling-cli"


def test_each_date_is_a_day_of_its_own_that_ends_the_next_day(exported) -> None:
    found = events(exported())
    assert found[DEADLINE].dtstart.value == date(2027, 9, 12)
    for event in found.values():
        assert event.dtend.value - event.dtstart.value == timedelta(days=1)
        assert event.dtstart.params == event.dtend.params == {"VALUE": ["DATE"]}
        assert event.transp.value == "TRANSPARENT"


def test_a_sunday_is_said_where_it_is_seen(exported) -> None:
    deadline = events(exported())[DEADLINE]
    assert deadline.summary.value == "Søknadsfrist ved NTNU (søndag!)"
    assert "12.\xa0september\xa02027 er en søndag" in deadline.description.value
    assert "10.\xa0september\xa02027" in deadline.description.value


def test_a_second_import_changes_the_events_and_adds_none(exported) -> None:
    first, second = events(exported("--i-dag", "2027-01-15")), events(exported("--i-dag", "2027-01-16"))
    assert first.keys() == second.keys()
    for uid, event in first.items():
        assert int(second[uid].sequence.value) > int(event.sequence.value) >= 0
        assert second[uid].last_modified.value > event.last_modified.value


def test_a_host_that_changes_its_place_in_the_plan_keeps_its_uid(exported) -> None:
    alone = events(exported())
    later = events(exported(plan=PLAN.replace("[", "[kaist, ")))
    uid = "plan.host_application:university-of-queensland.V2028@utveksling-cli"
    assert alone[uid].dtstart.value == later[uid].dtstart.value == date(2027, 9, 30)


def test_no_two_events_have_the_same_uid_and_another_semester_has_its_own(exported) -> None:
    text = exported()
    uids = re.findall(r"^UID:(.*)\r$", text.replace("\r\n ", ""), re.MULTILINE)
    assert len(uids) == len(set(uids)) == len(events(text))
    other = events(exported(plan=PLAN.replace("V2028", "V2029")))
    assert not set(uids) & other.keys()


@pytest.mark.parametrize("option", ["--påminn", "--paminn"])
def test_reminders_come_at_nine_in_the_morning_so_many_days_before(exported, option: str) -> None:
    for event in events(exported(option, "3,14,0")).values():
        triggers = [alarm.trigger.value for alarm in event.valarm_list]
        assert triggers == [
            timedelta(days=-14, hours=9),
            timedelta(days=-3, hours=9),
            timedelta(hours=9),
        ]
        assert {alarm.action.value for alarm in event.valarm_list} == {"DISPLAY"}


def test_the_usual_reminders_are_two_weeks_three_days_and_one_day_before(exported) -> None:
    event = events(exported())[DEADLINE]
    assert [alarm.trigger.value for alarm in event.valarm_list] == [
        timedelta(days=-days, hours=9) for days in (14, 3, 1)
    ]


def test_without_reminders_there_are_none(exported) -> None:
    assert "VALARM" not in exported("--påminn", "ingen")


def test_what_is_done_reminds_of_nothing(exported) -> None:
    done = events(exported(plan=f"{PLAN}steps:\n  soknad:\n    done: 2026-11-20\n"))[DEADLINE]
    assert "valarm" not in done.contents
    assert "Gjort." in done.description.value


def test_lines_end_in_cr_and_lf_and_have_at_most_75_octets(exported) -> None:
    text = exported()
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n") == text.count("\r")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_signs_that_mean_something_are_escaped(exported) -> None:
    raw = exported().replace("\r\n ", "")
    assert r"SUMMARY:Søk om pass\, hvis du trenger nytt" in raw
    assert events(exported())["plan.passport.V2028@utveksling-cli"].summary.value == "Søk om pass, hvis du trenger nytt"


def test_text_from_data_can_start_no_line_of_its_own(run, place, tmp_path) -> None:
    """A title with line breaks and signs of the format stays one title."""
    from utveksling_cli.model.time import Semester
    from utveksling_cli.model.timeline import Basis, PlanDate
    from utveksling_cli.render.timeline import View, as_ics

    hostile = "Frist\r\nEND:VEVENT\r\nBEGIN:VEVENT;x,y\\n\x1b[31m"
    day = date(2027, 2, 1)
    one = PlanDate("a", "a", day, 1, "ntnu_main", Basis("source", note=hostile), day, title=hostile)
    stamp = "2027-01-01T00:00:00+00:00"
    view = View((one,), (), (), Semester("H", 2027), day, None, (), "x", None, None, frozenset(), (1,), stamp)
    text = as_ics(view).decode()
    assert re.findall("^BEGIN:VEVENT", text, re.MULTILINE) == ["BEGIN:VEVENT"]
    (event,) = vobject.readOne(text).vevent_list
    assert event.summary.value == "Frist\ufffd\ufffdEND:VEVENT\ufffd\ufffdBEGIN:VEVENT;x,y\\n\ufffd[31m"


def test_a_file_gets_the_same_bytes_as_a_pipe(exported, run, place) -> None:
    text = exported()
    run("frister", "--format", "ics", "--ut", "frister.ics")
    assert (place.folder / "frister.ics").read_bytes() == text.encode()
