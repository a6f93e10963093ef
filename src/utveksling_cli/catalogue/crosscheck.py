"""What must fit together across the files of a data folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from utveksling_cli.catalogue.file_rules import Found
from utveksling_cli.catalogue.files import DECISIONS_FILE
from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.problems import KeyPath, Problem
from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.model.language import KNOWN_TESTS, MINIMUM_SCALES
from utveksling_cli.model.money import NOK
from utveksling_cli.model.rate_ids import COUNTRY_SETS, RATES


def crosscheck(facts: Facts, sources: Mapping[str, SourceText]) -> list[Problem]:
    """Every contradiction, by file and line."""
    checks: list[tuple[str, Iterable[tuple[KeyPath, str]]]] = [
        ("agreements.yaml", _agreements(facts)),
        ("agreements.yaml", _language_minima(facts)),
        ("countries.yaml", _countries(facts)),
        ("countries.yaml", _cities(facts)),
        ("credit_systems.yaml", _credits(facts)),
        ("deadlines.yaml", _deadlines(facts)),
        ("funding_rates.yaml", _funding(facts)),
        ("places.yaml", _places(facts)),
    ]
    problems: list[Problem] = []
    for name, broken in checks:
        found = [sources[name].problem(path, message) for path, message in broken]
        problems += sorted(found, key=lambda problem: problem.line)
    return problems + _decisions(facts, sources[DECISIONS_FILE].file)


def _agreements(facts: Facts) -> Found:
    known = {country.code for country in facts.countries.countries}
    rated = _currencies_spoken_for(facts)
    fields = {field.code for field in facts.fields.fields}
    for index, cost in enumerate(facts.agreements.home_costs):
        if cost.currency and cost.currency not in rated:
            yield ("home_costs", index, "currency"), f"valutaen {cost.currency} mangler i exchange_rates.yaml"
    for index, host in enumerate(facts.agreements.institutions):
        path: KeyPath = ("institutions", index)
        if host.country not in known:
            yield (*path, "country"), f"landet {host.country} mangler i countries.yaml"
        price = host.tuition.price if host.tuition else None
        if price is not None and price.currency not in rated:
            yield (*path, "tuition", "price", "currency"), f"valutaen {price.currency} mangler i exchange_rates.yaml"
        for place, area in enumerate(host.subject_areas):
            if area.isced_f and area.isced_f not in fields:
                yield (*path, "subject_areas", place, "isced_f"), f"koden {area.isced_f} mangler i fields_of_study.yaml"


def _language_minima(facts: Facts) -> Found:
    """A minimum is a score that the test can give."""
    scales = {test.id: {scale.id: scale for scale in test.scales} for test in facts.language_tests.tests}
    for index, host in enumerate(facts.agreements.institutions):
        for place, entry in enumerate(host.language_requirements):
            for test in KNOWN_TESTS:
                known = scales.get(test, {})
                scale = known.get(MINIMUM_SCALES[test]) if test in MINIMUM_SCALES else next(iter(known.values()), None)
                score = getattr(entry, test)
                if score is None or scale is None:
                    continue
                if not scale.lowest <= score <= scale.highest or (score - scale.lowest) % scale.step:
                    path = ("institutions", index, "language_requirements", place, test)
                    yield path, f"{score} er ikke på skalaen {scale.lowest}–{scale.highest} i language_tests.yaml"


def _currencies_spoken_for(facts: Facts) -> set[str]:
    rates = {entry.currency for entry in facts.exchange.rates}
    return rates | {entry.currency for entry in facts.exchange.unknown} | {NOK}


def _countries(facts: Facts) -> Found:
    rated = _currencies_spoken_for(facts)
    for index, country in enumerate(facts.countries.countries):
        path: KeyPath = ("countries", index)
        used: list[tuple[KeyPath, str | None]] = [((*path, "currency"), country.currency)]
        used += [((*path, "living_costs", i, "currency"), cost.currency) for i, cost in enumerate(country.living_costs)]
        used += [
            ((*path, "one_off_costs", i, "currency"), cost.currency) for i, cost in enumerate(country.one_off_costs)
        ]
        if country.planning_month:
            used.append(((*path, "planning_month", "currency"), country.planning_month.currency))
        for place, currency in used:
            if currency and currency not in rated:
                yield place, f"valutaen {currency} mangler i exchange_rates.yaml"


def _cities(facts: Facts) -> Found:
    towns = {(host.country, host.city) for host in facts.agreements.institutions}
    for index, country in enumerate(facts.countries.countries):
        for place, cost in enumerate(country.living_costs):
            path: KeyPath = ("countries", index, "living_costs", place, "cities")
            for number, city in enumerate(cost.cities):
                if (country.code, city) not in towns:
                    yield (*path, number), f"ingen læresteder i agreements.yaml har land {country.code} og by {city}"


def _credits(facts: Facts) -> Found:
    known = {country.code for country in facts.countries.countries}
    countries = {host.id: host.country for host in facts.agreements.institutions}
    for index, norm in enumerate(facts.credits.norms):
        path: KeyPath = ("norms", index)
        for place, code in enumerate(norm.countries):
            if code not in known:
                yield (*path, "countries", place), f"landet {code} mangler i countries.yaml"
        if norm.institution and norm.institution not in countries:
            yield (*path, "institution"), f"«{norm.institution}» mangler i agreements.yaml"
        elif norm.institution and norm.countries != [countries[norm.institution]]:
            yield (*path, "countries"), f"lærestedet ligger i {countries[norm.institution]}"


def _deadlines(facts: Facts) -> Found:
    sets = {entry.id: entry for entry in facts.funding.country_sets}
    for index, rule in enumerate(facts.deadlines.deadlines):
        begins = rule.values[0].from_
        for place, name in enumerate(rule.except_country_sets):
            where = ("deadlines", index, "except_country_sets", place)
            if name not in sets:
                yield where, f"«{name}» mangler i funding_rates.yaml"
            elif begins < sets[name].values[0].from_:
                known = sets[name].values[0].from_
                yield where, f"«{name}» er ikke kjent før {known}, og fristen begynner {begins}"


def _funding(facts: Facts) -> Found:
    for missing in sorted(RATES - {rate.id for rate in facts.funding.rates}):
        yield ("rates",), f"satsen {missing} mangler; programmet trenger den"
    for missing in sorted(COUNTRY_SETS - {entry.id for entry in facts.funding.country_sets}):
        yield ("country_sets",), f"landlista {missing} mangler; programmet trenger den"


def _places(facts: Facts) -> Found:
    known = {host.id for host in facts.agreements.institutions}
    for index, place in enumerate(facts.places.places):
        if place.id not in known:
            yield ("places", index, "id"), f"«{place.id}» mangler i agreements.yaml"


def _decisions(facts: Facts, file: str) -> list[Problem]:
    known = {host.id for host in facts.agreements.institutions}
    return [
        Problem(file, line, f"institution_id: «{row.institution_id}» mangler i agreements.yaml")
        for row, line in zip(facts.decisions.rows, facts.decisions.lines, strict=True)
        if row.institution_id not in known
    ]
