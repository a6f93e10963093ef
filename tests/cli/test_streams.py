"""A closed pipe, a closed stream, a full disk: the program ends as other programs do. Colours are for terminals."""

import errno
import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios

import pytest

from utveksling_cli.cli.output import STANDARD_OUTPUT, write
from utveksling_cli.model.errors import DataUnusable

from ..golden.runner import SCRIPT, Place

LONG = ["finn --antall alle", "finn --antall alle --format json", "finn --antall alle --format csv"]
SHORT = ["finn --hjelp", "--versjon", "fullføring bash", "data sjekk"]


@pytest.mark.parametrize("command", LONG + SHORT)
def test_a_reader_that_has_had_enough_is_no_error(shell, command: str) -> None:
    done = shell(f'{{ "$utveksling" {command}; echo "kode $?" >&2; }} | true')
    assert done.stderr == b"kode 0\n"


@pytest.mark.parametrize("command", LONG)
def test_the_first_line_is_enough_for_head(shell, command: str) -> None:
    done = shell(f'{{ "$utveksling" {command}; echo "kode $?" >&2; }} | head -n 1')
    assert done.stderr == b"kode 0\n"
    assert done.stdout.count(b"\n") == 1


def test_a_closed_standard_output_takes_the_answer_in_silence(shell) -> None:
    done = shell('"$utveksling" finn --land Tyskland >&-')
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_answer_to_a_file_needs_no_open_stream(shell, place: Place) -> None:
    done = shell('"$utveksling" finn --land Island --ut svar.txt >&- 2>&-')
    assert done.returncode == 0
    assert "på Island" in (place.folder / "svar.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/null", "2>&1 >/dev/null | true"])
def test_an_error_that_nobody_hears_keeps_its_exit_code(shell, redirection: str) -> None:
    command = f'{{ "$utveksling" vis finnes-ikke; echo "kode $?" >&3; }} {redirection}'
    assert shell(f"exec 3>&1; {command}").stdout == b"kode 3\n"


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class FullDisk(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(sys, "stdout", FullDisk())
    with pytest.raises(DataUnusable) as caught:
        write("svar\n", STANDARD_OUTPUT)
    assert caught.value.message == "Kan ikke skrive svaret (det er ikke mer plass)."
    assert caught.value.exit_code == 4


def on_a_terminal(place: Place, variables: dict[str, str], width: int = 80) -> str:
    """What `frister` shows on a terminal of that width."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    with subprocess.Popen([SCRIPT, "frister"], stdout=follower, cwd=place.folder, env=variables) as process:
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # Linux tells like this that the other side is closed
                break
            if not part:
                break
            parts.append(part)
        assert process.wait(60) == 0
    os.close(leader)
    return b"".join(parts).decode("utf-8")


def test_a_terminal_gets_colours(place: Place, surroundings) -> None:
    assert "\x1b[1m" in on_a_terminal(place, surroundings(NO_COLOR=None, TERM="xterm"))


@pytest.mark.parametrize("plain", [{"NO_COLOR": "1"}, {"NO_COLOR": None, "TERM": "dumb"}])
def test_a_terminal_that_wants_no_colours_gets_none(place: Place, surroundings, plain) -> None:
    assert "\x1b" not in on_a_terminal(place, surroundings(**{"TERM": "xterm", **plain}))


def test_a_pipe_gets_no_colours(script) -> None:
    assert b"\x1b" not in script("frister", NO_COLOR=None, TERM="xterm").stdout


def test_the_terminal_tells_its_width_and_columns_has_the_last_word(place: Place, surroundings) -> None:
    narrow = on_a_terminal(place, surroundings(COLUMNS=None, TERM="dumb"), width=40)
    assert "ons. 20. jan. 2027\r\n  Dager            57\r\n" in narrow.replace("\u00a0", " ")
    wide = on_a_terminal(place, surroundings(COLUMNS="120", TERM="dumb"), width=40)
    assert "Dato                Dager  Frist" in wide
