"""How the lines of a budget are gathered and marked, the same in every format."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from utveksling_cli.model.budget import Line
from utveksling_cli.render.text import short_month
from utveksling_cli.render.wording import LINES, MARKS, OWN_EXCHANGE_RATE, OWN_RATE, STATUS


def grouped(lines: Iterable[Line], key: Callable[[Line], Hashable]) -> list[list[Line]]:
    """Lines with equal keys together, in the order of the first of each."""
    groups: dict[Hashable, list[Line]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    return list(groups.values())


def when(lines: list[Line]) -> str:
    """`aug 2027`, `aug 2027–des 2027` for months in a row, else `aug 2027 og jan 2028`."""
    months = list(dict.fromkeys(line.month for line in lines))
    first, last = short_month(months[0]), short_month(months[-1])
    if len(months) == 1:
        return first
    in_a_row = months[-1] - months[0] == len(months) - 1
    return f"{first}–{last}" if in_a_row else " og ".join(map(short_month, months))


def mark(line: Line) -> str:
    """`~`, `>` or `*`; `>~` for an estimate that is carried forward; and `?` where no source stands behind a figure."""
    sign = MARKS[line.status]
    estimate = MARKS["estimate"]
    carried_estimate = estimate if line.has_estimate and sign != estimate else ""
    unsourced = line.source is None and not line.rates and line.status not in {"user", "official"}
    return f"{sign}{carried_estimate}{'?' if unsourced else ''}"


_NAMED_BY_KIND = frozenset(
    {"cost.living", "cost.rent", "cost.food", "cost.transport", "cost.living_other", "cost.flight", "cost.deposit"}
)


def title(line: Line) -> str:
    """What a payment is called: its own name where that says more than its kind's, as `Studentvisum` does.

    Only a deposit that comes back is negative.
    """
    own = line.id.startswith("cost.") and line.id not in _NAMED_BY_KIND
    name = line.note if own and line.note else LINES[line.id]
    return f"{name} tilbake" if line.amount < 0 else name


def is_own_figure(line: Line) -> bool:
    """Whether the student gave the amount, and not just the exchange rate that it was converted with."""
    return line.status == "user" and line.source is None and not line.rates


def _user_words(line: Line) -> str:
    """What the student put in: the figure, a rate that it rests on, or the exchange rate."""
    if is_own_figure(line):
        return STATUS["user"]
    own_rate = any(rate.status == "user" for rate in line.rates)
    return OWN_RATE if own_rate else OWN_EXCHANGE_RATE


def status_words(line: Line) -> str:
    """`videreført anslag`: the line's status, and that an estimate is part of it."""
    words = _user_words(line) if line.status == "user" else STATUS[line.status]
    return f"{words} {STATUS['estimate']}" if line.has_estimate and line.status != "estimate" else words
