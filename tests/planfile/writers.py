"""Change a plan over and over, to be ended at any moment: `python writers.py FILE FIRST COUNT`.

Each change adds one favourite, and is told on standard output when it is in place. A writer that is told to wait tries
again, as a student would: on a slow machine fifty at once may take longer than one waits.
"""

import sys
from pathlib import Path

from utveksling_cli.model.errors import DataUnusable
from utveksling_cli.planfile import edit
from utveksling_cli.planning.wishes import keep_in_mind

path, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
_TRIES = 8


def add(number: int) -> None:
    for left in reversed(range(_TRIES)):
        try:
            edit(path, lambda plan: keep_in_mind(plan, f"sted-{number}"))
            return
        except DataUnusable:
            if not left:
                raise


for number in range(first, first + count):
    add(number)
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
