"""Every terminal can show every answer: letters that its encoding lacks become near ones."""

import json

import pytest

from .test_argv import C_LOCALE

COMMANDS = [
    ("finn", "--land", "Tyskland", "--antall", "5"),
    ("vis", "tu-berlin"),
    ("frister", "--land", "Japan"),
    ("budsjett", "--land", "Sør-Korea", "--måneder", "5", "--forklar"),
    ("budsjett", "--hjelp"),
    ("--versjon",),
]
ENCODINGS = ["ascii", "cp1252", "cp437", "latin-1", "utf-8", "utf-16"]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_answer_loses_no_line_and_shows_no_question_mark_for_a_letter(script, arguments, encoding: str) -> None:
    whole = script(*arguments).stdout.decode("utf-8")
    done = script(*arguments, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert text.count("\n") == whole.count("\n")
    assert text.count("?") == whole.count("?")


def test_norwegian_letters_in_ascii_are_those_that_norwegians_write_instead(script) -> None:
    text = script("frister", "--land", "Japan", PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "Tidlig soknadsfrist ved" in text
    assert "Alle laeresteder i Japan" in text


def test_a_real_c_locale_is_no_obstacle(script) -> None:
    done = script(*COMMANDS[3], **C_LOCALE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("ascii").startswith("Budsjett for 5 maneder i Sor-Korea")


def test_an_error_too_can_be_shown(script) -> None:
    done = script("vis", "Østfold æ", PYTHONIOENCODING="ascii")
    assert done.returncode == 3
    assert done.stderr.decode("ascii").startswith('Feil: Laerestedet "Ostfold ae" finnes ikke i dataene.')


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_keeps_every_letter_in_every_encoding(script, encoding: str) -> None:
    arguments = ("vis", "eth-zurich", "--format", "json")
    done = script(*arguments, PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout.decode(encoding)) == json.loads(script(*arguments).stdout)
