"""Many processes that build the same catalogue into an empty cache at once all answer the same."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from ..catalogue.small_folder import make
from ..golden.runner import SCRIPT
from .catalogue_kills import cache_in, name_in

QUESTION = ("finn", "--land", "Tyskland", "--antall", "alle", "--format", "json")


def forks(folder: Path, count: int) -> set[bytes]:
    """The different answers of so many processes that are let go in the same moment; for the test suite."""
    data = make(folder / "data")
    with cache_in(folder / "before"):
        # So that what it takes is imported once.
        name_in(data)
    with cache_in(folder) as cache:
        waiting, go = os.pipe()
        answers = [_fork(lambda: name_in(data), waiting, go) for _ in range(count)]
        os.close(waiting)
        os.close(go)
        found = set()
        for answer in answers:
            with os.fdopen(answer, "rb") as told:
                found.add(told.read())
        for _ in range(count):
            os.wait()
        (file,) = cache.iterdir()
        assert file.suffix == ".sqlite"
    return found


def _fork(answer: Callable[[], str], waiting: int, go: int) -> int:
    """Where the answer can be read of a process that waits until nobody holds `go` any more."""
    reading, writing = os.pipe()
    if os.fork():
        os.close(writing)
        return reading
    try:
        os.close(go)
        os.read(waiting, 1)
        os.write(writing, answer().encode())
    finally:
        os._exit(0)


def scripts(folder: Path, count: int) -> str:
    """The same with the installed script and the facts that came with it; what was done, in words."""
    cache = folder / "cache"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "HOME": str(folder)}
    started = [subprocess.Popen([SCRIPT, *QUESTION], stdout=-1, stderr=-1, env=environment) for _ in range(count)]
    outcomes = {(*process.communicate(), process.returncode) for process in started}
    ((answer, errors, code),) = outcomes
    assert (errors, code) == (b"", 0)
    (file,) = (cache / "utveksling").iterdir()
    assert file.suffix == ".sqlite"
    again = subprocess.run([SCRIPT, *QUESTION], capture_output=True, check=True, env=environment)
    assert again.stdout == answer
    return f"{count} commands built the catalogue at once: one answer, one file, nothing left behind"
