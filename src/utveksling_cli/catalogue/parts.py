"""Read one file of hosts and make it into rows: the piece of work that a large folder is divided into."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from utveksling_cli.catalogue.fingerprint import digest_of, file_stat
from utveksling_cli.catalogue.folder import check_text
from utveksling_cli.catalogue.host_checks import Context, broken_hosts
from utveksling_cli.catalogue.host_rows import HostColumns, host_columns
from utveksling_cli.catalogue.problems import Problem
from utveksling_cli.catalogue.source import read_bytes, text_of


class Part(NamedTuple):
    """`hosts` are in the order of the file. None of the rest is known of a file that cannot be used by itself."""

    name: str
    problems: list[Problem]
    hosts: HostColumns | None = None
    stat: str = ""
    digest: str = ""
    version: str = ""


def read_part(folder: Path, name: str, context: Context | None) -> Part:
    """Without a context the file is only checked by itself, and no rows are made. The stat is taken before the
    bytes are read, so that a later edit always differs from it."""
    path = folder / name
    if name.endswith(".yml"):
        return Part(name, [Problem(str(path), 0, "filnavnet skal slutte på .yaml")])
    stat = file_stat(path)
    as_bytes, problems = read_bytes(path)
    source, problems = (None, problems) if as_bytes is None else text_of(path, as_bytes)
    content, problems = (None, problems) if source is None else check_text(name, source)
    if as_bytes is None or source is None or content is None or context is None:
        return Part(name, problems)
    hosts = host_columns(content.institutions, context)
    broken = [source.problem(place, message) for place, message in broken_hosts(content.institutions, context)]
    broken.sort(key=lambda problem: problem.line)
    return Part(name, broken, hosts, stat or "", digest_of(as_bytes), content.data_version.isoformat())
