"""Write what came of the mutants: the table of modules in docs/mutasjonstesting.md, and the list of those that live.

The table goes between the two marks of the page; the list is a page of its own.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
MUTANTS = ROOT / "mutants" / "src" / "utveksling_cli" / "planning"
PAGE = ROOT / "docs" / "mutasjonstesting.md"
LIST = ROOT / "docs" / "mutasjonstesting-overlevende.md"
MARKS = "<!-- tabell -->\n", "<!-- slutt -->\n"
_DEAD = frozenset({1, 36})
_HEAD = """\
# Mutanter som overlever

Hver linje er en endring i `planning/` som ingen test merket. Lista er laget av `make mutants`; hva den viser, står i
[mutasjonstesting.md](mutasjonstesting.md). `(ingen test)` er en funksjon som ingen av testene kaller.
"""


class Module(NamedTuple):
    name: str
    results: dict[str, int | None]
    path: Path

    def alive(self) -> list[str]:
        return [name for name, code in self.results.items() if code is not None and code not in _DEAD]


def modules() -> list[Module]:
    return [
        Module(
            path.relative_to(MUTANTS).as_posix().removesuffix(".meta"),
            json.loads(path.read_text("utf-8"))["exit_code_by_key"],
            path.with_suffix(""),
        )
        for path in sorted(MUTANTS.rglob("*.meta"))
    ]


def table(found: list[Module]) -> Iterator[str]:
    yield "| Modul | Mutanter | Prøvd | Drept | Av dem for treg | Overlevde | Uten test | Drept, prosent |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    total: Counter[int | None] = Counter()
    for module in found:
        if module.results:
            counted = Counter(module.results.values())
            total += counted
            yield _row(f"`{module.name}`", counted)
    yield _row("**i alt**", total)


def _row(name: str, counted: Counter[int | None]) -> str:
    every, untried = counted.total(), counted[None]
    dead, tried = counted[1] + counted[36], every - untried
    percent = f"{100 * dead / tried:.1f}".replace(".", ",") if tried else "–"
    numbers = (every, tried, dead, counted[36], tried - dead - counted[33], counted[33])
    return f"| {name} | {' | '.join(map(str, numbers))} | {percent} |"


def listed(found: list[Module]) -> Iterator[str]:
    for module in found:
        if alive := module.alive():
            source = module.path.read_text("utf-8").splitlines()
            spans = json.loads(module.path.with_name(f"{module.path.name}.spans").read_text("utf-8"))["spans"]
            yield f"\n## `{module.name}`\n"
            yield from (_line(name, module, source, spans) for name in alive)


def _line(name: str, module: Module, source: list[str], spans: dict[str, tuple[int, int]]) -> str:
    mutant = name.rpartition(".")[2]
    original, _, number = mutant.rpartition("__mutmut_")
    before, after = (
        [re.sub(r"__mutmut_(orig|\d+)", "", line) for line in source[first - 1 : last]]
        for first, last in (spans[f"{original}__mutmut_orig"], spans[mutant])
    )
    changes = [line for line in unified_diff(before, after, lineterm="", n=0) if not line.startswith(("---", "+++"))]
    gone, come = (" ".join(line[1:].strip() for line in changes if line[0] == sign) for sign in "-+")
    untested = " (ingen test)" if module.results[name] == 33 else ""
    function = original.removeprefix("x_").removeprefix("xǁ").replace("ǁ", ".")
    return f"- `{function}` {number}{untested}: {_code(gone)} → {_code(come)}"


def _code(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}" if text else "*ingenting*"


def main() -> int:
    found = modules()
    LIST.write_text(_HEAD + "\n".join(listed(found)) + "\n", encoding="utf-8")
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    PAGE.write_text(before + MARKS[0] + "\n".join(table(found)) + "\n" + MARKS[1] + after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
