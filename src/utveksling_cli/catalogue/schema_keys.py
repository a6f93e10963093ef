"""Which keys a data file's schema allows at a place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from utveksling_cli.catalogue.problems import KeyPath


def keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that may stand in the map at `path`; none for a place that the schema does not know."""
    for step in path:
        if isinstance(step, str):
            fields = {info.alias or name: info for name, info in model.model_fields.items()}
            inner = next(models_in(fields[step].annotation), None) if step in fields else None
            if inner is None:
                return ()
            model = inner
    return tuple(info.alias or name for name, info in model.model_fields.items())


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation such as `list[Term]` or `Tuition | None` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)
