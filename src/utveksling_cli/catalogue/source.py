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
    try:
        content = read_regular(path, most)
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return SourceText(str(path), text), []
    except TooLarge:
        return None, [Problem(str(path), 0, f"fila er større enn {most // 1_000_000} MB")]
    except FileNotFoundError:
        return None, [Problem(str(path), 0, "fila finnes ikke")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return None, [Problem(str(path), line, "er ikke UTF-8; lagre fila på nytt som UTF-8")]
    except PermissionError:
        return None, [Problem(str(path), 0, "kan ikke leses; du mangler lesetilgang")]
    except OSError as error:
        return None, [Problem(str(path), 0, f"kan ikke leses ({error.strerror})")]
    except ValueError:
        return None, [Problem(str(path), 0, "kan ikke leses (navnet er ikke lov)")]
