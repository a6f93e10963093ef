"""`utveksling fagplan forslag`: earlier decisions on host courses, by host, NTNU course or words."""

import re
from typing import Annotated

import typer

from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.fagplan.decided import (
    NormOption,
    UnitOption,
    decisions_of,
    known_of,
    own_credits,
    parse_course_codes,
)
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.parse import parse_words, row_limit
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import open_session
from utveksling_cli.cli.usage import one_of
from utveksling_cli.model.course_search import BY_COURSE, BY_HOST, DecisionWish
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.planning.decisions import first_day, search_decisions

_GROUPS = {"lærested": BY_HOST, "laerested": BY_HOST, "emne": BY_COURSE}
_GROUP_NAMES = ("lærested", "emne")
_WHEN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling fagplan forslag --erstatter TDT4171 --godkjent-etter 2023",
        "utveksling fagplan forslag --lærested dtu",
        "utveksling fagplan forslag --erstatter TMA4240 --gruppér lærested",
        'utveksling fagplan forslag --tekst "machine learning" --format csv',
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def forslag(
    host: options.Host = None,
    replaces: Annotated[
        str | None, typer.Option("--erstatter", metavar="EMNE", help="Emnekode ved NTNU; flere skilles med komma")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--tekst", metavar="TEKST", help="Ord i kode, tittel eller lærested")
    ] = None,
    programme: Annotated[
        str | None, typer.Option("--program", metavar="PROGRAM", help="Bare vedtak fra dette studieprogrammet")
    ] = None,
    approved_after: Annotated[
        str | None,
        typer.Option(
            "--godkjent-etter",
            metavar="ÅR",
            help="Bare godkjente, også på vilkår, etter dette året, måneden (2024-06) eller dagen",
        ),
    ] = None,
    group: Annotated[
        str | None,
        typer.Option(
            "--gruppér",
            "--grupper",
            metavar="HVA",
            help="Tell opp for hvert lærested eller emne",
            autocompletion=complete_one_of(_GROUP_NAMES),
        ),
    ] = None,
    count: options.Count = None,
    own_file: options.OwnFile = None,
    norm: NormOption = None,
    unit: UnitOption = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Finn emner ved læresteder ute som har vært vurdert før, hva de erstattet ved NTNU, og hva svaret ble.

    Vedtakene i dataene er fra ett studieprogram, Indøk. Et ja der er ikke et ja for andre."""
    from utveksling_cli.render.fagplan_forslag import View

    form = check_format(form)
    limit = row_limit(count, is_table=form == TABLE)
    by = None if group is None else one_of("--gruppér", group, _GROUPS, _GROUP_NAMES)
    own = own_credits(norm, unit)
    wish = DecisionWish(
        ntnu_codes=() if replaces is None else parse_course_codes(replaces, "--erstatter"),
        text=parse_words(text, "--tekst"),
        programme=parse_words(programme, "--program"),
        approved_after=None if approved_after is None else _when(approved_after),
    )
    if norm is not None and host is None:
        raise UsageProblem("--norm gjelder ett lærested.", hint="Oppgi også --lærested.")
    session = open_session(today, data)
    place = None if host is None else find_host(session.catalogue, host)
    if place is not None:
        wish = wish._replace(institution=place.id)
    decisions = decisions_of(session, own_file, wish.institution, wish.ntnu_codes)
    result = search_decisions(decisions, wish, known_of(session, decisions, own), by)
    view = View(result, wish, by, limit, session.data_version, session.today)
    if form == TABLE:
        from utveksling_cli.cli.fagplan.pages import course_pages

        view = view._replace(pages=course_pages(session, place), host_name=place.name if place else None)
    emit("fagplan_forslag", view, form, out)


def _when(given: str) -> str:
    text = given.strip()
    try:
        if not _WHEN.fullmatch(text):
            raise ValueError
        first_day(text)
    except ValueError:
        hint = "Skriv et år, en måned eller en dag: 2023, 2023-06 eller 2023-06-30."
        raise UsageProblem(f"--godkjent-etter: «{given}» er ikke lov.", hint=hint) from None
    return text
