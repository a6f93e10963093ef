"""`utveksling fagplan velg`: the earlier approved courses at one host that cover what the student wants to replace."""

from typing import Annotated

import typer

from utveksling_cli.catalogue.decision_queries import course_decisions
from utveksling_cli.cli import options
from utveksling_cli.cli.app import SETTINGS, NorwegianCommand
from utveksling_cli.cli.fagplan.decided import (
    NormOption,
    UnitOption,
    decisions_of,
    known_of,
    own_credits,
    parse_course_codes,
    parse_credits,
)
from utveksling_cli.cli.output import STANDARD_OUTPUT, TABLE, check_format, emit
from utveksling_cli.cli.resolve import find_host
from utveksling_cli.cli.session import Session, open_session
from utveksling_cli.model.course_choice import CourseChoice
from utveksling_cli.model.course_search import BY_HOST, DecisionWish
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.planning.course_choice import choose, tried_elsewhere
from utveksling_cli.planning.credits import HostCredits
from utveksling_cli.planning.decisions import numbers_read, search_decisions

_MOST_COURSES = 12
_MOST_CREDITS = 120

app = typer.Typer(context_settings=SETTINGS, add_completion=False, rich_markup_mode=None)
EXAMPLES = "\n".join(
    (
        "utveksling fagplan velg --lærested dtu --emner TDT4171,TMA4240",
        "utveksling fagplan velg --lærested epfl --emner TIØ4118,TIØ4126 --sp 60",
    )
)


@app.command(cls=NorwegianCommand, epilog=EXAMPLES)
def velg(
    host: options.NeededHost,
    wanted: Annotated[
        str, typer.Option("--emner", metavar="EMNER", help="NTNU-emnene du vil erstatte, skilt med komma")
    ],
    target: Annotated[
        str, typer.Option("--sp", metavar="TALL", help="Hvor mange studiepoeng til sammen (uten dette 30)")
    ] = "30",
    own_file: Annotated[
        str | None,
        typer.Option("--egne", metavar="FIL", help="Ta med vedtak fra din egen CSV-fil med de samme kolonnene"),
    ] = None,
    norm: NormOption = None,
    unit: UnitOption = None,
    form: options.Format = TABLE,
    out: options.Out = STANDARD_OUTPUT,
    today: options.Today = None,
    data: options.Data = None,
) -> None:
    """Foreslå emner som er godkjent før, og som til sammen dekker NTNU-emnene og studiepoengene.

    Forslaget har minst mulig for mye, og de nyeste godkjenningene. Det som ikke kan dekkes, er forklart."""
    from utveksling_cli.cli.fagplan.pages import course_pages
    from utveksling_cli.render.fagplan_velg import View

    form = check_format(form)
    codes = parse_course_codes(wanted, "--emner")
    if len(codes) > _MOST_COURSES:
        raise UsageProblem(f"--emner: høyst {_MOST_COURSES} emner om gangen.", hint="Del dem på to forslag.")
    credits_wanted = parse_credits(target, "--sp")
    if credits_wanted > _MOST_CREDITS:
        raise UsageProblem(f"--sp: høyst {_MOST_CREDITS} studiepoeng.", hint="Et semester er 30, et år 60.")
    own = own_credits(norm, unit)
    session = open_session(today, data)
    institution = find_host(session.catalogue, host)
    decisions = decisions_of(session, own_file, institution.id)
    found = search_decisions(decisions, DecisionWish(institution.id), known_of(session, decisions, own))
    choice = choose(found.suggestions, codes, credits_wanted, session.today)
    choice = choice._replace(notices=(*numbers_read(own), *choice.notices))
    pages = course_pages(session, institution)
    view = View(_explained(session, choice), institution.id, institution.name, codes, session.data_version, pages)
    emit("fagplan_velg", view, form, out)


def _explained(session: Session, choice: CourseChoice) -> CourseChoice:
    """With the hosts where what is missing has been approved."""
    missing = tuple(one.code for one in choice.not_covered)
    decisions = course_decisions(session.catalogue, ntnu_codes=missing) if missing else []
    known = known_of(session, decisions, HostCredits(None))
    groups = {
        code: search_decisions(decisions, DecisionWish(ntnu_codes=(code,)), known, BY_HOST).groups for code in missing
    }
    return tried_elsewhere(choice, groups)
