"""Letters that an encoding lacks become near ones; what has no near one is a question mark, and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utveksling_cli.render.letters import ERROR_HANDLER, register

register()


@pytest.mark.parametrize(
    ("text", "encoding", "near"),
    [
        ("Blåbærsyltetøy på Æ og Ø", "ascii", "Blabaersyltetoy pa Ae og O"),
        ("«5–6» måneder … ≈ 12 €", "ascii", '"5-6" maneder ... ~ 12 EUR'),
        ("12\u00a0815\u202fkr", "ascii", "12 815 kr"),
        ("─────", "ascii", "-----"),
        ("Universität Łódź, Curaçao", "ascii", "Universitat Lodz, Curacao"),
        ("5–6 måneder", "latin-1", "5-6 måneder"),
        ("5–6 måneder €", "cp1252", "5–6 måneder €"),
        ("東京", "latin-1", "??"),
    ],
)
def test_a_letter_is_followed_by_a_near_one(text: str, encoding: str, near: str) -> None:
    assert text.encode(encoding, ERROR_HANDLER).decode(encoding) == near


@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp1252", "cp437", "utf-8", "utf-16"]))
def test_any_text_can_be_written_in_any_encoding(text: str, encoding: str) -> None:
    text.encode(encoding, ERROR_HANDLER).decode(encoding)
