"""Repair the command line before anything reads it: UTF-8 under a foreign locale, and composed letters.

Under `LC_ALL=C` or Latin-1 a typed `--måneder` arrives as other letters or as surrogate escapes, and
macOS hands over `a` plus a ring (NFD). After the repair there is one spelling of each name.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence

# Halves of signs, that Windows can hand over, and NUL, that none can: no name of a file or variable may hold them.
_NO_LETTER = re.compile("[\0\ud800-\udfff]")


def repaired(arguments: Sequence[str]) -> list[str]:
    """The arguments as NFC text; bytes that are not UTF-8 keep the reading of the terminal's own encoding."""
    return [unicodedata.normalize("NFC", _NO_LETTER.sub("\ufffd", _as_utf8(argument))) for argument in arguments]


def _as_utf8(argument: str) -> str:
    if argument.isascii() or os.name == "nt":
        return argument
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument.encode("utf-8", "surrogateescape").decode("latin-1") if _is_escaped(argument) else argument


def _is_escaped(argument: str) -> bool:
    """Whether what is no letter in it is a byte, and never half of a sign as Windows may hand over."""
    halves = [letter for letter in argument if "\ud800" <= letter <= "\udfff"]
    return bool(halves) and all("\udc80" <= letter <= "\udcff" for letter in halves)
