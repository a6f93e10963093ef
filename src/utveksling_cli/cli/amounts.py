"""Read amounts, currencies and exchange rates as people type them; UsageProblem says what is allowed."""

from __future__ import annotations

import re
from decimal import Decimal

from utveksling_cli.cli.numbers import NUMBER
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.money import NOK, Money

_SPACES = "\u00a0\u202f\u2009"
_CURRENCY = re.compile(r"[A-Za-z]{3}|[Kk][Rr]")
_AMOUNT = re.compile(r"(?P<before>[A-Za-z]{2,3}(?= ))? ?(?P<number>[-+0-9][0-9 .,]*?) ?(?P<after>[A-Za-z]{2,3})?")
_NUMBER = re.compile(r"([0-9]{1,3}( [0-9]{3})+|[0-9]+)(,[0-9]{1,2})?")
_DECIMAL_POINT = re.compile(r"[0-9]+\.[0-9]{1,2}")
_MAX_AMOUNT = Decimal(10) ** 10
AMOUNT_EXAMPLES = "Skriv for eksempel 25686, «25 686» eller «5700,50 USD»."


def parse_amount(text: str, option: str) -> Money:
    """`25 686`, `25686`, `25686,50 AUD`; NOK when no currency is given. `25.686` has two readings and is refused."""
    match = _AMOUNT.fullmatch(_plain(text))
    if match is None or (match["before"] and match["after"]):
        raise UsageProblem(f"{option}: «{text}» er ikke et beløp.", hint=AMOUNT_EXAMPLES)
    currency = parse_currency(match["after"] or match["before"] or NOK, option)
    return Money(_number(match["number"].strip(), text, option), currency)


def parse_currency(text: str, option: str) -> str:
    """Three letters, or `kr`; whether anyone knows the currency is for the facts to say."""
    if not _CURRENCY.fullmatch(text):
        raise UsageProblem(f"{option}: «{text}» er ikke en valutakode.", hint="Skriv tre bokstaver, for eksempel EUR.")
    return NOK if text.casefold() == "kr" else text.upper()


def parse_exchange_rate(text: str, option: str = "--kurs") -> tuple[str, Decimal]:
    """`USD=8.50` or `USD=8,50`: what one unit costs in NOK."""
    currency, equals, number = _plain(text).replace(" ", "").partition("=")
    hint = "Skriv valuta=kroner, for eksempel USD=8,50."
    if not equals or not NUMBER.fullmatch(number):
        raise UsageProblem(f"{option}: «{text}» er ikke en kurs.", hint=hint)
    rate = Decimal(number.replace(",", "."))
    if rate == 0:
        raise UsageProblem(f"{option}: en kurs må være større enn null.", hint=hint)
    return parse_currency(currency, option), rate


def has_currency(text: str) -> bool:
    """Whether the amount says which currency it is in."""
    match = _AMOUNT.fullmatch(_plain(text))
    return match is not None and bool(match["after"] or match["before"])


def _plain(text: str) -> str:
    for space in _SPACES:
        text = text.replace(space, " ")
    return " ".join(text.split())


def _number(number: str, text: str, option: str) -> Decimal:
    if number.startswith("-"):
        raise UsageProblem(f"{option}: «{text}» er negativt.", hint="Beløp skrives uten fortegn.")
    if "." in number and not _DECIMAL_POINT.fullmatch(number):
        hint = f"Er punktum tusenskille eller komma? {AMOUNT_EXAMPLES}"
        raise UsageProblem(f"{option}: «{text}» kan leses på to måter.", hint=hint)
    number = number.replace(".", ",")
    if not _NUMBER.fullmatch(number):
        raise UsageProblem(f"{option}: «{text}» er ikke et beløp.", hint=AMOUNT_EXAMPLES)
    value = Decimal(number.replace(" ", "").replace(",", "."))
    if value > _MAX_AMOUNT:
        raise UsageProblem(f"{option}: «{text}» er urimelig stort.", hint=AMOUNT_EXAMPLES)
    return value
