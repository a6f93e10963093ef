"""Run a case in this process and say what is wrong with how it went, if anything.

Right is: an exit code that is documented, no trace of Python, an error with a next step and nothing on standard output,
JSON that is JSON, at most two seconds of the processor, and at most 500 MB.
"""

import json
import os
import resource
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from ..golden.runner import Case, Outcome, Place, run_here
from .cases import CLOSED, EMPTY, PIPE, RING, FuzzCase

EXIT_CODES = {0, 1, 2, 3, 4, 130}
MOST_SECONDS = 2.0
# Of the clock: other programs on the machine may have the processor for a while.
_MOST_WAITING = 20.0
MOST_MEGABYTES = 500


class TooSlow(BaseException):
    """Not an Exception, so that the program cannot take it for an error of its own."""


class Verdict(NamedTuple):
    """`fault` is empty when all is well, else the same text for faults of one kind."""

    fault: str
    seconds: float
    outcome: Outcome | None


def judged(case: FuzzCase, home: Path, cache: Path) -> Verdict:
    place = _make_place(case, home, cache)
    before = time.process_time()
    try:
        with _limited():
            outcome = run_here(Case("", case.environment, case.arguments, None), place)
    except TooSlow:
        return Verdict("bruker mer enn 2 sekunder", time.process_time() - before, None)
    except BaseException as error:
        # An answer that is a workbook is no text, and right so.
        is_workbook = isinstance(error, UnicodeDecodeError) and _is_workbook(case)
        fault = "" if is_workbook else f"{type(error).__name__}: {error}"[:200]
        return Verdict(fault, time.process_time() - before, None)
    finally:
        # The measure of the processor's time is for the case alone.
        signal.setitimer(signal.ITIMER_PROF, 0)
    return Verdict(_fault(case, outcome), time.process_time() - before, outcome)


def _is_workbook(case: FuzzCase) -> bool:
    return any("xlsx" in argument.casefold() for argument in case.arguments)


def _fault(case: FuzzCase, outcome: Outcome) -> str:
    if outcome.exit_code not in EXIT_CODES:
        return f"avslutningskode {outcome.exit_code}"
    if "Uventet feil" in outcome.stderr or "Traceback" in outcome.stderr + outcome.stdout:
        return outcome.stderr.partition("\n")[0][:200]
    if outcome.exit_code > 1 and outcome.stdout:
        return "svar på standard ut sammen med en feil"
    if outcome.exit_code > 1 and not ("Hint: " in outcome.stderr or '"hint": "' in outcome.stderr):
        return f"feil uten neste steg: {outcome.stderr[:120]}"
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MOST_MEGABYTES * 1024:
        return f"bruker mer enn {MOST_MEGABYTES} MB"
    return _fault_in_json(case, outcome)


def _fault_in_json(case: FuzzCase, outcome: Outcome) -> str:
    if outcome.exit_code < 2 and outcome.stdout.startswith("{\n") and "--ut" not in " ".join(case.arguments):
        try:
            json.loads(outcome.stdout)
        except ValueError:
            return "JSON som ikke er JSON"
    return ""


def _make_place(case: FuzzCase, home: Path, cache: Path) -> Place:
    folder = home / "mappe"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    os.mkfifo(folder / PIPE)
    (folder / f"{PIPE}.csv").symlink_to(PIPE)
    (folder / RING).symlink_to(RING)
    (folder / EMPTY).touch()
    (folder / CLOSED).touch(0o000)
    for name, content in case.files.items():
        (folder / name).write_bytes(content)
    return Place(folder, home, cache)


@contextmanager
def _limited() -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow

    old = [(number, signal.signal(number, stop)) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, _MOST_WAITING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in old:
            signal.signal(number, handler)
