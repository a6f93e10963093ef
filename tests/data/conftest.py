"""The shipped facts, read and checked once for all tests of them."""

from pathlib import Path

import pytest

from utveksling_cli.catalogue.folder import Facts, read_files

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def facts() -> Facts:
    read = read_files(DATA)
    assert read.facts is not None, read.problems
    return read.facts
