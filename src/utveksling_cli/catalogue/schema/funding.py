"""`funding_rates.yaml`: dated parameters of Lånekassen, Erasmus+, NTNU, Nordplus and SEMP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.agreements import AgreementType
from utveksling_cli.catalogue.schema.common import (
    CountryCode,
    DataFile,
    DottedId,
    LanguageCode,
    Model,
    NonNegative,
    Period,
    Sourced,
    Text,
    check_periods,
)
from utveksling_cli.model.rate import AGREEMENTS, COUNTRIES, LANGUAGES

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

    @property
    def codes(self) -> list[str]:
        return self.countries


class AgreementSetValue(Period, Sourced):
    agreements: Annotated[list[AgreementType], Field(min_length=1)]

    @property
    def codes(self) -> list[str]:
        return list(self.agreements)


class LanguageSetValue(Period, Sourced):
    languages: Annotated[list[LanguageCode], Field(min_length=1)]

    @property
    def codes(self) -> list[str]:
        return self.languages


_Value = TypeVar("_Value", CountrySetValue, AgreementSetValue, LanguageSetValue)


class DatedSet(Model, Generic[_Value]):
    """What a rule names, dated like a rate."""

    id: DottedId
    title: Text
    rule: Text
    values: Annotated[list[_Value], Field(min_length=1)]

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> DatedSet[_Value]:
        check_periods(self.values)
        return self


class CountrySet(DatedSet[CountrySetValue]):
    """Countries that a rule names."""


class AgreementSet(DatedSet[AgreementSetValue]):
    """Kinds of agreement that a rule names."""


class LanguageSet(DatedSet[LanguageSetValue]):
    """Languages that a rule names."""


AnySet = CountrySet | AgreementSet | LanguageSet


class FundingFile(DataFile):
    schema_: Literal["utveksling.funding_rates/1"] = Field(alias="schema")
    rates: list[Rate]
    country_sets: list[CountrySet]
    agreement_sets: list[AgreementSet]
    language_sets: list[LanguageSet]

    def sets(self) -> Iterator[tuple[str, AnySet]]:
        """Every set with what its codes are, in the order of the file."""
        for kind, entries in (
            (COUNTRIES, self.country_sets),
            (AGREEMENTS, self.agreement_sets),
            (LANGUAGES, self.language_sets),
        ):
            for entry in entries:
                yield kind, entry
