"""What the commands on earlier decisions share: their options, and the decisions to look among."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from utveksling_cli.catalogue.credit_queries import credit_facts
from utveksling_cli.catalogue.decision_queries import course_decisions, decision_count, hosts_with_names, is_host
from utveksling_cli.cli.complete import complete_one_of
from utveksling_cli.cli.session import Session
from utveksling_cli.cli.usage import one_of
from utveksling_cli.model.course import is_ntnu_code
from utveksling_cli.model.course_decision import CourseDecision
from utveksling_cli.model.credits import IN_HOST_UNIT, IN_SP
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.planning.credits import HostCredits, own_year_norm
from utveksling_cli.planning.decisions import Known

NormOption = Annotated[
    str | None,
    typer.Option(
        "--norm", metavar="TALL", help="Hvor mange av lærestedets poeng et helt år er, når du vet det: 48, 120"
    ),
]
_UNITS = {"sp": IN_SP, "vert": IN_HOST_UNIT}
UnitOption = Annotated[
    str | None,
    typer.Option(
        "--tall",
        metavar="ENHET",
        help="Hva tall uten enhet er: sp (studiepoeng) eller vert (lærestedets egne poeng)",
        autocompletion=complete_one_of(tuple(_UNITS)),
    ),
]
_NUMBER = re.compile(r"[0-9]{1,4}([.,][0-9]{1,2})?")


def parse_course_codes(text: str, option: str) -> tuple[str, ...]:
    """`TDT4171,TMA4240`, each once; small letters will do."""
    codes = [code.strip().upper() for code in text.split(",") if code.strip()]
    hint = "Skriv emnekoder ved NTNU, for eksempel TDT4171 eller TDT4171,TMA4240."
    for code in codes:
        if not is_ntnu_code(code):
            raise UsageProblem(f"{option}: «{code}» er ikke en emnekode ved NTNU.", hint=hint)
    if not codes:
        raise UsageProblem(f"{option}: ingen emnekode er oppgitt.", hint=hint)
    return tuple(dict.fromkeys(codes))


def parse_credits(text: str, option: str) -> Decimal:
    """A number above zero: `30`, `7,5`."""
    if not _NUMBER.fullmatch(text.strip()) or not Decimal(text.strip().replace(",", ".")):
        hint = "Skriv et tall over 0 og under 10000, for eksempel 30."
        raise UsageProblem(f"{option}: «{text}» er ikke lov.", hint=hint)
    return Decimal(text.strip().replace(",", "."))


def own_credits(norm: str | None, unit: str | None) -> HostCredits:
    """What the student says of the host's credits."""
    bare = None if unit is None else one_of("--tall", unit, _UNITS)
    return HostCredits(None if norm is None else own_year_norm(parse_credits(norm, "--norm")), bare)


def decisions_of(
    session: Session, own_file: str | None, institution: str | None = None, codes: tuple[str, ...] = ()
) -> list[CourseDecision]:
    """Those of the facts, and those of the student's own file: of one host and on some NTNU courses, where asked."""
    found = course_decisions(session.catalogue, institution=institution, ntnu_codes=codes)
    if own_file is None:
        return found
    from utveksling_cli.catalogue.own_decisions import own_decisions

    known, after = partial(is_host, session.catalogue), decision_count(session.catalogue)
    own = own_decisions(Path(own_file), session.today, known, after=after)
    return [*found, *(one for one in own if institution in {None, one.institution} and _is_on(one, codes))]


def decisions_at(session: Session, own_file: str | None, host: str | None) -> list[CourseDecision]:
    """Those of a plan's first choice. Where it has none the own file is read all the same: it may be unusable."""
    if host is not None:
        return decisions_of(session, own_file, host)
    if own_file is not None:
        decisions_of(session, own_file)
    return []


def _is_on(one: CourseDecision, codes: tuple[str, ...]) -> bool:
    return not codes or one.ntnu_code in codes


def known_of(
    session: Session, decisions: Iterable[CourseDecision], own: HostCredits, institution: str | None = None
) -> Known:
    """What the decisions are read with, and what is known of one host more."""
    named = {one.institution for one in decisions} | ({institution} if institution else set())
    hosts = hosts_with_names(session.catalogue, frozenset(named))
    return Known(hosts, credit_facts(session.catalogue), session.today, own)
