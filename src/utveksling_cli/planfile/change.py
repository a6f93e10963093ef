"""Change a plan file without losing anything that stands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from utveksling_cli.model.plan import Plan


def edit_file(path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """As `planfile.edit`."""
    raise NotImplementedError
