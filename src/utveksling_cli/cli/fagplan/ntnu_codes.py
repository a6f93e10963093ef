"""NTNU courses that are named in a plan and in no earlier decision: they may be right, and they may be mistyped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from utveksling_cli.catalogue.decision_queries import ntnu_course_codes
from utveksling_cli.model.course import is_ntnu_code

if TYPE_CHECKING:
    from utveksling_cli.cli.session import Session
    from utveksling_cli.model.course import Course

_MOST_TOLD = 5


def doubtful(session: Session, courses: Iterable[Course], before: Iterable[Course] = ()) -> tuple[str, ...]:
    """A sentence for each code that was not in the plan `before`; slots such as `K-emne 1` are no codes."""
    old = {code for course in before for code in course.replaces}
    named = dict.fromkeys(code for course in courses for code in course.replaces if code not in old)
    if not named:
        return ()
    known = set(ntnu_course_codes(session.catalogue))
    strange = [code for code in named if code not in known and any(sign.isdigit() for sign in code)]
    return tuple(_sentence(code) for code in strange if "-" not in code and " " not in code)[:_MOST_TOLD]


def _sentence(code: str) -> str:
    if not is_ntnu_code(code):
        return f"«{code}» ligner ikke på en emnekode ved NTNU. Sjekk den."
    return f"{code} er ikke i noe kjent vedtak, så koden er ikke kontrollert. Sjekk den på NTNUs sider."
