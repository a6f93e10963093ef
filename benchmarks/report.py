"""What was measured, as text on the screen and between two marks of a page that people write the rest of."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from installed import ROOT
from measure import Result

PAGE = ROOT / "docs" / "ytelse.md"
BEGIN, END = "<!-- kommandoer: begynner -->", "<!-- kommandoer: slutter -->"
_SHOWN = ("typer", "rich", "pydantic", "pyyaml")
_HEADER = ("Kommando", "ms", "x pass", "mål", "x Typer", "MB", "mål")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the figures hold for."""

    rounds: int
    seed: int
    program: Mapping[str, str]
    naive: Mapping[str, str]


def lines(results: Sequence[Result]) -> Iterator[str]:
    """A table for the screen; what breaks its target is marked."""
    width = max(len(result.case.name) for result in results)
    for section, group in groupby(results, lambda result: result.case.section):
        yield f"\n{section:{width}}  {'ms':>7} {'x pass':>7} {'mål':>5} {'x Typer':>7} {'MB':>6}"
        for result in group:
            milliseconds, ratio, limit, bare, megabytes, _ = _figures(result)
            marks = "  FOR TREG" * result.too_slow + "  FOR STOR" * result.too_big
            yield f"{result.case.name:{width}}  {milliseconds:>7} {ratio:>7} {limit:>5} {bare:>7} {megabytes:>6}{marks}"


def write_page(results: Sequence[Result], circumstances: Circumstances) -> None:
    """The tables of docs/ytelse.md."""
    put_between(PAGE, BEGIN, END, "\n\n".join([_told(circumstances), *_tables(results)]))


def put_between(page: Path, first: str, last: str, blocks: str) -> None:
    """Put text between the two marks of a page; what people wrote around them stays."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(first)
    _, end, after = rest.partition(last)
    if not begin or not end:
        raise SystemExit(f"{page}: fant ikke linjene «{first}» og «{last}».")
    page.write_text(f"{before}{first}\n{blocks}\n{last}{after}", encoding="utf-8")


def machine() -> str:
    return f"{_processor()}, {os.cpu_count()} kjerner, {platform.system()} {platform.release()}"


def load() -> str:
    """How busy the machine has been; a machine that has nothing to do is at 0, and one with two cores is full at 2."""
    return f"{_number(os.getloadavg()[1], 1)} i snitt de siste fem minuttene" if hasattr(os, "getloadavg") else ""


def _told(circumstances: Circumstances) -> str:
    """Machine, versions and day."""
    rows = [
        ("Målt", date.today().isoformat()),
        ("Maskin", machine()),
        ("Python", platform.python_version()),
        ("Programmet", _versions(circumstances.program, ("utveksling-cli", *_SHOWN))),
        ("Naivt søk", _versions(circumstances.naive, _SHOWN)),
        ("Belastning", load()),
        ("Runder", f"{circumstances.rounds}, i tilfeldig rekkefølge med frø {circumstances.seed}"),
    ]
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)])


def _versions(installed: Mapping[str, str], names: Sequence[str]) -> str:
    known = {name.lower(): version for name, version in installed.items()}
    return ", ".join(f"{name} {known[name]}" for name in names)


def _tables(results: Sequence[Result]) -> Iterator[str]:
    for section, group in groupby(results, lambda result: result.case.section):
        head = [f"### {section}", "", f"| {' | '.join(_HEADER)} |", "|---|" + "--:|" * (len(_HEADER) - 1)]
        yield "\n".join([*head, *(_row(result) for result in group)])


def _row(result: Result) -> str:
    milliseconds, ratio, limit, bare, megabytes, most = _figures(result)
    ratio = f"**{ratio}**" if result.too_slow else ratio
    megabytes = f"**{megabytes}**" if result.too_big else megabytes
    cells = (f"`{result.case.name}`", milliseconds, ratio, limit, bare, megabytes, most)
    return f"| {' | '.join(cells)} |"


def _figures(result: Result) -> tuple[str, str, str, str, str, str]:
    """Milliseconds, multiple of `pass`, its limit, multiple of the bare app, megabytes and their limit."""
    return (
        _number(result.milliseconds, 0),
        _number(result.ratio, 2),
        _number(result.case.limit, 1),
        _number(result.bare, 2),
        _number(result.megabytes, 1),
        _number(result.case.megabytes, 0),
    )


def _number(value: float | None, decimals: int) -> str:
    return "" if value is None else f"{value:.{decimals}f}".replace(".", ",")


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in told.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()
