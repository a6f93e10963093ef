"""`language_tests.yaml`: language tests with their scales and levels, and what is known of taking one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    Confidence,
    CurrencyCode,
    DataFile,
    Date,
    Flag,
    LanguageCode,
    Model,
    NonNegative,
    Positive,
    Sourced,
    Text,
    TextPattern,
    Whole,
    _fail,
)

TestId = Annotated[str, TextPattern(r"[a-z][a-z0-9_]*", "en id med små bokstaver, tall og understrek")]
ScaleId = Annotated[str, TextPattern(r"[a-z0-9]+(_[a-z0-9]+)*", "en id med små bokstaver, tall og understrek")]


class Levels(Sourced):
    """The lowest score that the source puts at each level."""

    A1: NonNegative | None = None
    A2: NonNegative | None = None
    B1: NonNegative | None = None
    B2: NonNegative | None = None
    C1: NonNegative | None = None
    C2: NonNegative | None = None
    confidence: Confidence

    @model_validator(mode="after")
    def _a_higher_level_takes_a_higher_score(self) -> Levels:
        known = [score for score in (self.A1, self.A2, self.B1, self.B2, self.C1, self.C2) if score is not None]
        if not known or known != sorted(set(known)):
            raise _fail("hvert nivå skal ha høyere poeng enn nivået under, og minst ett skal være kjent")
        return self


class Band(Model):
    """A score, and the range on the other scale that it stands for."""

    score: NonNegative
    low: NonNegative
    high: NonNegative


class Comparable(Sourced):
    """What scores are worth on another scale of the test, and until when reports print that score too."""

    scale: ScaleId
    printed_until: Date | None = None
    bands: Annotated[list[Band], Field(min_length=1)]
    confidence: Confidence


class Scale(Sourced):
    """Scores in [from, until): the days on which a test that is marked on this scale was taken."""

    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    id: ScaleId
    name: Text
    lowest: NonNegative
    highest: Positive
    step: Positive
    confidence: Confidence
    levels: Levels | None = None
    comparable: Comparable | None = None


class Validity(Sourced):
    """How long a result counts from the day of the test; `unlimited` is for ever."""

    years: Annotated[Whole, Field(gt=0)] | None = None
    unlimited: Flag = False
    confidence: Confidence

    @model_validator(mode="after")
    def _says_how_long(self) -> Validity:
        if (self.years is None) != self.unlimited:
            raise _fail("skal ha enten years eller unlimited: true")
        return self


class ResultTime(Sourced):
    """The most days from the test to its result."""

    days: Annotated[Whole, Field(gt=0)]
    confidence: Confidence


class Price(Sourced):
    amount: Positive
    currency: CurrencyCode
    year: Whole | None = None
    confidence: Confidence


class LanguageTest(Model):
    """A part that is missing is unknown. A test without scales is marked with CEFR levels."""

    id: TestId
    name: Text
    language: LanguageCode
    scales: list[Scale] = []
    validity: Validity | None = None
    results: ResultTime | None = None
    prices: list[Price] = []


class Advice(Sourced):
    """Something that holds for language tests as such, in a sentence."""

    id: TestId
    text: Text
    confidence: Confidence


class Margin(Sourced):
    """Days to spare between a result and the deadline that needs it."""

    days: Annotated[Whole, Field(ge=0)]


class LanguageTestsFile(DataFile):
    schema_: Literal["utveksling.language_tests/1"] = Field(alias="schema")
    margin: Margin
    advice: list[Advice] = []
    tests: list[LanguageTest]
