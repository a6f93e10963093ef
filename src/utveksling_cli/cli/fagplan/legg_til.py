"""`utveksling fagplan legg-til`: put courses into the plan, from options, an earlier decision or a spreadsheet."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan import course_options as fields
from utveksling_cli.cli.fagplan.course_options import change, read_course, said, show, view_of
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.model.course import Course
from utveksling_cli.model.errors import NotFound, UsageProblem

if TYPE_CHECKING:
    from utveksling_cli.model.plan import Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        'utveksling fagplan legg-til --kode COMP3702 --tittel "Artificial Intelligence" --poeng 2 --erstatter TDT4136',
        "utveksling fagplan legg-til --forslag v1a2b3c --lenke https://example.org/emne",
        "utveksling fagplan legg-til --fil emner.xlsx",
    )
)


@app.command("legg-til", cls=NorwegianCommand, epilog=EXAMPLES)
def legg_til(
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
    suggestion: Annotated[
        str | None, typer.Option("--forslag", metavar="ID", help="Id på et vedtak fra utveksling fagplan forslag")
    ] = None,
    file: Annotated[
        str | None, typer.Option("--fil", metavar="FIL", help="Regneark med ett emne på hver rad, .csv eller .xlsx")
    ] = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Legg emner til planen. Det du oppgir selv, går foran det som står i vedtaket."""
    form = check_format(form)
    typed = said(
        title=title, code=code, credits=credit, link=link, replaces=replaces, level=level, semester=season,
        language=language, group=group, alternatives=alternatives, status=status, decided=decided,
    )  # fmt: skip
    if file is not None and (typed or suggestion):
        raise UsageProblem("--fil kan ikke brukes sammen med andre opplysninger om et emne.", hint="Bruk bare --fil.")
    if file is None and suggestion is None and not ({"title", "code"} & typed.keys()):
        raise UsageProblem("Hvilket emne?", hint="Oppgi --tittel eller --kode, --forslag ID eller --fil FIL.")
    needed_plan_path(plan_file)
    session = open_session(today, data)
    if file is not None:
        new, told = _from_file(Path(file))
    else:
        new, told = (_one(session, typed, suggestion),), ()
    path, plan = change(plan_file, lambda now: _with(now, new))
    names = ", ".join(course.name for course in new[:5]) + (" …" if len(new) > 5 else "")
    show(view_of(session, plan, path, (f"Lagt til: {names}.", *told)), form, out)


def _from_file(path: Path) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    from utveksling_cli.cli.fagplan.course_file import read_courses

    return read_courses(path)


def _one(session: Session, typed: dict[str, str], suggestion: str | None) -> Course:
    if suggestion is None:
        return read_course(typed)
    from utveksling_cli.catalogue.decision_queries import course_decision

    found = course_decision(session.catalogue, suggestion.strip())
    if found is None:
        raise NotFound(
            f"--forslag: vedtaket «{suggestion}» finnes ikke.", hint="Se id-ene med: utveksling fagplan forslag"
        )
    base = {
        "title": " ".join(found.host_title.split()),
        "code": " ".join(found.host_code.replace(";", ",").split()),
        "replaces": found.ntnu_code,
        "host": found.institution,
    }
    return read_course(base | typed)


def _with(plan: "Plan", new: tuple[Course, ...]) -> "Plan":
    """A row of a file whose id is in the plan takes that course's place."""
    from utveksling_cli.planning.course_changes import added, replaced_one

    known = {course.id for course in plan.courses}
    courses = plan.courses
    for course in new:
        courses = replaced_one(courses, course) if course.id in known else added(courses, (course,))
    return plan._replace(courses=courses)
