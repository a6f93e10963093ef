"""However a run ends, it ends with an exit code and without a traceback."""

import json
import signal
import sys
import time

import pytest

from utveksling_cli.cli import session
from utveksling_cli.cli.main import _interrupt_again

COMMANDS = [("finn",), ("vis", "ETH"), ("frister",), ("budsjett", "--land", "Japan")]


def interrupt(*_: object) -> None:
    signal.raise_signal(signal.SIGINT)


def fail(*_: object) -> None:
    raise ZeroDivisionError("en feil\nover to linjer")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_ctrl_c_ends_without_a_word(run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.setattr(session, "open_catalogue", interrupt)
    assert run(*arguments) == ("", "", 130)


def test_ctrl_c_that_a_library_cannot_pass_on_comes_again() -> None:
    """As in a callback from Rust, or when a value is thrown away."""

    class Value:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGINT)

    before, sys.unraisablehook = sys.unraisablehook, _interrupt_again
    try:
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012
            Value()
            time.sleep(5)
    finally:
        sys.unraisablehook = before


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
