"""Put the facts and their ready-made catalogue into the wheel, so that an installed program never compiles them.

The catalogue is made in a temporary folder and only ever lands in the wheel: one left in the checkout would
hide later edits of data/ from an editable install.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_INSTALLED = "utveksling_cli/_data"


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels; an editable install reads data/ where it stands."""

    _temporary: TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from utveksling_cli.catalogue.files import names
        from utveksling_cli.catalogue.store import READY_MADE, write_ready_made
        from utveksling_cli.model.errors import DataUnusable

        self._temporary = TemporaryDirectory(prefix="utveksling-build-")
        catalogue = Path(self._temporary.name) / READY_MADE
        try:
            write_ready_made(root / "data", catalogue)
        except DataUnusable as error:
            self.app.abort("\n".join([error.message, *error.details]))
        shipped = {root / "data" / name: name for name in names(root / "data")} | {catalogue: READY_MADE}
        build_data["force_include"].update({str(path): f"{_INSTALLED}/{name}" for path, name in shipped.items()})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._temporary is not None:
            self._temporary.cleanup()
