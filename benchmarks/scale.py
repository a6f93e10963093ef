"""How the program grows: what a record costs to compile, and a question's time among few hosts and among many.

Makes data folders of each size in a temporary place, compiles them as a command does on its first run, changes one
file, and asks the same questions of the shipped 813 hosts and of the largest folder. Both have the same ten hosts in
a country that no other host is in, so that a question has the same answer in both. Prints tables in Markdown, and
with `--skriv` puts them into docs/skala.md.

Seconds of the processor are shown beside those of the clock: on a machine with other work only they can be compared.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generate import PER_FILE, write_folder
from installed import ROOT
from report import load, machine, put_between

PAGE = ROOT / "docs" / "skala.md"
BEGIN, END = "<!-- skala: begynner -->", "<!-- skala: slutter -->"
SIZES = (5_000, 50_000, 1_000_000)
_HEADER = (
    "Læresteder", "byte per post", "µs på klokka", "µs av prosessoren", "hovedprosessens del", "minne, MB",
    "én endret fil, s",
)  # fmt: skip
_SHIPPED = 813
_ALONE = "agreements/alene.yaml"
_HEAD = "schema: utveksling.institutions/1\ndata_version: 2026-11-24\n\ninstitutions:\n"
_HOST = """\
  - id: alene-{number}
    name: Kvitvassbotn {number} University
    country: MT
    city: Kvitvassbotn
    location:
      lat: 35.9
      lon: 14.5
      basis: by_hand
    evidence: historical
    confidence: low
    verified_on: 2026-11-24
"""
_QUESTIONS = {
    "land": ("finn", "--land", "Malta"),
    "tekst, begynnelsen av et ord": ("finn", "--tekst", "kvitv"),
    "tekst med skrivefeil": ("finn", "--tekst", "kvitvasbtn"),
    "id": ("finn", "--tekst", "alene-7"),
    "id, ett lærested": ("vis", "alene-7"),
}
# Runs a command as the console script does, and tells what it took.
_MEASURED = """\
import gc, os, resource, sys, time
gc.disable()
from utveksling_cli.cli.main import main
start = time.perf_counter()
code = main(sys.argv[1:])
clock = time.perf_counter() - start
own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
processors = [each.ru_utime + each.ru_stime for each in (own, others)]
print(code, clock, sum(processors), processors[0], own.ru_maxrss // 1024, others.ru_maxrss // 1024, file=sys.stderr)
"""


class Cost(NamedTuple):
    """Seconds, those of the first process alone, and megabytes of it and of the largest that it started."""

    clock: float
    processor: float
    processor_of_first: float
    memory: int
    memory_of_others: int


def main() -> int:
    options = _options()
    found = []
    for line in _measured(options):
        print(line, flush=True)
        found.append(line)
    if options.skriv:
        put_between(PAGE, BEGIN, END, "\n".join(found))
    return 0


def _measured(options: argparse.Namespace) -> Iterator[str]:
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield f"Målt {date.today().isoformat()} på {machine()}; {versions}. Belastning: {load()}.\n"
    yield f"| {' | '.join(_HEADER)} |"
    yield "|" + "---:|" * len(_HEADER)
    with tempfile.TemporaryDirectory(prefix="utveksling-skala-", dir=options.mappe) as place:
        folders = {0: make_folder(Path(place), 0)}
        base = _compiled(folders[0], Path(place))
        for size in options.antall:
            folders[size] = make_folder(Path(place), size)
            yield _line(size, base, folders[size], Path(place))
        yield f"\nBelastning etterpå: {load()}.\n"
        yield from _questions(folders[0], folders[max(folders)], Path(place), options.runder)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mål hvordan programmet vokser med dataene.")
    parser.add_argument(
        "--antall", type=int, nargs="+", default=SIZES, help="størrelser å måle (standard: %(default)s)"
    )
    parser.add_argument("--runder", type=int, default=15, help="ganger hvert søk stilles (standard: %(default)s)")
    parser.add_argument(
        "--mappe", help="hvor dataene lages; en million trenger 5 GB (standard: den midlertidige mappa)"
    )
    parser.add_argument("--skriv", action="store_true", help="skriv resultatet inn i docs/skala.md")
    return parser.parse_args()


def make_folder(place: Path, size: int) -> Path:
    folder = place / f"data-{size}"
    write_folder(folder, size)
    text = _HEAD + "\n".join(_HOST.format(number=number) for number in range(10))
    (folder / _ALONE).write_text(text, encoding="utf-8", newline="\n")
    _age(folder)
    return folder


def _age(place: Path) -> None:
    """As if written an hour ago: a file that is a second old is read again to be sure that it is what it was."""
    then = time.time() - 3600
    for path in (place, *place.rglob("*")):
        os.utime(path, (then, then))


def _line(size: int, base: Cost, folder: Path, place: Path) -> str:
    """The cost of a record is what the folder costs above one without the invented hosts, divided by them."""
    whole = _compiled(folder, place)
    part = folder / f"agreements/del-{size // PER_FILE // 2:05}.yaml"
    part.write_text(part.read_text(encoding="utf-8").replace("town_centre", "by_hand", 1), encoding="utf-8")
    _age(part)
    again = _compiled(folder, place)
    clock, processor, first = ((one - other) / size * 1e6 for one, other in zip(whole[:3], base[:3], strict=True))
    length = sum(path.stat().st_size for path in (folder / "agreements").iterdir()) / size
    memory = f"{whole.memory} + {whole.memory_of_others} i hver hjelper" if whole.memory_of_others else whole.memory
    changed = f"{again.clock:.1f} ({again.processor:.1f} av prosessoren)"
    return f"| {size} | {length:.0f} | {clock:.0f} | {processor:.0f} | {first:.0f} | {memory} | {changed} |"


def _compiled(folder: Path, place: Path) -> Cost:
    return _run((*_QUESTIONS["id"], "--data", str(folder), "--format", "json"), place)


def _questions(small: Path, large: Path, place: Path, rounds: int) -> Iterator[str]:
    """The median over the rounds of how many times longer the question takes among many than among few.

    Starting Python is part of it, as it is of what a student waits for.
    """
    yield f"| Søk | ms av prosessoren blant {_SHIPPED + 10} | ganger så lenge blant de fleste |"
    yield "|---|---:|---:|"
    for name, question in _QUESTIONS.items():
        times: dict[Path, list[float]] = {small: [], large: []}
        for _ in range(rounds):
            for folder in random.sample((small, large), 2):
                cost = _run((*question, "--data", str(folder), "--format", "json"), place)
                times[folder].append(cost.processor)
        ratio = median(slow / quick for quick, slow in zip(times[small], times[large], strict=True))
        yield f"| {name} | {median(times[small]) * 1000:.0f} | {ratio:.2f} |"


def _run(arguments: Sequence[str], place: Path) -> Cost:
    command = [sys.executable, "-c", _MEASURED, *arguments]
    done = subprocess.run(
        command, cwd=place, env=_environment(place), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    code, *seconds, memory, others = done.stderr.decode().splitlines()[-1].split()
    if code != "0":
        raise SystemExit(done.stderr.decode())
    clock, processor, first = map(float, seconds)
    return Cost(clock, processor, first, int(memory), int(others))


def _environment(place: Path) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("UTVEKSLING")}
    return kept | {"HOME": str(place), "XDG_CACHE_HOME": str(place / "cache")}


if __name__ == "__main__":
    sys.exit(main())
