"""`utveksling fagplan legg-til`: put courses into the plan, from options, earlier decisions or a spreadsheet."""

from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.course_options import START, change, read_course, takes_course
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.model.course import REMOVED, Course
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        'utveksling fagplan legg-til --kode COMP3702 --tittel "Artificial Intelligence" --poeng 2 --erstatter TDT4136',
        "utveksling fagplan legg-til --forslag 1203 --lenke https://example.org/emne",
        "utveksling fagplan legg-til --fil emner.xlsx",
    )
)

_MOST_NAMED = 5


@app.command("legg-til", cls=NorwegianCommand, epilog=EXAMPLES)
@takes_course
def legg_til(
    typed: dict[str, str],
    suggestions: Annotated[
        list[str] | None,
        typer.Option(
            "--forslag", metavar="NR", help="Nummer eller id på et vedtak fra utveksling fagplan forslag; kan gjentas"
        ),
    ] = None,
    own_file: Annotated[
        str | None,
        typer.Option("--emner", "--egne", metavar="FIL", help="CSV-fila med egne vedtak som forslaget sto i"),
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
    """Legg emner til planen. Det du oppgir selv, går foran det som står i vedtaket.

    En rad i fila med et emne som står i planen fra før, oppdaterer det. Kolonner som ikke kan brukes, blir nevnt."""
    from utveksling_cli.cli.fagplan.shown import show_plan

    form = check_format(form)
    _check(typed, suggestions, own_file, file)
    needed_plan_path(plan_file, START)
    session = open_session(today, data)
    new, told = _new(session, typed, (suggestions or [], own_file, file))
    changes: list[str] = []

    def with_new(plan: Plan) -> Plan:
        courses, changes[:] = _with(plan, new, update=file is not None)
        return plan._replace(courses=courses)

    path, plan = change(plan_file, with_new, out)
    show_plan(session, plan, path, (*changes, *told), form, out)


def _check(typed: dict[str, str], suggestions: list[str] | None, own_file: str | None, file: str | None) -> None:
    if file is not None and (typed or suggestions or own_file):
        raise UsageProblem("--fil kan ikke brukes sammen med andre opplysninger om et emne.", hint="Bruk bare --fil.")
    if file is None and not suggestions and not any(typed.get(name, "").strip() for name in ("title", "code")):
        raise UsageProblem("Hvilket emne?", hint="Oppgi --tittel eller --kode, --forslag NR eller --fil FIL.")
    if suggestions and len(suggestions) > 1 and typed:
        hint = "Legg til ett forslag om gangen, eller endre emnene etterpå: utveksling fagplan endre"
        raise UsageProblem("Flere forslag kan ikke få de samme opplysningene.", hint=hint)
    if own_file is not None and not suggestions:
        raise UsageProblem("--emner hører til --forslag.", hint="Et regneark med emner leses med --fil.")


def _new(
    session: Session, typed: dict[str, str], sources: tuple[list[str], str | None, str | None]
) -> tuple[tuple[Course, ...], tuple[str, ...]]:
    """The courses, and what there is to tell of how they were read."""
    from utveksling_cli.cli.fagplan.ntnu_codes import doubtful

    suggestions, own_file, file = sources
    if file is not None:
        from utveksling_cli.cli.fagplan.course_file import read_courses

        new, told = read_courses(Path(file))
        return new, (*told, *doubtful(session, new))
    if not suggestions:
        course = read_course(typed)
        return (course,), doubtful(session, (course,))
    from utveksling_cli.cli.fagplan.suggested import suggested

    found = [suggested(session, one, own_file, typed) for one in suggestions]
    return tuple(course for course, _ in found), tuple(sentence for _, told in found for sentence in told)


def _with(plan: Plan, new: tuple[Course, ...], *, update: bool) -> tuple[tuple[Course, ...], list[str]]:
    """The plan's courses with the new ones, and what to tell; a course without a host is at the first choice."""
    from utveksling_cli.planning.course_changes import merged

    first = plan.stay.hosts[0] if plan.stay.hosts else None
    result = merged(plan.courses, new, host=first)
    if result.twice and not update:
        again = result.twice[0]
        before = next((one for one in plan.courses if one.id == again.id), None)
        raise _twice(before) if before else _suggested_twice(again)
    names = {"Lagt til": result.added, "Oppdatert": result.updated, "Uendret": result.same}
    return result.courses, [f"{what}: {_names(found)}." for what, found in names.items() if found]


def _twice(course: Course) -> UsageProblem:
    change_it = f"utveksling fagplan endre {course.id}"
    hint = f"Endre det: {change_it}. Tar du det to ganger, gi hvert sitt semester."
    if course.status == REMOVED:
        hint = f"Det er tatt ut. Ta det inn igjen med utveksling fagplan bytt, eller {change_it} --status planlagt"
    return UsageProblem(f"{course.name} er i planen fra før, som «{course.id}».", hint=hint)


def _suggested_twice(course: Course) -> UsageProblem:
    hint = "Velg ett av vedtakene. Skal det erstatte mer, sett det etterpå: utveksling fagplan endre"
    return UsageProblem(f"--forslag: To av vedtakene er om samme emne, {course.name}.", hint=hint)


def _names(courses: tuple[Course, ...]) -> str:
    more = f" og {len(courses) - _MOST_NAMED} til" if len(courses) > _MOST_NAMED else ""
    return ", ".join(course.name for course in courses[:_MOST_NAMED]) + more
