"""The shipped facts, compiled once for all rule cases into a cache of their own."""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from utveksling_cli.catalogue.store import open_catalogue

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        connection = open_catalogue(DATA)
    yield connection
    connection.close()
