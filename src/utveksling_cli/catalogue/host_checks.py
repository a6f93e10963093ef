"""What each host must fit with in the other files, so small that it can follow the hosts wherever they are checked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from utveksling_cli.catalogue.file_rules import Found
from utveksling_cli.catalogue.folder import Facts
from utveksling_cli.catalogue.problems import KeyPath
from utveksling_cli.catalogue.schema.agreements import Institution
from utveksling_cli.catalogue.schema.host_terms import LanguageRequirement
from utveksling_cli.model.language import KNOWN_TESTS, MINIMUM_SCALES
from utveksling_cli.model.money import NOK
from utveksling_cli.model.words import sort_key


class Context(NamedTuple):
    """`countries` has the place of each in Norwegian order; `scales` the bounds and the step of each test's minima."""

    countries: dict[str, str]
    currencies: tuple[str, ...]
    fields: tuple[str, ...]
    scales: dict[str, tuple[Decimal, Decimal, Decimal]]

    def as_text(self) -> str:
        """Equal texts mean that the same hosts pass, and are put in the same order."""
        scales = {test: list(map(str, bounds)) for test, bounds in self.scales.items()}
        return json.dumps([self.countries, self.currencies, self.fields, scales], sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> Context:
        countries, currencies, fields, scales = json.loads(text)
        bounds = {test: (Decimal(low), Decimal(high), Decimal(step)) for test, (low, high, step) in scales.items()}
        return cls(countries, tuple(currencies), tuple(fields), bounds)


def context_of(facts: Facts) -> Context:
    scales = {}
    for test in facts.language_tests.tests:
        known = {scale.id: scale for scale in test.scales}
        scale = known.get(MINIMUM_SCALES[test.id]) if test.id in MINIMUM_SCALES else next(iter(known.values()), None)
        if test.id in KNOWN_TESTS and scale is not None:
            scales[test.id] = (scale.lowest, scale.highest, scale.step)
    return Context(
        {country.code: sort_key(country.names.nb) for country in facts.countries.countries},
        tuple(sorted(currencies_spoken_for(facts))),
        tuple(sorted(field.code for field in facts.fields.fields)),
        scales,
    )


def currencies_spoken_for(facts: Facts) -> set[str]:
    rates = {entry.currency for entry in facts.exchange.rates}
    return rates | {entry.currency for entry in facts.exchange.unknown} | {NOK}


def broken_hosts(institutions: Sequence[Institution], context: Context) -> Found:
    """Every contradiction between these hosts and the files around them."""
    currencies, fields = frozenset(context.currencies), frozenset(context.fields)
    for index, host in enumerate(institutions):
        path: KeyPath = ("institutions", index)
        if host.country not in context.countries:
            yield (*path, "country"), f"landet {host.country} mangler i countries.yaml"
        price = host.tuition.price if host.tuition else None
        if price is not None and price.currency not in currencies:
            yield (*path, "tuition", "price", "currency"), f"valutaen {price.currency} mangler i exchange_rates.yaml"
        for place, area in enumerate(host.subject_areas):
            if area.isced_f and area.isced_f not in fields:
                yield (*path, "subject_areas", place, "isced_f"), f"koden {area.isced_f} mangler i fields_of_study.yaml"
        for place, entry in enumerate(host.language_requirements):
            for test, message in _minima(entry, context):
                yield (*path, "language_requirements", place, test), message


def _minima(entry: LanguageRequirement, context: Context) -> Iterator[tuple[str, str]]:
    """A minimum is a score that the test can give."""
    for test, (lowest, highest, step) in context.scales.items():
        score = getattr(entry, test)
        if score is not None and (not lowest <= score <= highest or (score - lowest) % step):
            yield test, f"{score} er ikke på skalaen {lowest}–{highest} i language_tests.yaml"
