"""Run each case many times in random order, and once more for its memory."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from cases import BARE, CACHED, CREATING, PASS, PLANNED, REBUILT, WRITING, Case
from installed import Installed

_SLOW_EVERY = 5


@dataclass(frozen=True, slots=True)
class Result:
    """`ratio` and `bare` are medians of what each round's own `pass` and bare app make of that round's time."""

    case: Case
    milliseconds: float
    ratio: float
    bare: float
    megabytes: float | None

    @property
    def too_slow(self) -> bool:
        return self.case.limit is not None and self.ratio > self.case.limit

    @property
    def too_big(self) -> bool:
        most, used = self.case.megabytes, self.megabytes
        return most is not None and used is not None and used > most


def measure(copy: Installed, cases: Sequence[Case], rounds: int, seed: int) -> list[Result]:
    """The times of each case, after two runs of each that leave its bytecode behind and tell its memory."""
    memory = {case: _peak(copy, case) for case in cases}
    order = random.Random(seed)
    times: dict[Case, dict[int, float]] = {case: {} for case in cases}
    for number in range(rounds):
        chosen = [case for case in cases if not case.slow or number % _SLOW_EVERY == 0]
        for case in order.sample(chosen, len(chosen)):
            times[case][number] = _time(copy, case)
        if sys.stderr.isatty():
            print(f"\rRunde {number + 1} av {rounds}", end="", file=sys.stderr, flush=True)
    named = {case.name: times[case] for case in cases}
    return [
        Result(
            case,
            median(times[case].values()) * 1000,
            _ratio(times[case], named[PASS]),
            _ratio(times[case], named[BARE]),
            memory[case],
        )
        for case in cases
    ]


def _ratio(times: Mapping[int, float], others: Mapping[int, float]) -> float:
    return median(seconds / others[number] for number, seconds in times.items())


def _prepare(copy: Installed, case: Case) -> None:
    """What the command finds when it begins."""
    if case.kind in {PLANNED, WRITING}:
        copy.renew_plan()
    if case.kind == CREATING:
        copy.remove_plan()
    if case.kind in {CACHED, REBUILT}:
        copy.forget_catalogue()
    if case.kind == CACHED:
        copy.check(*case.arguments)


def _peak(copy: Installed, case: Case) -> float | None:
    """Of the second run: the first may have had bytecode to write."""
    for _ in range(2):
        _prepare(copy, case)
        peak = copy.peak(_folder(copy, case), *case.arguments)
    return peak


def _time(copy: Installed, case: Case) -> float:
    """Seconds from start to end of a command whose output goes nowhere; reading it would be timed as well."""
    _prepare(copy, case)
    nowhere = subprocess.DEVNULL
    start = time.perf_counter()
    done = subprocess.run(
        case.arguments,
        cwd=_folder(copy, case),
        env=copy.environment,
        check=False,
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
    )
    seconds = time.perf_counter() - start
    done.check_returncode()
    return seconds


def _folder(copy: Installed, case: Case) -> Path:
    return copy.planned if case.kind in {CREATING, PLANNED, WRITING} else copy.empty
