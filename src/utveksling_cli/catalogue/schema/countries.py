"""`countries.yaml`: names, funding region, terms, and what it costs to live there."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    Confidence,
    CountryCode,
    CurrencyCode,
    DataFile,
    Flag,
    LanguageCode,
    Model,
    NonNegative,
    Positive,
    Slug,
    Sourced,
    Text,
    Whole,
    _fail,
)

Region = Literal["norden", "europa", "afrika", "asia", "nord_og_mellom_amerika", "sor_amerika", "oseania"]
MonthNumber = Annotated[Whole, Field(ge=1, le=12)]


_FIGURE_OR_RANGE = "skal ha enten amount eller både low og high"


def _check_figures(amount: Decimal | None, low: Decimal | None, high: Decimal | None) -> None:
    """A figure, a range or neither."""
    if (low is None) != (high is None) or (amount is not None and low is not None):
        raise _fail(_FIGURE_OR_RANGE)
    if low is not None and high is not None and low > high:
        raise _fail("low er større enn high")


def _require_figures(amount: Decimal | None, low: Decimal | None, high: Decimal | None) -> None:
    """A figure or a range."""
    if amount is None and low is None:
        raise _fail(_FIGURE_OR_RANGE)
    _check_figures(amount, low, high)


class Names(Model):
    nb: Text
    en: Text
    aliases: list[Text] = []


class CostPart(Model):
    """A figure or a range, in the currency of the cost that it is a part of."""

    amount: Positive | None = None
    low: Positive | None = None
    high: Positive | None = None

    @model_validator(mode="after")
    def _a_figure_or_a_range(self) -> CostPart:
        _require_figures(self.amount, self.low, self.high)
        return self


class CostParts(Model):
    """What the source says that a month's cost is made of; it need not be all of it."""

    rent: CostPart | None = None
    food: CostPart | None = None
    transport: CostPart | None = None
    utilities: CostPart | None = None
    phone: CostPart | None = None
    medical: CostPart | None = None
    other: CostPart | None = None

    def known(self) -> dict[str, CostPart]:
        """Those that the source has, by kind."""
        return {kind: part for kind in type(self).model_fields if (part := getattr(self, kind)) is not None}


class LivingCost(Sourced):
    """What one month costs, rent included unless `includes` says otherwise; a figure or a range.

    In `cities` a budget uses this figure instead of the country's `planning_month`.
    """

    scope: Text
    cities: list[Text] = []
    currency: CurrencyCode
    amount: Positive | None = None
    low: Positive | None = None
    high: Positive | None = None
    parts: CostParts | None = None
    year: Whole | None = None
    includes: Text | None = None
    confidence: Confidence

    @model_validator(mode="after")
    def _a_figure_or_a_range(self) -> LivingCost:
        _require_figures(self.amount, self.low, self.high)
        return self

    @model_validator(mode="after")
    def _the_parts_are_within_the_whole(self) -> LivingCost:
        least = sum(part.amount or part.low or 0 for part in self.parts.known().values()) if self.parts else 0
        if least > (self.amount or self.high or 0):
            raise _fail("delene er minst {least} til sammen, mer enn hele beløpet", least=str(least))
        return self


class PlanningCost(Sourced):
    """The one monthly figure that a budget uses for the country."""

    amount: Positive
    currency: CurrencyCode
    confidence: Confidence


class StayLength(Model):
    """How long a stay is for a cost to hold."""

    rule: Literal["more_than", "at_least", "less_than", "at_most"]
    number: Annotated[Whole, Field(gt=0)]
    unit: Literal["months", "days"]


class OneOffCost(Sourced):
    """Visa, permits, insurance, fees and flights. No amount at all means that it is unknown."""

    kind: Literal[
        "flight_return",
        "visa",
        "residence_permit",
        "health_insurance",
        "semester_fee",
        "host_fee",
        "other",
    ]
    title: Text
    currency: CurrencyCode | None = None
    amount: NonNegative | None = None
    low: NonNegative | None = None
    high: NonNegative | None = None
    per: Literal["once", "month", "quarter", "semester", "half_year", "year"] = "once"
    year: Whole | None = None
    only_if: Text | None = None
    stay_length: StayLength | None = None
    confidence: Confidence

    @model_validator(mode="after")
    def _a_length_is_told(self) -> OneOffCost:
        if self.stay_length is not None and self.only_if is None:
            raise _fail("stay_length krever only_if, som sier det samme med ord")
        return self

    @model_validator(mode="after")
    def _a_figure_has_a_currency(self) -> OneOffCost:
        _check_figures(self.amount, self.low, self.high)
        if self.currency is None and (self.amount is not None or self.low is not None):
            raise _fail("beløpet mangler currency")
        return self


class Term(Sourced):
    """The months of the host country's semester that matches NTNU's autumn or spring."""

    scope: Text | None = None
    season: Literal["autumn", "spring"]
    start_month: MonthNumber
    end_month: MonthNumber
    text: Text
    typical: Flag = False
    confidence: Confidence


class VisaTime(Sourced):
    """How long before the stay a student visa is applied for. Without `months` and `weeks` only `text` tells of it."""

    months: Annotated[Whole, Field(ge=1, le=12)] | None = None
    weeks: Annotated[Whole, Field(ge=1, le=52)] | None = None
    text: Text
    confidence: Confidence


class OfficialLanguages(Sourced):
    """Those that are official in the whole country and have an ISO 639-1 code."""

    codes: Annotated[list[LanguageCode], Field(min_length=1)]


class FreeMovement(Sourced):
    """The countries where citizens of `citizens` may live and study without a visa or a permit."""

    id: Slug
    citizens: Annotated[list[Literal["norwegian", "nordic", "eu_eea", "other"]], Field(min_length=1)]
    countries: Annotated[list[CountryCode], Field(min_length=1)]


class Country(Model):
    code: CountryCode
    names: Names
    currency: CurrencyCode
    lanekassen_region: Region
    living_costs: list[LivingCost] = []
    planning_month: PlanningCost | None = None
    one_off_costs: list[OneOffCost] = []
    terms: list[Term] = []
    official_languages: OfficialLanguages | None = None
    visa_time: VisaTime | None = None
    notes: list[Text] = []


class CountriesFile(DataFile):
    schema_: Literal["utveksling.countries/1"] = Field(alias="schema")
    free_movement: list[FreeMovement]
    countries: list[Country]
