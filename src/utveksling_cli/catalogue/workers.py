"""Read many files of hosts, on all cores when they are so many that it pays to start more processes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from utveksling_cli.catalogue.host_checks import Context
from utveksling_cli.catalogue.parts import Part, read_part

Tell = Callable[[int, int], None]
# Bytes that one process reads while another starts: a fork is there at once, any other has to load the program first.
_WORTH_A_FORK = 2_000_000
_WORTH_A_PROCESS = 12_000_000
# Files ahead of the writer for each process: enough to keep it busy, few enough to fit in memory.
_AHEAD = 3


def read_parts(
    folder: Path, names: Sequence[str], context: Context | None, tell: Tell | None
) -> Generator[Part, None, None]:
    """The files in the order given; `tell` hears what is done; a fifth is left for what comes after."""
    sizes = [_size(folder / name) for name in names]
    total, done = sum(sizes), 0
    processes = min(os.cpu_count() or 1, _worth(total))
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


def _worth(total: int) -> int:
    """How many processes a folder of so many bytes is worth."""
    if total < 2 * _WORTH_A_FORK:
        return 1
    from multiprocessing import get_start_method

    return total // (_WORTH_A_FORK if get_start_method() == "fork" else _WORTH_A_PROCESS)


def _divided(names: Sequence[str], read: Callable[[str], Part], processes: int) -> Generator[Part, None, None]:
    """Each process has a pipe of its own, and the next file to read whenever one of its parts has been taken."""
    started: list[tuple[Any, Any]] = []
    waiting: deque[tuple[str, Any]] = deque()
    to_give = iter(names)
    try:
        _start(started, read, processes)
        for _, pipe in started * _AHEAD:
            _give(pipe, to_give, waiting)
        while waiting:
            name, pipe = waiting.popleft()
            yield _taken(pipe) or read(name)
            _give(pipe, to_give, waiting)
        yield from map(read, to_give)
    finally:
        for process, pipe in started:
            pipe.close()
            process.terminate()
            process.join()


def _start(started: list[tuple[Any, Any]], read: Callable[[str], Part], processes: int) -> None:
    """As many as there is room for."""
    from multiprocessing import get_context

    context = get_context()
    with suppress(OSError):
        while len(started) < processes:
            ours, theirs = context.Pipe()
            inherited = [ours, *(pipe for _, pipe in started)]
            process = context.Process(target=_work, args=(read, theirs, inherited), daemon=True)
            process.start()
            theirs.close()
            started.append((process, ours))


def _give(pipe: Any, to_give: Iterator[str], waiting: deque[tuple[str, Any]]) -> None:
    name = next(to_give, None)
    if name is not None:
        with suppress(OSError):
            pipe.send(name)
        waiting.append((name, pipe))


def _taken(pipe: Any) -> Part | None:
    """None from a process that is no more, for example because it used too much memory."""
    try:
        part = pipe.recv()
    except (EOFError, OSError):
        return None
    assert isinstance(part, Part)
    return part


def _work(read: Callable[[str], Part], pipe: Any, inherited: Sequence[Any]) -> None:
    """Until the parent closes its end, or is no more; its ends are closed here, or nobody would notice."""
    _leave_interrupts_to_the_parent()
    for other in inherited:
        other.close()
    # Whatever goes wrong, the parent then reads the file itself, and says so if it cannot either.
    with suppress(Exception):
        while True:
            pipe.send(read(pipe.recv()))


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; the parent ends the others and says what there is to say."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
