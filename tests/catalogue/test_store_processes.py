"""The cache between processes: several at once, and a disk that is full."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OPEN = """\
import sys
from pathlib import Path
from utveksling_cli.catalogue.store import open_catalogue

catalogue = open_catalogue(Path(sys.argv[1]))
print(catalogue.execute("PRAGMA database_list").fetchone()[2])
print(catalogue.execute("SELECT count(*) FROM institution").fetchone()[0])
"""
FULL_DISK = """\
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
"""


def start(program: str, folder: Path, cache: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "HOME": str(cache)}
    command = [sys.executable, "-c", program, str(folder)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform != "linux", reason="finds the cache by XDG_CACHE_HOME")
def test_processes_that_compile_at_once_do_not_disturb_each_other(data, tmp_path: Path) -> None:
    started = [start(OPEN, data.path, tmp_path / "cache") for _ in range(4)]
    outcomes = {process.communicate() for process in started}
    (cached,) = (tmp_path / "cache").rglob("*.*")
    assert outcomes == {(f"{cached}\n4\n", "")}


@pytest.mark.skipif(sys.platform != "linux", reason="stands in for a full disk by a limit of the process")
def test_a_full_disk_leaves_nothing_behind_and_stops_no_answer(data, tmp_path: Path) -> None:
    process = start(FULL_DISK + OPEN, data.path, tmp_path / "cache")
    assert process.communicate() == ("\n4\n", "")
    assert list((tmp_path / "cache").rglob("*.*")) == []
