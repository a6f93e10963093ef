"""The pages to go on to from a command on courses: NTNU's form, who gives advice, and the host's own site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from utveksling_cli.catalogue.process_queries import process_facts
from utveksling_cli.model.course_outlook import CoursePages
from utveksling_cli.render.links import own_site

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.deadline import Deadline
    from utveksling_cli.model.institution import Institution

# The steps of the application that a plan of courses, and a change in it, are about; and who gives advice on both.
APPROVAL, CHANGE = "forhandsgodkjenning", "emneendring"
_ADVISER = "studieveileder"


def course_pages(
    session: Session, host: Institution | None, deadlines: tuple[Deadline, ...] = (), name: str = APPROVAL
) -> CoursePages:
    """`deadlines` are NTNU's for the semester, where one is known; `name` is the step of the application."""
    facts = process_facts(session.catalogue)
    step = next((one for one in facts.steps if one.id == name), None)
    asked = (_ADVISER, (step.contact if step else None) or _ADVISER)
    return CoursePages(
        deadlines,
        own_site(host) if host else None,
        step.link if step else None,
        tuple(facts.contacts[one] for one in dict.fromkeys(asked) if one in facts.contacts),
    )
