"""`utveksling fagplan fjern`: take a course out of the plan without a trace; `bytt` is for what NTNU has seen."""

from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import change, one_course, show, view_of
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.plan import Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan fjern comp3702"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def fjern(
    course: Annotated[str, typer.Argument(metavar="EMNE", help="Id, kode eller tittel på emnet i planen")],
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Ta et emne ut av planen. Har NTNU sett emnet, bruk heller utveksling fagplan bytt, som tar vare på historien."""
    form = check_format(form)
    session = open_session(today, data)
    names: list[str] = []

    def without(plan: Plan) -> Plan:
        gone = one_course(plan, course)
        names.append(gone.name)
        return plan._replace(courses=tuple(one for one in plan.courses if one.id != gone.id))

    path, plan = change(plan_file, without)
    show(view_of(session, plan, path, (f"Tatt ut: {names[0]}.",)), form, out)
