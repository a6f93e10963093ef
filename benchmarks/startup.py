"""How long a command takes, as a multiple of `python -c pass` on the same machine in the same moment.

Every round runs each command once, in random order, and divides by that round's own `pass`; the median over
the rounds is shown. The times include starting Python, so 1.0 is the floor.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from installed import Installed, install

_PASS = "python -c pass"
_BUDGET = ("budsjett", "--land", "Australia", "--måneder", "5")
_JSON = ("--format", "json")


@dataclass(frozen=True, slots=True)
class Case:
    """A command line to measure; `target` is the multiple of `pass` it may take at most, if one is set."""

    name: str
    arguments: tuple[str, ...]
    target: float | None = None


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="utveksling-benchmark-") as temporary:
        try:
            copy = install(Path(temporary))
            cases = _cases(copy)
            times = _measure(copy, cases, options.runder)
        except subprocess.CalledProcessError as error:
            print(f"{error.cmd} avsluttet med {error.returncode}:\n{error.stderr.decode()}", file=sys.stderr)
            return 1
    over = _report(cases, times)
    return 1 if over and options.sjekk else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mål oppstartstida til den installerte pakka.")
    parser.add_argument("--runder", type=int, default=25, help="antall runder (standard: 25)")
    parser.add_argument("--sjekk", action="store_true", help="avslutt med 1 når et mål er brutt")
    return parser.parse_args()


def _cases(copy: Installed) -> list[Case]:
    def command(target: float | None, *arguments: str) -> Case:
        return Case(" ".join(arguments), (str(copy.command), *arguments), target)

    python = str(copy.python)
    return [
        Case(_PASS, (python, "-c", "pass")),
        Case("bare Typer-app", (python, "-c", "from bare_typer_app import app; app()")),
        command(None, "--versjon"),
        command(None, "--hjelp"),
        command(10.5, "finn", "--land", "Tyskland"),
        command(7.5, "finn", "--land", "Tyskland", *_JSON),
        command(10.5, "fagplan", "forslag", "--erstatter", "TDT4171"),
        command(7.5, "fagplan", "forslag", "--erstatter", "TDT4171", *_JSON),
        command(None, "vis", "aarhus-university"),
        command(None, "vis", "aarhus-university", *_JSON),
        command(None, "frister"),
        command(None, "frister", *_JSON),
        command(12.0, *_BUDGET),
        command(9.0, *_BUDGET, *_JSON),
    ]


def _measure(copy: Installed, cases: Sequence[Case], rounds: int) -> dict[str, list[float]]:
    """Seconds of each case in each round, after one run of each that leaves its bytecode behind."""
    for case in cases:
        copy.check(*case.arguments)
    times: dict[str, list[float]] = {case.name: [] for case in cases}
    for _ in range(rounds):
        for case in random.sample(cases, len(cases)):
            times[case.name].append(copy.time(*case.arguments))
    return times


def _report(cases: Sequence[Case], times: Mapping[str, Sequence[float]]) -> bool:
    """Print a line for each case; True when one is over its target."""
    any_over = False
    width = max(len(case.name) for case in cases)
    print(f"{'':{width}}  {'ms':>6}  {'x pass':>6}  {'x bare':>6}  {'mål':>5}")
    for case in cases:
        ratio = _ratio(times[case.name], times[_PASS])
        bare = _ratio(times[case.name], times["bare Typer-app"])
        over = case.target is not None and ratio > case.target
        any_over = any_over or over
        target = "" if case.target is None else f"{case.target:.1f}"
        mark = "  OVER" if over else ""
        milliseconds = median(times[case.name]) * 1000
        print(f"{case.name:{width}}  {milliseconds:6.1f}  {ratio:6.2f}  {bare:6.2f}  {target:>5}{mark}")
    return any_over


def _ratio(times: Sequence[float], others: Sequence[float]) -> float:
    return median(mine / other for mine, other in zip(times, others, strict=True))


if __name__ == "__main__":
    sys.exit(main())
