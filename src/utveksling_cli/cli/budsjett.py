"""`utveksling budsjett`: what a stay brings in and costs, month by month."""

from typing import Any

import typer

from utveksling_cli.catalogue.funding_queries import country_sets, rates
from utveksling_cli.catalogue.queries import home_costs, home_towns
from utveksling_cli.cli import money_options as money
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
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
from utveksling_cli.cli.currencies import known_amount, read_exchange
from utveksling_cli.cli.output import (
    STANDARD_OUTPUT,
    TABLE,
    TEXT_FORMATS,
    XLSX,
    check_destination,
    check_format,
    emit,
)
from utveksling_cli.cli.session import open_session
from utveksling_cli.cli.stays import Typed, host_notices, make_stay, read_period, read_place
from utveksling_cli.model.choices import Choices
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.planning.budget import Facts, make_budget
from utveksling_cli.planning.ledger import Exchange
from utveksling_cli.planning.rates import RateBook

_ALL = "alle"

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling budsjett --land Australia --måneder 5",
        "utveksling budsjett --lærested tu-berlin --studieår 2027/28 --sparepenger 20000 --grønn",
        'utveksling budsjett --land USA --skolepenger "5700 USD" --kurs USD=8,50 --forklar',
        "utveksling budsjett --land Tyskland --format xlsx --ut budsjett.xlsx",
        "utveksling budsjett --land Japan --fra 2027-09-20 --til 2028-02-10 --forklar lanekassen.basislan",
    )
)


class BudgetCommand(NorwegianCommand):
    """`--forklar` alone explains every line; with a line's id only that one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, _explain_all(args))


def _explain_all(arguments: list[str]) -> list[str]:
    """Typer has no option whose value may be left out, so what is left out is put in."""
    found: list[str] = []
    for index, argument in enumerate(arguments):
        found.append(argument)
        following = arguments[index + 1] if index + 1 < len(arguments) else "-"
        if argument == "--forklar" and following.startswith("-"):
            found.append(_ALL)
    return found


@app.command(cls=BudgetCommand, epilog=EXAMPLES)
def budsjett(
    country_name: options.Country = None,
    host: options.Host = None,
    months: money.Months = None,
    semester: options.SemesterOption = None,
    study_year: money.StudyYear = None,
    first: money.First = None,
    last: money.Last = None,
    tuition: money.Tuition = None,
    living: money.Living = None,
    rent: money.Rent = None,
    costs: money.Costs = None,
    savings: money.Savings = None,
    work: money.Work = None,
    payout: money.Payout = "semester",
    without_loan: money.WithoutLoan = False,
    with_parents: money.WithParents = False,
    extended_grant: money.ExtendedGrant = False,
    language_weeks: money.LanguageWeeks = None,
    scheme: money.Scheme = None,
    traineeship: money.Traineeship = False,
    fewer_opportunities: money.FewerOpportunities = False,
    green: money.Green = False,
    home: money.Home = "Trondheim",
    given_exchange: money.ExchangeRates = None,
    given_rates: money.Rates = None,
    explained: money.Explained = None,
    form: money.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Regn ut lån, stipend og utgifter for et opphold, måned for måned.

    Satser for et senere år enn dataene dekker, er videreført fra det siste kjente året og merket."""
    from utveksling_cli.render.budsjett import View

    form = check_format(form, (*TEXT_FORMATS, XLSX))
    check_destination(form, out)
    session = open_session(today, data)
    catalogue = session.catalogue
    typed = Typed(country_name, host, months, semester, study_year, first, last)
    place = read_place(catalogue, typed)
    period = read_period(catalogue, typed, session.today, place.country.code)
    exchange = read_exchange(catalogue, given_exchange or [])
    known_rates = rates(catalogue)
    town = read_home(home, home_towns(catalogue))
    choices = Choices(
        payout=read_payout(payout),
        with_parents=with_parents,
        without_loan=without_loan,
        extended_grant=extended_grant,
        language_weeks=read_weeks(language_weeks),
        traineeship=traineeship,
        fewer_opportunities=fewer_opportunities,
        green=green,
        home=town.id,
        scheme=read_scheme(scheme),
        savings=read_savings(savings, exchange),
        work=known_amount(work, "--arbeid", exchange),
        costs=read_costs(costs or [], rent, exchange),
    )
    stay, notices = make_stay(place, period, choices)
    stay = stay._replace(
        tuition=known_amount(tuition, "--skolepenger", exchange, with_currency=True),
        living_cost=known_amount(living, "--levekostnad", exchange),
    )
    check_costs(stay, place.country)
    book = RateBook(known_rates, country_sets(catalogue), read_rates(given_rates or [], known_rates))
    facts = Facts(place.country, book, Exchange(exchange), (float(town.lat), float(town.lon)), home_costs(catalogue))
    result = make_budget(stay, facts, (*notices, *host_notices(place.institution, tuition_given=tuition is not None)))
    if explained is not None and explained != _ALL and explained not in {line.id for line in result.lines}:
        raise _no_such_line(explained, sorted({line.id for line in result.lines}))
    view = View(result, place.country.name, place.institution, session.data_version, explained)
    emit("budsjett", view, form, out)


def _no_such_line(given: str, allowed: list[str]) -> UsageProblem:
    return UsageProblem(f"--forklar: budsjettet har ingen linje «{given}».", hint=f"Linjene er {', '.join(allowed)}.")
