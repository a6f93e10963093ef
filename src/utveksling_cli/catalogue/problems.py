"""A problem in a data file: where it is and what is wrong, so that all can be shown together."""

from __future__ import annotations

from typing import NamedTuple

KeyPath = tuple[str | int, ...]


class Problem(NamedTuple):
    """`file` is the path as the user gave it; `line` counts from 1, 0 means the file as a whole."""

    file: str
    line: int
    message: str

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file
