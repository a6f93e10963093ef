"""The answer of `finn`: the hosts, how sure each agreement is, and what to loosen when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from utveksling_cli.model.search import Criteria, Hit, SearchResult
from utveksling_cli.render import csv, hosts
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.links import best
from utveksling_cli.render.wording import CONFIDENCE, CRITERIA, YES_NO

if TYPE_CHECKING:
    from utveksling_cli.model.plan_marks import PlanMarks
    from utveksling_cli.render.screen import Screen

SCHEMA = "utveksling.finn/1"
_CSV_HEADER = (
    "id", "navn", "by", "land", "landkode", "domene", "erasmuskode", "avtaler", "utledet", "grunnlag", "sikkerhet",
    "rapporter", "siste_rapport", "rapporter_program", "emnevedtak", "godkjente_emner", "lenke", "kontrollert",
    "i_planen",
)  # fmt: skip
# What was found out in advance, and is no part of the question.
_NOT_ASKED = frozenset({"text_ids", "tuition_free_agreements", "language_answers"})


class View(NamedTuple):
    """`limit` is the most rows to show, None for all; `names` is country code to Norwegian name; `sort` the order.

    `marks` are the hosts of the student's plan, None without one.
    """

    result: SearchResult
    criteria: Criteria
    limit: int | None
    data_version: str
    names: dict[str, str]
    sort: str
    marks: PlanMarks | None = None

    @property
    def shown(self) -> tuple[Hit, ...]:
        return self.result.hits[: self.limit]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "query": _asked(view.criteria),
        "count": len(view.result.hits),
        "institutions": [_json_hit(hit, view) for hit in view.shown],
        "loosen": [{"option": CRITERIA[entry.criterion], "count": entry.number} for entry in view.result.loosen],
        "notices": json_notices(view.result.notices),
        **({"plan": {"path": view.marks.path}} if view.marks else {}),
    }


def _asked(criteria: Criteria) -> dict[str, Any]:
    return {name: plain(value) for name, value in criteria._asdict().items() if value and name not in _NOT_ASKED}


def _json_hit(hit: Hit, view: View) -> dict[str, Any]:
    record = hosts.as_json(hit.institution, view.names)
    if hit.programme_reports is not None:
        record["programme_reports"] = hit.programme_reports
    if view.marks is not None:
        record["in_plan"] = view.marks.of(hit.institution.id)
    return record


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [_csv_row(hit, view) for hit in view.shown])


def _csv_row(hit: Hit, view: View) -> list[object]:
    host = hit.institution
    inferred = any(entry.inferred for entry in host.agreements)
    return [
        host.id,
        host.name,
        host.city,
        view.names.get(host.country),
        host.country,
        host.domain,
        host.erasmus_code,
        hosts.agreement_words(host),
        YES_NO[inferred],
        hosts.evidence_words(host),
        CONFIDENCE[host.confidence],
        host.reports.total if host.reports else 0,
        host.reports.latest_year if host.reports else None,
        hit.programme_reports,
        host.decisions.total if host.decisions else 0,
        host.decisions.approved if host.decisions else 0,
        best(host),
        host.verified_on,
        in_plan(host.id, view, "favoritt"),
    ]


def in_plan(host: str, view: View, favourite: str) -> str:
    """The rank in the plan, or the word for a favourite."""
    if view.marks is None or (host not in view.marks.ranks and host not in view.marks.favourites):
        return ""
    return str(view.marks.ranks.get(host, favourite))


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import finn_table

    return finn_table.as_table(view, screen)
