"""Below a table of decisions: what their sizes were converted with, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from utveksling_cli.model.course_search import Suggestion
from utveksling_cli.model.credits import FULL_YEAR
from utveksling_cli.render.decision_words import BASIS, norms_of
from utveksling_cli.render.layout import wrap
from utveksling_cli.render.screen import Screen
from utveksling_cli.render.text import NBSP, clean, number
from utveksling_cli.render.wording import CONFIDENCE


def norm_lines(found: Iterable[Suggestion], screen: Screen) -> list[str]:
    """What sizes were converted with, below a table."""
    lines = []
    for norm in norms_of(found):
        most = f"–{number(Decimal(norm.credits_at_most))}" if norm.credits_at_most else ""
        unit = f" {clean(norm.unit)}" if norm.unit else ""
        told = f"Omregnet: {number(Decimal(norm.credits))}{most}{unit} er et helt år, {FULL_YEAR}{NBSP}sp "
        basis = f"({BASIS[norm.basis]}, sikkerhet {CONFIDENCE[norm.confidence]})."
        lines += wrap(told + basis, screen.width, hanging="  ")
        lines += [f"    {clean(norm.source)}"] if norm.source else []
    return lines


def source_lines(found: Iterable[Suggestion], screen: Screen) -> list[str]:
    """Where the decisions stand, with the numbers of the rows."""
    numbers: dict[str, list[int]] = {}
    for one in found:
        numbers.setdefault(one.decision.source_url, []).append(one.number)
    lines = ["Kilder:"] if numbers else []
    for url, rows in numbers.items():
        lines += wrap(f"nr. {', '.join(map(str, rows))}:", screen.width, "  ", "  ")
        lines.append(f"    {clean(url) or 'uten kilde'}")
    return lines
