"""The long run: `python -m tests.crash.kills 1000` ends 1,000 writers of each kind; the suite does with fewer."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from .at_once import scripts
from .catalogue_kills import kill_builders
from .export_kills import kill_exporters
from .interrupts import interrupt
from .plan_kills import kill_writers

AT_ONCE = INTERRUPTS = 100


def main() -> None:
    times, seed = int(sys.argv[1]), 1
    _told(lambda folder: scripts(folder, AT_ONCE))
    _told(lambda folder: interrupt(folder, INTERRUPTS, seed))
    for kill in (kill_exporters, kill_builders, kill_writers):
        _told(lambda folder, kill=kill: kill(folder, times, seed))


def _told(work: Callable[[Path], str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"{work(Path(folder))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
