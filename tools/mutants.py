"""Try the tests of planning/ against every mutant that mutmut makes of it. For maintainers only.

    make mutants                                  # all that no test has killed yet
    make mutants MUTANTS='--only "*.rates.*"'     # those of one module, or of one function

mutmut makes the mutants and shows them (`mutmut show NAME`); this runs them, for mutmut starts pytest anew for each.
Here the tests are collected and run once, and each mutant is a fork of that process which runs the tests that call its
function: those that killed its neighbours and the short ones first, until one fails.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import resource
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, NoReturn

import mutmut.__main__ as maker
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import change_cwd, copy_also_copy_files, copy_src_dir, setup_source_paths
from mutmut.utils.format_utils import mangled_name_from_mutant_name

ROOT = Path(__file__).parents[1]
TESTS = ("tests/planning", "tests/rules", "tests/golden", "tests/errors")
# Exit codes as mutmut keeps them.
SURVIVED, KILLED, NO_TESTS, SUSPICIOUS, TIMEOUT = 0, 1, 33, 35, 36
_SECONDS, _TIMES, _BYTES = 20, 10, 4 << 30
_SAVE_EVERY = 30.0
_CONTROLS = 40


class Mutant(NamedTuple):
    name: str
    data: SourceFileMutationData

    @property
    def function(self) -> str:
        return str(mangled_name_from_mutant_name(self.name))


class Child(NamedTuple):
    mutant: Mutant
    tests: list[int]
    pipe: int
    folder: Path


class Driver:
    """A pytest plugin that runs the tests once as they are, and then once more for each mutant."""

    def __init__(self, mutants: list[Mutant], jobs: int, budget: float) -> None:
        self.mutants, self.jobs, self.budget = mutants, jobs, budget
        self.seconds: list[float] = []
        self.callers: dict[str, list[int]] = defaultdict(list)
        self.killers: dict[str, list[int]] = defaultdict(list)
        self.children: dict[int, Child] = {}
        self.counts: dict[int, int] = defaultdict(int)
        self.log = os.fdopen(os.dup(2), "w", buffering=1)
        self.temp = Path("/dev/shm" if Path("/dev/shm").is_dir() else "/tmp") / f"mutants-{os.getpid()}"

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.session = session
        settings.register_profile("mutants", settings(), phases=[Phase.explicit, Phase.generate])
        self._run_as_it_is()
        set_mutant_under_test("")
        # A collection in a child would copy all that it shares with this process.
        gc.collect()
        gc.freeze()
        self._control()
        started = saved = time.monotonic()
        try:
            for number, mutant in enumerate(self.mutants, 1):
                self._start(mutant)
                if time.monotonic() - saved > _SAVE_EVERY:
                    saved = time.monotonic()
                    save(self.mutants)
                    print(f"{number}/{len(self.mutants)} {dict(self.counts)} {saved - started:.0f} s", file=self.log)
            while self.children:
                self._end_one()
        finally:
            save(self.mutants)
            shutil.rmtree(self.temp, ignore_errors=True)
        print(f"{dict(self.counts)} {time.monotonic() - started:.0f} s", file=self.log)
        return True

    def _run_as_it_is(self) -> None:
        """Which tests call which function, and how long each takes. What the whole session shares stays set up."""
        set_mutant_under_test("stats")
        items = self.session.items
        for number, item in enumerate(items):
            state()._stats.clear()
            started = time.process_time()
            following = items[number + 1] if number + 1 < len(items) else self.session
            reports = runtestprotocol(item, log=False, nextitem=following)  # type: ignore[arg-type]
            self.seconds.append(time.process_time() - started)
            if any(report.failed for report in reports):
                print(f"left out, for it fails without a mutant: {item.nodeid}", file=self.log)
                continue
            for function in state()._stats:
                self.callers[function].append(number)
        print(f"{len(items)} tests in {sum(self.seconds):.0f} s", file=self.log)

    def _control(self) -> None:
        """A child without a mutant has to live: else what kills the others may be the way they are run."""
        functions = sorted(self.callers)
        for function in random.Random(1).sample(functions, min(_CONTROLS, len(functions))):
            self._start(Mutant(f"{function}__mutmut_none", SourceFileMutationData(path="")))
        while self.children:
            self._end_one()
        print(f"without a mutant: {dict(self.counts)}", file=self.log)
        if set(self.counts) - {SURVIVED}:
            raise pytest.UsageError("children die without a mutant")
        self.counts.clear()

    def _order(self, function: str) -> list[int]:
        """As many of the tests as the budget of seconds allows."""
        by_time = sorted(self.callers[function], key=lambda one: self.seconds[one])
        spent, kept = 0.0, list[int]()
        for one in by_time:
            spent += self.seconds[one]
            if kept and spent > self.budget:
                break
            kept.append(one)
        return list(dict.fromkeys([*self.killers[function], *kept]))

    def _start(self, mutant: Mutant) -> None:
        while len(self.children) >= self.jobs:
            self._end_one()
        tests = self._order(mutant.function)
        if not tests:
            self._note(mutant, NO_TESTS)
            return
        read, write = os.pipe()
        folder = self.temp / mutant.name.rpartition(".")[2]
        pid = os.fork()
        if pid == 0:
            os.close(read)
            self._run(mutant, tests, write, folder)
        os.close(write)
        self.children[pid] = Child(mutant, tests, read, folder)

    def _run(self, mutant: Mutant, tests: list[int], pipe: int, folder: Path) -> NoReturn:
        """The child: which test fails is told through the pipe."""
        try:
            limit = int(_SECONDS + _TIMES * sum(self.seconds[one] for one in tests))
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
            folder.mkdir(parents=True, exist_ok=True)
            self.session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
            set_mutant_under_test(mutant.name)
            # Nobody reads why a test fails, and to show it would take longer than to run it.
            pytest.Item._repr_failure_py = lambda *_, **__: ""  # type: ignore[method-assign,assignment]
            settings.load_profile("mutants")
            following = [*tests[1:], None]
            for one, then in zip(tests, following, strict=True):
                after = self.session if then is None else self.session.items[then]
                reports = runtestprotocol(self.session.items[one], log=False, nextitem=after)  # type: ignore[arg-type]
                if any(report.failed for report in reports):
                    os.write(pipe, one.to_bytes(4, "big"))
                    os._exit(KILLED)
            os._exit(SURVIVED)
        except BaseException:
            os._exit(SUSPICIOUS)

    def _end_one(self) -> None:
        pid, status = os.wait()
        child = self.children.pop(pid)
        killer = os.read(child.pipe, 4)
        os.close(child.pipe)
        shutil.rmtree(child.folder, ignore_errors=True)
        if killer:
            before = self.killers[child.mutant.function]
            before[:] = list(dict.fromkeys([int.from_bytes(killer, "big"), *before]))[:5]
        self._note(child.mutant, os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else TIMEOUT)

    def _note(self, mutant: Mutant, code: int) -> None:
        mutant.data.exit_code_by_key[mutant.name] = code
        self.counts[code] += 1


def save(mutants: list[Mutant]) -> None:
    with change_cwd(ROOT):
        for data in {id(one.data): one.data for one in mutants}.values():
            data.save()


def made() -> Iterator[Mutant]:
    """Every mutant of the sources as they stand; what is known of one whose function is unchanged is kept."""
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    maker.create_mutants(os.cpu_count() or 1)
    for data in maker.collect_source_file_mutation_data(mutant_names=[])[1].values():
        yield from (Mutant(name, data) for name in data.exit_code_by_key)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="*", help="mutants whose name fits the pattern")
    parser.add_argument("--all", action="store_true", help="those killed before too")
    parser.add_argument("--new", action="store_true", help="only those that were never tried")
    parser.add_argument("--most", type=int, help="no more than so many")
    parser.add_argument("--seed", type=int, default=1, help="of the order in which they are tried")
    parser.add_argument("--budget", type=float, default=60.0, help="seconds of tests for each mutant, at the most")
    parser.add_argument("--tests", nargs="*", default=TESTS)
    asked = parser.parse_args()
    os.chdir(ROOT)
    wanted = [one for one in made() if fnmatchcase(one.name, asked.only)]
    known = [one.data.exit_code_by_key[one.name] for one in wanted]
    if asked.new:
        wanted = [one for one, code in zip(wanted, known, strict=True) if code is None]
    elif not asked.all:
        wanted = [one for one, code in zip(wanted, known, strict=True) if code not in {KILLED, TIMEOUT}]
    # Those that were tried before it is broken off are then a fair sample of all.
    random.Random(asked.seed).shuffle(wanted)
    wanted = wanted[: asked.most]
    print(f"{len(wanted)} mutants to try", file=sys.stderr)
    options = ["-q", "--tb=short", "--assert=plain", "--capture=sys", "-p", "no:cacheprovider"]
    with change_cwd("mutants"):
        return int(pytest.main([*options, *asked.tests], plugins=[Driver(wanted, asked.jobs, asked.budget)]))


if __name__ == "__main__":
    sys.exit(main())
