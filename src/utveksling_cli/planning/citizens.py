"""What a budget has to say of Lånekassen's support to a student who is no Norwegian citizen."""

from __future__ import annotations

from utveksling_cli.model.budget import Budget
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import NORWEGIAN

_SUPPORT = "lanekassen."


def for_citizen(budget: Budget, citizenship: str | None) -> Budget:
    """Whom Lånekassen supports is in no data, so that what is counted is not sure; None is not told."""
    counted = any(line.id.startswith(_SUPPORT) for line in budget.lines)
    if not counted or citizenship in {None, NORWEGIAN}:
        return budget
    return budget._replace(notices=(Notice("unknown", "budget.citizenship"), *budget.notices))
