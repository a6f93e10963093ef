"""`utveksling fagplan bytt`: a change during the stay, kept with its reason, and the text for the mail about it."""

from datetime import date
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.fagplan import course_options as fields
from utveksling_cli.cli.fagplan.course_options import change, one_course, read_course, said, view_of
from utveksling_cli.cli.output import JSON, STANDARD_OUTPUT, TABLE, check_format, emit, write
from utveksling_cli.cli.session import open_session
from utveksling_cli.cli.usage import not_allowed
from utveksling_cli.model.course import CHANGE_REASONS, EXTENDING_MOBILITY, Course
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        'utveksling fagplan bytt comp3702 COMP4702 --tittel "Machine Learning" --poeng 2 --grunn not-available',
        "utveksling fagplan bytt comp3702 --grunn timetable-conflict",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def bytt(
    old: Annotated[str, typer.Argument(metavar="UT", help="Emnet som går ut: id, kode eller tittel")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="INN", help="Emnet som kommer inn: et i planen, eller koden til et nytt"),
    ] = None,
    reason: Annotated[
        str,
        typer.Option(
            "--grunn", metavar="GRUNN", help=", ".join(CHANGE_REASONS), autocompletion=complete_one_of(CHANGE_REASONS)
        ),
    ] = "",
    title: fields.Title = None,
    credit: fields.Credits = None,
    link: fields.Link = None,
    replaces: fields.Replaces = None,
    level: fields.Level = None,
    season: fields.Season = None,
    language: fields.Language = None,
    plan_file: options.Plan = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="tabell (standard: teksten til e-posten) eller json"),
    ] = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Bytt et emne i planen, ta vare på historien, og få teksten til e-posten til studieveilederen.

    Uten INN går emnet bare ut. Med extending-mobility kommer det første emnet til, og ingenting går ut."""
    form = check_format(form, (TABLE, JSON))
    _check_reason(reason, new)
    typed = said(
        title=title, credits=credit, link=link, replaces=replaces, level=level, semester=season, language=language
    )
    session = open_session(today, data)
    swap: list[tuple[Course | None, Course | None]] = []

    def how(plan: Plan) -> Plan:
        sides = _sides(plan, (old, new, reason), typed)
        courses = _swapped(plan, sides, reason, session.today)
        by_id = {one.id: one for one in courses}
        swap.append((by_id[sides[0].id] if sides[0] else None, by_id[sides[1].id] if sides[1] else None))
        return plan._replace(courses=courses)

    path, plan = change(plan_file, how)
    view = view_of(session, plan, path)
    if form == JSON:
        emit("fagplan", view, form, out)
    else:
        from utveksling_cli.render.fagplan_mail import mail

        write(mail(swap[0], reason, view), out)


def _check_reason(reason: str, new: str | None) -> None:
    if reason not in CHANGE_REASONS:
        raise not_allowed("--grunn", reason, CHANGE_REASONS)
    if reason == EXTENDING_MOBILITY and new is not None:
        raise UsageProblem("Når oppholdet forlenges, går ikke noe emne ut.", hint="Oppgi bare emnet som kommer til.")


def _sides(
    plan: Plan, asked: tuple[str, str | None, str], typed: dict[str, str]
) -> tuple[Course | None, Course | None]:
    old, new, reason = asked
    if reason == EXTENDING_MOBILITY:
        return None, _incoming(plan, old, typed)
    going = one_course(plan, old)
    coming = None if new is None else _incoming(plan, new, typed)
    if coming is not None and coming.id == going.id:
        raise UsageProblem("Et emne kan ikke byttes med seg selv.", hint="Se emnene med: utveksling fagplan vis")
    return going, coming


def _incoming(plan: Plan, text: str, typed: dict[str, str]) -> Course:
    """The one in the plan with this name, changed by what was typed; else a new one with this code."""
    from utveksling_cli.planning.course_changes import find_courses, free_id

    fresh = read_course({"code": text, **typed})
    if find_courses(plan.courses, text):
        named = {*typed} | ({"unit"} if fresh.unit else set())
        return one_course(plan, text)._replace(**{name: getattr(fresh, name) for name in named})
    return fresh._replace(id=free_id(fresh, [one.id for one in plan.courses]))


def _swapped(plan: Plan, sides: tuple[Course | None, Course | None], reason: str, today: date) -> tuple[Course, ...]:
    from utveksling_cli.planning.course_changes import swapped

    return swapped(plan.courses, *sides, (reason, today))
