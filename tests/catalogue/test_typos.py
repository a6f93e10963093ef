"""The few words that are compared hold every word within the distance."""

from __future__ import annotations

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from utveksling_cli.catalogue.host_tables import HostTables
from utveksling_cli.catalogue.typos import nearest_term

LETTERS = "abce"


def edited(word: str, edits: list[tuple[str, int, str]]) -> str:
    for kind, place, letter in edits:
        at = place % max(1, len(word))
        if kind == "swap" and at + 1 < len(word):
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        elif kind == "drop":
            word = word[:at] + word[at + 1 :]
        elif kind == "add":
            word = word[:at] + letter + word[at:]
        else:
            word = word[:at] + letter + word[at + 1 :]
    return word


EDIT = st.tuples(st.sampled_from(["swap", "drop", "add", "change"]), st.integers(0, 14), st.sampled_from(LETTERS))


@settings(max_examples=500)
@given(st.text(LETTERS, min_size=3, max_size=13), st.lists(EDIT, max_size=2))
def test_a_word_within_the_distance_is_always_found(word: str, edits: list[tuple[str, int, str]]) -> None:
    database = sqlite3.connect(":memory:")
    HostTables(database, is_new=True).finish()
    database.execute("INSERT INTO term VALUES (?, 1)", (word,))
    typed = edited(word, edits)
    allowed = 2 if len(typed) >= 8 else 1
    near = len(typed) >= 4 and OSA.distance(typed, word) <= allowed
    assert nearest_term(database, typed) == (word if near else None)
    database.close()
