"""Whatever a case looks at: what an answer tells is of a known kind and has all that its Norwegian words take."""

import re
from collections.abc import Iterable

from utveksling_cli.model.budget import Line
from utveksling_cli.model.notice import Notice
from utveksling_cli.render.notices import sentence
from utveksling_cli.render.wording import FACTORS, UNITS

# A sign, and plain numbers that a rate is multiplied by.
_BARE = {"comes_back", "one_of_two_trips", "monthly_rates"}
KINDS = {"estimate", "carried_forward", "assumption", "unknown", "warning", "information"}


def sayable(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    found = tuple(notices)
    for notice in found:
        assert notice.kind in KINDS, notice
        assert sentence(notice), notice
    return found


def explainable(lines: Iterable[Line]) -> None:
    """Each step of a line's product has a name and a unit that `--forklar` can say."""
    for line in lines:
        for factor in line.factors:
            assert factor.name in FACTORS or factor.name in {rate.id for rate in line.rates}, factor
            assert factor.unit in UNITS or re.fullmatch("([A-Z]{3}(/[a-z]+)?)?", factor.unit), factor
            assert factor.unit or factor.name in _BARE, factor
