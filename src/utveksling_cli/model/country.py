"""A country: names, currency, funding region, terms and what a month there costs."""

from typing import NamedTuple

MORE_THAN, AT_LEAST, LESS_THAN, AT_MOST = "more_than", "at_least", "less_than", "at_most"


class CostPart(NamedTuple):
    """A figure or a range, in the currency of the whole.

    `kind` is `rent`, `food`, `transport`, `utilities`, `phone`, `medical` or `other`.
    """

    kind: str
    amount: str | None
    low: str | None
    high: str | None


class StayLength(NamedTuple):
    """How long a stay is for something to hold: `unit` is `months` or `days`."""

    rule: str
    number: int
    unit: str


class Cost(NamedTuple):
    """A figure or a range in `currency` with what stands behind it; neither means unknown.

    `kind` is `living` for a month's living or the kind of a one-off cost; `scope` is a place or a title.
    Only a month's living has `parts`, which need not make up the whole, and `cities`, written as hosts
    write theirs, where it stands in for the country's planning figure.
    """

    kind: str
    scope: str
    currency: str | None
    amount: str | None
    low: str | None
    high: str | None
    per: str
    year: int | None
    condition: str | None
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None
    parts: tuple[CostPart, ...] = ()
    cities: tuple[str, ...] = ()
    stay_length: StayLength | None = None


class Term(NamedTuple):
    """The host country's semester that stands for NTNU's `autumn` or `spring`; months are 1–12."""

    season: str
    scope: str | None
    start_month: int
    end_month: int
    text: str
    typical: bool
    status: str
    source: str | None
    verified_on: str


class VisaTime(NamedTuple):
    """How long before the stay a visa is applied for: `months` and `weeks` together; neither when only words tell."""

    months: int | None
    weeks: int | None
    text: str
    status: str
    confidence: str
    source: str | None
    verified_on: str
    note: str | None


class OfficialLanguages(NamedTuple):
    """ISO 639-1 codes of the languages that are official in the whole country."""

    codes: tuple[str, ...]
    status: str
    source: str | None
    verified_on: str


class Country(NamedTuple):
    code: str
    name: str
    name_en: str
    currency: str
    region: str
    planning_month: Cost | None
    living_costs: tuple[Cost, ...]
    one_off_costs: tuple[Cost, ...]
    terms: tuple[Term, ...]
    notes: tuple[str, ...]
    official_languages: OfficialLanguages | None = None
    visa_time: VisaTime | None = None
