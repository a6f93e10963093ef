"""Numbers, dates, months and foreign text as a Norwegian reads them; ranges of lines fit a width."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from utveksling_cli.model.words import LONE_JOINER

if TYPE_CHECKING:
    from decimal import Decimal

    from utveksling_cli.model.time import Month, Semester

NBSP = "\u00a0"
# Steering signs, signs that nobody sees, halves of signs, and what is no sign and cannot stand in XML.
UNSAFE = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff"
)
_CONTROL = re.compile(f"(?!\u200d)[{UNSAFE}]|{LONE_JOINER}")
MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_SEASONS = {"H": "høsten", "V": "våren"}
_SHORT_NAME = 4
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def clean(text: str) -> str:
    """The text with characters that could steer a terminal or hide other text made visible."""
    return _CONTROL.sub("\ufffd", text)


def whole(amount: Decimal) -> str:
    """`-4 277`: whole units with no-break spaces between thousands."""
    return _spaced(f"{amount:,.0f}")


def kroner(amount: Decimal) -> str:
    """`4 277 kr`."""
    return f"{whole(amount)}{NBSP}kr"


def number(value: Decimal) -> str:
    """As exact as it is, with a decimal comma: `0,35`, `10,312`, `33 157`."""
    return _spaced(f"{value.normalize():,f}").replace(".", ",")


def money(amount: Decimal, currency: str) -> str:
    """`5 700 USD`; decimals only where there are some."""
    return f"{number(amount)}{NBSP}{'kr' if currency == 'NOK' else currency}"


def share(value: Decimal) -> str:
    """`35 %`."""
    return f"{number(value * 100)}{NBSP}%"


def day(when: date) -> str:
    """`1. februar 2027`."""
    return f"{when.day}.{NBSP}{MONTHS[when.month - 1]}{NBSP}{when.year}"


def short_day(when: date) -> str:
    """`1. feb. 2027`; months of three or four letters stand whole."""
    name = MONTHS[when.month - 1]
    shown = name if len(name) <= _SHORT_NAME else f"{name[:3]}."
    return f"{when.day}.{NBSP}{shown}{NBSP}{when.year}"


def iso_day(text: str) -> str:
    """The same from ISO text."""
    return day(date.fromisoformat(text))


def weekday(when: date) -> str:
    return WEEKDAYS[when.weekday()]


def dated(when: date, *, approximate: bool) -> str:
    """`man. 1. feb. 2027`, or `ca. 1. februar 2027` where the day itself is not sure."""
    return f"ca. {day(when)}" if approximate else f"{weekday(when)[:3]}. {short_day(when)}"


def month(when: Month) -> str:
    """`august 2027`."""
    return f"{MONTHS[when.month - 1]} {when.year}"


def iso_month(text: str) -> str:
    """The same from `2027-08`."""
    year, number = text.split("-")
    return f"{MONTHS[int(number) - 1]} {int(year)}"


def short_month(when: Month) -> str:
    """`aug 2027`."""
    return f"{MONTHS[when.month - 1][:3]}{NBSP}{when.year}"


def semester(when: Semester) -> str:
    """`høsten 2027`."""
    return f"{_SEASONS[when.season]} {when.year}"


def plural(count: int, one: str, many: str) -> str:
    """`1 lærested`, `12 læresteder`."""
    return f"{_spaced(f'{count:,}')} {one if count == 1 else many}"


def lasting(longest: int, unit: str, shortest: int | None = None) -> str:
    """`ti uker`, `tre måneder`, `fire til åtte uker`; figures above twelve."""
    span = _spelled(longest) if shortest is None else f"{_spelled(shortest)} til {_spelled(longest)}"
    return f"{span} {_of_unit(longest, unit)}"


def lasting_in_figures(longest: int, unit: str, shortest: int | None = None) -> str:
    """`10 uker`, `4–8 uker`."""
    span = str(longest) if shortest is None else f"{shortest}–{longest}"
    return f"{span} {_of_unit(longest, unit)}"


_SPELLED = ("én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv")
_UNITS = {"weeks": ("uke", "uker"), "months": ("måned", "måneder")}


def _spelled(count: int) -> str:
    return _SPELLED[count - 1] if count <= len(_SPELLED) else str(count)


def _of_unit(count: int, unit: str) -> str:
    one, many = _UNITS[unit]
    return one if count == 1 else many


def _spaced(number: str) -> str:
    return number.replace(",", NBSP)


def inside(country: str) -> str:
    """`i Tyskland`, `på Island`."""
    return f"{'på' if country in _ISLANDS else 'i'} {country}"


_ISLANDS = frozenset({"Færøyene", "Grønland", "Island", "Kypros", "Malta"})


def listed(words: list[str], joint: str = "og") -> str:
    """`a`, `a og b`, `a, b og c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}" if words else ""
