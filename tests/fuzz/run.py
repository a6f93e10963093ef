"""The long run: `make fuzz CASES=1000000`. Can be broken off and taken up again, and reruns one case from a file.

Cases are run in blocks, each in a process of its own that has no rights to harm the machine. A finished block is one
line in `build/fuzz/SEED.jsonl`; blocks that stand there are not run again, and the count is of cases really run.
"""

import argparse
import encodings
import gc
import importlib
import io
import json
import mmap
import os
import pkgutil
import resource
import signal
import struct
import sys
import tempfile
import time
import traceback
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .cases import PLAN, FuzzCase, from_json, numbered
from .commands import FORMATS, grammar
from .documents import plans
from .judge import MOST_MEGABYTES, judged

BLOCK = 500
_HOME = Path(__file__).parents[2] / "build" / "fuzz"
_NOBODY = 65_534
# A case that does not even let its own clock ring.
_STUCK_SECONDS = 60.0
_SHOWN_OF_A_KIND = 3


class Worker(NamedTuple):
    """`progress` is shared with the process: the number of the case that it is at."""

    process: int
    block: int
    progress: mmap.mmap


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--case", type=Path, help="run the case in this file once, and show how it went")
    given = parser.parse_args()
    if given.case:
        return _rerun(given.case)
    run = Run(given.seed, _HOME / f"{given.seed}.jsonl")
    return run.until(-(-given.cases // BLOCK), given.jobs)


def _rerun(path: Path) -> int:
    case = from_json(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        verdict = judged(case, Path(folder), Path(folder) / "cache")
    print(verdict.fault or "i orden", f"({verdict.seconds:.2f} s)", verdict.outcome, sep="\n")
    return 1 if verdict.fault else 0


class Run:
    """All blocks of one seed, the finished ones read from the log."""

    def __init__(self, seed: int, log: Path) -> None:
        self.seed = seed
        self.log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        self.finished = {entry["block"]: entry for entry in map(json.loads, lines)}
        self.kinds = Counter(fault["fault"] for entry in self.finished.values() for fault in entry["faults"])

    def until(self, blocks: int, jobs: int) -> int:
        began, before = time.monotonic(), len(self.finished)
        waiting = [block for block in range(blocks) if block not in self.finished]
        workers: list[Worker] = []
        with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
            _load_everything(Path(folder))
            while waiting or workers:
                while waiting and len(workers) < jobs:
                    workers.append(_started(self.seed, waiting.pop(0), Path(folder)))
                workers = [worker for worker in workers if not self._collected(worker, Path(folder))]
                time.sleep(0.05)
                self._tell(time.monotonic() - began, len(self.finished) - before)
        print(f"\n{self._summary()}")
        return 1 if self.kinds else 0

    def _collected(self, worker: Worker, folder: Path) -> bool:
        number, since = struct.unpack("qd", worker.progress[:16])
        process, status = os.waitpid(worker.process, os.WNOHANG)
        if not process and time.monotonic() - since > _STUCK_SECONDS:
            os.kill(worker.process, signal.SIGKILL)
            process, status = os.waitpid(worker.process, 0)
        if not process:
            return False
        result = folder / f"{worker.block}.json"
        if status or not result.exists():
            case = numbered(self.seed, number).as_json()
            fault = {"number": number, "fault": f"prosessen endte med {status}", "case": json.loads(case)}
            entry = {
                "block": worker.block,
                "cases": number % BLOCK + 1,
                "seconds": 0.0,
                "slowest": 0.0,
                "faults": [fault],
            }
        else:
            entry = json.loads(result.read_text(encoding="utf-8"))
        self._keep(entry)
        return True

    def _keep(self, entry: dict) -> None:
        self.finished[entry["block"]] = entry
        for fault in entry["faults"]:
            self.kinds[fault["fault"]] += 1
            if self.kinds[fault["fault"]] <= _SHOWN_OF_A_KIND:
                path = self.log.with_name(f"{self.seed}-{fault['number']}.json")
                path.write_text(json.dumps(fault["case"]), encoding="utf-8")
                print(f"\nFEIL i tilfelle {self.seed}/{fault['number']}: {fault['fault']}")
                print(f"  {path}: {fault['case']['arguments']}"[:500], flush=True)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry) + "\n")

    def _tell(self, seconds: float, blocks: int) -> None:
        if sys.stdout.isatty():
            print(f"\r{self.cases} tilfeller, {blocks * BLOCK / max(seconds, 0.1):.0f} i sekundet", end="", flush=True)

    @property
    def cases(self) -> int:
        return sum(entry["cases"] for entry in self.finished.values())

    def _summary(self) -> str:
        seconds = sum(entry["seconds"] for entry in self.finished.values())
        slowest = max((entry["slowest"] for entry in self.finished.values()), default=0.0)
        lines = [
            f"{self.cases} tilfeller kjørt med frø {self.seed}",
            f"{self.cases / max(seconds, 0.1):.0f} i sekundet for hver prosess; det tregeste brukte {slowest:.2f} s",
            *(f"{count} ganger: {fault}" for fault, count in self.kinds.most_common()),
        ]
        return "\n".join(lines if self.kinds else [*lines, "Ingen feil."])


def _started(seed: int, block: int, folder: Path) -> Worker:
    progress = mmap.mmap(-1, 16)
    progress[:16] = struct.pack("qd", block * BLOCK, time.monotonic())
    process = os.fork()
    if process:
        return Worker(process, block, progress)
    code = 1
    try:
        _run_block(seed, block, folder, progress)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _run_block(seed: int, block: int, folder: Path, progress: mmap.mmap) -> None:
    _give_up_rights()
    home = Path(tempfile.mkdtemp(dir=folder))
    cache = folder / "cache"
    began, slowest, faults = time.monotonic(), 0.0, []
    for number in range(block * BLOCK, (block + 1) * BLOCK):
        progress[:16] = struct.pack("qd", number, time.monotonic())
        case = numbered(seed, number)
        verdict = judged(case, home, cache)
        slowest = max(slowest, verdict.seconds)
        if verdict.fault:
            faults.append({"number": number, "fault": verdict.fault, "case": json.loads(case.as_json())})
    entry = {
        "block": block,
        "cases": BLOCK,
        "seconds": time.monotonic() - began,
        "slowest": slowest,
        "faults": faults,
    }
    (folder / f"{block}.json").write_text(json.dumps(entry), encoding="utf-8")


def _load_everything(folder: Path) -> None:
    """What the program imports when it is used: nobody, whom the processes run as, may not read root's library."""
    folder.chmod(0o777)
    for module in pkgutil.iter_modules(encodings.__path__):
        with suppress(ImportError):
            importlib.import_module(f"encodings.{module.name}")
    files = {PLAN: plans()[0].encode()}
    exports = [("fagplan", "eksporter", "--format", form) for form in FORMATS]
    home = Path(tempfile.mkdtemp(dir=folder))
    for line in (*grammar().lines, *exports):
        judged(FuzzCase("", line, {}, files), home, folder / "cache")
    for path in (folder / "cache").rglob("*"):
        path.chmod(0o777)
    gc.freeze()


def _give_up_rights() -> None:
    """What a case writes by mistake is stopped by the system, and so is what asks for too much memory."""
    if os.geteuid() == 0:
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    sys.stdin = io.StringIO()
    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    most = used + MOST_MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    sys.exit(main())
