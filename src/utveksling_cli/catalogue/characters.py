"""Which characters data may hold: letters that are seen, spaces and line feeds.

Control characters can drive a terminal, direction marks can make a line read as another, and invisible
letters make two equal names differ. U+FFFD means that a letter was lost on the way.
"""

from __future__ import annotations

import re

from utveksling_cli.model.words import LONE_JOINER

_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    f"\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]|{LONE_JOINER}"
)
_PLAIN = b"\n" + bytes(range(ord(" "), ord("~") + 1))
_UNSEEN_AND_PRINTABLE = frozenset("\u034f\ufffc\ufffd")


def unseen_at(text: str) -> int | None:
    """Where the first character stands that data may not hold."""
    if text.isascii() and text.isprintable():
        return None
    # Little is left of most texts without these, and Python's own test is far quicker than the pattern.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    if rest.isprintable() and _UNSEEN_AND_PRINTABLE.isdisjoint(rest):
        return None
    match = _UNSEEN.search(text)
    return match.start() if match else None


def refusal(character: str) -> str:
    """Why the character is not accepted, in Norwegian."""
    if character == "\t":
        return "tabulator er ikke lov; bruk mellomrom"
    return f"tegnet U+{ord(character):04X} vises ikke som tekst og er ikke lov i data"


def shown(value: object, most: int = 60) -> str:
    """The value as one short line that is safe to print in a message."""
    text = " ".join(_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", str(value)).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
