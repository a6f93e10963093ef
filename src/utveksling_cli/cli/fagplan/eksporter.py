"""`utveksling fagplan eksporter`: the plan of courses as a file to hand in, or to read back."""

from typing import Annotated

import typer

from utveksling_cli.catalogue.queries import fields_of_study, institutions_by_id
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.fagplan.course_options import START
from utveksling_cli.cli.output import (
    CSV,
    DOCX,
    HTML,
    JSON,
    MARKDOWN,
    STANDARD_OUTPUT,
    XLSX,
    check_destination,
    check_format,
    emit,
)
from utveksling_cli.cli.plan import needed_plan_path
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.model.errors import UsageProblem

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling fagplan eksporter --ut fagplan.md",
        "utveksling fagplan eksporter --format docx --ut fagplan.docx",
        "utveksling fagplan eksporter --format xlsx --ut fagplan.xlsx",
        "utveksling fagplan eksporter --format json --fag 0613 --ut fagplan.json",
    )
)
FORMATS = (MARKDOWN, HTML, CSV, XLSX, DOCX, JSON)
_FILES = (XLSX, DOCX)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def eksporter(
    plan_file: options.Plan = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="md (standard), html, csv, xlsx, docx eller json (komponentene i en Learning Agreement)",
            autocompletion=complete_one_of(FORMATS),
        ),
    ] = MARKDOWN,
    field: Annotated[
        str | None, typer.Option("--fag", metavar="KODE", help="ISCED-F-koden for studiet ditt, til --format json")
    ] = None,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Skriv fagplanen i den rekkefølgen skjemaet for forhåndsgodkjenning spør.

    Det er et utkast uten underskrifter. CSV og XLSX kan leses inn igjen: utveksling fagplan legg-til --fil."""
    from utveksling_cli.cli.fagplan.shown import plan_view
    from utveksling_cli.planfile import load
    from utveksling_cli.planning.course_agreement import agreement_notices, language_skill
    from utveksling_cli.render.fagplan_export import ExportView

    form = check_format(form, FORMATS)
    if form in _FILES:
        check_destination(form, out)
    path = needed_plan_path(plan_file, START)
    session = open_session(today, data)
    code = None if field is None else _isced(session, field)
    if field is not None and form != JSON:
        raise UsageProblem("--fag hører til --format json.", hint="De andre formatene spør ikke etter fagkoden.")
    plan = load(path)
    hosts = institutions_by_id(session.catalogue, plan.stay.hosts[:1])
    host = hosts[0] if hosts else None
    shown = plan_view(session, plan, path)
    skill = language_skill(shown.checked.found.counting, plan.languages)
    view = ExportView(
        shown,
        hei_id=host.domain if host else None,
        isced_f=code,
        level=plan.profile.level,
        skill=skill,
        two_terms=host is not None and host.erasmus_code is not None,
        notices=agreement_notices(code, skill),
    )
    emit("fagplan_export", view, form, out)


def _isced(session: Session, given: str) -> str:
    code = given.strip()
    if code not in fields_of_study(session.catalogue):
        hint = "Kodene har to til fire siffer, for eksempel 06, 061 eller 0613."
        raise UsageProblem(f"--fag: «{given}» er ikke en ISCED-F-kode.", hint=hint)
    return code
