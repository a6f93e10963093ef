"""What a check of a plan finds: a problem, how grave it is, and where in the plan's file it belongs."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

ERROR, WARNING, INFO = "error", "warning", "info"
# From the gravest to the lightest.
SEVERITIES = (ERROR, WARNING, INFO)

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Problem(NamedTuple):
    """`id` is the same as long as the problem is: the code, and what it is about behind a colon.

    `values` fill the Norwegian sentences that `render` holds for the code; `keys` lead to the place in the file.
    `exception` is the student's reason for not minding it.
    """

    id: str
    severity: str
    values: Mapping[str, str] = _NOTHING
    keys: tuple[str | int, ...] = ()
    exception: str | None = None

    @property
    def code(self) -> str:
        return self.id.partition(":")[0]
