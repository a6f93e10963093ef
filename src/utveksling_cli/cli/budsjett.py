"""`utveksling budsjett`: what a stay brings in and costs, month by month."""

from typing import Any

import typer

from utveksling_cli.cli import money_options as money
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import (
    STANDARD_OUTPUT,
    TABLE,
    TEXT_FORMATS,
    XLSX,
    check_destination,
    check_format,
    emit,
)
from utveksling_cli.cli.session import open_session, own_plan_path
from utveksling_cli.cli.stay_budget import Asked, budget_of
from utveksling_cli.cli.stays import Typed, read_place
from utveksling_cli.model.budget_wish import BudgetWish
from utveksling_cli.model.errors import UsageProblem

_ALL = "alle"

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling budsjett --land Australia --måneder 5",
        "utveksling budsjett --plan utveksling.yaml --forklar",
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
    payout: money.Payout = None,
    without_loan: money.WithoutLoan = False,
    with_parents: money.WithParents = False,
    extended_grant: money.ExtendedGrant = False,
    language_weeks: money.LanguageWeeks = None,
    scheme: money.Scheme = None,
    traineeship: money.Traineeship = False,
    freemover: money.Freemover = False,
    fewer_opportunities: money.FewerOpportunities = False,
    green: money.Green = False,
    home: money.Home = None,
    given_exchange: money.ExchangeRates = None,
    given_rates: money.Rates = None,
    explained: money.Explained = None,
    plan_file: options.Plan = None,
    without_plan: options.WithoutPlan = False,
    form: money.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Regn ut lån, stipend og utgifter for et opphold, måned for måned.

    Med en plan gjelder budsjettet førstevalget, med planens tall. Det du skriver her, går foran. Satser for et senere
    år enn dataene dekker, er videreført fra det siste kjente året og merket."""
    from utveksling_cli.render.budsjett import View

    form = check_format(form, (*TEXT_FORMATS, XLSX))
    check_destination(form, out)
    path = own_plan_path(plan_file, without_plan=without_plan)
    session = open_session(today, data)
    typed = Typed(country_name, host, months, semester, study_year, first, last)
    wish = BudgetWish(
        tuition=tuition,
        living=living,
        rent=rent,
        savings=savings,
        work=work,
        costs=tuple(costs or ()),
        exchange_rates=tuple(given_exchange or ()),
        rates=tuple(given_rates or ()),
        payout=payout,
        scheme=scheme,
        home=home,
        language_weeks=language_weeks,
        without_loan=without_loan,
        with_parents=with_parents,
        extended_grant=extended_grant,
        fewer_opportunities=fewer_opportunities,
        green=green,
    )
    if traineeship and freemover:
        raise UsageProblem("Et opphold er ikke både praksis og freemover.", hint="Bruk --praksis eller --freemover.")
    asked, used = Asked(typed, wish, traineeship, freemover), None
    if path is None:
        place = read_place(session.catalogue, typed)
        result = budget_of(session, place, asked)
    else:
        from utveksling_cli.cli.own_budget import own_budget

        place, result, used = own_budget(session, path, asked)
    if explained is not None and explained != _ALL and explained not in {line.id for line in result.lines}:
        raise _no_such_line(explained, sorted({line.id for line in result.lines}))
    view = View(result, place.country.name, place.institution, session.data_version, explained, used)
    emit("budsjett", view, form, out)


def _no_such_line(given: str, allowed: list[str]) -> UsageProblem:
    return UsageProblem(f"--forklar: budsjettet har ingen linje «{given}».", hint=f"Linjene er {', '.join(allowed)}.")
