"""Files that were being written when their writer was ended: whole ones never depend on them, but they take room."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

SUFFIX = ".tmp"
# Longer than anything takes to write: what is younger may be another process's, at work now.
_OLD_SECONDS = 3_600.0


def sweep(folder: Path, prefix: str) -> None:
    """Remove what `tempfile` has named with the prefix and SUFFIX, and nobody has written to for long."""
    left = re.compile(re.escape(prefix) + r"[a-z0-9_]{8}" + re.escape(SUFFIX))
    with suppress(OSError):
        for file in [entry for entry in folder.iterdir() if left.fullmatch(entry.name)]:
            with suppress(OSError):
                if time.time() - file.stat().st_mtime > _OLD_SECONDS:
                    file.unlink()
