"""The budget of the plan's first choice, with the plan's own figures: what `budsjett` would say with those options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utveksling_cli.catalogue.funding_queries import country_sets, rates
from utveksling_cli.catalogue.queries import home_costs, home_towns
from utveksling_cli.cli.choices import (
    check_costs,
    read_costs,
    read_home,
    read_payout,
    read_rates,
    read_savings,
    read_scheme,
    read_weeks,
)
from utveksling_cli.cli.currencies import Exchange, known_amount, read_exchange
from utveksling_cli.cli.stays import Place, Typed, host_notices, make_stay, read_period
from utveksling_cli.model.choices import SEMESTER, Choices
from utveksling_cli.model.plan import TRAINEESHIP
from utveksling_cli.planning import budget as rules
from utveksling_cli.planning import ledger
from utveksling_cli.planning.rates import RateBook

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.budget import Budget
    from utveksling_cli.model.home import HomeTown
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.planning.timeline import Setting


def plan_budget(session: Session, setting: Setting) -> Budget | None:
    """None without a known host; raises UtvekslingError for figures in the plan that cannot be used."""
    if setting.country is None or not setting.hosts:
        return None
    plan, catalogue = setting.plan, session.catalogue
    place = Place(setting.country, setting.hosts[0])
    typed = _typed(setting)
    exchange = read_exchange(catalogue, list(plan.budget.exchange_rates))
    known_rates = rates(catalogue)
    town = read_home(plan.budget.home or plan.profile.campus or "Trondheim", home_towns(catalogue))
    period = read_period(catalogue, typed, session.today, place.country.code)
    stay, notices = make_stay(place, period, _choices(plan, town, exchange))
    stay = stay._replace(
        tuition=known_amount(plan.budget.tuition, "--skolepenger", exchange, with_currency=True),
        living_cost=known_amount(plan.budget.living, "--levekostnad", exchange),
    )
    check_costs(stay, place.country)
    book = RateBook(known_rates, country_sets(catalogue), read_rates(list(plan.budget.rates), known_rates))
    spot = (float(town.lat), float(town.lon))
    facts = rules.Facts(place.country, book, ledger.Exchange(exchange), spot, home_costs(catalogue))
    told = host_notices(place.institution, tuition_given=plan.budget.tuition is not None)
    return rules.make_budget(stay, facts, (*notices, *told))


def _choices(plan: Plan, town: HomeTown, exchange: Exchange) -> Choices:
    wish = plan.budget
    return Choices(
        payout=read_payout(wish.payout or SEMESTER),
        with_parents=wish.with_parents,
        without_loan=wish.without_loan,
        extended_grant=wish.extended_grant,
        language_weeks=read_weeks(wish.language_weeks),
        traineeship=plan.stay.type == TRAINEESHIP,
        fewer_opportunities=wish.fewer_opportunities,
        green=wish.green,
        home=town.id,
        scheme=read_scheme(wish.scheme),
        savings=read_savings(wish.savings, exchange),
        work=known_amount(wish.work, "--arbeid", exchange),
        costs=read_costs(list(wish.costs), wish.rent, exchange),
    )


def _typed(setting: Setting) -> Typed:
    """With exact days neither the semester nor the months are asked for."""
    wish = setting.plan.stay
    if wish.first_day is not None:
        last = wish.last_day.isoformat() if wish.last_day else None
        months = str(wish.months) if wish.months and not wish.last_day else None
        return Typed(months=months, first=wish.first_day.isoformat(), last=last)
    months = str(wish.months) if wish.months else None
    if wish.study_year:
        return Typed(months=months, study_year=str(setting.semester.academic_year))
    return Typed(months=months, semester=str(setting.semester))
