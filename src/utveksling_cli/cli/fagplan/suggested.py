"""An earlier decision as a course of the plan: what it says surely is taken over, and the rest is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utveksling_cli.catalogue.decision_queries import course_decision
from utveksling_cli.cli.fagplan.course_options import read_course
from utveksling_cli.cli.fagplan.decided import decisions_of, known_of
from utveksling_cli.model.course_decision import REJECTED, CourseDecision
from utveksling_cli.model.credits import AS_SAID, CONVERTED, ECTS
from utveksling_cli.model.errors import NotFound
from utveksling_cli.planning.credits import HostCredits
from utveksling_cli.planning.decisions import host_credits, suggestion

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.course import Course


def suggested(
    session: Session, name: str, own_file: str | None, typed: dict[str, str]
) -> tuple[Course, tuple[str, ...]]:
    """The course, with what was typed before what the decision says; and what the student must know of it."""
    found = _find(session, name.strip(), own_file)
    known = known_of(session, [found], HostCredits(None))
    size = suggestion(found, known, host_credits(found.institution, known)).size
    told = []
    base = {
        "title": _line(found.host_title),
        "code": _line(found.host_code).replace(";", ","),
        "replaces": _line(found.ntnu_code or found.ntnu_title).replace(";", ","),
        "host": found.institution,
    }
    if size.state == AS_SAID and size.sp is not None:
        base["credits"] = f"{size.sp:f} {ECTS}"
    elif size.state == CONVERTED and size.said.credits is not None:
        base["credits"] = f"{size.said.credits:f}"
    elif found.host_credits and "credits" not in typed:
        told.append(f"Vedtaket har omfanget «{found.host_credits}» uten sikker enhet. Oppgi det med --poeng.")
    if found.decision == REJECTED:
        told.append("Obs: Vedtaket er et avslag.")
    course = read_course({name: text for name, text in base.items() if text} | typed)
    return course, tuple(f"{course.name}: {sentence}" for sentence in told)


def _line(text: str) -> str:
    return " ".join(text.split())


def _find(session: Session, name: str, own_file: str | None) -> CourseDecision:
    found = course_decision(session.catalogue, name)
    if found is None and own_file is not None:
        mine = decisions_of(session, own_file)
        found = next((one for one in mine if name in {one.id, str(one.number)}), None)
    if found is None:
        hint = "Se numrene og id-ene med: utveksling fagplan forslag. Sto det i din egen fil, oppgi den med --emner."
        raise NotFound(f"--forslag: vedtaket «{name}» finnes ikke.", hint=hint)
    return found
