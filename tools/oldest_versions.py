"""Print pip constraints that hold each library of the program to the oldest version that pyproject.toml allows.

python tools/oldest_versions.py > eldste.txt && pip install -c eldste.txt -e '.[dev]'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_BOUND = re.compile(r"(?P<name>[A-Za-z0-9._-]+)>=(?P<oldest>[0-9.]+)")


def oldest(requirements: list[str]) -> Iterator[str]:
    """Raises ValueError for one without an oldest version: nobody would know what it had been tested with."""
    for requirement in requirements:
        match = _BOUND.match(requirement)
        if match is None:
            raise ValueError(f"{requirement} has no oldest version")
        yield f"{match['name']}=={match['oldest']}"


def requirements() -> list[str]:
    """Of the program, not of the tools that test it."""
    return list(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"])


def main() -> None:
    print(*oldest(requirements()), sep="\n")


if __name__ == "__main__":
    main()
