"""Field types that all data files share.

The YAML reader hands over text only (no implicit booleans, dates or numbers), so every type here
reads text and says in Norwegian what it wants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema

# Digits are 0-9 and nothing else: \d would take in those of every script. A zero in front is octal to other readers.
_WHOLE = r"-?(?:0|[1-9][0-9]{0,14})"
_NUMBER = _WHOLE + r"(?:\.[0-9]{1,10})?"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
# What the reader of YAML lets through is seen or is space.
_SOMETHING = r"(?s).*\S.*"
_JSON_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}


def _fail(text: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError("utveksling", text, values)


@dataclass(frozen=True)
class TextPattern:
    """Text that matches a pattern from end to end; `wanted` says in Norwegian what that is."""

    pattern: str
    wanted: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        text = core_schema.str_schema(strict=True, pattern=f"^(?:{self.pattern})$")
        return core_schema.custom_error_schema(
            text,
            custom_error_type="utveksling",
            custom_error_message="skal være {wanted}",
            custom_error_context={"wanted": self.wanted},
        )

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "description": self.wanted}


@dataclass(frozen=True)
class Written:
    """A value that is written as text of a pattern. Pydantic's core reads both, several times as fast as Python."""

    pattern: str
    wanted: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        text = TextPattern(self.pattern, self.wanted).__get_pydantic_core_schema__(source, handler)
        return core_schema.chain_schema([text, handler(source)])


@dataclass(frozen=True)
class JsonType:
    """What an editor sees of a type that is text to us, with the bounds that stand around it."""

    name: str

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        inner = handler(schema)
        return {"type": self.name} | {_JSON_BOUNDS[key]: inner[key] for key in _JSON_BOUNDS if key in inner}


Text = Annotated[str, TextPattern(_SOMETHING, "tekst, ikke tomt"), WithJsonSchema({"type": "string", "minLength": 1})]
Number = Annotated[
    Decimal,
    Written(_NUMBER, "et tall med punktum som desimaltegn, for eksempel 13790 eller 0.40"),
    PlainSerializer(str),
    JsonType("number"),
]
Whole = Annotated[int, Written(_WHOLE, "et heltall"), JsonType("integer")]
Date = Annotated[
    date,
    Written(_DATE, "en dato på formen 2026-11-23"),
    PlainSerializer(date.isoformat),
    WithJsonSchema({"type": "string", "format": "date", "description": "en dato på formen 2026-11-23"}),
]
Flag = Annotated[bool, Written("true|false", "true eller false"), WithJsonSchema({"type": "boolean"})]
Slug = Annotated[str, TextPattern(r"[a-z0-9]+(-[a-z0-9]+)*", "en id med små bokstaver, tall og bindestrek")]
DottedId = Annotated[
    str, TextPattern(r"[a-z0-9_]+(\.[a-z0-9_]+)+", "en id med punktum, for eksempel lanekassen.basislan")
]
CountryCode = Annotated[str, TextPattern(r"[A-Z]{2}", "en landkode med to store bokstaver (ISO 3166), for eksempel NO")]
CurrencyCode = Annotated[
    str, TextPattern(r"[A-Z]{3}", "en valutakode med tre store bokstaver (ISO 4217), for eksempel EUR")
]
LanguageCode = Annotated[
    str, TextPattern(r"[a-z]{2}", "en språkkode med to små bokstaver (ISO 639-1), for eksempel en")
]
Url = Annotated[str, TextPattern(r'https?://[^\s<>"]+', "en nettadresse som begynner med https:// eller http://")]

Status = Literal["official", "reported", "estimate"]
Confidence = Literal["high", "medium", "low"]
CefrLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
Level = Literal["bachelor", "master", "phd"]


class Model(BaseModel):
    """A map in a data file; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(Model):
    """A half-open period [from, until); no `until` means that no end is known."""

    from_: Date = Field(alias="from")
    until: Date | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Period:
        if self.until is not None and self.until <= self.from_:
            raise _fail("perioden slutter før den begynner")
        return self


def check_periods(values: Sequence[Period]) -> None:
    """The periods of one parameter follow each other; raises where one begins before the last has ended."""
    for earlier, later in pairwise(values):
        if earlier.until is None or later.from_ < earlier.until:
            raise _fail("perioden fra {later} overlapper den før; sett until på den eldre", later=str(later.from_))


class Sourced(Model):
    """What stands behind a fact. A fact without `source` is shown as such everywhere."""

    status: Status
    source: Url | None = None
    verified_on: Date
    note: Text | None = None

    @model_validator(mode="after")
    def _a_stated_fact_names_its_source(self) -> Sourced:
        if self.status != "estimate" and self.source is None:
            raise _fail("status {status} krever source; uten kilde er det et anslag (estimate)", status=self.status)
        return self


class DataFile(Model):
    """The head that every data file carries."""

    schema_: Text = Field(alias="schema")
    data_version: Date


NonNegative = Annotated[Number, Field(ge=0)]
Positive = Annotated[Number, Field(gt=0)]
