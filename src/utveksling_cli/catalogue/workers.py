"""Read many files of hosts, on all cores when they are so many that it pays to start more processes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from utveksling_cli.catalogue.host_checks import Context
from utveksling_cli.catalogue.parts import Part, read_part

Tell = Callable[[int, int], None]
# A process more takes half a second to start, in which the one that is there reads about this much.
_WORTH_A_PROCESS = 12_000_000
# Files ahead of the writer for each process: enough to keep it busy, few enough to fit in memory.
_AHEAD = 3


def read_parts(
    folder: Path, names: Sequence[str], context: Context | None, tell: Tell | None
) -> Generator[Part, None, None]:
    """The files in the order given; `tell` hears what is done; a fifth is left for what comes after."""
    sizes = [_size(folder / name) for name in names]
    total, done = sum(sizes), 0
    processes = min(os.cpu_count() or 1, total // _WORTH_A_PROCESS)
    read = partial(read_part, folder, context=context)
    parts = _divided(names, read, processes) if processes > 1 else (read(name) for name in names)
    try:
        for part, size in zip(parts, sizes, strict=True):
            yield part
            done += size
            if tell is not None:
                tell(done, total * 5 // 4)
    finally:
        parts.close()


def _divided(names: Sequence[str], read: Callable[[str], Part], processes: int) -> Generator[Part, None, None]:
    from multiprocessing import get_context

    waiting: deque[Any] = deque()
    with get_context().Pool(processes, initializer=_leave_interrupts_to_the_parent) as pool:
        for name in names:
            waiting.append(pool.apply_async(read, (name,)))
            if len(waiting) > processes * _AHEAD:
                yield waiting.popleft().get()
        while waiting:
            yield waiting.popleft().get()


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; the parent ends the others and says what there is to say."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
