"""`utveksling fagplan endre`: change what the plan says of a course."""

from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import change, one_course, read_course, takes_course, with_typed
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling fagplan endre comp3702 --status godkjent --svar 2027-03-01",
        'utveksling fagplan endre comp3702 --poeng 2 --gruppe ""',
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
@takes_course
def endre(
    course: Annotated[str, typer.Argument(metavar="EMNE", help="Id, kode eller tittel på emnet i planen")],
    typed: dict[str, str],
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Endre det planen sier om et emne. Tom tekst tar det som står, bort. Id-en til emnet blir den samme."""
    from utveksling_cli.cli.fagplan.ntnu_codes import doubtful
    from utveksling_cli.cli.fagplan.shown import show_plan
    from utveksling_cli.planning.course_changes import replaced_one

    form = check_format(form)
    if not typed:
        raise UsageProblem("Ingenting å endre er oppgitt.", hint="Se valgene med: utveksling fagplan endre --hjelp")
    read_course(typed)
    session = open_session(today, data)
    sides: list[Course] = []

    def changed(plan: Plan) -> Plan:
        old = one_course(plan, course)
        sides[:] = [old, with_typed(old, typed)]
        return plan._replace(courses=replaced_one(plan.courses, sides[1]))

    path, plan = change(plan_file, changed, out)
    told = f"Endret: {sides[1].name}." if sides[0] != sides[1] else f"{sides[1].name} sto slik fra før."
    show_plan(session, plan, path, (told, *doubtful(session, sides[1:], sides[:1])), form, out)
