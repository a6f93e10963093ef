"""`exchange_rates.yaml`: a dated snapshot of what one unit of a currency costs in NOK."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from utveksling_cli.catalogue.schema.common import CurrencyCode, DataFile, Date, Model, Positive, Sourced, Text


class ExchangeRateEntry(Sourced):
    currency: CurrencyCode
    nok: Positive
    on: Date


class UnknownRate(Model):
    """A currency in use whose rate was not found in any source."""

    currency: CurrencyCode
    note: Text


class ExchangeFile(DataFile):
    schema_: Literal["utveksling.exchange_rates/1"] = Field(alias="schema")
    rates: list[ExchangeRateEntry]
    unknown: list[UnknownRate] = []
