"""The facts as an installed program has them, for all that is counted."""

import shutil
from pathlib import Path

import pytest

from utveksling_cli.catalogue.files import ALL_FILES
from utveksling_cli.catalogue.store import READY_MADE, shipped_folder, write_ready_made


@pytest.fixture(scope="session")
def installed_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as it is in an installed program: with its catalogue beside the YAML."""
    folder = tmp_path_factory.mktemp("facts")
    for name in ALL_FILES:
        shutil.copy(shipped_folder() / name, folder)
    write_ready_made(shipped_folder(), folder / READY_MADE)
    return folder
