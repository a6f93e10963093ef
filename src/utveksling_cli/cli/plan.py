"""The student's plan as a command meets it: where it is, what is in it, and an error when it is needed and missing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from utveksling_cli.model.errors import NotFound
from utveksling_cli.planfile.find import FILE_NAME, find_plan

if TYPE_CHECKING:
    from utveksling_cli.model.plan import Plan


def open_plan(given: str | None) -> Plan | None:
    """The plan in the file that `--plan` names, that UTVEKSLING_PLAN does or that is found; None without a file.

    Raises DataUnusable for a file that was named and is not there, and for one that cannot be used.
    """
    path = plan_path(given)
    if path is None:
        return None
    from utveksling_cli.planfile import load

    return load(path)


def plan_path(given: str | None) -> Path | None:
    """The file, as short as it can be said from here; a named one may not exist."""
    here = _here()
    path = find_plan(given, os.environ, here, _home())
    if path is None:
        return None
    return path.relative_to(here) if path.is_relative_to(here) else path


def needed_plan_path(given: str | None) -> Path:
    """For a command that is about the plan; raises NotFound without one."""
    path = plan_path(given)
    if path is None:
        raise NotFound(
            f"Fant ingen plan: {FILE_NAME} er ikke i denne mappa eller i mappene over.",
            hint="Lag en med: utveksling start",
        )
    return path


def _here() -> Path:
    """Nothing is found in a folder that is gone."""
    try:
        return Path.cwd()
    except OSError:
        return Path()


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except (OSError, RuntimeError):
        return None
