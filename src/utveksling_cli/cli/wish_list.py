"""What `velg` and `fjern` show: the hosts of the plan."""

from __future__ import annotations

from pathlib import Path

from utveksling_cli.catalogue.queries import country_names, institutions_by_id
from utveksling_cli.cli.session import Session
from utveksling_cli.model.plan import Plan
from utveksling_cli.render.wishes import View


def listed_in(session: Session, path: Path, plan: Plan) -> View:
    ids = (*plan.stay.hosts, *plan.favourites)
    known = {host.id: host for host in institutions_by_id(session.catalogue, ids)}
    return View(
        plan.stay.hosts, plan.favourites, known, str(path), session.data_version, country_names(session.catalogue)
    )
