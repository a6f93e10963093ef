"""`utveksling frister`: the deadlines of one semester."""

import typer

from utveksling_cli.catalogue.funding_queries import deadline_rules, holidays
from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_semester
from utveksling_cli.cli.resolve import find_place
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.session import open_session
from utveksling_cli.planning.deadlines import Calendar, deadlines, notices, season_of

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling frister\nutveksling frister --semester V2028 --land Japan\nutveksling frister --lærested waseda"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def frister(
    semester: options.SemesterOption = None,
    country: options.Country = None,
    host: options.Host = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis fristene for et semester: hvem de gjelder, hvor mange dager som er igjen, og om dagen er en fridag.

    Skal du ut et helt studieår, gjelder høstens frister."""
    from utveksling_cli.render.frister import View

    form = check_format(form)
    session = open_session(today, data)
    code, institution = find_place(session.catalogue, country, host)
    chosen = open_semester(session.catalogue, session.today, code) if semester is None else parse_semester(semester)
    calendar = Calendar(session.today, holidays(session.catalogue))
    found = deadlines(deadline_rules(session.catalogue, season_of(chosen)), chosen, calendar, code)
    view = View(
        found,
        notices(found),
        chosen,
        session.today,
        code,
        institution.name if institution else None,
        session.data_version,
        country_names(session.catalogue),
    )
    emit("frister", view, form, out)
