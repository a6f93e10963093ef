"""The cells of a student's list of courses as text, row by row, out of a CSV file or the first sheet of a workbook."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from pathlib import Path

from utveksling_cli.catalogue.files import TooLarge, read_regular
from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.os_reasons import reading_reason

_MOST_BYTES, _MOST_ROWS, _MOST_COLUMNS = 5_000_000, 200, 100
# A workbook is an archive, and a small one may hold very much. Pictures in it are not read.
_MOST_UNPACKED, _READ = 3_000_000, (".xml", ".rels")
_SEPARATORS = ";,\t"
_FORMULA = re.compile(r"'[=+\-@\t\r']")
_EXCEL, _CSV = ".xlsx", (".csv", ".txt")
_QUOTES = "Se etter et anførselstegn som ikke lukkes."
HINT = "Lagre arket som .xlsx eller .csv med overskrifter på første rad."


def read_rows(path: Path) -> list[list[str]]:
    """Raises DataUnusable for what is no list of courses."""
    content = _content(path)
    suffix = path.suffix.casefold()
    if suffix == _EXCEL:
        rows = _from_workbook(content, path)
    elif suffix in _CSV:
        rows = _from_csv(content, path)
    else:
        raise DataUnusable("Fila er hverken .csv eller .xlsx.", where=str(path), hint=HINT)
    if len(rows) > _MOST_ROWS:
        raise DataUnusable("Fila har for mange rader for en fagplan.", where=str(path), hint=HINT)
    if any(cell for row in rows for cell in row[_MOST_COLUMNS:]):
        raise DataUnusable("Fila har for mange kolonner for en fagplan.", where=str(path), hint=HINT)
    return rows


def _content(path: Path) -> bytes:
    try:
        return read_regular(path, _MOST_BYTES)
    except TooLarge:
        raise DataUnusable("Fila er for stor for en fagplan.", where=str(path), hint=HINT) from None
    except (OSError, ValueError) as error:
        why = reading_reason(error)
        raise DataUnusable(f"Fila kan ikke leses ({why}).", where=str(path), hint="Sjekk stien.") from None


def _from_csv(content: bytes, path: Path) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    # A heading of the student's may stand above the row that tells.
    first = next((line for line in text.splitlines() if any(sign in line for sign in _SEPARATORS)), "")
    separator = max(_SEPARATORS, key=first.count)
    # A quotation mark that is never closed would make one course of all that follow it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = list(islice(reader, _MOST_ROWS + 1))
    except csv.Error:
        raise DataUnusable("Fila kan ikke leses som CSV.", where=str(path), hint=f"{_QUOTES} {HINT}") from None
    return [[cell[1:] if _FORMULA.match(cell) else cell for cell in row] for row in rows]


def _from_workbook(content: bytes, path: Path) -> list[list[str]]:
    """The first sheet; a formula counts as the value that it had when it was saved."""
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _cells(content)
    except Exception:  # openpyxl lets through whatever its parsers meet in a damaged archive
        raise DataUnusable("Fila er ikke et regneark i formatet .xlsx.", where=str(path), hint=HINT) from None


def _cells(content: bytes) -> list[list[str]]:
    from zipfile import ZipFile

    from openpyxl import load_workbook

    stream = io.BytesIO(content)
    with ZipFile(stream) as archive:
        if sum(part.file_size for part in archive.infolist() if part.filename.endswith(_READ)) > _MOST_UNPACKED:
            raise ValueError
    book = load_workbook(stream, read_only=True, data_only=True)
    try:
        rows = book.worksheets[0].iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS + 1, values_only=True)
        return [[_text(value) for value in row] for row in rows]
    finally:
        book.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if hasattr(value, "date"):
        return str(value.date().isoformat())
    return str(value)
