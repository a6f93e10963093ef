"""Put off loading standard modules that Typer imports and a run hardly ever uses, until something is asked of them.

What they hold and how they behave is the same; a seventh of the time that Typer's import takes goes to loading them.
`importlib.util.LazyLoader` does not help: an `import` of the module a second time makes it load.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

# Only modules that others use as `module.name`, and only inside their functions: anything else loads them at once.
LATE = ("bz2", "ipaddress", "lzma", "ntpath", "subprocess", "textwrap", "tokenize")


class _Late(ModuleType):
    """A module that is not loaded yet: it has what its loader tells of it, and nothing of its own."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]
        spec = self.__spec__
        assert spec is not None
        assert spec.loader is not None
        spec.loader.exec_module(self)
        return getattr(self, name)


def put_off() -> None:
    """Loaded modules are left alone."""
    for name in LATE:
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None:
            module = module_from_spec(spec)
            module.__class__ = _Late
            sys.modules[name] = module
