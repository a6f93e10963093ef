"""For a search: at which hosts the student's evidence of languages is enough, worked out only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from utveksling_cli.cli.language_options import Typed
from utveksling_cli.cli.session import Session
from utveksling_cli.model.errors import UsageProblem
from utveksling_cli.model.institution import Institution
from utveksling_cli.model.notice import Notice
from utveksling_cli.model.search import INFERRED, NO, UNKNOWN, YES, Criteria

if TYPE_CHECKING:
    from utveksling_cli.model.plan import Plan

Answered = Callable[[Criteria, Sequence[Institution]], Criteria]


def language_search(
    session: Session, typed: Typed, criteria: Criteria, plan: Plan | None
) -> tuple[Answered, tuple[Notice, ...]]:
    """What puts the answers of hosts into the criteria; without `--språk-ok` they stay as they are.

    Raises UsageProblem for evidence that nothing asks for, and when there is none to ask with.
    """
    if not criteria.language_ok:
        if typed != Typed():
            hint = "Legg til --språk-ok, eller se utveksling språk --hjelp"
            raise UsageProblem("Språkkunnskapene gjelder bare sammen med --språk-ok.", hint=hint)
        return lambda asked, hosts: asked, ()
    return _with_evidence(session, typed, criteria.level, plan)


def _with_evidence(
    session: Session, typed: Typed, level: str | None, own: Plan | None
) -> tuple[Answered, tuple[Notice, ...]]:
    from utveksling_cli.catalogue.language_queries import language_facts
    from utveksling_cli.cli.evidence import read_evidence, together
    from utveksling_cli.cli.occasions import Occasions
    from utveksling_cli.model.answers import MET, NOT_MET, PROBABLY
    from utveksling_cli.model.language_answer import Student
    from utveksling_cli.model.plan import Plan
    from utveksling_cli.planning.language import answer_host

    facts = language_facts(session.catalogue)
    flags = read_evidence(typed, facts.tests, session.today)
    plan = own or Plan()
    student = Student(together(plan.languages, flags), level or plan.profile.level)
    if not student.languages:
        hint = "Skriv dem i planen, eller oppgi for eksempel --toefl 95 eller --cefr en=C1."
        raise UsageProblem("--språk-ok trenger språkkunnskapene dine.", hint=hint)
    occasions = Occasions(session, plan.stay.semester, plan.stay)
    words = {MET: YES, PROBABLY: INFERRED, NOT_MET: NO}

    def answered(criteria: Criteria, hosts: Sequence[Institution]) -> Criteria:
        known = [host for host in hosts if host.language_requirements]
        found = {host.id: answer_host(host, student, occasions.of(host), facts).answer for host in known}
        return criteria._replace(
            language_answers={identifier: words.get(answer, UNKNOWN) for identifier, answer in found.items()}
        )

    undated = any(one.date is None and one.year is None and one.kind in facts.tests for one in student.languages)
    return answered, (Notice("assumption", "search.language_undated"),) if undated else ()
