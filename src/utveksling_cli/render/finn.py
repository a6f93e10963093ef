"""The answer of `finn`: the hosts, how sure each agreement is, and what to loosen when there are none."""

from __future__ import annotations

from typing import Any, NamedTuple

from utveksling_cli.model.search import Criteria, Hit, SearchResult
from utveksling_cli.render import csv, hosts, notices
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.layout import Column, bold, table, wrap
from utveksling_cli.render.links import best
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import inside, iso_day, listed, plural
from utveksling_cli.render.wording import CONFIDENCE, CRITERIA

SCHEMA = "utveksling.finn/1"
_CSV_HEADER = (
    "id", "navn", "by", "land", "landkode", "domene", "erasmuskode", "avtaler", "utledet", "grunnlag", "sikkerhet",
    "rapporter", "siste_rapport", "rapporter_program", "emnevedtak", "godkjente_emner", "lenke", "kontrollert",
)  # fmt: skip
# What was found out in advance, and is no part of the question.
_NOT_ASKED = frozenset({"text_ids", "language_answers"})
_YES_NO = {True: "ja", False: "nei"}


class View(NamedTuple):
    """`limit` is the most rows to show, None for all; `names` is country code to Norwegian name; `sort` the order."""

    result: SearchResult
    criteria: Criteria
    limit: int | None
    data_version: str
    names: dict[str, str]
    sort: str

    @property
    def shown(self) -> tuple[Hit, ...]:
        return self.result.hits[: self.limit]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "query": {name: value for name, value in plain(view.criteria).items() if value and name not in _NOT_ASKED},
        "count": len(view.result.hits),
        "institutions": [_json_hit(hit, view) for hit in view.shown],
        "loosen": [{"option": CRITERIA[entry.criterion], "count": entry.number} for entry in view.result.loosen],
        "notices": json_notices(view.result.notices),
    }


def _json_hit(hit: Hit, view: View) -> dict[str, Any]:
    record = hosts.as_json(hit.institution, view.names)
    if hit.programme_reports is not None:
        record["programme_reports"] = hit.programme_reports
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
        _YES_NO[inferred],
        hosts.evidence_words(host),
        CONFIDENCE[host.confidence],
        host.reports.total if host.reports else 0,
        host.reports.latest_year if host.reports else None,
        hit.programme_reports,
        host.decisions.total if host.decisions else 0,
        host.decisions.approved if host.decisions else 0,
        best(host),
        host.verified_on,
    ]


def as_table(view: View, screen: Screen) -> str:
    parts = [_heading(view, screen)]
    if view.shown:
        parts.append(table(_columns(view.sort), [_row(hit, view) for hit in view.shown], screen))
    parts.append(_below(view, screen))
    return "\n".join(part for part in parts if part)


_LEGEND = "Rapporter: fra NTNU-studenter (nyeste opphold). Vedtak: om emner ved lærestedet."
# By whether several criteria were asked for.
_NO_LOOSENING = {
    False: "Prøv et annet krav, eller se utveksling finn --hjelp.",
    True: "Det hjelper ikke å ta bort bare ett av kravene. Skriv færre krav.",
}
_COLUMNS = (
    Column("Lærested", prose=26),
    Column("Sted", prose=12, drop=3),
    Column("Avtale", prose=10),
    Column("Grunnlag", prose=10),
    Column("Rapporter", drop=2),
    Column("Vedtak", right=True, drop=4),
    Column("Id", drop=5),
)


# The title of the column that an order goes by.
_SORTED_BY = {"reports": "Rapporter", "decisions": "Vedtak"}


def _columns(sort: str) -> list[Column]:
    """The column that the rows are sorted by always stays."""
    return [column._replace(drop=0) if column.title == _SORTED_BY.get(sort) else column for column in _COLUMNS]


def _heading(view: View, screen: Screen) -> str:
    found = plural(len(view.result.hits), "lærested", "læresteder") if view.result.hits else "Ingen læresteder"
    asked = [inside(view.names[code]) for code in dict.fromkeys(view.criteria.countries)]
    line = f"{found}{f' {listed(asked)}' if asked else ''} (data fra {iso_day(view.data_version)})"
    return "\n".join(bold(line, screen)) + "\n"


def _row(hit: Hit, view: View) -> list[str]:
    host = hit.institution
    one_country = len(set(view.criteria.countries)) == 1
    return [
        host.name,
        host.city if one_country else hosts.place(host, view.names),
        hosts.agreement_words(host),
        hosts.evidence_words(host),
        hosts.reports_words(host, hit.programme_reports),
        str(host.decisions.total if host.decisions else 0),
        host.id,
    ]


def _below(view: View, screen: Screen) -> str:
    lines: list[str] = []
    hidden = len(view.result.hits) - len(view.shown)
    if hidden:
        lines += wrap(f"{hidden} flere er ikke vist. Vis alle med --antall alle.", screen.width)
    if view.result.loosen:
        lines += wrap("Treff hvis du tar bort ett krav:", screen.width)
        lines += [f"  {CRITERIA[entry.criterion]}: {entry.number}" for entry in view.result.loosen]
    elif not view.result.hits:
        lines += wrap(
            _NO_LOOSENING[sum(map(bool, view.criteria._replace(text_ids=(), language_answers={}))) > 1], screen.width
        )
    lines += notices.lines(view.result.notices, screen)
    lines += _marks(view, screen)
    if view.shown:
        lines += wrap(_LEGEND, screen.width, hanging="  ")
        lines += wrap(f"Alt om ett lærested: utveksling vis {view.shown[0].institution.id}", screen.width)
    return "\n".join(lines) + "\n" if lines else ""


def _marks(view: View, screen: Screen) -> list[str]:
    inferred = any(entry.inferred for hit in view.shown for entry in hit.institution.agreements)
    unsure = any(hit.institution.evidence == "list_only" for hit in view.shown)
    marks = ["*"] * inferred + ["?"] * unsure
    return [line for mark in marks for line in wrap(f"{mark} {_MARKS_HERE[mark]}", screen.width, hanging="  ")]


_MARKS_HERE = {"*": "typen er utledet av landet, ikke lest i en kilde", "?": "ikke bekreftet av andre kilder"}
