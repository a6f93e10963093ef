"""The shipped facts that a budget rests on, read once for all tests of the rules."""

from pathlib import Path
from typing import NamedTuple

import pytest

from utveksling_cli.catalogue import country_queries, funding_queries, plan_fact_queries, queries
from utveksling_cli.catalogue.store import open_catalogue
from utveksling_cli.model.budget import Budget
from utveksling_cli.model.country import Country
from utveksling_cli.model.money import ExchangeRate
from utveksling_cli.model.plan_facts import PlanFacts
from utveksling_cli.model.rate import CodeSet, Rate
from utveksling_cli.model.stay import Stay
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook

DATA = Path(__file__).parents[2] / "data"


class Shipped(NamedTuple):
    countries: tuple[Country, ...]
    rates: dict[str, Rate]
    sets: list[CodeSet]
    exchange: dict[str, ExchangeRate | None]
    plan: PlanFacts

    def __repr__(self) -> str:
        """Short, for a failing property shows its arguments."""
        return "the shipped facts"

    def country(self, code: str) -> Country:
        return next(country for country in self.countries if country.code == code)

    def budget(self, stay: Stay, *, country: Country | None = None, **own: ExchangeRate | None) -> Budget:
        """The stay's budget with the shipped facts; `country` and `own` replace the country and exchange rates."""
        book = RateBook(self.rates, self.sets)
        place = country or self.country(stay.country)
        return make_budget(stay, Facts(place, book, Exchange(self.exchange | own)))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        facts = open_catalogue(DATA)
    codes = queries.country_names(facts)
    found = Shipped(
        tuple(country_queries.country(facts, code) for code in sorted(codes)),
        funding_queries.rates(facts),
        funding_queries.dated_sets(facts),
        funding_queries.exchange_rates(facts),
        plan_fact_queries.plan_facts(facts),
    )
    facts.close()
    return found
