"""`exchange_rates.yaml`: a dated snapshot of what one unit of a currency costs in NOK."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    CurrencyCode,
    DataFile,
    Date,
    Model,
    Period,
    Positive,
    Sourced,
    Text,
    _fail,
)


class Swing(Period):
    """The lowest and the highest daily rate of a period that has ended, and the first day of each."""

    until: Date
    low: Positive
    low_on: Date
    high: Positive
    high_on: Date

    @model_validator(mode="after")
    def _seen_within_the_period(self) -> Swing:
        if self.low > self.high:
            raise _fail("low er større enn high")
        for day in (self.low_on, self.high_on):
            if not self.from_ <= day < self.until:
                raise _fail("{day} er utenfor perioden", day=str(day))
        return self


class ExchangeRateEntry(Sourced):
    currency: CurrencyCode
    nok: Positive
    on: Date
    swing: Swing | None = None

    @model_validator(mode="after")
    def _within_its_swing(self) -> ExchangeRateEntry:
        swing = self.swing
        if swing and swing.from_ <= self.on < swing.until and not swing.low <= self.nok <= swing.high:
            raise _fail("kursen er utenfor swing")
        return self


class UnknownRate(Model):
    """A currency in use whose rate was not found in any source."""

    currency: CurrencyCode
    note: Text


class ExchangeFile(DataFile):
    schema_: Literal["utveksling.exchange_rates/1"] = Field(alias="schema")
    rates: list[ExchangeRateEntry]
    unknown: list[UnknownRate] = []
