"""The text of a file that people edit, and the line of each thing in it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from utveksling_cli.catalogue.files import MAX_BYTES, TooLarge, read_regular
from utveksling_cli.catalogue.problems import KeyPath, Problem
from utveksling_cli.catalogue.yaml_reader import LineMap


class SourceText:
    """A file's text and the path that problems in it are shown with."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def _lines(self) -> LineMap:
        return LineMap(self.text)

    def problem(self, path: KeyPath, message: str) -> Problem:
        return Problem(self.file, self._lines.line(path), message)


def read_text(path: Path, most: int = MAX_BYTES) -> tuple[SourceText | None, list[Problem]]:
    """The file's text with LF line ends, or the reason why it cannot be read; `most` bytes at the most."""
    content, problems = read_bytes(path, most)
    return (None, problems) if content is None else text_of(path, content)


def read_bytes(path: Path, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
    """The same without a look at what the bytes are."""
    try:
        return read_regular(path, most), []
    except (OSError, ValueError) as error:
        return None, [Problem(str(path), 0, _why(error, most))]


def text_of(path: Path, content: bytes) -> tuple[SourceText | None, list[Problem]]:
    """The text of bytes that were read from this file."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [Problem(str(path), line, "er ikke UTF-8; lagre fila på nytt som UTF-8")]
    return SourceText(str(path), text), []


def _why(error: Exception, most: int) -> str:
    if isinstance(error, TooLarge):
        return f"fila er større enn {most / 1_000_000:g} MB".replace(".", ",")
    if isinstance(error, FileNotFoundError):
        return "fila finnes ikke"
    if isinstance(error, PermissionError):
        return "kan ikke leses; du mangler lesetilgang"
    from utveksling_cli.model.os_reasons import reading_reason

    return f"kan ikke leses ({reading_reason(error)})"
