"""`utveksling språk [LÆRESTED]`: whether the student needs a language test, and by when to take it."""

import typer

from utveksling_cli.catalogue.language_queries import language_facts
from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import language_options as language
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.evidence import read_evidence, together
from utveksling_cli.cli.levels import Level, read_level
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_semester
from utveksling_cli.cli.plan import open_plan
from utveksling_cli.cli.plan_hosts import asked_for
from utveksling_cli.cli.session import open_session
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.language_answer import Student
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan
from utveksling_cli.planning.language import answer_host

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling språk kaist --toefl 95 --dato 2026-06-12",
        "utveksling språk university-of-sydney --vgs-engelsk 5 --vgs-år 2023",
        "utveksling språk upv-valencia --cefr en=C1 --cefr spansk=A2",
        "utveksling språk",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def sprak(
    host: options.HostNameOrPlan = None,
    toefl: language.Toefl = None,
    ielts: language.Ielts = None,
    cambridge: language.Cambridge = None,
    duolingo: language.Duolingo = None,
    cefr: language.Levels = None,
    grade: language.Grade = None,
    diploma: language.DiplomaYear = None,
    taken: language.TestDate = None,
    level: Level = None,
    semester: options.SemesterOption = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis om du trenger språktest ved et lærested: hva det krever, om det du har er nok, og når en test må tas.

    Språkkunnskapene dine kommer fra planen og fra valgene her. Svaret bygger på det som er funnet om lærestedet, og er
    ikke et løfte: Lærestedet avgjør."""
    from utveksling_cli.cli.occasions import Occasions
    from utveksling_cli.render.sprak import View

    form = check_format(form)
    session = open_session(today, data)
    facts = language_facts(session.catalogue)
    typed = language.Typed(toefl, ielts, cambridge, duolingo, tuple(cefr or ()), grade, diploma, taken)
    flags = read_evidence(typed, facts.tests, session.today)
    asked = read_level(level)
    chosen = None if semester is None else parse_semester(semester)
    plan = open_plan(plan_file) or Plan()
    hosts = asked_for(session, host, plan)
    if not hosts:
        raise UsageProblem(
            "Hvilket lærested? Oppgi ett, eller velg noen i planen.",
            hint="For eksempel: utveksling språk kaist --toefl 95. Uten lærested vises de som står i planen.",
        )
    student = Student(together(plan.languages, flags), asked or plan.profile.level)
    occasions = Occasions(session, chosen or plan.stay.semester, plan.stay)
    answers = tuple(answer_host(one, student, occasions.of(one), facts) for one in hosts)
    names = country_names(session.catalogue)
    told = (*(notice for answer in answers for notice in answer.notices), Notice("information", "proof.no_promise"))
    view = View(answers, student.languages, student.level, facts, session.today, session.data_version, names, told)
    emit("sprak", view, form, out)
