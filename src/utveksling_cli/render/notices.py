"""The Norwegian sentence behind each notice code, and how notices look below a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from utveksling_cli.model.notice import Notice
from utveksling_cli.render.climate import climate
from utveksling_cli.render.text import clean, inside, iso_day, iso_month, number, share
from utveksling_cli.render.wording import CRITERIA, EVIDENCE_KINDS, LINES, MARK_SENTENCES, PER

if TYPE_CHECKING:
    from utveksling_cli.render.screen import Screen

LABELS = {
    "estimate": "Anslag",
    "carried_forward": "Videreført",
    "assumption": "Antatt",
    "unknown": "Ukjent",
    "warning": "Obs",
    "information": "Merk",
}


def sentence(notice: Notice) -> str:
    """The notice as a Norwegian sentence; its values are data and are never read as anything else."""
    return sentences(notice.code.partition(".")[0])[notice.code].format_map(_readable(notice.values))


def sentences(group: str) -> Mapping[str, str]:
    """Those of the notices whose code begins with the group; a long table is read only where one of its is needed."""
    if group == "budget":
        from utveksling_cli.render.budget_sentences import SENTENCES
    elif group == "courses":
        from utveksling_cli.render.course_sentences import SENTENCES
    else:
        from utveksling_cli.render.notice_sentences import SENTENCES
    return SENTENCES


def lines(notices: Iterable[Notice], screen: Screen) -> list[str]:
    """`Obs: …`, wrapped; each notice once."""
    from utveksling_cli.render.layout import wrap

    found: list[str] = []
    for notice in dict.fromkeys((notice.kind, sentence(notice)) for notice in notices):
        kind, text = notice
        first, *rest = wrap(f"{LABELS[kind]}: {clean(text)}", screen.width, hanging="  ")
        label, colon, remainder = first.partition(":")
        found += [screen.warn(label + colon) + remainder, *rest]
    return found


def legend(used: str, screen: Screen) -> list[str]:
    """What each mark that was used behind a figure means."""
    from utveksling_cli.render.layout import wrap

    told = [f"{sign} {sentence}" for sign, sentence in MARK_SENTENCES.items() if sign in used]
    return [line for text in told for line in wrap(text, screen.width, hanging="  ")]


def _readable(values: Mapping[str, str]) -> dict[str, str]:
    """The values as a Norwegian reads them; `price` is what `amount`, `currency` and `per` say together."""
    readable = {key: _READERS[key](value) if key in _READERS else value for key, value in values.items()}
    if {"amount", "currency", "per"} <= readable.keys():
        readable["price"] = " ({amount} {currency} {per})".format_map(readable)
    return {"price": "", **readable}


def _number(text: str) -> str:
    from decimal import Decimal

    return number(Decimal(text))


def _share(text: str) -> str:
    from decimal import Decimal

    return share(Decimal(text))


_READERS: dict[str, Callable[[str], str]] = {
    "amount": _number,
    "climate": climate,
    "country": inside,
    "criterion": CRITERIA.__getitem__,
    "day": iso_day,
    "line": lambda text: LINES[text].lower(),
    "month": iso_month,
    "per": PER.__getitem__,
    "safe": iso_day,
    "span": lambda months: f"{_number(months)} {'måned' if _number(months) == '1' else 'måneder'}",
    "share": _share,
    "test": lambda text: EVIDENCE_KINDS.get(text, text),
}
