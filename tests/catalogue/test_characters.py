"""The joiner that makes one emoji of several is part of what is seen; alone, or between letters, nobody sees it."""

import pytest

from utveksling_cli.catalogue.characters import unseen_at
from utveksling_cli.render.text import clean

JOINER = "\u200d"
# As Unicode lists them (emoji-zwj-sequences.txt): student, technologist with a skin tone, family, heart on fire, pirate
# flag, black bird, someone who walks to the right.
SEEN = (
    "\U0001f469\u200d\U0001f393",
    "\U0001f9d1\U0001f3fd\u200d\U0001f4bb",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\u2764\ufe0f\u200d\U0001f525",
    "\U0001f3f4\u200d\u2620\ufe0f",
    "\U0001f426\u200d\u2b1b",
    "\U0001f6b6\u200d\u27a1\ufe0f",
)
UNSEEN = (
    "a\u200db",
    "\u200d",
    "\U0001f469\u200d",
    "\u200d\U0001f393",
    "\U0001f469\u200d\u200d\U0001f393",
    "a\ufe0f\u200d\U0001f525",
)


@pytest.mark.parametrize("text", SEEN)
def test_an_emoji_of_several_is_text(text: str) -> None:
    assert unseen_at(f"For {text} og andre") is None
    assert clean(text) == text


@pytest.mark.parametrize("text", UNSEEN)
def test_a_joiner_that_joins_no_emoji_is_not(text: str) -> None:
    place = unseen_at(text)
    assert place is not None
    assert text[place] == JOINER
    assert JOINER not in clean(text).replace("\U0001f469\u200d\U0001f393", "")
