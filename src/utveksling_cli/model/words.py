"""Fold text for search and sort it in Norwegian order; nothing here is shown to anyone."""

from __future__ import annotations

import re
import unicodedata


class _Letters(dict[int, str | int | None]):
    """What becomes of each character of decomposed text: accents go, other characters stay as they are."""

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.combining(chr(code)) else code
        return kept


# Letters that do not come apart in Unicode's decomposition.
_TAKEN_APART = {"æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "oe"}
_PLAIN = _Letters({ord(letter): plain for letter, plain in _TAKEN_APART.items()})
_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
# The three signs that follow z in the code table stand for the three letters that follow it in the alphabet.
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
# The joiner that makes one emoji of several (👩‍🎓) is part of a sign that is seen; anywhere else nobody sees it.
_EMOJI = "\u2194\u2195\u2600-\u27bf\u2b1b\U0001f300-\U0001faff"
LONE_JOINER = f"(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f)\u200d|\u200d(?![{_EMOJI}])"
# Nearly all accents, once they are taken off their letters.
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
# What is neither a letter nor a number; the pattern's own word characters have one sign more.
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# The same for the letters that nearly all text is written with, several times as fast, and in lower case.
_ASCII = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space: `Universität für Musik` is `universitat fur musik`."""
    bare = text if text.isascii() else _bare(text)
    words = bare.translate(_ASCII) if bare.isascii() else _BETWEEN_WORDS.sub(" ", bare)
    return " ".join(words.split())


def spellings(text: str) -> tuple[str, ...]:
    """The folded text and, where it differs, the one with `ü` spelled `ue`, `å` spelled `aa` and so on."""
    if text.isascii():
        return (" ".join(text.translate(_ASCII).split()),)
    plain = fold(text)
    lowered = spelled_out = unicodedata.normalize("NFC", text).casefold()
    for letter, letters in _SPELLED_OUT.items():
        spelled_out = spelled_out.replace(letter, letters)
    return (plain,) if spelled_out == lowered else tuple(dict.fromkeys((plain, fold(spelled_out))))


def sort_key(text: str) -> str:
    """Norwegian order: … z æ ø å, with ä as æ and ö as ø; other accents do not count.

    `aa` stands under a: only some names (Aarhus, not Aachen) have it for å.
    """
    if text.isascii():
        return text.casefold()
    return _bare(unicodedata.normalize("NFC", text).casefold().translate(_ORDER))


def _bare(text: str) -> str:
    """Lower case without accents; letters are taken apart again since folding İ makes an accent of its own."""
    if text.isascii():
        return text.casefold()
    lowered = unicodedata.normalize("NFKD", text).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", lowered))
    return bare if bare.isascii() else bare.translate(_PLAIN)
