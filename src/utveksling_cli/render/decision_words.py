"""Norwegian words for earlier decisions, sizes and choices of courses, the same in every format."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from utveksling_cli.model.course_search import Suggestion
from utveksling_cli.model.credits import AS_SAID, CONVERTED, FULL_YEAR, NO_NORM, NO_SIZE, NO_UNIT, RANGE, Norm, Size
from utveksling_cli.render.json import plain
from utveksling_cli.render.text import MONTHS, NBSP, clean, iso_day, number

BASIS = {
    "ntnu_table": "NTNUs gamle omregningstabell",
    "stated_equivalence": "oppgitt likeverd",
    "full_time_load": "bare vanlig mengde på fulltid",
}
NOT_COVERED = {
    "never_tried": "ingen vedtak om det ved lærestedet",
    "rejected": "bare avslag ved lærestedet",
    "no_answer": "spurt om, men svaret er ikke kjent",
    "rejected_later": "godkjent en gang, men avslått etterpå",
    "taken": "emnet som er godkjent for det, er brukt for et annet",
}
_WHY_UNKNOWN = {NO_UNIT: "enhet ukjent", NO_NORM: "norm ukjent"}
_CENT = Decimal("0.01")


def hundredths(value: Decimal) -> Decimal:
    return value.quantize(_CENT, rounding=ROUND_HALF_UP)


def sp(value: Decimal) -> str:
    """`7,5 sp`, to hundredths."""
    return f"{number(hundredths(value))}{NBSP}sp"


def csv_sp(value: Decimal | None) -> str | None:
    return None if value is None else number(hundredths(value)).replace(NBSP, "")


def size(found: Size) -> str:
    """The page's own words where nothing is sure, and else studiepoeng."""
    said = clean(found.said.text.strip())
    if found.state == NO_SIZE:
        return "ukjent"
    if found.state == AS_SAID and found.sp is not None:
        return sp(found.sp)
    if found.state == CONVERTED and found.sp is not None:
        return f"{said} → {sp(found.sp)}"
    if found.state == RANGE and found.lowest is not None and found.highest is not None:
        return f"{said} → {number(hundredths(found.lowest))}–{sp(found.highest)}"
    return f"{said} ({_WHY_UNKNOWN.get(found.state, 'uklart')})"


def arithmetic(found: Size) -> str | None:
    """`24 av 48 i året: 24 × 60 / 48 = 30 sp`; None for what was not converted."""
    if found.state != CONVERTED or found.year is None or found.said.credits is None or found.sp is None:
        return None
    given, year = number(found.said.credits), number(found.year.highest)
    unit = f" {clean(found.year.unit)}" if found.year.unit else ""
    return f"{given}{unit} av {year} i året: {given} × {FULL_YEAR} / {year} = {sp(found.sp)}"


def decided(text: str) -> str:
    """`12. mai 2024`, `mai 2024`, `2024` or `uten dato`."""
    if not text:
        return "uten dato"
    year, *rest = text.split("-")
    if not rest:
        return year
    return iso_day(text) if len(rest) > 1 else f"{MONTHS[int(rest[0]) - 1]}{NBSP}{year}"


def age(one: Suggestion) -> str:
    """`mai 2024`, and `eldre` behind what is to be looked at anew."""
    return decided(one.decision.decided) + (", eldre" if one.old else "")


def course(one: Suggestion) -> str:
    return clean(" ".join(part for part in (one.decision.host_code, one.decision.host_title) if part) or "uten navn")


def replaces(one: Suggestion) -> str:
    """`TDT4171 Metoder i KI`, with the new code where the course has ended."""
    found = clean(" ".join(part for part in (one.decision.ntnu_code, one.decision.ntnu_title) if part))
    if one.replaced is None:
        return found or "uten emne"
    return f"{found} (nå {one.replaced.replaced_by})" if one.replaced.replaced_by else f"{found} (utgått)"


def json_suggestion(one: Suggestion) -> dict[str, Any]:
    """The decision's fields, with what it means today beside."""
    return {
        "number": one.number,
        **plain(one.decision),
        "institution_name": one.host_name,
        "country": one.country,
        "years": one.years,
        "older_than_three_years": one.old,
        "replaced_by": one.replaced.replaced_by if one.replaced else None,
        "discontinued_on": one.replaced.ended if one.replaced else None,
        "size": _json_size(one.size),
    }


def _json_size(found: Size) -> dict[str, Any]:
    return {
        "state": found.state,
        "credits": plain(found.said.credits),
        "unit": found.said.unit,
        "sp": _rounded(found.sp),
        "sp_lowest": _rounded(found.lowest),
        "sp_highest": _rounded(found.highest),
        "year": plain(found.year.highest) if found.year else None,
        "norms": [norm.id for norm in found.year.norms] if found.year else [],
        "arithmetic": (arithmetic(found) or "").replace(NBSP, " ") or None,
    }


def norms_of(found: Iterable[Suggestion]) -> list[Norm]:
    """The norms that something was converted with, each once."""
    used = (one.size for one in found if one.size.state in {CONVERTED, RANGE})
    return list({norm.id: norm for size in used if size.year for norm in size.year.norms}.values())


def _rounded(value: Decimal | None) -> str | None:
    return None if value is None else f"{hundredths(value):f}"
