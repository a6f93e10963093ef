"""`utveksling frister`: the deadlines of one semester, and the dates of the student's own plan."""

from typing import TYPE_CHECKING

import typer

from utveksling_cli.catalogue.calendar_queries import deadline_rules, holidays
from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import options
from utveksling_cli.cli import timeline_options as own
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import ICS, STANDARD_OUTPUT, TABLE, TEXT_FORMATS, check_format, emit
from utveksling_cli.cli.parse import parse_semester
from utveksling_cli.cli.plan import open_plan, plan_path
from utveksling_cli.cli.resolve import find_place
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.time import Semester
from utveksling_cli.planning.deadlines import Calendar, deadlines, notices, season_of

if TYPE_CHECKING:
    from utveksling_cli.render.frister import View

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling frister",
        "utveksling frister --semester V2028 --land Japan",
        "utveksling frister --lærested waseda",
        "utveksling frister --innen 14d",
        "utveksling frister --format ics --ut frister.ics",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def frister(
    semester: options.SemesterOption = None,
    country: options.Country = None,
    host: options.Host = None,
    within: own.Within = None,
    alarms: own.Alarms = own.USUAL_ALARMS,
    plan_file: options.Plan = None,
    form: own.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis fristene for et semester: hvem de gjelder, hvor mange dager som er igjen, og om dagen er en fridag.

    Skal du ut et helt studieår, gjelder høstens frister. Med en plan er også dine egne datoer med, som pass, visum og
    søknad til lærestedet. Med --innen avslutter kommandoen med 1 når noe forfaller."""
    form = check_format(form, (*TEXT_FORMATS, ICS))
    days, reminders = own.read_within(within), own.read_alarms(alarms)
    session = open_session(today, data)
    path, plan = plan_path(plan_file), open_plan(plan_file)
    code, institution = find_place(session.catalogue, country, host)
    chosen = None if semester is None else parse_semester(semester)
    if plan is None and days is None and form != ICS:
        emit("frister", _view(session, chosen, code, institution), form, out)
        return
    from utveksling_cli.cli.dates import Given, asked_for, timeline_view

    given = Given() if plan is None else Given(plan, str(path))
    view = timeline_view(session, asked_for(given, chosen, code, institution))._replace(
        alarms=reminders, stamp=own.stamp(today, session.today)
    )
    view = view if days is None else own.due(view, days)
    emit("timeline", view, form, out)
    if days is not None and view.dates:
        raise typer.Exit(1)


def _view(session: Session, given: Semester | None, code: str | None, host: Institution | None) -> "View":
    from utveksling_cli.render.frister import View

    chosen = given or open_semester(session.catalogue, session.today, code)
    calendar = Calendar(session.today, holidays(session.catalogue))
    found = deadlines(deadline_rules(session.catalogue, season_of(chosen)), chosen, calendar, code)
    return View(
        found,
        notices(found),
        chosen,
        session.today,
        code,
        host.name if host else None,
        session.data_version,
        country_names(session.catalogue),
        host.id if host else None,
    )
