"""`utveksling krav [LÆRESTED]`: whether the student meets the conditions that are known for an exchange."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.catalogue.funding_queries import dated_sets, rates
from utveksling_cli.catalogue.queries import fields_of_study
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.averages import parse_average
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.levels import Level, read_level
from utveksling_cli.cli.numbers import parse_decimal
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_months, parse_semester, parse_words
from utveksling_cli.cli.plan import open_plan
from utveksling_cli.cli.plan_hosts import asked_for
from utveksling_cli.cli.planned_courses import PlannedCourses, planned_courses
from utveksling_cli.cli.semesters import open_semester
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.cli.stay_types import STAY_TYPES
from utveksling_cli.cli.usage import YES_NO, one_of
from utveksling_cli.model.answers import NOT_MET
from utveksling_cli.model.eligibility import Applicant, Eligibility
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.plan import Plan
from utveksling_cli.planning.eligibility import Facts, applicant_of, eligibility
from utveksling_cli.planning.rates import RateBook

if TYPE_CHECKING:
    from utveksling_cli.model.time import Semester

_MOST_CREDITS, _MOST_MONTHS = 1000, 36

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling krav eth --studiepoeng 90 --nivå master",
        "utveksling krav ucla --snitt 3,8 --program datateknologi",
        "utveksling krav --studiepoeng 90 --streng",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def krav(
    host: options.HostNameOrPlan = None,
    have: Annotated[
        str | None, typer.Option("--studiepoeng", metavar="TALL", help="Studiepoeng du har fullført")
    ] = None,
    planned: Annotated[
        str | None,
        typer.Option(
            "--planlagt", metavar="TALL", help="Studiepoeng du planlegger å ta ute, i alt; uten dette emnene i planen"
        ),
    ] = None,
    level: Level = None,
    average: Annotated[
        str | None, typer.Option("--snitt", metavar="SNITT", help="Karaktersnitt: en bokstav, eller et tall der A er 5")
    ] = None,
    programme: Annotated[
        str | None, typer.Option("--program", metavar="PROGRAM", help="Programmet ditt ved NTNU")
    ] = None,
    field: Annotated[
        str | None, typer.Option("--fag", metavar="FAG", help="ISCED-F-kode (06, 0613) eller ord (informatikk)")
    ] = None,
    erasmus: Annotated[
        str | None,
        typer.Option(
            "--erasmus-måneder",
            "--erasmus-maneder",
            metavar="TALL",
            help="Måneder du har hatt Erasmus+ på dette nivået før",
        ),
    ] = None,
    had_grant: Annotated[
        str | None,
        typer.Option("--tidligere-stipend", metavar="JA|NEI", help="Om du har hatt NTNU-stipend før: ja eller nei"),
    ] = None,
    stay_type: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help=", ".join(STAY_TYPES),
            autocompletion=complete_one_of(tuple(STAY_TYPES)),
        ),
    ] = None,
    months: Annotated[str | None, typer.Option("--måneder", "--maneder", metavar="TALL", help="Måneder ute")] = None,
    semester: options.SemesterOption = None,
    strict: Annotated[bool, typer.Option("--streng", help="Avslutt med 1 når noe ikke er oppfylt")] = False,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Sjekk vilkårene som er kjent: studiepoeng, nivå, fag, karakterer og stipend, hver med svar og kilde.

    Det du ikke oppgir, hentes fra planen. Plassene fordeles etter karaktersnitt, og ingenting her er et løfte."""
    from utveksling_cli.render.krav import View

    form = check_format(form)
    typed = Applicant(
        credits=_number(have, "--studiepoeng", _MOST_CREDITS),
        planned_credits=_number(planned, "--planlagt", _MOST_CREDITS),
        level=read_level(level),
        grade_average=None if average is None else parse_average(average),
        programme=parse_words(programme, "--program"),
        field=parse_words(field, "--fag"),
        erasmus_months=_number(erasmus, "--erasmus-måneder", _MOST_MONTHS),
        had_ntnu_grant=None if had_grant is None else one_of("--tidligere-stipend", had_grant, YES_NO),
        stay_type=None if stay_type is None else one_of("--type", stay_type, STAY_TYPES),
        months=None if months is None else parse_months(months),
    )
    plan = open_plan(plan_file) or Plan()
    applicant = _instead_of(typed, applicant_of(plan))
    session = open_session(today, data)
    chosen = parse_semester(semester) if semester is not None else plan.stay.semester
    hosts: list[Institution | None] = [*asked_for(session, host, plan)]
    courses = planned_courses(session, plan) if planned is None else PlannedCourses()
    asked = [(one, courses.told_by(applicant, one)) for one in hosts or [None]]
    found = _found(session, asked, chosen)
    told = courses.notices if any(map(courses.are_at, hosts or [None])) else ()
    emit("krav", View(found, asked[0][1], session.today, session.data_version, told), form, out)
    if strict and any(check.answer == NOT_MET for one in found for check in one.checks):
        raise typer.Exit(1)


def _found(
    session: Session, asked: list[tuple[Institution | None, Applicant]], chosen: "Semester | None"
) -> tuple[Eligibility, ...]:
    """Each host with what the student tells there."""
    catalogue = session.catalogue
    facts = Facts(RateBook(rates(catalogue), dated_sets(catalogue)), fields_of_study(catalogue))
    found = []
    for host, applicant in asked:
        semester = chosen or open_semester(catalogue, session.today, host.country if host else None)
        found.append(eligibility(applicant, host, semester, session.today, facts))
    return tuple(found)


def _instead_of(typed: Applicant, planned: Applicant) -> Applicant:
    """What the command line tells stands in for what the plan does."""
    told = {name: value for name, value in typed._asdict().items() if value not in (None, False)}
    return planned._replace(**told | ({"had_ntnu_grant": False} if typed.had_ntnu_grant is False else {}))


def _number(text: str | None, option: str, most: int) -> Decimal | None:
    if text is None:
        return None
    hint = f"Skriv et tall fra 0 til {most}."
    value = parse_decimal(text, option, hint)
    if value > most:
        raise UsageProblem(f"{option}: {text.strip()} er for mye.", hint=hint)
    return value
