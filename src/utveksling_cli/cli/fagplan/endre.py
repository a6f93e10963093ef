"""`utveksling fagplan endre`: change what the plan says of a course."""

from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan import course_options as fields
from utveksling_cli.cli.fagplan.course_options import change, one_course, read_course, said, show, view_of
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
def endre(
    course: Annotated[str, typer.Argument(metavar="EMNE", help="Id, kode eller tittel på emnet i planen")],
    title: fields.Title = None,
    code: fields.Code = None,
    credit: fields.Credits = None,
    link: fields.Link = None,
    replaces: fields.Replaces = None,
    level: fields.Level = None,
    season: fields.Season = None,
    language: fields.Language = None,
    group: fields.Group = None,
    alternatives: fields.Alternatives = None,
    status: fields.Status = None,
    decided: fields.Decided = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Endre det planen sier om et emne. Tom tekst tar det som står, bort."""
    form = check_format(form)
    typed = said(
        title=title, code=code, credits=credit, link=link, replaces=replaces, level=level, semester=season,
        language=language, group=group, alternatives=alternatives, status=status, decided=decided,
    )  # fmt: skip
    if not typed:
        raise UsageProblem("Ingenting å endre er oppgitt.", hint="Se valgene med: utveksling fagplan endre --hjelp")
    new = read_course(typed)
    session = open_session(today, data)
    path, plan = change(plan_file, lambda now: _changed(now, course, new, frozenset(typed)))
    show(view_of(session, plan, path, (f"Endret: {one_course(plan, _after(plan, course, new)).name}.",)), form, out)


def _changed(plan: Plan, text: str, new: Course, typed: frozenset[str]) -> Plan:
    from utveksling_cli.planning.course_changes import replaced_one

    old = one_course(plan, text)
    named = typed | ({"unit"} if "credits" in typed and new.unit else set())
    course = old._replace(**{name: getattr(new, name) for name in named})
    return plan._replace(courses=replaced_one(plan.courses, course))


def _after(plan: Plan, text: str, new: Course) -> str:
    """What the course is called now that its own name may have changed."""
    from utveksling_cli.planning.course_changes import find_courses

    return text if find_courses(plan.courses, text) else new.code or new.title or text
