"""From an older schema of the plan file to this program's, one version at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from utveksling_cli.model.plan import SCHEMA_VERSION
from utveksling_cli.planfile.convert import SCHEMA_PREFIX, Tree

Migration = Callable[[Tree], Tree]
# By the version that it takes a file from; each goes one version on, and leaves `schema` alone.
MIGRATIONS: Mapping[int, Migration] = {}

_SCHEMA = re.compile(re.escape(SCHEMA_PREFIX) + r"(0|[1-9][0-9]{0,3})")


def version_of(schema: object) -> int | None:
    """1 for `utveksling.plan/1`; None for what is no schema of a plan."""
    match = _SCHEMA.fullmatch(schema) if isinstance(schema, str) else None
    return int(match[1]) if match else None


def migrated(tree: Tree, version: int, migrations: Mapping[int, Migration]) -> Tree | None:
    """The tree as this program's schema has it; None where a step on the way is missing."""
    while version < SCHEMA_VERSION:
        if version not in migrations:
            return None
        tree = migrations[version](tree)
        version += 1
    return {**tree, "schema": f"{SCHEMA_PREFIX}{version}"}
