"""What all tests share: how Hypothesis behaves, `--golden-update`, and commands run as a student runs them."""

import os
import signal
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

from .golden.runner import Case, Outcome, Place, closing_databases, make_place, run_here

# Hypothesis neither times a slow machine nor keeps a database in the checkout. The same code is tried with the same
# examples each time; a longer run (UTVEKSLING_EXAMPLES=1000) looks for new ones.
settings.register_profile(
    "utveksling", deadline=None, database=None, derandomize="UTVEKSLING_EXAMPLES" not in os.environ
)
settings.load_profile("utveksling")

Run = Callable[..., Outcome]


def pytest_configure() -> None:
    """Ctrl+C is tried also where the tests run in the background of a script, which takes it away from them."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None]:
    """What a test opens ends with it; fixtures close their own."""
    with closing_databases():
        return (yield)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="write what the commands say now as golden files")


@pytest.fixture(scope="session")
def golden_update(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--golden-update"))


@pytest.fixture(scope="session")
def command_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for every command that the tests run, so that the facts are compiled once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def place(tmp_path: Path, command_cache: Path) -> Place:
    """An empty working folder and an empty home."""
    return make_place(tmp_path, command_cache)


@pytest.fixture
def run(place: Place) -> Run:
    """Run a command in this process: `run("finn", "--by", "Wien", COLUMNS="40")`."""
    return lambda *arguments, **environment: run_here(Case("", environment, arguments, None), place)
