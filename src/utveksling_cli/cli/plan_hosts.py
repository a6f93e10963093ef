"""The hosts that a command is about: one that was named, or those that the plan wishes for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utveksling_cli.catalogue.queries import institutions_by_id
from utveksling_cli.cli.resolve import find_hosts
from utveksling_cli.model.errors import NotFound
from utveksling_cli.model.institution import Institution

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.plan import Plan


def asked_for(session: Session, host: str | None, plan: Plan) -> list[Institution]:
    """The host that was named (several when they share the name), else the plan's, the first choice first.

    Raises NotFound for a host that the facts do not know.
    """
    if host is not None:
        return find_hosts(session.catalogue, host)
    found = {one.id: one for one in institutions_by_id(session.catalogue, plan.stay.hosts)}
    for wanted in plan.stay.hosts:
        if wanted not in found:
            raise unknown_in_plan(wanted)
    return [found[one] for one in plan.stay.hosts]


def unknown_in_plan(host: str) -> NotFound:
    hint = "Rett id-en i planen. Let med: utveksling finn --tekst NAVN"
    return NotFound(f"Lærestedet «{host}» i planen finnes ikke i dataene.", hint=hint)
