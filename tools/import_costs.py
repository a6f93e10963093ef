"""Measure what importing each library costs, in paired `python -c pass`: the numbers in docs/avhengigheter.md."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

MODULES = (
    "typer", "rich.console", "pydantic", "yaml", "holidays", "platformdirs", "rapidfuzz", "ruamel.yaml", "filelock",
    "tzdata", "xlsxwriter", "openpyxl", "icalendar", "docx", "questionary",
)  # fmt: skip
_ROUNDS = 15


def seconds(code: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - begun


def cost(module: str) -> float:
    """How many times as long as `python -c pass` an `import` of it takes."""
    seconds(f"import {module}")
    return statistics.median(seconds(f"import {module}") / seconds("pass") for _ in range(_ROUNDS))


def main() -> None:
    print("import × python -c pass")
    for module in MODULES:
        print(f"{module:<15}{cost(module):>6.1f}")


if __name__ == "__main__":
    main()
