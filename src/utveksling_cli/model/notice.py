"""What a result wants the reader to know beyond its figures."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Notice(NamedTuple):
    """`kind` is `estimate`, `carried_forward`, `assumption`, `unknown`, `warning` or `information`.

    `code` names the notice for other programs; `values` fill the Norwegian sentence that `render` holds for it.
    """

    kind: str
    code: str
    values: Mapping[str, str] = MappingProxyType({})
