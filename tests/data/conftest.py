"""The shipped facts, read and checked once for all tests of them."""

from pathlib import Path

import pytest

from utveksling_cli.catalogue.folder import Facts, read_folder

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def facts() -> Facts:
    read, problems = read_folder(DATA)
    assert read is not None, problems
    return read
