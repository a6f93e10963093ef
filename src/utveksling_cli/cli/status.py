"""`utveksling status`: the student's plan on one screen."""

from typing import TYPE_CHECKING

import typer

from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.plan import FREEMOVER

if TYPE_CHECKING:
    from utveksling_cli.model.budget import Budget
    from utveksling_cli.model.course_plan import CoursePlan
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.render.status import Courses, Money

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling status\nutveksling status --plan min-plan.yaml --format json"
_SHOWN_DATES = 3


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def status(
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis planen på én skjerm: læresteder, neste datoer, språk, emner, økonomi og åpne problemer."""
    from utveksling_cli.cli.checked import findings
    from utveksling_cli.planfile import load
    from utveksling_cli.planning.date_steps import done_dates
    from utveksling_cli.planning.plan_language import last_day_for_test
    from utveksling_cli.render.status import Language, View

    form = check_format(form)
    path = needed_plan_path(plan_file)
    session = open_session(today, data)
    plan = load(path)
    found = findings(session, plan)
    dates = found.timeline.dates
    done = done_dates(plan, dates)
    view = View(
        hosts=found.setting.hosts,
        unknown=found.unknown,
        dates=tuple(one for one in dates if not one.past and one.id not in done)[:_SHOWN_DATES],
        languages=tuple(
            Language(one.institution.id, one.institution.name, one.answer, last_day_for_test(one))
            for one in found.languages
        ),
        evidence=plan.languages,
        courses=_courses(plan, found.courses),
        money=_money(plan, found.budget),
        problems=found.problems,
        semester=found.setting.semester,
        today=session.today,
        path=str(path),
        data_version=session.data_version,
        names=country_names(session.catalogue),
    )
    emit("status", view, form, out)


def _courses(plan: "Plan", found: "CoursePlan | None") -> "Courses":
    from utveksling_cli.render.status import Courses

    if found is None:
        return Courses(0)
    return Courses(len(plan.courses), len(found.counted), found.total, found.needed, len(found.unknown))


def _money(plan: "Plan", budget: "Budget | None") -> "Money | None":
    from utveksling_cli.render.status import Money

    if budget is None:
        return None
    totals = budget.totals
    net = totals.grant + totals.loan + totals.income - totals.expense
    unknown = {notice.code for notice in budget.notices}
    lacks_tuition = plan.stay.type == FREEMOVER and "budget.tuition_not_given" in unknown
    complete = "budget.living_unknown" not in unknown
    return Money(net, totals.lowest_balance, totals.lowest_month, complete, lacks_tuition)
