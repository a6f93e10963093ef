"""End a writer of the plan at random moments, and see that every change that it told of is in a whole file."""

import random
from pathlib import Path

from utveksling_cli.planfile import edit, load
from utveksling_cli.planning.wishes import keep_in_mind

from .ended import Tell, ended

HEAD = "# Min egen kommentar\nschema: utveksling.plan/1\n"
_LONGEST_LIFE = 0.12
_LONGEST_LIST = 60


def kill_writers(folder: Path, times: int, seed: int) -> str:
    """Raises AssertionError when anything is lost or left behind; what was done, in words."""
    path = folder / "utveksling.yaml"
    path.write_text(HEAD, encoding="utf-8")
    changes = _kill(path, times, random.Random(seed))
    edit(path, lambda plan: keep_in_mind(plan, "til-slutt"))
    assert {entry.name for entry in folder.iterdir()} == {path.name, f".{path.name}.lock"}
    return f"{times} writers of a plan ended, {changes} changes made, none lost, nothing left behind"


def _kill(path: Path, times: int, chance: random.Random) -> int:
    made = before = 0
    for turn in range(times):
        life = chance.random() * _LONGEST_LIFE
        told = before + ended(lambda tell, first=before: _write_for_ever(path, first, tell), life, busy=turn % 2 == 1)
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


def _write_for_ever(path: Path, number: int, tell: Tell) -> None:
    while True:
        edit(path, lambda plan, number=number: keep_in_mind(plan, f"sted-{number}"))
        tell()
        number += 1
