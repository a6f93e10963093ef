"""`utveksling fagplan sjekk`: whether the plan of courses keeps the rules, for people and for CI."""

import typer

from utveksling_cli.cli import check_options, options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import START
from utveksling_cli.cli.output import GITHUB, STANDARD_OUTPUT, TABLE, TEXT_FORMATS, check_format, emit
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import open_session

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "utveksling fagplan sjekk\nutveksling fagplan sjekk --streng --format github"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def sjekk(
    strict: check_options.Strict = False,
    own_file: options.OwnFile = None,
    plan_file: options.Plan = None,
    form: check_options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Sjekk emnene i planen mot NTNUs regler, og avslutt med 1 når noe er feil.

    Hvert problem har regelens kilde. Det som ikke kan sjekkes, blir sagt. Et problem som er avklart, kan unntas med
    utveksling sjekk --unnta."""
    from utveksling_cli.cli.fagplan.judged import judged
    from utveksling_cli.cli.fagplan.pages import course_pages
    from utveksling_cli.cli.fagplan.shown import checked_view, ntnu_deadlines
    from utveksling_cli.cli.planned import against_facts
    from utveksling_cli.planfile import load
    from utveksling_cli.planfile.lines import lines_of
    from utveksling_cli.planning.checks import failed
    from utveksling_cli.render.fagplan_sjekk import View

    form = check_format(form, (*TEXT_FORMATS, GITHUB))
    path = needed_plan_path(plan_file, START)
    session = open_session(today, data)
    plan = load(path)
    setting = against_facts(session.catalogue, plan, session.today).setting
    result = judged(session, plan, setting, own_file)
    checked = checked_view(session, result, path)
    pages = course_pages(session, result.host, ntnu_deadlines(setting))
    problems = checked.found.problems
    ok = not failed(problems, strict=strict)
    lines = lines_of(path, [problem.keys for problem in problems])
    emit("fagplan_sjekk", View(checked, lines, strict, ok, pages), form, out)
    if not ok:
        raise typer.Exit(1)
