"""The installed script where little works: no home, nothing can be written, a full disk, closed streams, odd clocks."""

import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from utveksling_cli.cli import session

from ..catalogue.small_folder import make
from ..golden.runner import SCRIPT
from ..hostile.lines import LINES
from .interrupts import ended_by, left

PLAN = "schema: utveksling.plan/1\nstay:\n  semester: H2027\n  hosts: [second-trial-university]\n"
QUESTIONS = [("finn",), ("satser",), ("sjekk",), ("finn", "--format", "json")]
CHANGE = ("velg", "aas-hogskole")
# Root may write everywhere, until that is taken away.
_NOBODY_SPECIAL = ("setpriv", "--inh-caps=-all", "--bounding-set=-all") if os.geteuid() == 0 else ()
_SMALL_DISK = 65_536

Command = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder, and a home with a plan that nothing can be written in."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        make(top / "data")
        (top / "hjem").mkdir()
        (top / "hjem" / "utveksling.yaml").write_text(PLAN, encoding="utf-8")
        (top / "hjem").chmod(0o555)
        yield top
        (top / "hjem").chmod(0o755)


@pytest.fixture
def command(folder: Path) -> Command:
    """The script in a home that can only be read; its environment is what is given and no more."""

    def run(*words: str, environment: dict[str, str], **options: Any) -> subprocess.CompletedProcess[bytes]:
        variables = {"PATH": os.environ["PATH"], "UTVEKSLING_DATA": str(folder / "data"), **environment}
        given = {"cwd": folder / "hjem", "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.run([*_NOBODY_SPECIAL, SCRIPT, *words], check=False, env=variables, timeout=120, **given)

    return run


def answer(done: subprocess.CompletedProcess[bytes]) -> tuple[bytes, bytes]:
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize("words", QUESTIONS, ids=" ".join)
def test_without_a_home_and_where_nothing_can_be_written_the_answer_is_the_same(
    folder: Path, command: Command, words: tuple[str, ...]
) -> None:
    before = set(folder.rglob("*"))
    here = {"UTVEKSLING_PLAN": "utveksling.yaml"}
    bare = answer(command(*words, environment=here))
    home = {"HOME": str(folder / "hjem"), "XDG_CACHE_HOME": str(folder / "hjem" / "cache")}
    assert answer(command(*words, environment={**here, **home})) == bare
    assert bare[0] != b""
    assert bare[1] == b""
    assert set(folder.rglob("*")) == before


def test_a_plan_where_nothing_can_be_written_is_told_and_stays(folder: Path, command: Command) -> None:
    done = command(*CHANGE, environment={"HOME": str(folder / "hjem")})
    assert (done.returncode, done.stdout) == (4, b"")
    assert done.stderr.decode("ascii").startswith(
        "Feil: utveksling.yaml: Kan ikke skrive planen (du mangler skrivetilgang"
    )
    assert (folder / "hjem" / "utveksling.yaml").read_text(encoding="utf-8") == PLAN


def can_mount() -> bool:
    line = ["unshare", "-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]
    return (
        shutil.which("unshare") is not None and subprocess.run(line, check=False, capture_output=True).returncode == 0
    )


def on_a_full_disk(folder: Path, line: str) -> subprocess.CompletedProcess[bytes]:
    """A line of `sh` in a folder of a disk with no room: a small tmpfs that is filled, or where that may not be
    mounted, a limit to how large a file may grow.
    """
    disk = folder / "disk"
    disk.mkdir()
    variables = {**os.environ, "UTVEKSLING_DATA": str(folder / "data"), "utveksling": str(SCRIPT), "disk": str(disk)}
    variables |= {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(disk), "HOME": str(disk), "plan": str(folder / "hjem")}
    prepare = 'cp "$plan"/utveksling.yaml "$disk"; echo gammelt > "$disk"/svar.json; cd "$disk"'
    if can_mount():
        fill = "dd if=/dev/zero of=fyll bs=1k 2>/dev/null; true"
        mount = f'mount -t tmpfs -o size={_SMALL_DISK} tmpfs "$disk"'
        shell = ["unshare", "-rm", "sh", "-c", f"{mount} && {prepare}; {fill}; {line}"]
        return subprocess.run(shell, check=False, capture_output=True, env=variables, timeout=120)
    subprocess.run(["sh", "-c", prepare], check=True, env=variables)
    return subprocess.run(
        ["sh", "-c", line], check=False, capture_output=True, env=variables, timeout=120, cwd=disk,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
    )  # fmt: skip


def test_a_full_disk_loses_nothing_and_stops_no_answer(folder: Path) -> None:
    done = on_a_full_disk(
        folder,
        '"$utveksling" finn --format csv --ut svar.json; echo "kode $?" >&2; cat svar.json; '
        f'"$utveksling" {" ".join(CHANGE)}; echo "kode $?" >&2; cat utveksling.yaml; '
        '"$utveksling" finn | wc -l >&2; ls -A >&2',
    )
    assert done.stdout.decode() == f"gammelt\n{PLAN}"
    said = done.stderr.decode().splitlines()
    assert said[0] == "Feil: Kan ikke skrive «svar.json» (det er ikke mer plass)."
    assert said[2] == "kode 4"
    assert "Kan ikke skrive planen (det er ikke mer plass)." in said[3]
    assert said[5] == "kode 4"
    assert int(said[6]) > 5
    assert not [name for name in said[7:] if name.endswith((".tmp", ".sqlite"))]


def test_a_standard_output_with_no_room_is_told(command: Command) -> None:
    with Path("/dev/full").open("wb") as full:
        done = command("finn", environment={"LC_ALL": "C.UTF-8"}, stdout=full)
    assert done.returncode == 4
    assert done.stderr.decode().startswith("Feil: Kan ikke skrive svaret (det er ikke mer plass).")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_obstacle(folder: Path, closed: str) -> None:
    variables = {"UTVEKSLING_DATA": str(folder / "data"), "HOME": str(folder / "hjem"), "PATH": os.environ["PATH"]}
    line = f'"{SCRIPT}" finn --ut svar.txt {closed} && "{SCRIPT}" finn --land DE {closed}'
    done = subprocess.run(["sh", "-c", line], check=False, capture_output=True, env=variables, cwd=folder, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (done.stdout == b"") == (">&-" in closed.split())
    assert (folder / "svar.txt").stat().st_size > 0


@pytest.mark.parametrize("words", LINES, ids=" ".join)
@pytest.mark.parametrize("day", ["1970-01-01", "0001-01-01", "9999-12-31"])
def test_a_clock_that_is_far_off_is_no_fault_of_the_program(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], day: str
) -> None:
    """Whether the computer itself is wrong, or the student says that it is another day."""

    class Clock(date):
        @classmethod
        def today(cls) -> date:
            return date.fromisoformat(day)

    options = [word for word in LINES[words][0] if word not in {"probehochschule-munchen", "second-trial-university"}]
    monkeypatch.setattr(session, "date", Clock)
    for today in (None, day):
        outcome = run(*words, *options, UTVEKSLING_I_DAG=today or "")
        assert "Uventet feil" not in outcome.stderr, outcome.stderr
        assert outcome.exit_code in {0, 1, 2, 3, 4}


def test_a_command_that_is_told_to_end_ends_at_once_and_leaves_no_half_file(tmp_path: Path) -> None:
    """SIGTERM leaves no time to tidy; the name of what is left says that it is nothing, and the next run sweeps it."""
    data = make(tmp_path / "data")
    (tmp_path / "svar.json").write_text("{}", encoding="utf-8")
    start = time.perf_counter()
    assert ended_by(tmp_path, data, 60.0, signal.SIGINT) == 0
    usual, whole = time.perf_counter() - start, (tmp_path / "svar.json").read_bytes()
    for part in (0.3, 0.6, 0.9):
        (tmp_path / "svar.json").write_text("{}", encoding="utf-8")
        assert ended_by(tmp_path, data, usual * part, signal.SIGTERM) in {0, -signal.SIGTERM}
        assert (tmp_path / "svar.json").read_bytes() in {b"{}", whole}
        assert all(name.endswith(".tmp") for name in left(tmp_path))
