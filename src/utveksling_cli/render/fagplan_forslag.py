"""The answer of `fagplan forslag`: earlier decisions with age, size and source, or how many of each kind there are."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from utveksling_cli.model.course_search import BY_HOST, DecisionGroup, DecisionSearch, DecisionWish, Suggestion
from utveksling_cli.render import csv, notices
from utveksling_cli.render import decision_words as words
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.layout import Column, Styled, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import iso_day, plural

SCHEMA = "utveksling.fagplan.forslag/1"
_CSV_HEADER = (
    "nr", "id", "lærested_id", "lærested", "emnekode", "emnetittel", "omfang_i_kilden", "studiepoeng", "ntnu_emne",
    "ntnu_tittel", "erstattet_av", "svar", "vedtatt", "eldre_enn_tre_år", "program", "kilde",
)  # fmt: skip
_CSV_GROUPS = ("id", "navn", "godkjent", "på_vilkår", "avslått", "ukjent", "nyeste_ja")
_HOW_TO_ADD = (
    "Sett et emne i fagplanen med nummeret eller id-en: utveksling fagplan legg-til --forslag NR. Nummeret er det "
    "samme i alle lister, til dataene fornyes. Id-en er den samme også da."
)
_YES_NO = {True: "ja", False: "nei", None: "ukjent"}


class View(NamedTuple):
    """`limit` is the most rows to show, None for all; `group` is BY_HOST, BY_COURSE or None."""

    result: DecisionSearch
    wish: DecisionWish
    group: str | None
    limit: int | None
    data_version: str
    today: date

    @property
    def shown(self) -> tuple[Suggestion, ...]:
        return self.result.suggestions[: self.limit]

    @property
    def groups(self) -> tuple[DecisionGroup, ...]:
        return self.result.groups[: self.limit]


def as_json(view: View) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "today": view.today.isoformat(),
        "query": {name: value for name, value in plain(view.wish).items() if value},
        "count": len(view.result.suggestions),
        "decisions": [words.json_suggestion(one) for one in view.shown],
        "groups": [plain(group) for group in view.groups],
        "norms": [plain(norm) for norm in words.norms_of(view.shown)],
        "notices": json_notices(view.result.notices),
    }


def as_csv(view: View) -> str:
    if view.group:
        return csv.table(_CSV_GROUPS, [[group.key, group.name, *_counts(group), group.latest] for group in view.groups])
    return csv.table(_CSV_HEADER, [_csv_row(one) for one in view.shown])


def _csv_row(one: Suggestion) -> list[object]:
    found = one.decision
    return [
        one.number,
        found.id,
        found.institution,
        one.host_name,
        found.host_code,
        found.host_title,
        found.host_credits,
        words.csv_sp(one.size.sp),
        found.ntnu_code,
        found.ntnu_title,
        one.replaced.replaced_by if one.replaced else None,
        words.OUTCOMES[found.decision],
        found.decided,
        _YES_NO[one.old],
        found.programme,
        found.source_url,
    ]


def as_table(view: View, screen: Screen) -> str:
    parts = ["\n".join(bold(_heading(view), screen)) + "\n"]
    if view.group and view.groups:
        parts.append(table(_group_columns(view), [_group_row(group) for group in view.groups], screen))
    elif view.shown:
        parts.append(table(_columns(view), [_row(one, view, screen) for one in view.shown], screen))
    below = _below(view, screen)
    return "\n".join([*parts, "\n".join(below) + "\n"] if below else parts)


def _heading(view: View) -> str:
    found = view.result.suggestions
    told = plural(len(found), "tidligere vedtak", "tidligere vedtak") if found else "Ingen tidligere vedtak"
    where = f" ved {found[0].host_name}" if found and view.wish.institution else ""
    course = f" om {', '.join(view.wish.ntnu_codes)}" if view.wish.ntnu_codes else ""
    return f"{told}{course}{where} (data fra {iso_day(view.data_version)})"


def _columns(view: View) -> list[Column]:
    host = [] if view.wish.institution else [Column("Lærested", prose=14)]
    return [
        Column("Nr. og emne", prose=18),
        *host,
        Column("Erstatter", prose=10),
        Column("Svar", prose=8),
        Column("Dato", prose=8),
        Column("Omfang", prose=9, drop=1),
        Column("Id", drop=2),
    ]


def _row(one: Suggestion, view: View, screen: Screen) -> Styled:
    host = [] if view.wish.institution else [one.host_name]
    cells = [
        f"{one.number}. {words.course(one)}",
        *host,
        words.replaces(one),
        words.OUTCOMES[one.decision.decision],
        words.age(one),
        words.size(one.size),
        one.decision.id,
    ]
    return Styled(cells, screen.bad if one.decision.decision == "rejected" else None)


def _group_columns(view: View) -> list[Column]:
    return [
        Column("Lærested" if view.group == BY_HOST else "NTNU-emne", prose=20),
        Column("Godkjent", right=True),
        Column("På vilkår", right=True),
        Column("Avslått", right=True),
        Column("Ukjent", right=True, drop=2),
        Column("Nyeste ja", drop=1),
    ]


def _group_row(group: DecisionGroup) -> list[str]:
    name = group.name if group.name and not group.key[-1:].isdigit() else f"{group.key} {group.name}".strip()
    latest = words.decided(group.latest) if group.latest else "–"
    return [name or "uten emne", *map(str, _counts(group)), latest]


def _counts(group: DecisionGroup) -> list[int]:
    return [group.approved, group.conditional, group.rejected, group.unknown]


def _below(view: View, screen: Screen) -> list[str]:
    lines: list[str] = []
    total, shown = len(view.result.suggestions), view.shown
    if view.group:
        total, shown = len(view.result.groups), ()
    hidden = total - len(view.groups if view.group else shown)
    if hidden:
        lines += wrap(f"{hidden} flere er ikke vist. Vis alle med --antall alle.", screen.width)
    if not total:
        lines += wrap("Prøv færre krav. Søk på ord med --tekst, eller la være å velge lærested.", screen.width)
    lines += notices.lines(view.result.notices, screen)
    lines += words.norm_lines(shown, screen)
    if shown:
        lines += wrap(_HOW_TO_ADD, screen.width, hanging="  ")
    return lines + words.source_lines(shown, screen)
