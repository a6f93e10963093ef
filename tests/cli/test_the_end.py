"""However a run ends, it ends with an exit code and without a traceback."""

import json
import signal

import pytest

from utveksling_cli.cli import session

COMMANDS = [("finn",), ("vis", "ETH"), ("frister",), ("budsjett", "--land", "Japan")]


def interrupt(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


def fail(*_: object) -> None:
    raise ZeroDivisionError("en feil\nover to linjer")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_ctrl_c_ends_without_a_word(run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.setattr(session, "open_catalogue", interrupt)
    assert run(*arguments) == ("", "", 130)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_fault_of_the_program_is_told_in_norwegian(run, monkeypatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.setattr(session, "open_catalogue", fail)
    assert run(*arguments) == (
        "",
        "Feil: Uventet feil i programmet (ZeroDivisionError: en feil\ufffdover to linjer).\n"
        "Hint: Meld gjerne fra, med kommandoen du skrev. UTVEKSLING_FEILSOK=1 viser hvor i koden det skjedde.\n",
        1,
    )


def test_a_fault_of_the_program_is_json_where_json_was_asked_for(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "open_catalogue", fail)
    outcome = run("finn", "--format", "json")
    assert json.loads(outcome.stderr)["error"]["code"] == "error"
    assert (outcome.stdout, outcome.exit_code) == ("", 1)


def test_a_developer_can_ask_for_the_traceback(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "open_catalogue", fail)
    with pytest.raises(ZeroDivisionError):
        run("finn", UTVEKSLING_FEILSOK="1")
