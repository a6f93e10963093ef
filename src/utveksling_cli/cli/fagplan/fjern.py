"""`utveksling fagplan fjern`: take a course out of the plan without a trace; `bytt` is for what NTNU has seen."""

from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import change, one_course
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.course import PLANNED, Course
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan fjern comp3702\nutveksling fagplan fjern comp3702 --likevel"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def fjern(
    course: Annotated[str, typer.Argument(metavar="EMNE", help="Id, kode eller tittel på emnet i planen")],
    anyway: Annotated[bool, typer.Option("--likevel", help="Også når NTNU har svart på det")] = False,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Ta et emne ut av planen. Har NTNU sett emnet, bruk heller utveksling fagplan bytt, som tar vare på historien."""
    from utveksling_cli.cli.fagplan.shown import show_plan
    from utveksling_cli.render.fagplan_words import STATUSES

    form = check_format(form)
    session = open_session(today, data)
    gone: list[Course] = []

    def without(plan: Plan) -> Plan:
        gone[:] = [one_course(plan, course)]
        if not anyway and (gone[0].status != PLANNED or gone[0].history):
            state = STATUSES[gone[0].status] if gone[0].status != PLANNED else "byttet før"
            raise UsageProblem(
                f"{gone[0].name} er {state}, og det ville gått tapt.",
                hint="Bruk utveksling fagplan bytt, som tar vare på den, eller --likevel.",
            )
        return plan._replace(courses=tuple(one for one in plan.courses if one.id != gone[0].id))

    path, plan = change(plan_file, without, out)
    show_plan(session, plan, path, (f"Tatt ut: {gone[0].name}.",), form, out)
