"""`utveksling --versjon`: the program's version, and the version of each data file."""

from __future__ import annotations

import sys

from utveksling_cli import __version__
from utveksling_cli.catalogue.queries import file_versions
from utveksling_cli.cli.session import open_session


def print_version() -> None:
    session = open_session(None, None)
    files = file_versions(session.catalogue)
    width = max(len(schema) for schema, _ in files.values())
    lines = [f"utveksling {__version__}, data fra {session.data_version}", ""]
    lines += [f"  {schema:<{width}}  {version}" for schema, version in files.values()]
    sys.stdout.write("\n".join(lines) + "\n")
