"""`funding_rates.yaml`: dated parameters of Lånekassen, Erasmus+, NTNU, Nordplus and SEMP."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    CountryCode,
    DataFile,
    DottedId,
    Model,
    NonNegative,
    Period,
    Sourced,
    Text,
    check_periods,
)

Unit = Literal[
    "NOK",
    "NOK/month",
    "NOK/year",
    "NOK/two return trips",
    "EUR",
    "EUR/month",
    "EUR/day",
    "CHF/month",
    "share",
    "months",
    "days",
    "ECTS",
    "weeks",
    "month number",
    "km",
    "times",
]


class RateValue(Period, Sourced):
    """One value of one parameter in one period. No `value` means: from this day on, unknown."""

    value: NonNegative | None = None


class Rate(Model):
    id: DottedId
    title: Text
    unit: Unit
    rule: Text
    values: Annotated[list[RateValue], Field(min_length=1)]

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> Rate:
        check_periods(self.values)
        return self


class CountrySetValue(Period, Sourced):
    countries: Annotated[list[CountryCode], Field(min_length=1)]


class CountrySet(Model):
    """Countries that a rule names, dated like a rate."""

    id: DottedId
    title: Text
    rule: Text
    values: Annotated[list[CountrySetValue], Field(min_length=1)]

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> CountrySet:
        check_periods(self.values)
        return self


class FundingFile(DataFile):
    schema_: Literal["utveksling.funding_rates/1"] = Field(alias="schema")
    rates: list[Rate]
    country_sets: list[CountrySet]
