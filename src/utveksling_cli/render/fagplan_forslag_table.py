"""The decisions of `fagplan forslag` on a screen, or how many of each kind there are, and what they rest on."""

from __future__ import annotations

from utveksling_cli.model.course_search import BY_HOST, DecisionGroup, Suggestion
from utveksling_cli.render import decision_words as words
from utveksling_cli.render import notices
from utveksling_cli.render.decision_lines import norm_lines, source_lines
from utveksling_cli.render.fagplan_forslag import View, counts
from utveksling_cli.render.fagplan_pages import link_lines
from utveksling_cli.render.layout import Column, Styled, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import iso_day, plural
from utveksling_cli.render.wording import DECISIONS

_HOW_TO_ADD = (
    "Sett et emne i fagplanen med nummeret eller id-en: utveksling fagplan legg-til --forslag NR. Nummeret er det "
    "samme i alle lister, til dataene fornyes. Id-en er den samme også da."
)


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
        DECISIONS[one.decision.decision],
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
    return [name or "uten emne", *map(str, counts(group)), latest]


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
    lines += norm_lines(shown, screen)
    if shown:
        lines += wrap(_HOW_TO_ADD, screen.width, hanging="  ")
    lines += source_lines(shown, screen)
    for text in link_lines(view.pages, view.host_name) if view.pages else ():
        lines += wrap(text, screen.width, hanging="  ")
    return lines
