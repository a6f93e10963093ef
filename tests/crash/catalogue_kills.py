"""End a builder of the catalogue at random moments: what stands in the cache is whole, and the next answer is right."""

import os
import random
import re
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

from utveksling_cli.catalogue.queries import institutions_by_id
from utveksling_cli.catalogue.seal import is_whole
from utveksling_cli.catalogue.store import open_catalogue

from ..catalogue.small_folder import make
from .ended import Tell, ended

_NAME, _HOST, _HOSTS = "Probehochschule für Technik", "probehochschule-munchen", 4
_LONG_AGO = time.time() - 7_200.0


def kill_builders(folder: Path, times: int, seed: int) -> str:
    """Every other one begins with nothing, the others have an older catalogue to replace.

    Raises AssertionError when anything is lost; what was done, in words.
    """
    data, chance = make(folder / "data"), random.Random(seed)
    with cache_in(folder) as cache:
        longest = 2.5 * _usual_time(data)
        told = sum(_kill(data, cache, turn, chance.random() * longest) for turn in range(times))
        left = _tidied(data, cache)
    return (
        f"{times} builders of the catalogue ended, {told} of them when they had just answered; no half catalogue, "
        f"every next answer right, {left} temporary files tidied away"
    )


@contextmanager
def cache_in(folder: Path) -> Iterator[Path]:
    with patch.dict(os.environ, {"XDG_CACHE_HOME": str(folder / "cache")}):
        yield folder / "cache" / "utveksling"


def _usual_time(data: Path) -> float:
    """The second time, when all that it takes is imported."""
    name_in(data)
    _rename(data, f"{_NAME} til tidtaking")
    start = time.perf_counter()
    name_in(data)
    return time.perf_counter() - start


def name_in(data: Path) -> str:
    """What the catalogue answers."""
    with closing(open_catalogue(data)) as catalogue:
        assert catalogue.execute("SELECT count(*) FROM institution").fetchone() == (_HOSTS,)
        (host,) = institutions_by_id(catalogue, (_HOST,))
    return host.name


def _kill(data: Path, cache: Path, turn: int, life: float) -> int:
    """1 when the builder had told of its answer before it was ended."""
    if turn % 2 == 0:
        for file in cache.glob("*.sqlite"):
            file.unlink()
    name = f"{_NAME} {turn}"
    _rename(data, name)
    told = ended(lambda tell: _build(data, tell), life)
    found = list(cache.glob("*.sqlite"))
    assert len(found) <= 1
    assert found or (turn % 2 == 0 and not told)
    assert all(map(is_whole, found))
    assert name_in(data) == name
    return told


def _rename(data: Path, name: str) -> None:
    file = data / "agreements.yaml"
    text = re.sub(f"(?<=name: ){_NAME}.*", name, file.read_text(encoding="utf-8"), count=1)
    file.write_text(text, encoding="utf-8")


def _build(data: Path, tell: Tell) -> None:
    name_in(data)
    tell()
    time.sleep(60)


def _tidied(data: Path, cache: Path) -> int:
    """How many temporary files the next builder takes away when they have lain for long."""
    left = list(cache.glob("*.tmp"))
    for file in left:
        os.utime(file, (_LONG_AGO, _LONG_AGO))
    _rename(data, _NAME)
    assert name_in(data) == _NAME
    assert len(list(cache.iterdir())) == 1
    return len(left)
