"""Host institutions and what is known of NTNU's agreements with them; `agreements.yaml` also has what is at home."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from utveksling_cli.catalogue.schema.common import (
    Confidence,
    CountryCode,
    CurrencyCode,
    DataFile,
    Date,
    DottedId,
    Flag,
    LanguageCode,
    Level,
    Model,
    NonNegative,
    Number,
    Positive,
    Slug,
    Sourced,
    Text,
    TextPattern,
    Url,
    Whole,
    _fail,
)
from utveksling_cli.catalogue.schema.host_terms import (
    ApplicationWindow,
    CreditsMinimum,
    GradeMinimum,
    LanguageRequirement,
)

# The default of a list: it can be hashed, and so Pydantic does not copy it for each of a million records.
_NO: Any = ()
Evidence = Literal["listed", "reported", "historical", "list_only", "courses_only"]
Basis = Literal["list_2024", "partner_or_network_page", "reports", "course_decisions", "portal_stays", "other_page"]
AgreementType = Literal[
    "erasmus",
    "enhance",
    "nordplus",
    "nordlys",
    "nordtek",
    "swiss_semp",
    "bilateral",
    "freemover",
    "unknown",
]
Isced = Annotated[str, TextPattern(r"[0-9]{2,4}", "en ISCED-F-kode med to til fire siffer, for eksempel 0613")]
ErasmusCode = Annotated[
    str, TextPattern(r"[A-Z]{1,3} {0,2}[A-Z-]+[0-9]{2,3}", "en Erasmus-kode, for eksempel «D  BERLIN02»")
]
Domain = Annotated[str, TextPattern(r"[a-z0-9-]+(\.[a-z0-9-]+)+", "et domene, for eksempel tu-berlin.de")]
Latitude = Annotated[Number, Field(ge=-90, le=90)]
Longitude = Annotated[Number, Field(ge=-180, le=180)]


class Location(Model):
    """Degrees north and east. `campus_or_town` was seen with a stay, `town_centre` is only the town."""

    lat: Latitude
    lon: Longitude
    basis: Literal["campus_or_town", "town_centre", "by_hand"]


class Agreement(Model):
    """One kind of agreement; `inferred` when it was deduced and not read in a source."""

    type: AgreementType
    inferred: Flag = False
    scope: Literal["general", "subject_specific"] | None = None


class SubjectArea(Model):
    """A field of study as an ISCED-F 2013 code, as words, or both."""

    isced_f: Isced | None = None
    text: Text | None = None
    inferred: Flag = False

    @model_validator(mode="after")
    def _says_something(self) -> SubjectArea:
        if self.isced_f is None and self.text is None:
            raise _fail("skal ha isced_f, text eller begge")
        return self


class StudyLevel(Model):
    level: Level
    inferred: Flag = False


class TuitionPrice(Model):
    amount: Positive
    currency: CurrencyCode
    per: Literal["semester", "quarter", "year"]
    year: Whole | None = None
    note: Text | None = None
    source: Url


class Tuition(Model):
    """Whether an exchange place is free of tuition. `unknown` means that NTNU's terms were not seen."""

    waived: Literal["yes", "partly", "no", "unknown"]
    note: Text
    source: Url | None = None
    price: TuitionPrice | None = None


class ProgrammeReports(Model):
    programme: Text
    count: Annotated[Whole, Field(gt=0)]
    latest_year: Whole


class Reports(Model):
    """Reports by NTNU students; `latest_year` is the year in which the newest reported stay began."""

    total: Annotated[Whole, Field(gt=0)]
    latest_year: Whole
    latest_report_id: Whole
    programmes: list[ProgrammeReports] = _NO


class Institution(Model):
    id: Slug
    name: Text
    local_name: Text | None = None
    aliases: list[Text] = _NO
    country: CountryCode
    city: Text
    location: Location
    domain: Domain | None = None
    erasmus_code: ErasmusCode | None = None
    erasmus_code_basis: Literal["eche_list", "eche_list_by_name", "other"] | None = None
    evidence: Evidence
    basis: list[Basis] = _NO
    confidence: Confidence
    source: Url | None = None
    source_note: Text | None = None
    verified_on: Date
    agreements: list[Agreement] = _NO
    subject_areas: list[SubjectArea] = _NO
    levels: list[StudyLevel] = _NO
    teaching_languages: list[LanguageCode] = _NO
    language_requirements: list[LanguageRequirement] = _NO
    tuition: Tuition | None = None
    grade_requirement: Text | None = None
    grade_minimum: GradeMinimum | None = None
    credits_minimum: CreditsMinimum | None = None
    application_windows: list[ApplicationWindow] = _NO
    restrictions: Text | None = None
    places_note: Text | None = None
    notes: list[Text] = _NO
    reports: Reports | None = None

    @model_validator(mode="after")
    def _a_list_copy_alone_is_list_only(self) -> Institution:
        if self.basis == ["list_2024"] and self.evidence != "list_only":
            raise _fail("evidence skal være list_only når list_2024 er alt som står bak")
        if self.evidence in ("listed", "list_only") and not self.basis:
            raise _fail("evidence {evidence} krever basis", evidence=self.evidence)
        return self


class Link(Model):
    """A page that every host's card points on to, such as NTNU's agreement portal."""

    id: DottedId
    title: Text
    url: Url
    verified_on: Date
    note: Text | None = None


class HomeTown(Model):
    """A town where NTNU is, and where a journey may begin."""

    id: Slug
    name: Text
    lat: Latitude
    lon: Longitude
    source: Url
    verified_on: Date


class HomeCost(Sourced):
    """What a student pays in Norway for the time abroad. No amount means that it is unknown."""

    id: DottedId
    title: Text
    currency: CurrencyCode | None = None
    amount: NonNegative | None = None
    per: Literal["once", "month", "semester", "year"] = "once"
    confidence: Confidence

    @model_validator(mode="after")
    def _a_figure_has_a_currency(self) -> HomeCost:
        if self.amount is not None and self.currency is None:
            raise _fail("beløpet mangler currency")
        return self


class AgreementsFile(DataFile):
    schema_: Literal["utveksling.agreements/1"] = Field(alias="schema")
    links: list[Link] = []
    home_towns: list[HomeTown]
    home_costs: list[HomeCost] = []
    institutions: list[Institution]


class InstitutionsFile(DataFile):
    """More hosts, in a file of their own beside `agreements.yaml`."""

    schema_: Literal["utveksling.institutions/1"] = Field(alias="schema")
    institutions: list[Institution]
