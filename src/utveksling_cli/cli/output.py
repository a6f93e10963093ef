"""Write the answer: to the screen in whatever encoding it has, or to a file in one step."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

from utveksling_cli.model.errors import DataUnusable, UsageProblem
from utveksling_cli.model.os_reasons import reason
from utveksling_cli.render.letters import ERROR_HANDLER, register

STANDARD_OUTPUT = "-"
TABLE, JSON, CSV, XLSX, ICS, GITHUB = "tabell", "json", "csv", "xlsx", "ics", "github"
DOCX, MARKDOWN, HTML = "docx", "md", "html"
# What writes the formats that few commands have.
_BYTES = {XLSX: "as_xlsx", DOCX: "as_docx", ICS: "as_ics"}
_TEXTS = {GITHUB: "as_github", MARKDOWN: "as_markdown", HTML: "as_html"}
TEXT_FORMATS = (TABLE, JSON, CSV)
_LONGEST = 50
_PLAN_SCHEMA = rb"^(\xef\xbb\xbf)?schema *: *[\"']?utveksling\.plan/"
_MOST_LOOKED_AT = 500_000


def check_format(given: str, allowed: tuple[str, ...] = TEXT_FORMATS) -> str:
    """The format's name; raises UsageProblem for one that the command does not have."""
    name = given.strip().casefold()
    if name not in allowed:
        from utveksling_cli.cli.usage import not_allowed

        raise not_allowed("--format", given, allowed)
    return name


def check_destination(form: str, destination: str) -> None:
    """Raises UsageProblem when a file that is not text would fill the screen with signs; a pipe may have it."""
    if form not in TEXT_FORMATS and destination == STANDARD_OUTPUT and sys.stdout.isatty():
        hint = f"Skriv til en fil, for eksempel --ut utveksling.{form}"
        raise UsageProblem(f"--format {form}: svaret er en fil, og kan ikke vises på skjermen.", hint=hint)


def check_place(destination: str) -> None:
    """For a command that changes something: raises what writing there would raise, while nothing is changed yet."""
    if destination != STANDARD_OUTPUT:
        _write_file(Path(destination), None)


def emit(renderer: str, view: Any, form: str, destination: str) -> None:
    """Render a result with the module of that name in `render`, and write it.

    Each such module has `as_json(view)`, `as_csv(view)` and `as_table(view, screen)`, and `as_xlsx(view)` and its
    like for the other formats that its command has; only what is needed is imported.
    """
    render = import_module(f"utveksling_cli.render.{renderer}")
    if form == JSON:
        from utveksling_cli.render.json import dump

        ascii_only = destination == STANDARD_OUTPUT and not _stdout_is_unicode()
        write(dump(render.as_json(view), ascii_only=ascii_only), destination)
    elif form == CSV:
        write(render.as_csv(view), destination)
    elif form in _BYTES:
        write_bytes(getattr(render, _BYTES[form])(view), destination)
    elif form in _TEXTS:
        write(getattr(render, _TEXTS[form])(view), destination)
    else:
        from utveksling_cli.render.screen import FILE_SCREEN, screen_of

        screen = screen_of(sys.stdout) if destination == STANDARD_OUTPUT else FILE_SCREEN
        write(render.as_table(view, screen), destination)


def write(text: str, destination: str) -> None:
    """Text that ends in a line break goes to standard output or, whole or not at all, to a file as UTF-8."""
    if destination == STANDARD_OUTPUT:
        _print(text)
    else:
        _write_file(Path(destination), text.encode("utf-8", ERROR_HANDLER))


def write_bytes(content: bytes, destination: str) -> None:
    """The same for what is not text."""
    if destination == STANDARD_OUTPUT:
        _print(content)
    else:
        _write_file(Path(destination), content)


def nowhere() -> TextIO:
    """A stream whose text is lost."""
    return Path(os.devnull).open("w", encoding="utf-8")


def _print(content: str | bytes) -> None:
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise DataUnusable(f"Kan ikke skrive svaret ({reason(error)}).", hint="Skriv til en fil med --ut.") from None


def survive_any_encoding(stream: TextIO) -> None:
    """Letters that the terminal's encoding lacks become near ones instead of an error."""
    register()
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors=ERROR_HANDLER)


def _stdout_is_unicode() -> bool:
    """Whether every letter can be written as itself."""
    return (sys.stdout.encoding or "").lower().replace("-", "") in {"utf8", "utf8sig"}


def _write_file(path: Path, content: bytes | None) -> None:
    """None tries the place and leaves it as it was."""
    try:
        if path.is_dir():
            raise DataUnusable(f"«{path}» er en mappe.", hint="Skriv et filnavn etter --ut.")
        if path.exists() and not path.is_file():
            # A device or a pipe, such as /dev/null, takes what it is given and must stay what it is.
            if content is not None:
                with path.open("wb") as device:
                    device.write(content)
        elif _is_plan(path):
            hint = "Velg et annet filnavn etter --ut. Planen er ikke endret."
            raise UsageProblem(f"«{path}» er en plan, og den ville gått tapt.", hint=hint)
        else:
            _replace(_target(path), content)
    except (OSError, ValueError) as error:
        message = f"Kan ikke skrive «{path}» ({reason(error)})."
        raise DataUnusable(message, hint="Velg et annet sted med --ut.") from None


def _target(path: Path) -> Path:
    """Where the file itself is, so that a link to it stays a link; raises OSError for links that lead in a ring."""
    try:
        target = path.resolve()
    except RuntimeError:
        target = path
    # From Python 3.13 a ring is no error to `resolve`.
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _is_plan(path: Path) -> bool:
    """Whether the student's own plan stands there, under whatever name."""
    import re

    try:
        with path.open("rb") as file:
            return re.search(_PLAN_SCHEMA, file.read(_MOST_LOOKED_AT), re.MULTILINE) is not None
    except OSError:
        return False


def _replace(path: Path, content: bytes | None) -> None:
    """Write beside the file and move it there, so that nobody meets half of it."""
    import tempfile

    from utveksling_cli.catalogue.leftovers import SUFFIX, sweep

    # The name beside the file is made of its own, which may already be as long as a name can be.
    prefix = f".{path.name[:_LONGEST]}."
    sweep(path.parent, prefix)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=SUFFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            if content is None:
                return
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_for(path))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _mode_for(path: Path) -> int:
    """A file that exists keeps its permissions; a new one gets what the user's umask says."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
