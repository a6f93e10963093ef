"""`process.yaml`: the steps from the idea to recognised courses, and the rules that date them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    Confidence,
    DataFile,
    Flag,
    Model,
    Slug,
    Sourced,
    Text,
    TextPattern,
    Url,
    Whole,
    _fail,
)

Email = Annotated[str, TextPattern(r"[a-z0-9.-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", "en e-postadresse med små bokstaver")]
StayType = Literal["exchange", "traineeship", "freemover"]


class Contact(Sourced):
    """Whom to ask: an office or a role, never a person by name."""

    id: Slug
    name: Text
    email: Email | None = None
    link: Url | None = None
    confidence: Confidence


class DateRule(Sourced):
    """A date counted from `anchor`, or `month` and `day` with `year_offset` from the year in which the stay begins."""

    role: Literal["opens", "by", "expected"]
    text: Text
    season: Literal["autumn", "spring"] | None = None
    anchor: (
        Literal[
            "ntnu_deadline",
            "ntnu_reply",
            "lanekassen_opens",
            "lanekassen_deadline",
            "grant_proof",
            "host_nomination",
            "host_application",
            "visa_application",
            "stay_begins",
            "stay_ends",
        ]
        | None
    ) = None
    months: Annotated[Whole, Field(ge=-24, le=24)] = 0
    days: Annotated[Whole, Field(ge=-400, le=400)] = 0
    month: Annotated[Whole, Field(ge=1, le=12)] | None = None
    day: Annotated[Whole, Field(ge=1, le=31)] | None = None
    year_offset: Annotated[Whole, Field(ge=-2, le=1)] = 0
    approximate: Flag = False
    confidence: Confidence

    @model_validator(mode="after")
    def _counts_from_one_thing(self) -> DateRule:
        fixed = self.month is not None and self.day is not None
        if (self.month is None) != (self.day is None) or fixed == (self.anchor is not None):
            raise _fail("skal ha enten anchor, eller month og day")
        return self


class Statement(Sourced):
    """What a page says, in our own words."""

    text: Text


class LeadTime(Sourced):
    """How long something takes or is done ahead; `text` is what the time is, where it stands in for a better one."""

    shortest: Annotated[Whole, Field(ge=1, le=52)] | None = None
    longest: Annotated[Whole, Field(ge=1, le=52)]
    unit: Literal["weeks", "months"]
    text: Text | None = None
    confidence: Confidence

    @model_validator(mode="after")
    def _is_told_whole(self) -> LeadTime:
        if self.shortest is not None and self.shortest >= self.longest:
            raise _fail("shortest skal være mindre enn longest")
        if self.status == "estimate" and self.text is None:
            raise _fail("text mangler; et anslag sier hva tida er")
        return self


class PlanDates(Model):
    """What the plan's own dates rest on, wherever the student goes."""

    pre_approval: Statement
    reply: LeadTime
    passport: LeadTime
    visa: LeadTime


class Variant(Model):
    """What is different for one type of stay."""

    stay: StayType
    text: Text


class Step(Sourced):
    """One step; `after` are the steps that must be done before it can be."""

    id: Slug
    title: Text
    phase: Literal["plan", "apply", "place", "prepare", "abroad", "home"]
    who: Annotated[list[Literal["student", "ntnu", "faculty", "host", "lanekassen"]], Field(min_length=1)]
    stays: list[StayType] = ["exchange", "traineeship", "freemover"]
    condition: Literal["visa", "erasmus", "on_need"] | None = None
    after: list[Slug] = []
    text: Text
    variants: list[Variant] = []
    documents: list[Text] = []
    when: Text
    dates: list[DateRule] = []
    link: Url | None = None
    contact: Slug | None = None
    confidence: Confidence


class Programme(Model):
    """A field of study that ENHANCE names, and words that a programme of that field is called by."""

    name: Text
    words: Annotated[list[Text], Field(min_length=1)]


class Enhance(Sourced):
    """What is said of ENHANCE to students of certain programmes."""

    text: Text
    programmes: Annotated[list[Programme], Field(min_length=1)]
    link: Url
    confidence: Confidence


class ProcessFile(DataFile):
    schema_: Literal["utveksling.process/1"] = Field(alias="schema")
    enhance: Enhance
    plan_dates: PlanDates
    contacts: list[Contact]
    steps: Annotated[list[Step], Field(min_length=1)]
