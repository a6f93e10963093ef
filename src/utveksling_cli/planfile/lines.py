"""Where in the plan file things stand; the file has been read before, so that its schema is not needed again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.source import read_text
from utveksling_cli.catalogue.yaml_errors import YamlError
from utveksling_cli.planfile.accepted import MOST_BYTES


def lines_of(path: Path, places: Iterable[KeyPath]) -> tuple[int, ...]:
    """The line of each value, or of the part it belongs to when it is not there itself.

    Raises DataUnusable when somebody has broken the file since it was read.
    """
    wanted = list(places)
    source, _ = read_text(path, MOST_BYTES)
    if source is not None:
        try:
            return tuple(source.problem(keys, "").line for keys in wanted)
        except YamlError:
            pass
    from utveksling_cli.planfile.read import read_document

    return tuple(read_document(path).source.problem(keys, "").line for keys in wanted)
