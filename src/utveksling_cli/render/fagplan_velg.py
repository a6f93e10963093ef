"""The answer of `fagplan velg`: the proposed courses, their sum, and what they do not cover and why."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from utveksling_cli.model.course_choice import Chosen, CourseChoice, NotCovered
from utveksling_cli.model.course_outlook import CoursePages
from utveksling_cli.render import csv, notices
from utveksling_cli.render import decision_words as words
from utveksling_cli.render.decision_lines import norm_lines, source_lines
from utveksling_cli.render.fagplan_pages import link_lines, pages_json
from utveksling_cli.render.json import notices as json_notices
from utveksling_cli.render.json import plain
from utveksling_cli.render.layout import Column, bold, table, wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import iso_day, listed, plural
from utveksling_cli.render.wording import DECISIONS, YES_NO

SCHEMA = "utveksling.fagplan.velg/1"
_CSV_HEADER = (
    "nr", "id", "emnekode", "emnetittel", "omfang_i_kilden", "studiepoeng", "ntnu_emne", "ntnu_tittel", "ønsket",
    "svar", "vedtatt", "eldre_enn_tre_år", "kilde",
)  # fmt: skip
_COLUMNS = (
    Column("Nr. og emne", prose=18),
    Column("Erstatter", prose=12),
    Column("Svar", prose=8),
    Column("Dato", prose=8),
    Column("Omfang", prose=9),
    Column("Id", drop=1),
)


class View(NamedTuple):
    """`wanted` are the NTNU codes that were asked for."""

    choice: CourseChoice
    institution: str
    name: str
    wanted: tuple[str, ...]
    data_version: str
    pages: CoursePages


def as_json(view: View) -> dict[str, Any]:
    choice = view.choice
    return {
        "schema": SCHEMA,
        "data_version": view.data_version,
        "institution": view.institution,
        "institution_name": view.name,
        "wanted": list(view.wanted),
        "target_sp": f"{choice.target:f}",
        "total_sp": f"{choice.total:f}",
        "missing_sp": f"{choice.missing:f}",
        "excess_sp": f"{choice.excess:f}",
        "unknown_sizes": choice.unknown_sizes,
        "exact": choice.exact,
        "decisions": [_json_chosen(one) for one in choice.chosen],
        "not_covered": [_json_not_covered(one) for one in choice.not_covered],
        "norms": [plain(norm) for norm in words.norms_of(one.suggestion for one in choice.chosen)],
        "notices": json_notices(choice.notices),
        "pages": pages_json(view.pages),
    }


def _json_chosen(one: Chosen) -> dict[str, Any]:
    extra = {"wanted": one.wanted, "rejected_before": one.rejected_before}
    return {**words.json_suggestion(one.suggestion), **extra}


def _json_not_covered(one: NotCovered) -> dict[str, Any]:
    elsewhere = [{"institution": host, "name": name, "approved": count} for host, name, count in one.elsewhere]
    return {"ntnu_code": one.code, "reason": one.reason, "elsewhere": elsewhere}


def as_csv(view: View) -> str:
    return csv.table(_CSV_HEADER, [_csv_row(one) for one in view.choice.chosen])


def _csv_row(one: Chosen) -> list[object]:
    found = one.suggestion.decision
    return [
        one.suggestion.number,
        found.id,
        found.host_code,
        found.host_title,
        found.host_credits,
        words.csv_sp(one.suggestion.size.sp),
        found.ntnu_code,
        found.ntnu_title,
        YES_NO[one.wanted],
        DECISIONS[found.decision],
        found.decided,
        YES_NO[one.suggestion.old],
        found.source_url,
    ]


def as_table(view: View, screen: Screen) -> str:
    choice = view.choice
    heading = f"Forslag ved {view.name} for {listed(list(view.wanted))} (data fra {iso_day(view.data_version)})"
    parts = ["\n".join(bold(heading, screen)) + "\n"]
    if choice.chosen:
        parts.append(table(_COLUMNS, [_row(one) for one in choice.chosen], screen))
    parts.append("\n".join(_below(view, screen)) + "\n")
    return "\n".join(parts)


def _row(one: Chosen) -> list[str]:
    found = one.suggestion
    return [
        f"{found.number}. {words.course(found)}",
        words.replaces(found) if one.wanted else f"fyller opp: {words.replaces(found)}",
        DECISIONS[found.decision.decision],
        words.age(found),
        words.size(found.size),
        found.decision.id,
    ]


def _below(view: View, screen: Screen) -> list[str]:
    choice, chosen = view.choice, [one.suggestion for one in view.choice.chosen]
    lines = wrap(_sum(choice), screen.width, hanging="  ")
    for missing in choice.not_covered:
        lines += wrap(_not_covered(missing), screen.width, hanging="  ")
    lines += notices.lines(choice.notices, screen)
    lines += norm_lines(chosen, screen)
    if chosen:
        numbers = " ".join(f"--forslag {one.number}" for one in chosen)
        lines += wrap(f"Sett dem i fagplanen: utveksling fagplan legg-til {numbers}", screen.width, hanging="  ")
    lines += source_lines(chosen, screen)
    for text in link_lines(view.pages, view.name):
        lines += wrap(text, screen.width, hanging="  ")
    return lines


def _sum(choice: CourseChoice) -> str:
    """`Til sammen 30 sp av 30.` with what is missing, too much or not known."""
    told = f"Til sammen {words.sp(choice.total)} av {words.sp(choice.target)}"
    if choice.missing:
        told += f": {words.sp(choice.missing)} mangler"
    elif choice.excess > Decimal(0):
        told += f": {words.sp(choice.excess)} for mye"
    if choice.unknown_sizes:
        told += f". Omfanget er ukjent for {plural(choice.unknown_sizes, 'emne', 'emner')}, som ikke er regnet med"
    return told + "."


def _not_covered(one: NotCovered) -> str:
    told = f"Ikke dekket: {one.code}: {words.NOT_COVERED[one.reason]}."
    if one.elsewhere:
        told += " Godkjent ved " + listed([f"{name} ({count})" for _, name, count in one.elsewhere]) + "."
    return told
