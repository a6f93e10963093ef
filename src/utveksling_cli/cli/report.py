"""Show an error on standard error: as text, or as JSON when JSON was asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise

from utveksling_cli.model.errors import UtvekslingError
from utveksling_cli.render.text import clean

SCHEMA = "utveksling.error/1"
_TOO_LONG = 500
_SHOWN = 60


def report(error: UtvekslingError, arguments: Sequence[str]) -> None:
    # Nothing can be told when nobody listens.
    with suppress(OSError):
        sys.stderr.write(_as_json(error) if _wants_json(arguments) else as_text(error))
        sys.stderr.flush()


def as_text(error: UtvekslingError) -> str:
    """What is wrong, where, each detail on a line of its own, and what to do next."""
    where = f"{_short(error.where)}: " if error.where else ""
    lines = [f"Feil: {where}{_short(error.message)}"]
    lines += [f"  {_short(detail)}" for detail in error.details]
    if error.hint:
        lines.append(f"Hint: {_short(error.hint)}")
    return "\n".join(lines) + "\n"


def _short(text: str) -> str:
    """Clean, and without the middle of what somebody pasted: ten screens of it would hide what is wrong."""
    if len(text) <= _TOO_LONG:
        return clean(text)
    return clean(re.sub(f"(?<=«)[^»]{{{_TOO_LONG},}}(?=»)|[^\\s«»]{{{_TOO_LONG},}}", _both_ends, text))


def _both_ends(found: re.Match[str]) -> str:
    return f"{found[0][:_SHOWN]}…{found[0][-_SHOWN:]}"


def _as_json(error: UtvekslingError) -> str:
    from utveksling_cli.render.json import dump

    fields = {
        "code": error.code,
        "message": error.message,
        "where": error.where,
        "details": list(error.details),
        "hint": error.hint,
    }
    return dump({"schema": SCHEMA, "error": fields, "exit_code": error.exit_code}, ascii_only=False)


def _wants_json(arguments: Sequence[str]) -> bool:
    pairs = pairwise([*arguments, ""])
    return any(option == "--format=json" or (option, value) == ("--format", "json") for option, value in pairs)
