"""`utveksling start`: make the student's plan, or fill in more of it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_host
from utveksling_cli.cli.plan import plan_path
from utveksling_cli.cli.plan_answers import ANSWERS, Answers, Question, with_answers
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.model.errors import UsageProblem, UtvekslingError
from utveksling_cli.model.plan import Plan
from utveksling_cli.planfile import FILE_NAME, edit, load

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling start",
        "utveksling start --ja --program Datateknologi --nivå master --semester H2027 --lærested tu-berlin",
        'utveksling start --ja --språk "en:ielts=6.5@2026-05-01"',
    )
)
_LATER = "Planen er din egen: den blir på maskinen, og bare du kan lese fila.\nSe den med: utveksling status\n"


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def start(
    programme: Annotated[str | None, typer.Option("--program", metavar="PROGRAM", help="NTNU-programmet ditt")] = None,
    level: Annotated[
        str | None, typer.Option("--nivå", "--niva", metavar="NIVÅ", help="bachelor, master eller phd")
    ] = None,
    campus: Annotated[
        str | None, typer.Option("--campus", metavar="BY", help="trondheim, gjovik eller alesund")
    ] = None,
    credits_done: Annotated[
        str | None, typer.Option("--studiepoeng", metavar="TALL", help="Studiepoeng du har fullført")
    ] = None,
    average: Annotated[
        str | None, typer.Option("--snitt", metavar="TALL", help="Karaktersnittet, der A er 5 og E er 1")
    ] = None,
    citizenship: Annotated[
        str | None, typer.Option("--statsborgerskap", metavar="HVA", help="norsk, nordisk, eu eller annet")
    ] = None,
    languages: Annotated[
        list[str] | None,
        typer.Option("--språk", "--sprak", metavar="BEVIS", help="For eksempel «en:ielts=6.5@2026-05-01»; kan gjentas"),
    ] = None,
    semester: Annotated[
        str | None, typer.Option("--semester", metavar="SEMESTER", help="For eksempel H2027 eller V2028")
    ] = None,
    hosts: Annotated[
        list[str] | None,
        typer.Option(
            "--lærested",
            "--laerested",
            metavar="LÆRESTED",
            help="Førstevalget først; kan gjentas, høyst tre",
            autocompletion=complete_host,
        ),
    ] = None,
    stay_type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="utveksling, praksis eller freemover")
    ] = None,
    without_questions: Annotated[
        bool, typer.Option("--ja", help="Spør ikke om noe: bruk bare det som står på kommandolinja")
    ] = False,
    plan: options.Plan = None,
    data: options.Data = None,
) -> None:
    """Lag planen din, utveksling.yaml, eller fyll ut mer av den.

    På en terminal stilles noen spørsmål; tomt svar lar det stå som det er. Kan kjøres igjen uten at noe går tapt."""
    session = open_session(None, data)
    path = plan_path(plan) or Path(FILE_NAME)
    before = load(path) if path.exists() else Plan()
    given = Answers(
        programme, level, campus, credits_done, average, citizenship, semester, stay_type,
        tuple(languages or ()), tuple(hosts or ()),
    )  # fmt: skip
    with_answers(before, given, session)
    if not without_questions:
        if not sys.stdin.isatty():
            raise UsageProblem(
                "start stiller spørsmål, men her er ingen terminal å svare på.",
                hint="Bruk --ja, og oppgi det du vil ha i planen. Se utveksling start --hjelp",
            )
        given = _asked(before, given, session)
    edit(path, lambda held: with_answers(held, given, session))
    typer.echo(f"Skrevet i {path}.\n{_LATER}", nl=False)


def _asked(before: Plan, given: Answers, session: Session) -> Answers:
    """Ask for what was not on the command line; an answer that cannot be used is asked for again."""
    typer.echo("Trykk Enter for å hoppe over et spørsmål. Ctrl-C avbryter uten å skrive noe.\n")
    for question in ANSWERS:
        if not getattr(given, question.field):
            given = _ask(question, given, lambda answers: with_answers(before, answers, session))
    return given


def _ask(question: Question, given: Answers, check: Callable[[Answers], Plan]) -> Answers:
    while True:
        try:
            text = typer.prompt(question.text, default="", show_default=False)
        except typer.Abort:
            raise KeyboardInterrupt from None
        if not text.strip():
            return given
        answer: Any = (text,) if question.several else text
        answered = given._replace(**{question.field: answer})
        try:
            check(answered)
        except UtvekslingError as error:
            typer.echo(f"  {error.message} {error.hint or ''}".rstrip())
        else:
            return answered
