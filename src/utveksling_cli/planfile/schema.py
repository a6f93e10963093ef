"""The plan file's keys and what may stand in them; `docs/plan.md` explains each of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from utveksling_cli.catalogue.schema.common import (
    Date,
    Flag,
    LanguageCode,
    Level,
    Model,
    NonNegative,
    Number,
    Slug,
    Text,
    TextPattern,
    Whole,
)
from utveksling_cli.model.course import NTNU_CODE
from utveksling_cli.model.plan import MOST_HOSTS
from utveksling_cli.planfile.courses import CourseEntry, distinct

KindId = Annotated[str, TextPattern(r"[a-z0-9]+(_[a-z0-9]+)*", "en id med små bokstaver, for eksempel ielts")]
RefId = Annotated[str, TextPattern(r"[a-z0-9]+([-_.:/][a-z0-9]+)*", "en id med små bokstaver, tall og bindestrek")]
SemesterName = Annotated[str, TextPattern(r"[HV](19|2[0-9])[0-9]{2}", "et semester, for eksempel H2027 eller V2028")]
NtnuCode = Annotated[str, TextPattern(NTNU_CODE, "en emnekode ved NTNU, for eksempel TDT4100")]
YearCredits = Annotated[Number, Field(gt=0, le=1000)]


def _fail(text: str) -> PydanticCustomError:
    return PydanticCustomError("utveksling", text)


class ProfileEntry(Model):
    programme: Text | None = None
    level: Level | None = None
    campus: Literal["trondheim", "gjovik", "alesund"] | None = None
    credits_completed: Annotated[Number, Field(ge=0, le=1000)] | None = None
    grade_average: Annotated[Number, Field(ge=1, le=5)] | None = None
    citizenship: Literal["norwegian", "nordic", "eu_eea", "other"] | None = None
    earlier_erasmus_months: Annotated[Number, Field(ge=0, le=36)] | None = None
    had_ntnu_grant: Flag | None = None
    completed_courses: list[NtnuCode] | None = None
    asks_reading_list: Flag | None = None


class LanguageEntry(Model):
    language: LanguageCode
    kind: KindId
    score: Text
    date: Date | None = None
    year: Annotated[Whole, Field(ge=1950, le=2999)] | None = None

    @model_validator(mode="after")
    def _is_dated_once(self) -> LanguageEntry:
        if self.date is not None and self.year is not None:
            raise _fail("oppgi bare ett av date og year")
        return self


def _once(values: list[str] | None) -> list[str] | None:
    if values is not None and len(set(values)) < len(values):
        raise _fail("det samme lærestedet står to ganger")
    return values


class StayEntry(Model):
    semester: SemesterName | None = None
    study_year: Flag | None = None
    months: Annotated[Whole, Field(ge=1, le=12)] | None = None
    first_day: Date | None = None
    last_day: Date | None = None
    type: Literal["exchange", "traineeship", "freemover"] | None = None
    hosts: list[Slug] | None = None

    @field_validator("hosts")
    @classmethod
    def _are_three_at_most(cls, hosts: list[str] | None) -> list[str] | None:
        if hosts is not None and len(hosts) > MOST_HOSTS:
            raise _fail(f"høyst {MOST_HOSTS} læresteder; sett resten i favourites")
        return _once(hosts)

    @model_validator(mode="after")
    def _is_possible(self) -> StayEntry:
        if self.last_day is not None and self.first_day is None:
            raise _fail("last_day trenger first_day")
        if self.last_day is not None and self.first_day is not None and self.last_day < self.first_day:
            raise _fail("last_day er før first_day")
        if self.study_year and self.semester is not None and self.semester.startswith("V"):
            raise _fail("et studieår begynner om høsten; skriv høstsemesteret i semester")
        return self


class WeightsEntry(Model):
    """The names are those that `sammenlign --vekt` takes."""

    language: NonNegative | None = Field(default=None, alias="språk")
    economy: NonNegative | None = Field(default=None, alias="økonomi")
    academic: NonNegative | None = Field(default=None, alias="faglig")
    social: NonNegative | None = Field(default=None, alias="sosialt")
    semester_length: NonNegative | None = Field(default=None, alias="semesterlengde")
    climate: NonNegative | None = Field(default=None, alias="klima")
    culture: NonNegative | None = Field(default=None, alias="kultur")


class BudgetEntry(Model):
    """Text as `budsjett` takes it on the command line; that command judges it."""

    tuition: Text | None = None
    living: Text | None = None
    rent: Text | None = None
    savings: Text | None = None
    work: Text | None = None
    costs: list[Text] | None = None
    exchange_rates: list[Text] | None = None
    rates: list[Text] | None = None
    payout: Text | None = None
    scheme: Text | None = None
    home: Text | None = None
    language_weeks: Text | None = None
    without_loan: Flag | None = None
    with_parents: Flag | None = None
    extended_grant: Flag | None = None
    fewer_opportunities: Flag | None = None
    green: Flag | None = None


class StepEntry(Model):
    done: Date | None = None
    note: Text | None = None


class PlanFile(Model):
    """Each part may be left out, or be there with nothing in it."""

    schema_: Text = Field(alias="schema")
    profile: ProfileEntry | None = None
    languages: list[LanguageEntry] | None = None
    stay: StayEntry | None = None
    favourites: list[Slug] | None = None
    weights: WeightsEntry | None = None
    budget: BudgetEntry | None = None
    courses: list[CourseEntry] | None = None
    year_credits: dict[Slug, YearCredits] | None = None
    steps: dict[RefId, StepEntry | None] | None = None
    exceptions: dict[RefId, Text] | None = None

    @field_validator("favourites")
    @classmethod
    def _stand_once(cls, favourites: list[str] | None) -> list[str] | None:
        return _once(favourites)

    @field_validator("courses")
    @classmethod
    def _are_distinct(cls, courses: list[CourseEntry] | None) -> list[CourseEntry] | None:
        return distinct(courses)
