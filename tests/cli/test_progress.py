"""The bar that is shown while a large data folder is read."""

from __future__ import annotations

import io
import sys

import pytest

from utveksling_cli.cli import progress

LARGE, SMALL = 1_000_000_000, 1_000_000


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """In the test and not in a fixture: pytest puts its own stream in place between the two."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_a_terminal_sees_how_far_it_has_come_and_then_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress.show(LARGE // 4, LARGE)
    progress.show(LARGE // 2, LARGE)
    progress.show(LARGE, LARGE)
    drawn = stream.getvalue()
    assert "Leser dataene" in drawn
    assert "50%" in drawn
    # The cursor is back, and the line is wiped out.
    assert "\x1b[?25h" in drawn
    assert drawn.rstrip("\n").endswith("\x1b[2K")


def test_what_is_read_at_once_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress.show(SMALL // 2, SMALL)
    progress.show(SMALL, SMALL)
    assert stream.getvalue() == ""


def test_a_pipe_or_a_file_has_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    progress.show(LARGE // 2, LARGE)
    progress.show(LARGE, LARGE)
    assert capsys.readouterr() == ("", "")
