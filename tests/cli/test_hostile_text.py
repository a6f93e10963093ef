"""What a stranger got the student to paste can neither steer the terminal nor hide what it says."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ..hostile.judge import steering

ESCAPE = "\x1b[31mrød\x1b]0;tittel\x07"
HOSTILE = {
    "escape codes": ESCAPE,
    "C1 codes": "\x9b31m\x85",
    "bidi": "\u202eegnever\u202c\u2066\u061c",
    "unseen": "tu\u200b\u00ad\ufeff-berlin",
    "line breaks": "tu\nFeil: alt er i orden\r\u2028",
    "NUL": "tu\0berlin",
    "markup": "[bold red]tu[/] [link=https://eksempel.no]her[/link] [/",
    "halves of signs": "\ud83c tu \udfff",
    "formats": "%s {0} {name} %(x)s \\x1b \\033[0m",
    "very long": "å" * 5000,
}
# Each place where what was typed comes back: in a message, in a suggestion, in the answer.
COMMANDS = {
    "land": ("finn", "--land={}"),
    "tekst": ("finn", "--tekst={}"),
    "by": ("finn", "--by={}"),
    "fag": ("finn", "--fag={}"),
    "program": ("finn", "--program={}"),
    "undervisning": ("finn", "--undervisning={}"),
    "avtale": ("finn", "--avtale={}"),
    "hvorfor": ("finn", "--hvorfor={}"),
    "antall": ("finn", "--antall={}"),
    "format": ("finn", "--format={}"),
    "i-dag": ("frister", "--i-dag={}"),
    "semester": ("frister", "--semester={}"),
    "lærested": ("frister", "--lærested={}"),
    "måneder": ("budsjett", "--land=Japan", "--måneder={}"),
    "skolepenger": ("budsjett", "--land=Japan", "--skolepenger={}"),
    "kurs": ("budsjett", "--land=Japan", "--kurs={}"),
    "data": ("vis", "ETH", "--data={}"),
    "ut": ("vis", "ETH", "--ut={}/{}"),
    "argument": ("vis", "--", "{}"),
    "extra argument": ("vis", "ETH", "--", "{}"),
    "path": ("data", "sjekk", "--", "{}"),
    "command": ("{}",),
    "option": ("finn", "--{}"),
}


def filled(command: tuple[str, ...], text: str) -> list[str]:
    return [part.replace("{}", text) for part in command]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_steering_sign_reaches_the_terminal(run, command: tuple[str, ...], text: str) -> None:
    for form in ("tabell", "json"):
        outcome = run(*filled(command[:1], text), *filled((f"--format={form}", *command[1:]), text))
        assert steering(outcome.stdout + outcome.stderr) == set()
        assert "Uventet feil" not in outcome.stderr
        assert outcome.exit_code in {0, 1, 2, 3, 4}


@given(text=st.text(st.characters(max_codepoint=0xFFFF), max_size=30), command=st.sampled_from(list(COMMANDS.values())))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_an_answer_or_an_error_in_norwegian(run, text: str, command: tuple[str, ...]) -> None:
    outcome = run(*filled(command, text))
    assert steering(outcome.stdout + outcome.stderr) == set()
    assert "Uventet feil" not in outcome.stderr
    assert outcome.exit_code in {0, 1, 2, 3, 4}


def test_a_message_stays_on_its_line(run) -> None:
    outcome = run("vis", HOSTILE["line breaks"])
    assert (
        outcome.stderr.splitlines()[0]
        == "Feil: Lærestedet «tu\ufffdFeil: alt er i orden\ufffd\ufffd» finnes ikke i dataene."
    )


def test_markup_is_shown_as_it_was_typed(run) -> None:
    assert HOSTILE["markup"] in run("vis", HOSTILE["markup"]).stderr


def test_json_gives_back_exactly_what_was_asked(run) -> None:
    asked = "tu \u202eegnever \x1b[31m"
    outcome = run("finn", f"--tekst={asked}", "--format", "json")
    assert json.loads(outcome.stdout)["query"]["text"] == asked
