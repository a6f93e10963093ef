"""`credit_systems.yaml`: what a host's credits and first-year courses count for, and NTNU courses with new codes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    Confidence,
    CountryCode,
    DataFile,
    Date,
    Positive,
    Slug,
    Sourced,
    Text,
    TextPattern,
    _fail,
)

CourseCode = Annotated[str, TextPattern(r"[A-ZÆØÅ]{2,5}[0-9]{3,4}", "en emnekode ved NTNU, for eksempel TDT4171")]


class Norm(Sourced):
    """Credits of a full year, or from `credits` to `credits_at_most` where the source gives both.

    `institution` is a host of the facts and `host` the name of another; without either it holds for the countries.
    """

    id: Slug
    institution: Slug | None = None
    host: Text | None = None
    countries: Annotated[list[CountryCode], Field(min_length=1)]
    level: Literal["bachelor", "master"] | None = None
    field: Text | None = None
    credits: Positive
    credits_at_most: Positive | None = None
    unit: Text | None = None
    basis: Literal["ntnu_table", "stated_equivalence", "full_time_load"]
    confidence: Confidence

    @model_validator(mode="after")
    def _is_one_thing(self) -> Norm:
        if self.institution and self.host:
            raise _fail("skal ha bare ett av institution og host")
        if self.credits_at_most is not None and self.credits_at_most <= self.credits:
            raise _fail("credits_at_most skal være større enn credits")
        return self


class ReplacedCourse(Sourced):
    """An NTNU course that is no longer taught under its code."""

    code: CourseCode
    replaced_by: CourseCode | None = None
    ended: Date


class FirstYearCourses(Sourced):
    """A country whose first-year courses do not count; `text` goes on after «… er et førsteårsemne, og»."""

    code: CountryCode
    problem: Literal["course.first_year", "course.first_year_argentina"]
    text: Text


class CreditSystemsFile(DataFile):
    schema_: Literal["utveksling.credit_systems/1"] = Field(alias="schema")
    norms: list[Norm]
    replaced_courses: list[ReplacedCourse] = []
    first_year_courses: list[FirstYearCourses]
