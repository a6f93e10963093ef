"""A process that works until it is ended, so suddenly that it can neither tidy nor be warned."""

import os
import signal
import time
from collections.abc import Callable

Tell = Callable[[], object]


def ended(work: Callable[[Tell], object], life: float, *, busy: bool = False) -> int:
    """How many times the work told that something was done, before it was ended after so many seconds.

    A busy one has told once before its time is counted, also on a machine with much else to do.
    Raises AssertionError when the work failed by itself.
    """
    reading, writing = os.pipe()
    worker = os.fork()
    if not worker:
        _work(work, writing)
    os.close(writing)
    first = os.read(reading, 1) if busy else b""
    time.sleep(life)
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)
    with os.fdopen(reading, "rb") as told:
        all_told = first + told.read()
    assert b"!" not in all_told, "the work failed by itself"
    return len(all_told)


def _work(work: Callable[[Tell], object], writing: int) -> None:
    try:
        work(lambda: os.write(writing, b"."))
    except BaseException:
        os.write(writing, b"!")
        raise
    finally:
        os._exit(1)
