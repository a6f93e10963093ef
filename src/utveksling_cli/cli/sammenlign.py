"""`utveksling sammenlign`: hosts and countries side by side, and ranked by what the student finds important."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import typer

from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import money_options as money
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.compared import FEWEST, MOST, find_all
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_words
from utveksling_cli.cli.session import open_session, own_plan_path
from utveksling_cli.cli.stay_budget import Asked
from utveksling_cli.cli.stays import Typed
from utveksling_cli.cli.subjects import common_period, read_subjects
from utveksling_cli.cli.weights import parse_weights
from utveksling_cli.model.comparison import Comparison
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan_use import PlanUse
from utveksling_cli.planning.comparison import notices, side
from utveksling_cli.planning.weighing import rank

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling sammenlign tu-berlin eth-zurich",
        "utveksling sammenlign Australia Japan USA --semester V2028 --måneder 6",
        'utveksling sammenlign kth dtu --program "datateknologi" --vekt økonomi=3,faglig=2,klima=1',
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def sammenlign(
    named: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STED...",
            help=f"{FEWEST} til {MOST} læresteder eller land, med id, navn, forkortelse eller landkode; "
            "uten dette de i planen",
            autocompletion=complete_host,
        ),
    ] = None,
    months: money.Months = None,
    semester: options.SemesterOption = None,
    programme: Annotated[
        str | None,
        typer.Option("--program", metavar="PROGRAM", help="NTNU-programmet ditt: hvor mange som har rapportert derfra"),
    ] = None,
    weights: Annotated[
        list[str] | None,
        typer.Option(
            "--vekt",
            metavar="SPØRSMÅL=TALL",
            help="Ranger stedene etter det som er viktig for deg, for eksempel klima=2,økonomi=3; kan gjentas",
        ),
    ] = None,
    plan_file: options.Plan = None,
    without_plan: options.WithoutPlan = False,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Sammenlign steder: språk, økonomi, faglig, sosialt, semesterlengde, klima og kultur.

    Det som ikke står i dataene, er ukjent. Med en plan gjelder dens vekter og tall; det du skriver her, går foran.
    Uten vekter rangeres ingenting."""
    from utveksling_cli.render.sammenlign import View

    form = check_format(form)
    wished: Mapping[str, Decimal] | None = None if weights is None else parse_weights(weights)
    programme = parse_words(programme, "--program")
    path = own_plan_path(plan_file, without_plan=without_plan)
    session = open_session(today, data)
    typed = Typed(months=months, semester=semester)
    if path is None:
        found = find_all(session.catalogue, named or [])
        period = common_period(session, found, typed)
        setting, subjects = read_subjects(session.catalogue, [(one, Asked()) for one in found], period, programme)
        used: PlanUse | None = None
        told: tuple[Notice, ...] = ()
    else:
        from utveksling_cli.cli.own_comparison import Wanted, own_comparison

        own = own_comparison(session, path, Wanted(named or [], typed, programme, wished))
        period, setting, subjects, used, told = own.period, own.setting, own.subjects, own.used, own.notices
        programme, wished = own.wanted.programme, own.wanted.weights
    sides = tuple(side(subject, setting) for subject in subjects)
    comparison = Comparison(
        period.semester,
        period.months,
        programme,
        sides,
        None if wished is None else rank(sides, wished),
        (*told, *notices(sides, setting)),
    )
    emit("sammenlign", View(comparison, session.data_version, country_names(session.catalogue), used), form, out)
