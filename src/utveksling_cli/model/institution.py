"""A host institution and what is known of NTNU's agreements with it.

NamedTuples and not dataclasses: they are as frozen, and five times cheaper to define at start-up.
Codes such as `list_only` are the data files' own; the Norwegian words live in `render`.
"""

from typing import NamedTuple


class Agreement(NamedTuple):
    """One kind of agreement; `inferred` when it was deduced and not read in a source."""

    type: str
    inferred: bool
    scope: str | None


class SubjectArea(NamedTuple):
    """An ISCED-F 2013 code, words, or both."""

    isced_f: str | None
    text: str | None
    inferred: bool


class StudyLevel(NamedTuple):
    level: str
    inferred: bool


class LanguageRequirement(NamedTuple):
    """A host's minimum in one language; `text` tells all that the source says.

    `applies` is `always`, `courses` (to courses taught in the language) or `alternative` (may stand in for the
    others). `proof` is `none` when the host asks for no document, `home_statement` when it takes one from NTNU.
    """

    language: str
    cefr: str | None
    ielts: str | None
    toefl_ibt: int | None
    duolingo: int | None
    level: str | None
    text: str
    confidence: str
    source: str | None
    verified_on: str
    cambridge: int | None = None
    upper_secondary_grade: int | None = None
    upper_secondary_max_age_years: int | None = None
    applies: str = "always"
    proof: str | None = None
    certificate_max_age_years: int | None = None


class GradeMinimum(NamedTuple):
    """The lowest average as a letter of the scale A–F."""

    letter: str
    confidence: str
    source: str
    verified_on: str


class CreditsMinimum(NamedTuple):
    """Credits (ECTS) that must be completed before the stay, by the host's own rule."""

    ects: int
    confidence: str
    source: str
    verified_on: str


class HostDay(NamedTuple):
    """`year_offset` counts from the calendar year in which the stay begins."""

    month: int
    day: int
    year_offset: int


class ApplicationWindow(NamedTuple):
    """The last days of a host for NTNU's nomination and for the student's own application; `season` as in terms."""

    season: str
    nomination: HostDay | None
    application: HostDay | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class TuitionPrice(NamedTuple):
    """`amount` is decimal text; `per` is `semester`, `quarter` or `year`."""

    amount: str
    currency: str
    per: str
    year: int | None
    note: str | None
    source: str


class Tuition(NamedTuple):
    """`waived` is `yes`, `partly`, `no` or `unknown`."""

    waived: str
    note: str
    source: str | None
    price: TuitionPrice | None


class ProgrammeReports(NamedTuple):
    programme: str
    number: int
    latest_year: int


class Reports(NamedTuple):
    """Reports by NTNU students; `latest_year` is when the newest reported stay began."""

    total: int
    latest_year: int
    latest_report_id: int
    programmes: tuple[ProgrammeReports, ...]


class Decisions(NamedTuple):
    """How many earlier decisions on the host's courses there are, by outcome."""

    total: int
    approved: int
    conditional: int
    rejected: int
    unknown: int
    latest: str | None


class Institution(NamedTuple):
    id: str
    name: str
    local_name: str | None
    aliases: tuple[str, ...]
    country: str
    city: str
    lat: str
    lon: str
    location_basis: str
    domain: str | None
    erasmus_code: str | None
    erasmus_code_basis: str | None
    evidence: str
    basis: tuple[str, ...]
    confidence: str
    source: str | None
    source_note: str | None
    verified_on: str
    agreements: tuple[Agreement, ...]
    subject_areas: tuple[SubjectArea, ...]
    levels: tuple[StudyLevel, ...]
    teaching_languages: tuple[str, ...]
    language_requirements: tuple[LanguageRequirement, ...]
    tuition: Tuition | None
    grade_requirement: str | None
    restrictions: str | None
    places_note: str | None
    notes: tuple[str, ...]
    reports: Reports | None
    decisions: Decisions | None
    grade_minimum: GradeMinimum | None = None
    credits_minimum: CreditsMinimum | None = None
    application_windows: tuple[ApplicationWindow, ...] = ()
