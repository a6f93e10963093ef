"""`utveksling satser`: the rates that budgets are made of, on a day or over time."""

from typing import Annotated

import typer

from utveksling_cli.catalogue.funding_queries import dated_sets, rates
from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_rate
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_study_year, parse_words
from utveksling_cli.cli.rate_names import find_rates, ids_below
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.rate import Rate, SetOnDay
from utveksling_cli.planning.rates import changes, mentions, rate_notices, rate_on_day, sets_on_day

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling satser --studieår 2025/26",
        "utveksling satser --vis lanekassen.basislan",
        "utveksling satser --tekst reise --format csv --ut satser.csv",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def satser(
    year: Annotated[
        str | None,
        typer.Option(
            "--studieår", "--studiear", metavar="ÅR", help="Satsene 1. august i studieåret, for eksempel 2025/26"
        ),
    ] = None,
    shown: Annotated[
        list[str] | None,
        typer.Option(
            "--vis",
            metavar="SATS",
            help="Vis over tid: id, navn eller begynnelsen av en id, for eksempel lanekassen.reise; kan gjentas",
            autocompletion=complete_rate,
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--tekst", metavar="ORD", help="Bare satser som nevner alle ordene")
    ] = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis satsene og listene som budsjettet bygger på, med periode, status og kilde.

    Uten valg vises det som gjelder i dag. Det nyeste som er kjent, føres videre og er merket."""
    from utveksling_cli.render.satser import ShownRate, View

    form = check_format(form)
    study_year = None if year is None else parse_study_year(year)
    text = parse_words(text, "--tekst")
    session = open_session(today, data)
    day = session.today if study_year is None else study_year.first_semester.first_month.first_day
    known = rates(session.catalogue)
    sets = sets_on_day(dated_sets(session.catalogue), day)
    titles = [(rate.id, rate.title) for rate in known.values()] + [(entry.id, entry.title) for entry in sets]
    asked = frozenset[str]().union(*(find_rates(titles, name) for name in shown or ()))

    def wanted(entry: Rate | SetOnDay) -> bool:
        return (not asked or entry.id in asked) and mentions(text or "", entry.title, entry.id, entry.rule)

    on_day = [rate_on_day(rate, day) for rate in filter(wanted, known.values())]
    view = View(
        tuple(ShownRate(entry, changes(entry.rate)) for entry in on_day),
        tuple(filter(wanted, sets)),
        tuple(rate_notices(on_day, study_year)),
        day,
        study_year,
        text,
        bool(asked),
        ids_below(titles, asked),
        country_names(session.catalogue),
        session.data_version,
    )
    emit("satser", view, form, out)
