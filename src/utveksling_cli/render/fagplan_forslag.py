"""The answer of `fagplan forslag`: earlier decisions with age, size and source, or how many of each kind there are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from utveksling_cli.model.course_search import DecisionGroup, DecisionSearch, DecisionWish, Suggestion
from utveksling_cli.render import csv
from utveksling_cli.render import decision_words as words
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.wording import DECISIONS, YES_NO

if TYPE_CHECKING:
    from utveksling_cli.model.course_outlook import CoursePages
    from utveksling_cli.render.screen import Screen

SCHEMA = "utveksling.fagplan.forslag/1"
_CSV_HEADER = (
    "nr", "id", "lærested_id", "lærested", "emnekode", "emnetittel", "omfang_i_kilden", "studiepoeng", "ntnu_emne",
    "ntnu_tittel", "erstattet_av", "svar", "vedtatt", "eldre_enn_tre_år", "program", "kilde",
)  # fmt: skip
_CSV_GROUPS = ("id", "navn", "godkjent", "på_vilkår", "avslått", "ukjent", "nyeste_ja")


class View(NamedTuple):
    """`limit` is the most rows to show, None for all; `group` is BY_HOST, BY_COURSE or None.

    `pages` are for a table alone, and `host_name` is whose site they tell of.
    """

    result: DecisionSearch
    wish: DecisionWish
    group: str | None
    limit: int | None
    data_version: str
    today: date
    pages: CoursePages | None = None
    host_name: str | None = None

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
        return csv.table(_CSV_GROUPS, [[group.key, group.name, *counts(group), group.latest] for group in view.groups])
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
        DECISIONS[found.decision],
        found.decided,
        YES_NO[one.old],
        found.programme,
        found.source_url,
    ]


def counts(group: DecisionGroup) -> list[int]:
    return [group.approved, group.conditional, group.rejected, group.unknown]


def as_table(view: View, screen: Screen) -> str:
    from utveksling_cli.render import fagplan_forslag_table

    return fagplan_forslag_table.as_table(view, screen)
