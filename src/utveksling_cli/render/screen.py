"""What the answer is shown on: its width, and whether it takes colour."""

from __future__ import annotations

import os
import shutil
from typing import NamedTuple, TextIO

_DEFAULT_WIDTH = 80
_MIN_WIDTH = 20
_RESET = "\x1b[0m"


class Screen(NamedTuple):
    """`width` in columns; without `colour` no escape code is written."""

    width: int
    colour: bool

    def bold(self, text: str) -> str:
        return self._styled("\x1b[1m", text)

    def dim(self, text: str) -> str:
        return self._styled("\x1b[2m", text)

    def warn(self, text: str) -> str:
        return self._styled("\x1b[33m", text)

    def bad(self, text: str) -> str:
        return self._styled("\x1b[31m", text)

    def good(self, text: str) -> str:
        return self._styled("\x1b[32m", text)

    def _styled(self, code: str, text: str) -> str:
        return f"{code}{text}{_RESET}" if self.colour and text.strip() else text


FILE_SCREEN = Screen(100, False)


def screen_of(stream: TextIO) -> Screen:
    """COLUMNS and NO_COLOR are honoured; a pipe or a file gets 80 columns and no colour."""
    width = max(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, _MIN_WIDTH)
    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(width, colour)
