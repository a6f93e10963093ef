"""Whatever a case looks at: each notice is of a known kind and has all that its Norwegian sentence takes."""

from collections.abc import Iterable

from utveksling_cli.model.notice import Notice
from utveksling_cli.render.notices import sentence

KINDS = {"estimate", "carried_forward", "assumption", "unknown", "warning", "information"}


def sayable(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    found = tuple(notices)
    for notice in found:
        assert notice.kind in KINDS, notice
        assert sentence(notice), notice
    return found
