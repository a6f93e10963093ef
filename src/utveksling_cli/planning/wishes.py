"""The ranked hosts of a plan: put one in, move it, take it out."""

from __future__ import annotations

from utveksling_cli.model.plan import Plan


def wish_for(plan: Plan, host: str, place: int | None) -> Plan:
    """With the host as wish number `place`, from 1; the others move down. Without a place a new host comes last."""
    hosts = list(plan.stay.hosts)
    if place is None and host in hosts:
        return plan
    others = [one for one in hosts if one != host]
    others.insert(len(others) if place is None else place - 1, host)
    return plan._replace(stay=plan.stay._replace(hosts=tuple(others)))


def keep_in_mind(plan: Plan, host: str) -> Plan:
    """As a favourite."""
    return plan if host in plan.favourites else plan._replace(favourites=(*plan.favourites, host))


def give_up(plan: Plan, host: str) -> Plan:
    """Neither a wish nor a favourite any more."""
    return plan._replace(
        stay=plan.stay._replace(hosts=tuple(one for one in plan.stay.hosts if one != host)),
        favourites=tuple(one for one in plan.favourites if one != host),
    )
