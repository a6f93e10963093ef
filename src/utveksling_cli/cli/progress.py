"""How far the reading of a large data folder has come: a bar with the time left, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

# What is read in a second or so needs no bar.
_BYTES_WORTH_A_BAR = 10_000_000
_shown: list[Progress] = []


def show(done: int, total: int) -> None:
    """Draw, move or, when all is done, wipe out the bar; the cursor is back even after Ctrl-C."""
    if done >= total:
        if _shown:
            _shown.pop().stop()
        return
    if not _shown:
        if total < _BYTES_WORTH_A_BAR or not sys.stderr.isatty():
            return
        _shown.append(_bar(total))
    _shown[0].update(_shown[0].task_ids[0], completed=done, total=total)


def _bar(total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("Leser dataene"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("igjen"),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task("", total=total)
    bar.start()
    return bar
