"""Fold text for search and sort it in Norwegian order; nothing here is shown to anyone."""

from __future__ import annotations

import unicodedata

# Letters that do not come apart in Unicode's decomposition.
_PLAIN = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "oe"}
)
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_ORDER = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space: `Universität für Musik` is `universitat fur musik`."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", lowered)
    letters = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join(letters.split())


def spellings(text: str) -> tuple[str, ...]:
    """The folded text and, where it differs, the one with `ü` spelled `ue`, `å` spelled `aa` and so on."""
    plain = fold(text)
    spelled_out = fold(unicodedata.normalize("NFC", text).casefold().translate(_SPELLED_OUT))
    return (plain,) if plain == spelled_out else (plain, spelled_out)


def sort_key(text: str) -> str:
    """Norwegian order: … z æ ø å; accents on other letters do not count."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_ORDER)
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
