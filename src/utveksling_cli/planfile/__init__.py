"""The student's own plan file: read it strictly, and change it without ever losing it.

Reading imports PyYAML, and Pydantic for a text that has not been accepted before; changing imports ruamel.yaml as well.
A command without a plan pays for none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from utveksling_cli.model.plan import Plan

__all__ = ["edit", "is_there", "line_of", "load"]


def is_there(path: Path) -> bool:
    """Whether something has this name, if only a link that leads nowhere; nothing has a name that is not allowed."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def load(path: Path) -> Plan:
    """Raises DataUnusable, with file and line of each problem, for a file that is no plan of this program."""
    from utveksling_cli.catalogue.source import read_text
    from utveksling_cli.planfile.accepted import MOST_BYTES, remember, remembered

    source, _ = read_text(path, MOST_BYTES)
    plan = remembered(source) if source is not None else None
    if plan is None:
        from utveksling_cli.planfile.read import read_document

        document = read_document(path)
        remember(document.source)
        plan = document.plan
    return plan


def line_of(path: Path, *keys: str | int) -> int:
    """The line of a value in the file, such as `"stay", "hosts", 0`; of the part it belongs to when it is not there."""
    from utveksling_cli.planfile.lines import lines_of

    return lines_of(path, [keys])[0]


def edit(path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """Put the changed plan in the file's place, or make the file, and give it back; `change` is asked once.

    Comments, order and quotes stay as they were. Raises DataUnusable, and leaves the file, when it is broken, in use
    by another writer for long, or cannot be written.
    """
    from utveksling_cli.planfile.change import edit_file

    return edit_file(path, change)
