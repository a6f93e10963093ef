"""Change a plan over and over, to be ended at any moment: `python writers.py FILE FIRST COUNT`.

Each change adds one favourite, and is told on standard output when it is in place.
"""

import sys
from pathlib import Path

from utveksling_cli.planfile import edit
from utveksling_cli.planning.wishes import keep_in_mind

path, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
for number in range(first, first + count):
    edit(path, lambda plan, number=number: keep_in_mind(plan, f"sted-{number}"))
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
