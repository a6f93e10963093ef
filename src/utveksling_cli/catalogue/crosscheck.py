"""What must fit together across the records and files of a data folder."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pydantic import BaseModel

from utveksling_cli.catalogue.files import DECISIONS_FILE
from utveksling_cli.catalogue.folder import Facts, SourceText
from utveksling_cli.catalogue.problems import KeyPath, Problem
from utveksling_cli.model.money import NOK
from utveksling_cli.model.rate_ids import COUNTRY_SETS, RATES

_COMMON_YEAR = 2027
Found = Iterator[tuple[KeyPath, str]]


def crosscheck(facts: Facts, sources: Mapping[str, SourceText]) -> list[Problem]:
    """Every contradiction, in file order."""
    checks: list[tuple[str, Iterable[tuple[KeyPath, str]]]] = [
        ("agreements.yaml", _agreements(facts)),
        ("agreements.yaml", _dates(facts.agreements)),
        ("countries.yaml", _countries(facts)),
        ("countries.yaml", _dates(facts.countries)),
        ("deadlines.yaml", _deadlines(facts)),
        ("deadlines.yaml", _dates(facts.deadlines)),
        ("exchange_rates.yaml", _exchange(facts)),
        ("exchange_rates.yaml", _dates(facts.exchange)),
        ("fields_of_study.yaml", _fields(facts)),
        ("fields_of_study.yaml", _dates(facts.fields)),
        ("funding_rates.yaml", _funding(facts)),
        ("funding_rates.yaml", _dates(facts.funding)),
    ]
    problems = [sources[name].problem(path, message) for name, found in checks for path, message in found]
    return problems + _decisions(facts, sources[DECISIONS_FILE].file)


def _twice(ids: Iterable[str], section: str, key: str) -> Found:
    seen: set[str] = set()
    for index, value in enumerate(ids):
        if value in seen:
            yield (section, index, key), f"{key} «{value}» er brukt før"
        seen.add(value)


def _agreements(facts: Facts) -> Found:
    institutions = facts.agreements.institutions
    yield from _twice((host.id for host in institutions), "institutions", "id")
    known = {country.code for country in facts.countries.countries}
    rated = _currencies_spoken_for(facts)
    fields = {field.code for field in facts.fields.fields}
    for index, host in enumerate(institutions):
        path: KeyPath = ("institutions", index)
        if host.country not in known:
            yield (*path, "country"), f"landet {host.country} mangler i countries.yaml"
        price = host.tuition.price if host.tuition else None
        if price is not None and price.currency not in rated:
            yield (*path, "tuition", "price", "currency"), f"valutaen {price.currency} mangler i exchange_rates.yaml"
        for place, area in enumerate(host.subject_areas):
            if area.isced_f and area.isced_f not in fields:
                yield (*path, "subject_areas", place, "isced_f"), f"koden {area.isced_f} mangler i fields_of_study.yaml"
        if host.reports and sum(row.count for row in host.reports.programmes) > host.reports.total:
            yield (*path, "reports", "total"), "programmene har flere rapporter til sammen enn total"


def _currencies_spoken_for(facts: Facts) -> set[str]:
    rates = {entry.currency for entry in facts.exchange.rates}
    return rates | {entry.currency for entry in facts.exchange.unknown} | {NOK}


def _countries(facts: Facts) -> Found:
    countries = facts.countries.countries
    yield from _twice((country.code for country in countries), "countries", "code")
    rated = _currencies_spoken_for(facts)
    for index, country in enumerate(countries):
        path: KeyPath = ("countries", index)
        used = [((*path, "currency"), country.currency)]
        used += [((*path, "living_costs", i, "currency"), cost.currency) for i, cost in enumerate(country.living_costs)]
        used += [
            ((*path, "one_off_costs", i, "currency"), cost.currency)
            for i, cost in enumerate(country.one_off_costs)
            if cost.currency
        ]
        if country.planning_month:
            used.append(((*path, "planning_month", "currency"), country.planning_month.currency))
        for place, currency in used:
            if currency not in rated:
                yield place, f"valutaen {currency} mangler i exchange_rates.yaml"
        typical = [(i, term.season) for i, term in enumerate(country.terms) if term.typical]
        for i, season in typical[1:]:
            if season in [earlier for j, earlier in typical if j < i]:
                yield (*path, "terms", i), f"bare ett typisk semester for {season} i hvert land"


def _deadlines(facts: Facts) -> Found:
    rules = facts.deadlines.deadlines
    yield from _twice((rule.id for rule in rules), "deadlines", "id")
    sets = {entry.id for entry in facts.funding.country_sets}
    for index, rule in enumerate(rules):
        for name in rule.except_country_sets:
            if name not in sets:
                yield ("deadlines", index, "except_country_sets"), f"«{name}» mangler i funding_rates.yaml"
        for place, value in enumerate(rule.values):
            if value.day > monthrange(_COMMON_YEAR, value.month)[1]:
                yield ("deadlines", index, "values", place, "day"), f"måned {value.month} har ikke {value.day} dager"


def _exchange(facts: Facts) -> Found:
    exchange = facts.exchange
    yield from _twice((entry.currency for entry in exchange.rates), "rates", "currency")
    rated = {entry.currency for entry in exchange.rates}
    for index, entry in enumerate(exchange.unknown):
        if entry.currency in rated:
            yield ("unknown", index, "currency"), f"{entry.currency} har kurs og er ikke ukjent"


def _fields(facts: Facts) -> Found:
    yield from _twice((field.code for field in facts.fields.fields), "fields", "code")


def _funding(facts: Facts) -> Found:
    funding = facts.funding
    yield from _twice((rate.id for rate in funding.rates), "rates", "id")
    yield from _twice((entry.id for entry in funding.country_sets), "country_sets", "id")
    for missing in sorted(RATES - {rate.id for rate in funding.rates}):
        yield ("rates",), f"satsen {missing} mangler; budsjettet trenger den"
    for missing in sorted(COUNTRY_SETS - {entry.id for entry in funding.country_sets}):
        yield ("country_sets",), f"landlista {missing} mangler; budsjettet trenger den"


def _dates(file: BaseModel, latest: date | None = None, path: KeyPath = ()) -> Found:
    """Nothing in a file was verified after the file's own data version."""
    limit = latest or file.data_version  # type: ignore[attr-defined]
    for name, info in type(file).model_fields.items():
        value = getattr(file, name)
        here = (*path, info.alias or name)
        if name == "verified_on" and value > limit:
            yield here, f"verified_on {value} er etter filas data_version {limit}"
        records = value if isinstance(value, list) else [value]
        for index, record in enumerate(records):
            if isinstance(record, BaseModel):
                yield from _dates(record, limit, (*here, index) if isinstance(value, list) else here)


def _decisions(facts: Facts, file: str) -> list[Problem]:
    known = {host.id for host in facts.agreements.institutions}
    return [
        Problem(file, line, f"institution_id: «{row.institution_id}» mangler i agreements.yaml")
        for row, line in zip(facts.decisions.rows, facts.decisions.lines, strict=True)
        if row.institution_id not in known
    ]
