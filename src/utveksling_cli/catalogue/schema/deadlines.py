"""`deadlines.yaml`: recurring deadlines, as a rule that gives a date for each semester, and whom they bind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    Confidence,
    CountryCode,
    DataFile,
    DottedId,
    Model,
    Period,
    Sourced,
    Text,
    Whole,
    check_periods,
)


class DayRule(Period, Sourced):
    """Month and day; `year_offset` counts from the calendar year in which the stay begins."""

    month: Annotated[Whole, Field(ge=1, le=12)]
    day: Annotated[Whole, Field(ge=1, le=31)]
    year_offset: Annotated[Whole, Field(ge=-2, le=1)]
    confidence: Confidence


class Deadline(Model):
    """`countries` are bound for certain; in `some_hosts_in` only some hosts are, and which is unknown.

    Neither given: everyone is bound, but for `except_countries` and the country sets of
    `funding_rates.yaml` that `except_country_sets` names.
    """

    id: DottedId
    title: Text
    kind: Literal["ntnu_main", "ntnu_early", "lanekassen_opens", "lanekassen", "grant_proof"]
    season: Literal["autumn", "spring"]
    applies_to: Text
    countries: list[CountryCode] = []
    some_hosts_in: list[CountryCode] = []
    except_countries: list[CountryCode] = []
    except_country_sets: list[DottedId] = []
    approximate: Literal["mid_month"] | None = None
    values: Annotated[list[DayRule], Field(min_length=1)]

    @model_validator(mode="after")
    def _periods_follow_each_other(self) -> Deadline:
        check_periods(self.values)
        return self


class DeadlinesFile(DataFile):
    schema_: Literal["utveksling.deadlines/1"] = Field(alias="schema")
    deadlines: list[Deadline]
