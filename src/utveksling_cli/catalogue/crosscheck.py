"""What must fit together across the files of a data folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from utveksling_cli.catalogue.characters import shown
from utveksling_cli.catalogue.file_rules import Found
from utveksling_cli.catalogue.files import DECISIONS_FILE
from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.host_checks import broken_hosts, context_of, currencies_spoken_for
from utveksling_cli.catalogue.problems import KeyPath, Problem
from utveksling_cli.catalogue.source import SourceText
from utveksling_cli.model.rate_ids import AGREEMENT_SETS, COUNTRY_SETS, LANGUAGE_SETS, RATES

_NEEDED_SETS = (
    ("country_sets", "landlista", COUNTRY_SETS),
    ("agreement_sets", "avtalelista", AGREEMENT_SETS),
    ("language_sets", "språklista", LANGUAGE_SETS),
)


class Hosts(NamedTuple):
    """What is asked of all hosts together: the country of an id, None for no host's, and whether a town has any."""

    country: Callable[[str], str | None]
    in_town: Callable[[str, str], bool]


def crosscheck(facts: Facts, sources: Mapping[str, SourceText], hosts: Hosts) -> list[Problem]:
    """Every contradiction, by file and line; of the hosts, those that stand in `agreements.yaml`."""
    checks: list[tuple[str, Iterable[tuple[KeyPath, str]]]] = [
        ("agreements.yaml", _home_costs(facts)),
        ("agreements.yaml", broken_hosts(facts.agreements.institutions, context_of(facts))),
        ("countries.yaml", _countries(facts)),
        ("countries.yaml", _cities(facts, hosts)),
        ("credit_systems.yaml", _credits(facts, hosts)),
        ("deadlines.yaml", _deadlines(facts)),
        ("funding_rates.yaml", _funding(facts)),
        ("places.yaml", _places(facts, hosts)),
    ]
    problems: list[Problem] = []
    for name, broken in checks:
        found = [sources[name].problem(path, message) for path, message in broken]
        problems += sorted(found, key=lambda problem: problem.line)
    return problems + _decisions(facts, sources[DECISIONS_FILE].file, hosts)


def _home_costs(facts: Facts) -> Found:
    rated = currencies_spoken_for(facts)
    for index, cost in enumerate(facts.agreements.home_costs):
        if cost.currency and cost.currency not in rated:
            yield ("home_costs", index, "currency"), f"valutaen {cost.currency} mangler i exchange_rates.yaml"


def _countries(facts: Facts) -> Found:
    rated = currencies_spoken_for(facts)
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


def _cities(facts: Facts, hosts: Hosts) -> Found:
    for index, country in enumerate(facts.countries.countries):
        for place, cost in enumerate(country.living_costs):
            path: KeyPath = ("countries", index, "living_costs", place, "cities")
            for number, city in enumerate(cost.cities):
                if not hosts.in_town(country.code, city):
                    yield (*path, number), f"ingen læresteder i agreements.yaml har land {country.code} og by {city}"


def _credits(facts: Facts, hosts: Hosts) -> Found:
    known = {country.code for country in facts.countries.countries}
    for index, norm in enumerate(facts.credits.norms):
        path: KeyPath = ("norms", index)
        for place, code in enumerate(norm.countries):
            if code not in known:
                yield (*path, "countries", place), f"landet {code} mangler i countries.yaml"
        country = hosts.country(norm.institution) if norm.institution else None
        if norm.institution and country is None:
            yield (*path, "institution"), f"«{shown(norm.institution)}» mangler i agreements.yaml"
        elif norm.institution and norm.countries != [country]:
            yield (*path, "countries"), f"lærestedet ligger i {country}"
    for index, entry in enumerate(facts.credits.first_year_courses):
        if entry.code not in known:
            yield ("first_year_courses", index, "code"), f"landet {entry.code} mangler i countries.yaml"


def _deadlines(facts: Facts) -> Found:
    sets = {entry.id: entry for entry in facts.funding.country_sets}
    for index, rule in enumerate(facts.deadlines.deadlines):
        begins = rule.values[0].from_
        for place, name in enumerate(rule.except_country_sets):
            where = ("deadlines", index, "except_country_sets", place)
            if name not in sets:
                yield where, f"«{shown(name)}» mangler i funding_rates.yaml"
            elif begins < sets[name].values[0].from_:
                known = sets[name].values[0].from_
                yield where, f"«{name}» er ikke kjent før {known}, og fristen begynner {begins}"


def _funding(facts: Facts) -> Found:
    for missing in sorted(RATES - {rate.id for rate in facts.funding.rates}):
        yield ("rates",), f"satsen {missing} mangler; programmet trenger den"
    for section, name, needed in _NEEDED_SETS:
        for missing in sorted(needed - {entry.id for entry in getattr(facts.funding, section)}):
            yield (section,), f"{name} {missing} mangler; programmet trenger den"


def _places(facts: Facts, hosts: Hosts) -> Found:
    for index, place in enumerate(facts.places.places):
        if hosts.country(place.id) is None:
            yield ("places", index, "id"), f"«{shown(place.id)}» mangler i agreements.yaml"


def _decisions(facts: Facts, file: str, hosts: Hosts) -> list[Problem]:
    known = {row.institution_id: hosts.country(row.institution_id) for row in facts.decisions.rows}
    return [
        Problem(file, line, f"institution_id: «{shown(row.institution_id)}» mangler i agreements.yaml")
        for row, line in zip(facts.decisions.rows, facts.decisions.lines, strict=True)
        if known[row.institution_id] is None
    ]
