"""Press Ctrl-C at random moments: no traceback of the program's own, nothing half, nothing left behind."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from ..catalogue.small_folder import make
from ..golden.runner import SCRIPT

_COMMAND = ("finn", "--format", "json", "--ut", "svar.json")
_INTERRUPTED = 130


def interrupt(folder: Path, times: int, seed: int) -> str:
    """The command compiles the facts, answers and writes a file. Raises AssertionError; what was done, in words."""
    chance, data = random.Random(seed), make(folder / "data")
    start = time.perf_counter()
    assert ended_by(folder, data, 60.0, signal.SIGINT) == 0
    usual = time.perf_counter() - start
    answer = (folder / "svar.json").read_bytes()
    codes = []
    for _ in range(times):
        (folder / "svar.json").write_text("det som sto der før", encoding="utf-8")
        codes.append(ended_by(folder, data, chance.random() * usual, signal.SIGINT))
        now = (folder / "svar.json").read_bytes()
        assert now in {answer, "det som sto der før".encode()}
        assert now == answer or codes[-1] != 0
        assert left(folder) == set()
    return f"{times} times Ctrl-C: {_counted(codes)}; nothing half, nothing left behind"


def ended_by(folder: Path, data: Path, seconds: float, sign: signal.Signals) -> int:
    """The exit code of a command in an empty cache that is told to end after so many seconds.

    Python itself has begun, and looks for the program, for some time in which nothing of ours can say how to end.
    """
    shutil.rmtree(folder / "cache", ignore_errors=True)
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "UTVEKSLING_DATA": str(data)}
    # What a shell starts in the background ignores Ctrl-C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = subprocess.Popen([SCRIPT, *_COMMAND], env=environment, cwd=folder, stdout=-1, stderr=-1)
    try:
        said = command.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        command.send_signal(sign)
        said = command.communicate()
    if command.returncode in {0, _INTERRUPTED}:
        assert said == (b"", b""), said
    else:
        assert b", in run\n" not in said[1], said[1].decode()
        assert command.returncode in {1, -sign}, said[1].decode()
    return command.returncode


def left(folder: Path) -> set[str]:
    return {file.name for file in folder.rglob("*") if file.suffix == ".tmp"}


def _counted(codes: Sequence[int]) -> str:
    before = sum(code not in {0, _INTERRUPTED} for code in codes)
    return (
        f"{codes.count(_INTERRUPTED)} exit codes 130, {codes.count(0)} already done, {before} before the program began"
    )
