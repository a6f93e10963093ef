"""Where the plan file is: as told, or in this folder or one above it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "utveksling.yaml"
VARIABLE = "UTVEKSLING_PLAN"


def find_plan(explicit: str | None, env: Mapping[str, str], cwd: Path, home: Path | None) -> Path | None:
    """The file that was named, whether it exists or not; else the nearest `utveksling.yaml`, or None.

    The search goes up from `cwd` and ends with the home folder or the root.
    """
    if explicit is not None:
        return cwd / explicit
    if env.get(VARIABLE):
        return cwd / env[VARIABLE]
    for folder in (cwd, *cwd.parents):
        file = folder / FILE_NAME
        if file.is_file():
            return file
        if folder == home:
            break
    return None
