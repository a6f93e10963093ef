"""`utveksling start`: make the student's plan, or tell it more."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host, complete_one_of
from utveksling_cli.cli.levels import Level
from utveksling_cli.cli.output import JSON, STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.plan import plan_path
from utveksling_cli.cli.session import PLAN_FILE, Session, open_session
from utveksling_cli.cli.usage import YES_NO
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.plan import Plan
from utveksling_cli.render.wording import CAMPUSES, STAYS

if TYPE_CHECKING:
    from utveksling_cli.cli.told import Told

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling start",
        "utveksling start --ja --program Datateknologi --nivå master --studiepoeng 180 --snitt 3,8",
        "utveksling start --ja --språk en:ielts=6,5@2026-05-01 --semester H2027 --lærested eth-zurich --lærested kth",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def start(
    programme: Annotated[
        str | None, typer.Option("--program", metavar="PROGRAM", help="Studieprogrammet ditt ved NTNU")
    ] = None,
    level: Level = None,
    campus: Annotated[
        str | None,
        typer.Option(
            "--campus",
            metavar="BY",
            help="Trondheim, Gjøvik eller Ålesund",
            autocompletion=complete_one_of([name.casefold() for name in CAMPUSES.values()]),
        ),
    ] = None,
    credits_completed: Annotated[
        str | None, typer.Option("--studiepoeng", metavar="ANTALL", help="Studiepoeng du har bestått")
    ] = None,
    average: Annotated[
        str | None, typer.Option("--snitt", metavar="SNITT", help="Karaktersnitt: en bokstav, eller et tall der A er 5")
    ] = None,
    citizenship: Annotated[
        str | None,
        typer.Option(
            "--statsborgerskap",
            metavar="HVILKET",
            help="norsk, nordisk, eøs eller annet: det avgjør visum, og om støtten fra Lånekassen er usikker",
            autocompletion=complete_one_of(("norsk", "nordisk", "eøs", "annet")),
        ),
    ] = None,
    completed: Annotated[
        str | None,
        typer.Option(
            "--fullført",
            "--fullfort",
            metavar="EMNER",
            help="NTNU-emner du har fra før, for eksempel TDT4100,TMA4100, eller ingen",
        ),
    ] = None,
    reading_list: Annotated[
        str | None,
        typer.Option(
            "--pensumliste",
            metavar="JA/NEI",
            help="Om fakultetet ditt ber om pensumliste for emnene i fagplanen",
            autocompletion=complete_one_of(tuple(YES_NO)),
        ),
    ] = None,
    languages: Annotated[
        list[str] | None,
        typer.Option(
            "--språk",
            "--sprak",
            metavar="SPRÅK:PRØVE=RESULTAT",
            help="Det du kan vise til, for eksempel «en:ielts=6,5@2026-05-01» eller «en:vgs=5@2023»; kan gjentas",
        ),
    ] = None,
    semester: Annotated[
        str | None, typer.Option("--semester", metavar="SEMESTER", help="Når du vil reise, for eksempel H2027")
    ] = None,
    months: Annotated[
        str | None,
        typer.Option("--måneder", "--maneder", metavar="ANTALL", help="Hele måneder ute, 1–12"),
    ] = None,
    study_year: Annotated[
        str | None,
        typer.Option(
            "--studieår",
            "--studiear",
            metavar="JA/NEI",
            help="Et helt studieår, fra høstsemesteret",
            autocompletion=complete_one_of(tuple(YES_NO)),
        ),
    ] = None,
    hosts: Annotated[
        list[str] | None,
        typer.Option(
            "--lærested",
            "--laerested",
            metavar="LÆRESTED",
            help="Et ønske; gjenta for andre og tredje ønske",
            autocompletion=complete_host,
        ),
    ] = None,
    stay_type: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="SLAG",
            help="utveksling, praksis eller freemover",
            autocompletion=complete_one_of(tuple(STAYS.values())),
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--ja", help="Spør ikke; skriv bare det valgene sier")] = False,
    plan_file: options.Plan = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="tabell (standard) eller json",
            autocompletion=complete_one_of((TABLE, JSON)),
        ),
    ] = TABLE,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Lag planen din, utveksling.yaml, ved å svare på noen spørsmål. Alt kan hoppes over.

    Kjør kommandoen igjen når noe er nytt: Bare det du svarer på, endres. Fila er privat og blir på maskinen din."""
    from utveksling_cli.cli.told import Told, read_answers
    from utveksling_cli.planfile import edit, is_there, load
    from utveksling_cli.render.start import View

    form = check_format(form, (TABLE, JSON))
    if not yes and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageProblem(
            "Her er ingen terminal å stille spørsmål i.",
            hint="Oppgi svarene som valg, med --ja. Se utveksling start --hjelp",
        )
    told = Told(
        programme, level, campus, credits_completed, average, citizenship, tuple(languages or ()), semester, stay_type,
        None if hosts is None else tuple(hosts), completed, reading_list, months, study_year,
    )  # fmt: skip
    session = open_session(today, data)
    read_answers(told, session)
    path = plan_path(plan_file) or Path(PLAN_FILE)
    before = load(path) if is_there(path) else None
    if not yes:
        told = _asked(told, before or Plan(), session)
    plan = edit(path, read_answers(told, session).in_plan)
    emit("start", View(plan, str(path), before is None, plan != before), form, STANDARD_OUTPUT)


def _asked(told: "Told", plan: Plan, session: Session) -> "Told":
    from utveksling_cli.cli.questions import ask

    try:
        return ask(told, plan, session)
    except (KeyboardInterrupt, EOFError, typer.Abort):
        sys.stderr.write("\nAvbrutt. Ingenting er skrevet.\n")
        raise KeyboardInterrupt from None
