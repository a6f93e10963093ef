"""The budget of the plan's first choice, with the plan's own figures: what `budsjett` says of the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utveksling_cli.cli.plan_inputs import from_plan
from utveksling_cli.cli.stay_budget import budget_of
from utveksling_cli.cli.stays import Place

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.budget import Budget
    from utveksling_cli.planning.timeline import Setting


def plan_budget(session: Session, setting: Setting) -> Budget | None:
    """None without a known host; raises UtvekslingError for figures in the plan that cannot be used."""
    if setting.country is None or not setting.hosts:
        return None
    return budget_of(session, Place(setting.country, setting.hosts[0]), from_plan(setting.plan, setting.semester))
