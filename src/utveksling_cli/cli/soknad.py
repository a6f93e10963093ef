"""`utveksling søknad`: the steps from the idea to recognised courses, dated and ticked off for the student's plan."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from utveksling_cli.catalogue.process_queries import process_facts
from utveksling_cli.catalogue.queries import country_names
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.applied import applied
from utveksling_cli.cli.complete import complete_one_of, complete_step
from utveksling_cli.cli.dates import Asked, Given, asked_for
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, check_place, emit
from utveksling_cli.cli.parse import parse_semester
from utveksling_cli.cli.plan import needed_plan_path, open_plan, plan_path
from utveksling_cli.cli.resolve import find_place
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.cli.stay_types import STAY_TYPES
from utveksling_cli.cli.step_changes import Typed, read_changes, write_changes
from utveksling_cli.cli.step_names import find_step
from utveksling_cli.cli.titles import Titles
from utveksling_cli.cli.usage import one_of
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.plan import Plan
from utveksling_cli.model.process import ProcessFacts

if TYPE_CHECKING:
    from utveksling_cli.render.soknad import View

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling søknad",
        "utveksling søknad --semester H2027 --lærested tu-berlin",
        "utveksling søknad vertssoknad",
        "utveksling søknad --ferdig forhandsgodkjenning",
        'utveksling søknad visum --notat "Time på ambassaden 3. mai"',
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def soknad(
    step: Annotated[
        str | None,
        typer.Argument(
            metavar="STEG", help="Id eller navn på ett steg som skal vises i sin helhet", autocompletion=complete_step
        ),
    ] = None,
    done: Annotated[
        list[str] | None,
        typer.Option(
            "--ferdig",
            metavar="STEG",
            help="Merk steget som gjort i dag i planen; kan gjentas",
            autocompletion=complete_step,
        ),
    ] = None,
    undone: Annotated[
        list[str] | None,
        typer.Option(
            "--angre", metavar="STEG", help="Ta bort merket i planen; kan gjentas", autocompletion=complete_step
        ),
    ] = None,
    note: Annotated[
        str | None,
        typer.Option("--notat", metavar="TEKST", help="Skriv et notat på steget i planen; tom tekst tar det bort"),
    ] = None,
    semester: options.SemesterOption = None,
    country: options.Country = None,
    host: options.Host = None,
    stay: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="utveksling, praksis eller freemover; uten dette det som står i planen",
            autocompletion=complete_one_of(tuple(STAY_TYPES)),
        ),
    ] = None,
    plan_file: options.Plan = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Vis stegene fra idé til godkjente emner: hvem som gjør dem, når, og hva som er neste.

    Med en plan er det som er gjort, krysset av, og datoene følger den. Uten plan vises stegene for semesteret og stedet
    du oppgir."""
    form = check_format(form)
    chosen = None if semester is None else parse_semester(semester)
    stay_type = None if stay is None else one_of("--type", stay, STAY_TYPES)
    session = open_session(today, data)
    facts = process_facts(session.catalogue)
    titles = [(known.id, known.title) for known in facts.steps]
    shown = None if step is None else find_step(titles, step)
    code, institution = find_place(session.catalogue, country, host)
    # The plan is changed only when all else on the command line makes sense.
    check_place(out)
    opened = _opened(session, Typed(step, tuple(done or ()), tuple(undone or ()), note), titles, plan_file)
    asked = asked_for(Given(opened.plan or Plan(), opened.path), chosen, code, institution)
    if stay_type is not None:
        asked = asked._replace(plan=asked.plan._replace(stay=asked.plan.stay._replace(type=stay_type)))
    view = _view(session, facts, opened, asked)
    emit("soknad", view._replace(shown=shown), form, out)


class _Opened(NamedTuple):
    """`path` is None without a plan; `notices` tell what was written."""

    plan: Plan | None
    path: str | None
    notices: tuple[Notice, ...] = ()


def _opened(session: Session, typed: Typed, titles: Titles, plan_file: str | None) -> _Opened:
    """The plan, changed first if that was asked for."""
    if not typed.changes_anything:
        plan = open_plan(plan_file)
        return _Opened(plan, None if plan is None else str(plan_path(plan_file)))
    changes = read_changes(typed, titles)
    path = needed_plan_path(plan_file)
    plan = write_changes(path, changes, session.today)
    told = {"file": str(path), "steps": ", ".join(changes.steps)}
    return _Opened(plan, str(path), (Notice("information", "process.written", told),))


def _view(session: Session, facts: ProcessFacts, opened: _Opened, asked: Asked) -> "View":
    from utveksling_cli.render.soknad import View

    found, hosts = applied(session, facts, asked, has_plan=opened.plan is not None)
    return View(
        application=found._replace(notices=(*opened.notices, *found.notices)),
        shown=None,
        contacts=facts.contacts,
        hosts=tuple((host.id, host.name) for host in hosts),
        plan=opened.path,
        today=session.today,
        data_version=session.data_version,
        names=country_names(session.catalogue),
    )
