"""The currencies that the facts and the student know, and amounts in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from utveksling_cli.catalogue.funding_queries import exchange_rates
from utveksling_cli.cli.amounts import has_currency, parse_amount, parse_exchange_rate
from utveksling_cli.cli.usage import nearest
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.money import NOK, ExchangeRate, Money

Exchange = Mapping[str, ExchangeRate | None]


def read_exchange(catalogue: sqlite3.Connection, given: list[str]) -> dict[str, ExchangeRate | None]:
    """Every currency that the facts know, None for one without a rate; the student's own rates on top."""
    known = exchange_rates(catalogue)
    for text in given:
        currency, nok = parse_exchange_rate(text)
        if currency not in known:
            raise _unknown_currency(currency, "--kurs", known)
        if currency == NOK:
            raise UsageProblem("--kurs: kroner har ingen kurs i kroner.", hint="Skriv for eksempel USD=8,50.")
        # How far the currency has swung is as true with another rate.
        swing = getattr(known[currency], "swing", None)
        known[currency] = ExchangeRate(currency, nok, None, "user", None, swing)
    return known


def known_amount(text: str | None, option: str, exchange: Exchange, *, with_currency: bool = False) -> Money | None:
    """The amount, if one was typed; raises UsageProblem for a currency that cannot be turned into NOK.

    `with_currency` refuses an amount that does not say which currency it is in.
    """
    if text is None:
        return None
    money = parse_amount(text, option)
    if with_currency and not has_currency(text):
        hint = f"Skriv for eksempel «{text.strip()} USD» eller «{text.strip()} kr»."
        raise UsageProblem(f"{option}: hvilken valuta er «{text}»?", hint=hint)
    if money.currency not in exchange:
        raise _unknown_currency(money.currency, option, exchange)
    if money.currency != NOK and exchange[money.currency] is None:
        hint = f"Oppgi den selv, for eksempel --kurs {money.currency}=0,50."
        raise UsageProblem(f"{option}: kursen for {money.currency} er ukjent.", hint=hint)
    return money


def _unknown_currency(currency: str, option: str, known: Exchange) -> UsageProblem:
    near = nearest(currency, known)
    allowed = f"Kjent er {', '.join(sorted(known))}."
    return UsageProblem(f"{option}: valutaen {currency} er ikke kjent.", hint=f"{near} {allowed}" if near else allowed)
