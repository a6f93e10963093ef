"""What must fit together within one data file, beyond what its schema can say of each record."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from utveksling_cli.catalogue.characters import shown
from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.process_rules import broken_process_rules
from utveksling_cli.catalogue.schema.agreements import AgreementsFile, InstitutionsFile
from utveksling_cli.catalogue.schema.common import DataFile
from utveksling_cli.catalogue.schema.countries import CountriesFile, Country
from utveksling_cli.catalogue.schema.credit_systems import CreditSystemsFile
from utveksling_cli.catalogue.schema.deadlines import DeadlinesFile
from utveksling_cli.catalogue.schema.exchange import ExchangeFile
from utveksling_cli.catalogue.schema.fields import FieldsFile
from utveksling_cli.catalogue.schema.funding import AnySet, FundingFile
from utveksling_cli.catalogue.schema.host_terms import ApplicationWindow
from utveksling_cli.catalogue.schema.language_tests import LanguageTestsFile, Scale
from utveksling_cli.catalogue.schema.places import PlacesFile
from utveksling_cli.catalogue.schema.process import ProcessFile
from utveksling_cli.catalogue.schema_keys import models_in
from utveksling_cli.model.home import DEFAULT_TOWN
from utveksling_cli.model.language import KNOWN_TESTS, MINIMUM_SCALES
from utveksling_cli.model.money import NOK
from utveksling_cli.model.words import spellings

_COMMON_YEAR = 2027
# Bounds of the units that have any: a share of 40 is a percentage written where a share belongs.
_WITHIN = {"share": (0, 1), "month number": (1, 12)}
Found = Iterator[tuple[KeyPath, str]]


def broken_rules(content: DataFile) -> Found:
    """Every contradiction in a file that its schema accepts: where, and a Norwegian sentence."""
    yield from _RULES[type(content)](content)
    yield from _dates(content, content.data_version, ())


def _twice(ids: Iterable[str], section: str, key: str) -> Found:
    seen: set[str] = set()
    for index, value in enumerate(ids):
        if value in seen:
            yield (section, index, key), f"{key} «{shown(value)}» er brukt før"
        seen.add(value)


def _agreements(file: AgreementsFile) -> Found:
    yield from _twice((town.id for town in file.home_towns), "home_towns", "id")
    yield from _twice((cost.id for cost in file.home_costs), "home_costs", "id")
    if DEFAULT_TOWN not in {town.id for town in file.home_towns}:
        yield ("home_towns",), f"byen {DEFAULT_TOWN} mangler; avstander regnes fra den når ingen annen er valgt"
    yield from _institutions(file)


def _institutions(file: AgreementsFile | InstitutionsFile) -> Found:
    yield from _twice((host.id for host in file.institutions), "institutions", "id")
    for index, host in enumerate(file.institutions):
        if host.reports and sum(row.count for row in host.reports.programmes) > host.reports.total:
            yield ("institutions", index, "reports", "total"), "programmene har flere rapporter til sammen enn total"
        yield from _windows(host.application_windows, ("institutions", index, "application_windows"))


def _windows(windows: list[ApplicationWindow], path: KeyPath) -> Found:
    """A host has one window for each season, and its days are days."""
    seen: set[str] = set()
    for place, window in enumerate(windows):
        if window.season in seen:
            yield (*path, place, "season"), f"bare én frist for {window.season} hos hvert lærested"
        seen.add(window.season)
        for key, day in (("nomination", window.nomination), ("application", window.application)):
            if day is not None and day.day > monthrange(_COMMON_YEAR, day.month)[1]:
                yield (*path, place, key, "day"), f"måned {day.month} har ikke {day.day} dager"


def _countries(file: CountriesFile) -> Found:
    yield from _twice((country.code for country in file.countries), "countries", "code")
    owners: dict[str, str] = {}
    for index, country in enumerate(file.countries):
        names = [country.code, country.names.nb, country.names.en, *country.names.aliases]
        for key in sorted({key for name in names for key in spellings(name)}):
            owner = owners.setdefault(key, country.code)
            if owner != country.code:
                yield ("countries", index, "names"), f"navnet «{shown(key)}» er brukt for {owner} før"
        typical: set[str] = set()
        for place, term in enumerate(country.terms):
            if term.typical and term.season in typical:
                yield ("countries", index, "terms", place), f"bare ett typisk semester for {term.season} i hvert land"
            if term.typical:
                typical.add(term.season)
        yield from _cities(country, ("countries", index))
    yield from _free_movement(file)


def _free_movement(file: CountriesFile) -> Found:
    yield from _twice((entry.id for entry in file.free_movement), "free_movement", "id")
    known = {country.code for country in file.countries}
    for index, entry in enumerate(file.free_movement):
        for place, code in enumerate(entry.countries):
            if code not in known:
                yield ("free_movement", index, "countries", place), f"landet {code} mangler i countries"


def _cities(country: Country, path: KeyPath) -> Found:
    """A city has one figure, so that a budget knows which to use."""
    seen: set[str] = set()
    for place, cost in enumerate(country.living_costs):
        for number, city in enumerate(cost.cities):
            if city in seen:
                yield (*path, "living_costs", place, "cities", number), f"{shown(city)} har et tall før"
            seen.add(city)


def _credits(file: CreditSystemsFile) -> Found:
    yield from _twice((norm.id for norm in file.norms), "norms", "id")
    yield from _twice((course.code for course in file.replaced_courses), "replaced_courses", "code")
    yield from _twice((entry.code for entry in file.first_year_courses), "first_year_courses", "code")
    for index, course in enumerate(file.replaced_courses):
        if course.replaced_by == course.code:
            yield ("replaced_courses", index, "replaced_by"), "et emne erstatter ikke seg selv"


def _deadlines(file: DeadlinesFile) -> Found:
    yield from _twice((rule.id for rule in file.deadlines), "deadlines", "id")
    for index, rule in enumerate(file.deadlines):
        for place, value in enumerate(rule.values):
            if value.day > monthrange(_COMMON_YEAR, value.month)[1]:
                yield ("deadlines", index, "values", place, "day"), f"måned {value.month} har ikke {value.day} dager"


def _exchange(file: ExchangeFile) -> Found:
    yield from _twice((entry.currency for entry in file.rates), "rates", "currency")
    yield from _twice((entry.currency for entry in file.unknown), "unknown", "currency")
    rated = {entry.currency for entry in file.rates}
    for index, entry in enumerate(file.rates):
        if entry.currency == NOK:
            yield ("rates", index, "currency"), "NOK skal ikke ha kurs"
        if entry.on > file.data_version:
            yield ("rates", index, "on"), f"kursen er fra {entry.on}, etter filas data_version {file.data_version}"
    for index, unknown in enumerate(file.unknown):
        if unknown.currency in rated:
            yield ("unknown", index, "currency"), f"{unknown.currency} har kurs og er ikke ukjent"


def _fields(file: FieldsFile) -> Found:
    yield from _twice((field.code for field in file.fields), "fields", "code")


def _funding(file: FundingFile) -> Found:
    yield from _twice((rate.id for rate in file.rates), "rates", "id")
    yield from _sets(file)
    for index, rate in enumerate(file.rates):
        lowest, highest = _WITHIN.get(rate.unit, (0, None))
        for place, value in enumerate(rate.values):
            known = value.value
            if known is not None and (known < lowest or (highest is not None and known > highest)):
                yield ("rates", index, "values", place, "value"), f"{known} er ikke en verdi for {rate.unit}"


def _sets(file: FundingFile) -> Found:
    """A set is asked for by its id alone, so the three lists share theirs."""
    seen: set[str] = set()
    sections: dict[str, Sequence[AnySet]] = {
        "country_sets": file.country_sets,
        "agreement_sets": file.agreement_sets,
        "language_sets": file.language_sets,
    }
    for section, entries in sections.items():
        for index, entry in enumerate(entries):
            if entry.id in seen:
                yield (section, index, "id"), f"id «{shown(entry.id)}» er brukt før"
            seen.add(entry.id)


def _language_tests(file: LanguageTestsFile) -> Found:
    yield from _twice((test.id for test in file.tests), "tests", "id")
    yield from _twice((entry.id for entry in file.advice), "advice", "id")
    for missing in sorted(set(KNOWN_TESTS) - {test.id for test in file.tests}):
        yield ("tests",), f"testen {missing} mangler; lærestedenes språkkrav er oppgitt med den"
    for index, test in enumerate(file.tests):
        known = {scale.id for scale in test.scales}
        needed = MINIMUM_SCALES.get(test.id)
        if needed is not None and needed not in known:
            yield ("tests", index), f"skalaen {needed} mangler; lærestedenes språkkrav er oppgitt på den"
        for place, scale in enumerate(test.scales):
            for key, message in _scale(scale, known):
                yield ("tests", index, "scales", place, key), message


def _scale(scale: Scale, known: set[str]) -> Iterator[tuple[str, str]]:
    """What contradicts the scale's own bounds, or names a scale that the test does not have."""
    if scale.levels is not None:
        scores = [score for score in dict(scale.levels).values() if isinstance(score, Decimal)]
        if any(not scale.lowest <= score <= scale.highest for score in scores):
            yield "levels", f"poengene skal være fra {scale.lowest} til {scale.highest}"
    if scale.comparable is not None:
        if scale.comparable.scale not in known - {scale.id}:
            yield "comparable", f"testen har ingen annen skala {shown(scale.comparable.scale)}"
        if any(not scale.lowest <= band.score <= scale.highest for band in scale.comparable.bands):
            yield "comparable", f"score skal være fra {scale.lowest} til {scale.highest}"


def _places(file: PlacesFile) -> Found:
    yield from _twice((place.id for place in file.places), "places", "id")
    seasons: set[str] = set()
    for index, term in enumerate(file.ntnu.terms):
        if term.season in seasons:
            yield ("ntnu", "terms", index, "season"), f"bare ett semester for {term.season}"
        seasons.add(term.season)


def _process(file: ProcessFile) -> Found:
    yield from _twice((step.id for step in file.steps), "steps", "id")
    yield from _twice((contact.id for contact in file.contacts), "contacts", "id")
    yield from broken_process_rules(file)


def _dates(record: BaseModel, latest: date, path: KeyPath) -> Found:
    """Nothing in a file was verified after the file's own data version."""
    kept = record.__dict__
    for name, key in _may_hold_dates(type(record)):
        value = kept[name]
        if value.__class__ is date:
            if value > latest:
                yield (*path, key), f"verified_on {value} er etter filas data_version {latest}"
        elif value.__class__ is list:
            for index, entry in enumerate(value):
                if isinstance(entry, BaseModel):
                    yield from _dates(entry, latest, (*path, key, index))
        elif isinstance(value, BaseModel):
            yield from _dates(value, latest, (*path, key))


@lru_cache
def _may_hold_dates(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields, by name and key, that are or hold a `verified_on`."""
    found = []
    for name, info in model.model_fields.items():
        if name == "verified_on" or any(_may_hold_dates(inner) for inner in models_in(info.annotation)):
            found.append((name, info.alias or name))
    return tuple(found)


_RULES: dict[type[DataFile], Callable[[Any], Found]] = {
    AgreementsFile: _agreements,
    CountriesFile: _countries,
    CreditSystemsFile: _credits,
    DeadlinesFile: _deadlines,
    ExchangeFile: _exchange,
    FieldsFile: _fields,
    FundingFile: _funding,
    InstitutionsFile: _institutions,
    LanguageTestsFile: _language_tests,
    PlacesFile: _places,
    ProcessFile: _process,
}
