"""End a writer at random moments, and see that every change that it told of is in a whole file.

`python tests/planfile/kills.py 1000` is the long version of what the test suite does with fewer.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

from utveksling_cli.planfile import edit, load
from utveksling_cli.planning.wishes import keep_in_mind

HEAD = "# Min egen kommentar\nschema: utveksling.plan/1\n"
_LONGEST_LIFE = 0.12
_LONGEST_LIST = 60


def kill_writers(path: Path, times: int, seed: int) -> int:
    """Raises AssertionError when anything is lost; how many changes were made in all."""
    chance = random.Random(seed)
    path.write_text(HEAD, encoding="utf-8")
    made = before = 0
    for turn in range(times):
        told = before + _ended_writer(path, before, chance.random() * _LONGEST_LIFE, busy=turn % 2 == 1)
        found = load(path).favourites
        assert list(found) == [f"sted-{number}" for number in range(len(found))]
        # A writer may be ended between putting a change in place and telling of it.
        assert told <= len(found) <= told + 1
        assert path.read_text(encoding="utf-8").startswith(HEAD)
        made += len(found) - before
        before = len(found)
        if before > _LONGEST_LIST:
            edit(path, lambda plan: plan._replace(favourites=()))
            before = 0
    return made


def _ended_writer(path: Path, first: int, life: float, *, busy: bool) -> int:
    """How many changes a writer told of before it was ended.

    A busy one has made its first change before its time is counted, also on a machine with much else to do.
    """
    reading, writing = os.pipe()
    writer = os.fork()
    if not writer:
        _write_for_ever(path, first, writing)
    os.close(writing)
    made = len(os.read(reading, 1)) if busy else 0
    time.sleep(life)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(reading, "rb") as told:
        return made + len(told.read())


def _write_for_ever(path: Path, number: int, writing: int) -> NoReturn:
    try:
        while True:
            edit(path, lambda plan, number=number: keep_in_mind(plan, f"sted-{number}"))
            os.write(writing, b".")
            number += 1
    finally:
        os._exit(1)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "utveksling.yaml"
        edit(file, lambda plan: plan)
        changes = kill_writers(file, int(sys.argv[1]), seed=1)
        edit(file, lambda plan: keep_in_mind(plan, "til-slutt"))
        left = sorted(entry.name for entry in Path(folder).iterdir())
    sys.stdout.write(f"{sys.argv[1]} ended writers, {changes} changes, nothing lost; left are {', '.join(left)}\n")
