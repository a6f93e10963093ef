"""The words for what NTNU has answered before about the courses of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from utveksling_cli.model.course import Course, ntnu_code
from utveksling_cli.model.course_decision import PROGRAMME
from utveksling_cli.model.course_outlook import CourseOutlook
from utveksling_cli.model.course_plan import CoursePlan
from utveksling_cli.model.course_search import Suggestion
from utveksling_cli.render.decision_words import decided, json_suggestion
from utveksling_cli.render.text import plural
from utveksling_cli.render.wording import DECISIONS

_MOST_TOLD = 3


def earlier_json(course: Course, found: Sequence[Suggestion]) -> list[dict[str, Any]]:
    """`combination` is whether the decision is on the course together with others."""
    return [{**json_suggestion(one), "combination": _is_combination(course, one)} for one in found]


def _is_combination(course: Course, one: Suggestion) -> bool:
    code = one.decision.host_code
    return bool(course.code and code) and _bare(code) != _bare(course.code or "")


def _bare(code: str) -> str:
    return "".join(code.casefold().split())


def earlier_words(course: Course, found: Sequence[Suggestion]) -> str:
    """The first answer alone, for a cell."""
    if not found:
        return "–"
    made = found[0].decision
    replaced = {ntnu_code(one) or one for one in course.replaces}
    other = "" if made.ntnu_code in replaced or not replaced else " for et annet emne"
    together = "sammen med andre: " if _is_combination(course, found[0]) else ""
    return f"{together}{DECISIONS[made.decision]}{other} {decided(made.decided)}"


def earlier_lines(plan: CoursePlan, outlook: CourseOutlook) -> list[str]:
    """The first answers about each course that counts, with age and what it stood for then."""
    known = [(one, outlook.earlier.get(one.id, ())) for one in plan.counting]
    lines = [f"{one.code or one.name}: {_answers(one, found)}" for one, found in known if found]
    without = [one.code or one.name for one, found in known if not found]
    if without:
        lines.append(f"Ingen kjente vedtak: {', '.join(without)}")
    told = [one for _, found in known for one in found]
    return [_whose(told), *lines] if told else lines


def _whose(found: Sequence[Suggestion]) -> str:
    """An answer in the student's own file may be the student's own."""
    own = [_is_own(one) for one in found]
    if all(own):
        return "Vurdert før, i fila di:"
    also = " og i fila di" if any(own) else ""
    return f"Vurdert før, for studenter på {PROGRAMME}{also}. Det er ikke et ja til deg:"


def _is_own(one: Suggestion) -> bool:
    return one.decision.programme is None


def _answers(course: Course, found: Sequence[Suggestion]) -> str:
    more = f" og {len(found) - _MOST_TOLD} til" if len(found) > _MOST_TOLD else ""
    return "; ".join(_answer(course, one) for one in found[:_MOST_TOLD]) + more


def _answer(course: Course, one: Suggestion) -> str:
    made = one.decision
    together = f", som «{made.host_code}»" if _is_combination(course, one) else ""
    replaced = f" for {made.ntnu_code or made.ntnu_title}" if made.ntnu_code or made.ntnu_title else ""
    own = ", i fila di" if _is_own(one) else ""
    return f"{DECISIONS[made.decision]}{replaced}, {decided(made.decided)}{_age(one)}{together}{own}"


def _age(one: Suggestion) -> str:
    if one.years is None:
        return ""
    return f" ({plural(one.years, 'år', 'år')} siden)" if one.years else " (under ett år siden)"
