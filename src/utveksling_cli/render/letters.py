"""Near letters for terminals whose encoding lacks the real ones: `å` is `a` in ASCII, `–` is `-` in Latin-1."""

from __future__ import annotations

import codecs
import unicodedata

ERROR_HANDLER = "utveksling.near_letters"
_NEAR = {
    "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ß": "ss", "ł": "l", "Ł": "L", "đ": "d", "ð": "d", "þ": "th",
    "–": "-", "—": "-", "─": "-", "━": "-", "│": "|", "•": "*", "·": "-", "…": "...", "’": "'", "‘": "'",
    "“": '"', "”": '"', "«": '"', "»": '"', "→": "->", "×": "x", "÷": "/", "±": "+-", "\u2212": "-", "█": "#", "▌": "#",
    "≈": "~", "€": "EUR", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip


def register() -> None:
    """Make the handler known to `str.encode` and the standard streams."""
    codecs.register_error(ERROR_HANDLER, _handle)


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(_near(letter) for letter in missing), error.end


def _near(letter: str) -> str:
    if letter in _NEAR:
        return _NEAR[letter]
    plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if c.isascii())
    return plain or "?"
