"""The hosts of `finn` on a screen: a row for each, what its marks mean, and what to loosen when there are none."""

from __future__ import annotations

from utveksling_cli.model.search import Hit
from utveksling_cli.render import hosts, notices
from utveksling_cli.render.finn import View, in_plan
from utveksling_cli.render.layout import Column, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import inside, iso_day, listed, plural
from utveksling_cli.render.wording import CRITERIA

# By the title of the column, which a narrow screen may be without.
_LEGENDS = {
    "Rapporter": "Rapporter: fra NTNU-studenter (nyeste opphold).",
    "Vedtak": "Vedtak: om emner ved lærestedet.",
}
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
_FAVOURITE = "f"
_MARKS_HERE = {
    "*": "typen er utledet av landet, ikke lest i en kilde",
    "?": "ikke bekreftet av andre kilder",
    "[1]": "førstevalget i planen din; [2] og [3] er de neste ønskene",
    "[f]": "favoritt i planen din",
}


def as_table(view: View, screen: Screen) -> str:
    parts = [_heading(view, screen)]
    rows = table(_columns(view.sort), [_row(hit, view) for hit in view.shown], screen) if view.shown else ""
    parts.append(rows)
    parts.append(_below(view, screen, rows))
    return "\n".join(part for part in parts if part)


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
    mark = in_plan(host.id, view, _FAVOURITE)
    return [
        f"{host.name} [{mark}]" if mark else host.name,
        host.city if one_country else hosts.place(host, view.names),
        hosts.agreement_words(host),
        hosts.evidence_words(host),
        hosts.reports_words(host, hit.programme_reports),
        str(host.decisions.total if host.decisions else 0),
        host.id,
    ]


def _below(view: View, screen: Screen, rows: str) -> str:
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
        legend = " ".join(text for title, text in _LEGENDS.items() if title in rows)
        lines += wrap(legend, screen.width, hanging="  ") if legend else []
        lines += wrap(f"Alt om ett lærested: utveksling vis {view.shown[0].institution.id}", screen.width)
    return "\n".join(lines) + "\n" if lines else ""


def _marks(view: View, screen: Screen) -> list[str]:
    inferred = any(entry.inferred for hit in view.shown for entry in hit.institution.agreements)
    unsure = any(hit.institution.evidence == "list_only" for hit in view.shown)
    planned = {in_plan(hit.institution.id, view, _FAVOURITE) for hit in view.shown} - {""}
    wished, favourite = bool(planned - {_FAVOURITE}), _FAVOURITE in planned
    marks = ["*"] * inferred + ["?"] * unsure + ["[1]"] * wished + ["[f]"] * favourite
    return [line for mark in marks for line in wrap(f"{mark} {_MARKS_HERE[mark]}", screen.width, hanging="  ")]
