"""The hosts of the plan, for a command that marks them and can do without."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.model.plan import Plan
from utveksling_cli.model.plan_marks import PlanMarks
from utveksling_cli.planfile import load
from utveksling_cli.render.text import clean


def read_marks(path: Path, plan: Plan | None = None, *, named: bool) -> PlanMarks | None:
    """None, and a word of warning, for a plan that only lies there and cannot be used.

    `plan` is what stands in the file, where that was read before. Raises DataUnusable for one that the student named.
    """
    try:
        plan = plan or load(path)
    except DataUnusable as error:
        if named:
            raise
        _warn(error, path)
        return None
    ranks = {host: rank for rank, host in enumerate(plan.stay.hosts, 1)}
    return PlanMarks(str(path), ranks, frozenset(plan.favourites))


def _warn(error: DataUnusable, path: Path) -> None:
    # Nothing can be told when nobody listens.
    with suppress(OSError):
        sys.stderr.write(
            f"Advarsel: {clean(str(path))}: {clean(error.message)} Læresteder i planen er ikke merket i svaret.\n"
            "Hint: Se hva som er galt med: utveksling status\n"
        )
