"""What is typed is read as its letters, whatever the system made of them."""

import json
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.cli.argv import repaired

# Python's own rescue from the C locale is switched off, so that the arguments arrive as surrogate escapes.
C_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    ("arrived", "meant"),
    [
        pytest.param("--land", "--land", id="ASCII"),
        pytest.param("--måneder", "--måneder", id="composed"),
        pytest.param("--ma\u030aneder", "--måneder", id="a and a ring, as macOS has it"),
        pytest.param("--m\udcc3\udca5neder", "--måneder", id="UTF-8 that arrived under an ASCII locale"),
        pytest.param("Troms\udcf8", "Tromsø", id="Latin-1 that arrived under UTF-8"),
        pytest.param("東京", "東京", id="other scripts"),
        pytest.param("tu\ud83c", "tu\ufffd", id="half of a sign"),
        pytest.param("tu\ud83c\udc80", "tu\ufffd\ufffd", id="half of a sign and a byte that is no letter"),
        pytest.param("tu\0", "tu\ufffd", id="NUL"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_an_argument_is_read_as_its_letters(arrived: str, meant: str) -> None:
    assert repaired([arrived]) == [meant]


@given(st.binary(max_size=40).filter(lambda typed: b"\0" not in typed))
def test_any_bytes_give_composed_text_without_halves_of_signs(typed: bytes) -> None:
    (text,) = repaired([os.fsdecode(typed)])
    assert unicodedata.is_normalized("NFC", text)
    text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_that_arrived_whole_is_only_composed(text: str) -> None:
    assert repaired([text]) == [unicodedata.normalize("NFC", text)]


@pytest.mark.parametrize("option", ["--lærested", "--laerested"])
@pytest.mark.parametrize("name", ["ETH Zürich".encode(), "ETH Zu\u0308rich".encode(), b"ETH Z\xfcrich"])
def test_names_in_any_encoding_reach_the_same_host_under_the_c_locale(script, option: str, name: bytes) -> None:
    done = script("frister", option.encode(), name, "--format", "json", **C_LOCALE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["country"] == "CH"
