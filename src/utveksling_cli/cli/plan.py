"""The student's plan as a command meets it: what is in it, and an error when it is needed and missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from utveksling_cli.cli.session import PLAN_FILE, plan_path
from utveksling_cli.model.errors import NotFound

if TYPE_CHECKING:
    from utveksling_cli.model.plan import Plan

__all__ = ["needed_plan_path", "open_plan", "plan_path"]


def open_plan(given: str | None) -> Plan | None:
    """The plan in the file that `--plan` names, that UTVEKSLING_PLAN does or that is found; None without a file.

    Raises DataUnusable for a file that was named and is not there, and for one that cannot be used.
    """
    path = plan_path(given)
    if path is None:
        return None
    from utveksling_cli.planfile import load

    return load(path)


def needed_plan_path(given: str | None, start: str = "utveksling start") -> Path:
    """For a command that is about the plan; raises NotFound without one, with the command that makes it."""
    path = plan_path(given)
    if path is None:
        raise NotFound(
            f"Fant ingen plan: {PLAN_FILE} er ikke i denne mappa eller i mappene over.",
            hint=f"Lag en med: {start}",
        )
    return path
