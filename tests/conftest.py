"""What all tests share: how Hypothesis behaves, a cache for the commands that are run, and `--golden-update`."""

from pathlib import Path

import pytest
from hypothesis import settings

# Hypothesis neither times a slow machine nor keeps a database in the checkout.
settings.register_profile("utveksling", deadline=None, database=None)
settings.load_profile("utveksling")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="write what the commands say now as golden files")


@pytest.fixture(scope="session")
def golden_update(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--golden-update"))


@pytest.fixture(scope="session")
def command_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for every command that the tests run, so that the facts are compiled once."""
    return tmp_path_factory.mktemp("cache")
