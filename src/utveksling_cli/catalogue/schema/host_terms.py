"""What a host asks of those who come: languages, grades and credits, and when it takes applications."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    CefrLevel,
    Confidence,
    Date,
    LanguageCode,
    Level,
    Model,
    Positive,
    Sourced,
    Text,
    Url,
    Whole,
    _fail,
)

PositiveWhole = Annotated[Whole, Field(gt=0)]


class LanguageRequirement(Model):
    """A host's minimum in one language. Only what the source says is filled in; `text` tells all of it."""

    language: LanguageCode
    cefr: CefrLevel | None = None
    ielts: Positive | None = None
    toefl_ibt: Whole | None = None
    cambridge: Whole | None = None
    duolingo: Whole | None = None
    level: Level | None = None
    applies: Literal["always", "courses", "alternative"] = "always"
    proof: Literal["none", "home_statement"] | None = None
    certificate_max_age_years: PositiveWhole | None = None
    upper_secondary_grade: Whole | None = None
    upper_secondary_max_age_years: Whole | None = None
    text: Text
    confidence: Confidence
    source: Url | None = None
    verified_on: Date


class GradeMinimum(Model):
    """The lowest average as a letter of the scale A–F; an average on another scale stands in words only."""

    letter: Literal["A", "B", "C", "D", "E"]
    confidence: Confidence
    source: Url
    verified_on: Date


class CreditsMinimum(Model):
    """Credits that the host wants completed before the stay, when it wants more than NTNU does."""

    ects: PositiveWhole
    confidence: Confidence
    source: Url
    verified_on: Date


class HostDay(Model):
    """A day of each year; `year_offset` counts from the calendar year in which the stay begins."""

    month: Annotated[Whole, Field(ge=1, le=12)]
    day: Annotated[Whole, Field(ge=1, le=31)]
    year_offset: Annotated[Whole, Field(ge=-2, le=1)] = 0


class ApplicationWindow(Sourced):
    """The last days for NTNU's nomination and for the student's own application to the host."""

    season: Literal["autumn", "spring"]
    nomination: HostDay | None = None
    application: HostDay | None = None
    confidence: Confidence

    @model_validator(mode="after")
    def _names_a_day(self) -> ApplicationWindow:
        if self.nomination is None and self.application is None:
            raise _fail("skal ha nomination, application eller begge")
        return self
